using Microsoft.Playwright;
using Search.Testing;

namespace Search.Browser.Tests;

/// <summary>Debian's Chromium without a window, one for all tests of a run.</summary>
public sealed class Browser : IAsyncLifetime
{
    // The shell without a window's user interface does the same for a part of the time.
    private static readonly string? Chromium = Programs.Find("chromium-headless-shell") ?? Programs.Find("chromium");

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Whether there is a browser on this machine.</summary>
    public static bool IsInstalled => Chromium is not null;

    /// <summary>Skips the test where there is no browser on this machine.</summary>
    public static void IsNeeded() => Assert.SkipUnless(IsInstalled, Programs.Missing("chromium"));

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    /// <summary>A page of a fresh profile. It fails the test when something is logged as an error: a script's, or a violation of the
    /// content security policy.</summary>
    public Task<Tab> Open(Site site, int width = 1280, bool script = true, bool dark = false) => Open(site.Address, width, script, dark);

    /// <inheritdoc cref="Open(Site, int, bool, bool)" />
    public async Task<Tab> Open(string address, int width = 1280, bool script = true, bool dark = false)
    {
        IsNeeded();
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address,
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = script,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        return new(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>A page, what went wrong on it, and the profile that ends with it.</summary>
public sealed class Tab : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    public Tab(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.PageError += (_, error) => Errors.Add(error);
        page.Dialog += (_, dialog) =>
        {
            Errors.Add($"a dialog opened: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Console += (_, message) =>
        {
            // A page of an error's status is logged as an error of the network.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                Errors.Add(message.Text);
        };
    }

    public IPage Page { get; }

    public List<string> Errors { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Errors.ShouldBeEmpty();
    }
}
