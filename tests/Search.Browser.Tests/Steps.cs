using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Search.Browser.Tests;

/// <summary>A visitor's way through the pages. Every click, field and choice is a step, and the sixth fails the test.</summary>
public sealed class Steps(Tab tab) : IAsyncDisposable
{
    private const int Most = 5;
    private int _taken;

    public IPage Page => tab.Page;

    /// <summary>Two steps: the words and the button.</summary>
    public async Task Search(string words)
    {
        await Step(() => Page.GetByRole(AriaRole.Combobox).First.FillAsync(words));
        await Press("Search");
    }

    public Task Click(ILocator link) => Step(() => link.ClickAsync());

    public Task Click(string name) => Click(Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First);

    /// <summary>Opens what a page keeps folded.</summary>
    public Task Unfold(string name) => Click(Page.Locator("summary").GetByText(name, new() { Exact = true }).First);

    public Task Press(string name) => Step(() => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync());

    public Task Fill(string label, string text) => Step(() => Page.GetByLabel(label, new() { Exact = true }).FillAsync(text));

    public Task Choose(string label, string value) =>
        Step(() => Page.GetByRole(AriaRole.Combobox, new() { Name = label }).Last.SelectOptionAsync(value));

    /// <summary>A filter beside a list.</summary>
    public ILocator Filter(string value) =>
        Page.GetByRole(AriaRole.Complementary).GetByRole(AriaRole.Link, new() { Name = value, Exact = true });

    /// <summary>A filter among those below a heading.</summary>
    public ILocator Filter(string heading, string value) =>
        Page.GetByRole(AriaRole.Region, new() { Name = heading, Exact = true })
            .GetByRole(AriaRole.Link, new() { Name = value, Exact = true });

    /// <summary>The number of citations that a list says it has.</summary>
    public async Task<int> Count() =>
        int.Parse((await Page.Locator(".listhead strong")
            .InnerTextAsync()).Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    /// <summary>The rows of a table that a link leads to, by the names of its columns.</summary>
    public async Task<List<Dictionary<string, string>>> Download(string name)
    {
        var lines = Table(await Get(name));
        return [.. lines.Skip(1).Select(row => lines[0].Zip(row).ToDictionary(c => c.First, c => c.Second))];
    }

    /// <summary>What a link leads to, fetched without leaving the page.</summary>
    public async Task<string> Get(string name)
    {
        var text = "";
        await Step(async () =>
        {
            var answer = await Page.APIRequest.GetAsync(new Uri(new Uri(Page.Url), await AddressOf(name)).ToString());
            answer.Ok.ShouldBeTrue(name);
            text = await answer.TextAsync();
        });
        return text;
    }

    /// <summary>Where a link leads.</summary>
    public async Task<string> AddressOf(string name)
    {
        var link = Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First;
        await Expect(link).ToBeVisibleAsync();
        return (await link.GetAttributeAsync("href"))!;
    }

    public ValueTask DisposeAsync() => tab.DisposeAsync();

    private async Task Step(Func<Task> act)
    {
        (++_taken).ShouldBeLessThanOrEqualTo(Most, "steps from the home page");
        await act();
    }

    private static List<List<string>> Table(string csv)
    {
        var rows = new List<List<string>> { new() { "" } };
        var quoted = false;
        foreach (var c in csv.TrimStart('\uFEFF'))
        {
            var row = rows[^1];
            if (c == '"') quoted = !quoted;
            else if (quoted || c is not (',' or '\n' or '\r')) row[^1] += c;
            else if (c == ',') row.Add("");
            else if (c == '\n') rows.Add([""]);
        }
        return [.. rows.Where(r => r.Count > 1)];
    }
}
