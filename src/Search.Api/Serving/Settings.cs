using System.Globalization;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Search.Api.Serving;

/// <summary>A setting has a value that cannot be used; the message says which, where it comes from, and what it may be.</summary>
internal sealed class SettingException(string message) : Exception(message);

/// <summary>What the host was told, and where: the command line, then the environment (<c>CLAUSEGRAPH_</c> and the name), then a file, then the default.</summary>
internal sealed class Settings
{
    /// <summary>What names of variables begin with.</summary>
    public const string Prefix = "CLAUSEGRAPH_";

    /// <summary>Everything that can be set, with what it does and what it may be.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["urls"] = "addresses to listen on, such as http://127.0.0.1:5080",
        ["index"] = "the folder of snapshots",
        ["authorities"] = "the folder with works.tsv",
        ["watch"] = "seconds between two looks for a newer snapshot, 0.01 to 3600",
        ["timeout"] = "seconds that a question may take, 0.001 to 3600",
        ["behindProxy"] = "true where X-Forwarded-For is to be believed",
        ["rateLimit:burst"] = "units that a client may spend at once, 0 for no limit",
        ["rateLimit:perSecond"] = "units that come back every second, from 1",
        ["rateLimit:loopback"] = "true to limit clients on this machine too",
    };

    private readonly IConfigurationRoot _configuration;

    public Settings(IConfiguration configuration, IReadOnlyList<string> arguments)
    {
        _configuration = (IConfigurationRoot)configuration;
        // Other flags are the framework's; one that is nearly ours was meant to be.
        foreach (var argument in arguments.Where(a => a.StartsWith("--", StringComparison.Ordinal)))
        {
            var name = argument[2..].Split('=')[0];
            if (!All.ContainsKey(name) && !All.Keys.Any(s => s.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)) && All.Keys.FirstOrDefault(s => Resembles(s, name)) is { } meant) throw new SettingException($"--{name} (command line) is not a setting: --{meant} is {All[meant]}.");
        }
        foreach (var url in (Text("urls") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (!IsAddress(url)) throw Wrong("urls", url);
        if (Text("authorities") is { } folder && !Directory.Exists(folder)) throw Wrong("authorities", folder);
    }

    /// <summary>The value of a setting, or null where nobody set it.</summary>
    public string? Text(string name) => Find(name)?.Value;

    /// <summary>Where the value of a setting comes from; <c>default</c> where nobody set it.</summary>
    public string Origin(string name) => Find(name)?.Provider switch
    {
        null => "default",
        CommandLineConfigurationProvider => "command line",
        EnvironmentVariablesConfigurationProvider => $"environment, {Prefix}{name.ToUpperInvariant().Replace(":", "__", StringComparison.Ordinal)}",
        FileConfigurationProvider file => file.Source.Path ?? "file",
        _ => "host",
    };

    /// <summary>A number within bounds.</summary>
    /// <exception cref="SettingException">It is none.</exception>
    public double Number(string name, double least, double most, double otherwise)
    {
        if (Text(name) is not { } text) return otherwise;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : throw Wrong(name, text);
    }

    /// <summary>A whole number from a least one.</summary>
    /// <exception cref="SettingException">It is none.</exception>
    public int Whole(string name, int least, int otherwise)
    {
        if (Text(name) is not { } text) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number : throw Wrong(name, text);
    }

    /// <summary>true or false.</summary>
    /// <exception cref="SettingException">It is neither.</exception>
    public bool Flag(string name) => Text(name) is { } text && (bool.TryParse(text, out var flag) ? flag : throw Wrong(name, text));

    private SettingException Wrong(string name, string value) => new($"{name} = '{value}' ({Origin(name)}) cannot be used: it is {All[name]}.");

    private (string Value, IConfigurationProvider Provider)? Find(string name)
    {
        foreach (var provider in _configuration.Providers.Reverse())
            if (provider.TryGet(name, out var value) && !string.IsNullOrWhiteSpace(value) && !(IsWholeEnvironment(provider) && name != "urls")) return (value, provider);
        return null;
    }

    // The host reads every variable as a setting; one called TIMEOUT is somebody else's. The provider of all variables is the one that holds PATH.
    private static bool IsWholeEnvironment(IConfigurationProvider provider) => provider is EnvironmentVariablesConfigurationProvider && provider.TryGet("PATH", out _);

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http" or "https", Port: > -1 and <= 65535, Host.Length: > 0 };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool Resembles(string setting, string name) => name.Length > 2 && setting.StartsWith(name[..3], StringComparison.OrdinalIgnoreCase);
}
