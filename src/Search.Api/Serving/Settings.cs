using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Search.Api.Serving;

/// <summary>A setting has a value that cannot be used; the message says which, where it comes from, and what it may be.</summary>
internal sealed class SettingException(string message) : Exception(message);

/// <summary>Something that can be set.</summary>
/// <param name="Name">As on the command line and in files.</param>
/// <param name="Default">What holds where it is not set, as help shows it.</param>
/// <param name="What">What it does and what it may be.</param>
internal sealed record Setting(string Name, string Default, string What)
{
    /// <summary>The environment variable of it.</summary>
    public string Variable => Settings.Prefix + Name.ToUpperInvariant().Replace(":", "__", StringComparison.Ordinal);
}

/// <summary>What the host was told, and where: the command line, then the environment (<c>CLAUSEGRAPH_</c> and the name),
/// then a file, then the default.</summary>
internal sealed class Settings
{
    /// <summary>What names of variables begin with.</summary>
    public const string Prefix = "CLAUSEGRAPH_";

    /// <summary>Everything that can be set.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        new("urls", "http://127.0.0.1:5080",
            "addresses to listen on, such as http://127.0.0.1:5080: an IP address, localhost, or * for all; separated by ;"),
        new("index", "index-data/built", "the folder of snapshots"),
        new("authorities", "index-data/authorities", "the folder with works.tsv"),
        new("watch", "1", "how often to check for a newer snapshot, in seconds, 0.01 to 3600"),
        new("timeout", "10", "the most seconds that a request may take, 0.001 to 3600"),
        new("exports", "16", "exports that are sent at once, from 1; more are answered 503"),
        new("publicAddress", "", "the address that visitors use, such as https://search.example.org; links for other sites begin with it"),
        new("pathBase", "", "the path at which visitors find the site, such as /clauses: begins with a slash and does not end with one; a proxy may pass it on or leave it out"),
        new("hosts", "*", "host names that requests may be for, separated by ;, or * for any"),
        new("behindProxy", "false", "true where a proxy on this machine sets X-Forwarded-For and X-Forwarded-Proto"),
        new("metrics", "", "an address of its own for /metrics, such as http://127.0.0.1:9464; without it /metrics is on all addresses"),
        new("otlp:endpoint", "",
            "the OpenTelemetry collector that metrics and traces are sent to, such as http://127.0.0.1:4318; without it none are sent"),
        new("otlp:protocol", "http/protobuf", "http/protobuf or grpc: what the collector speaks"),
        new("originals:documents", OriginalLinks.DefaultDocuments,
            "where the original of a document is, with {symbol} and, for a service that has several languages, {language}; none for no links"),
        new("originals:treaties", OriginalLinks.DefaultTreaties,
            "where a volume of the United Nations Treaty Series is, with {volume} and, where needed, {number}; none for no links"),
        new("originals:league", OriginalLinks.DefaultLeague,
            "where a volume of the League of Nations Treaty Series is, with {volume} and, where needed, {number}; none for no links"),
        new("cluster", "", "a PostgreSQL connection string (Host=...;Database=...) by which several servers find each other and share the shards of the text index, or for tests the address of the first server, such as 127.0.0.1:11111; without it this server stands alone"),
        new("cluster:address", "127.0.0.1:11111",
            "the IP address and port at which the other servers of the cluster reach this one; keep it away from visitors"),
        new("cluster:name", "",
            "the name of this server in the cluster, the same after a restart; without it the machine's name and the port of cluster:address"),
        new("cluster:replicas", "2", "on how many servers each shard is, from 1; the same on all servers"),
        new("cluster:cache", "",
            "a folder of this machine to which snapshots are copied before they are opened, where the folder of snapshots is on a share; without it they are opened where they are"),
        new("rateLimit:burst", "300", "units that a client may spend at once, 0 for no limit"),
        new("rateLimit:perSecond", "30", "units that come back every second, from 1"),
        new("rateLimit:loopback", "false", "true to limit clients on this machine too"),
    ];

    private readonly IConfigurationRoot _configuration;

    public Settings(IConfiguration configuration)
    {
        _configuration = (IConfigurationRoot)configuration;
        foreach (var url in List("urls"))
            if (!IsAddress(url)) throw Wrong("urls", url);
        if (Text("authorities") is { } folder && !Directory.Exists(folder)) throw Wrong("authorities", folder);
    }

    /// <summary>The setting of a name, however it is cased, or null.</summary>
    public static Setting? Find(string name) => All.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The value of a setting, or null when it is not set.</summary>
    public string? Text(string name) => Lookup(name)?.Value;

    /// <summary>The values of a setting that may have several.</summary>
    public string[] List(string name) =>
        (Text(name) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Where the value of a setting comes from; <c>default</c> when it is not set.</summary>
    public string Origin(string name) => Lookup(name)?.Provider switch
    {
        null => "default",
        CommandLineConfigurationProvider => "command line",
        EnvironmentVariablesConfigurationProvider => $"environment, {Find(name)!.Variable}",
        FileConfigurationProvider file => file.Source.Path ?? "file",
        _ => "host",
    };

    /// <summary>A number within bounds.</summary>
    /// <exception cref="SettingException">It is none.</exception>
    public double Number(string name, double least, double most, double otherwise)
    {
        if (Text(name) is not { } text) return otherwise;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Wrong(name, text);
    }

    /// <summary>A whole number from a least one.</summary>
    /// <exception cref="SettingException">It is none.</exception>
    public int Whole(string name, int least, int otherwise)
    {
        if (Text(name) is not { } text) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw Wrong(name, text);
    }

    /// <summary>true or false.</summary>
    /// <exception cref="SettingException">It is neither.</exception>
    public bool Flag(string name) => Text(name) is { } text && (bool.TryParse(text, out var flag) ? flag : throw Wrong(name, text));

    /// <summary>An address to listen on with a port, or null when it is not set.</summary>
    /// <exception cref="SettingException">It is none.</exception>
    public string? ListeningAddress(string name) =>
        Text(name) is { } text ? IsAddress(text) && BindingAddress.Parse(text).Port > 0 ? text : throw Wrong(name, text) : null;

    /// <summary>Scheme, host and port of an address that visitors use, without a slash at the end; null when it is not set.</summary>
    /// <exception cref="SettingException">It is none, or says more than that.</exception>
    public string? PublicOrigin(string name)
    {
        if (Text(name) is not { } text) return null;
        return Web(text) is { UserInfo: "", PathAndQuery: "/", Fragment: "" } address
            ? address.GetLeftPart(UriPartial.Authority)
            : throw Wrong(name, text);
    }

    /// <summary>An IP address with a port.</summary>
    /// <exception cref="SettingException">It is none.</exception>
    public IPEndPoint EndPoint(string name)
    {
        var text = Text(name) ?? Find(name)!.Default;
        return IPEndPoint.TryParse(text, out var address) && address.Port > 0 && address.ToString() == text
            ? address
            : throw Wrong(name, text);
    }

    /// <summary>A path such as <c>/clauses</c>, or nothing when it is not set.</summary>
    /// <exception cref="SettingException">It is none.</exception>
    public PathString Path(string name)
    {
        if (Text(name) is not { } text) return PathString.Empty;
        var hasParts = text.Length > 1 && text[0] == '/' && text[^1] != '/' && !text.Contains("//", StringComparison.Ordinal);
        return hasParts && IsWrittenAsInAddress(text) ? new(text) : throw Wrong(name, text);

        static bool IsWrittenAsInAddress(string path) =>
            Uri.TryCreate("http://host" + path, UriKind.Absolute, out var address) && address.AbsolutePath == path;
    }

    /// <summary>An http or https address to send to, or null when it is not set.</summary>
    /// <exception cref="SettingException">It is none.</exception>
    public Uri? HttpAddress(string name)
    {
        if (Text(name) is not { } text) return null;
        return Web(text) is { Query: "", Fragment: "" } address ? address : throw Wrong(name, text);
    }

    /// <summary>An http or https address, or null.</summary>
    private static Uri? Web(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    /// <summary>An http or https address with places to fill in, such as <c>{symbol}</c>; null where it is <c>none</c>.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="required">The place that it must have.</param>
    /// <param name="optional">Another that it may have.</param>
    /// <exception cref="SettingException">It is none, or has other places.</exception>
    public string? Template(string name, string required, string optional)
    {
        var text = Text(name) ?? Find(name)!.Default;
        if (text == "none") return null;
        var filled = text.Replace(required, "1", StringComparison.Ordinal).Replace(optional, "en", StringComparison.Ordinal);
        var hasItsPlaces = text.Contains(required, StringComparison.Ordinal) && !filled.AsSpan().ContainsAny('{', '}');
        return hasItsPlaces && Web(filled) is { UserInfo: "" } ? text : throw Wrong(name, text);
    }

    /// <summary>One of several words; the first when it is not set.</summary>
    /// <exception cref="SettingException">It is none of them.</exception>
    public string OneOf(string name, string[] words)
    {
        var text = Text(name) ?? words[0];
        return words.Contains(text, StringComparer.Ordinal) ? text : throw Wrong(name, text);
    }

    private SettingException Wrong(string name, string value) =>
        new($"{name} = '{value}' ({Origin(name)}) cannot be used: it is {Find(name)!.What}.");

    private (string Value, IConfigurationProvider Provider)? Lookup(string name)
    {
        foreach (var provider in _configuration.Providers.Reverse())
            if (provider.TryGet(name, out var value) && !string.IsNullOrWhiteSpace(value)
                && !(IsWholeEnvironment(provider) && name != "urls"))
                return (value, provider);
        return null;
    }

    // The host reads every variable as a setting; one called TIMEOUT belongs to someone else. The provider of all
    // variables is the one that holds PATH.
    private static bool IsWholeEnvironment(IConfigurationProvider provider) =>
        provider is EnvironmentVariablesConfigurationProvider && provider.TryGet("PATH", out _);

    /// <summary>
    /// Whether an address says exactly what the server would listen on. The framework takes a host that it cannot read,
    /// "127.0.0.1:59a2" or any name, for all interfaces, and a port that is missing for 80.
    /// </summary>
    private static bool IsAddress(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || url[..scheme].ToLowerInvariant() is not ("http" or "https")) return false;
        var authority = url[(scheme + 3)..];
        if (authority.EndsWith('/')) authority = authority[..^1];
        var colon = authority.LastIndexOf(':');
        if (colon < 0 || authority.EndsWith(']')) (authority, colon) = (authority + ":80", authority.Length);
        var (host, port) = (authority[..colon], authority[(colon + 1)..]);
        if (!ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _)) return false;
        if (host is "*" or "+" || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)) return true;
        var isIPv6 = host.StartsWith('[') && host.EndsWith(']');
        return IPAddress.TryParse(isIPv6 ? host[1..^1] : host, out var address)
            && (isIPv6 ? address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 : address.ToString() == host);
    }
}
