using System.Reflection;
using System.Text;

namespace Search.Api.Serving;

/// <summary>The command line: settings as <c>--name value</c> or <c>--name=value</c>, <c>--help</c> and
/// <c>--version</c>. Nothing else passes.</summary>
internal static class CommandLine
{
    /// <summary>What the framework itself reads; sections are named with a colon.</summary>
    private static readonly string[] OfFramework =
        ["environment", "contentRoot", "webRoot", "applicationName", "shutdownTimeoutSeconds", "Logging:", "Kestrel:"];

    /// <summary>What to print before ending, or null where the server is to start.</summary>
    /// <exception cref="SettingException">The arguments are not understood.</exception>
    public static string? Read(IReadOnlyList<string> arguments)
    {
        if (arguments.Any(a => a is "--help" or "-h" or "-?")) return Help();
        if (arguments.Contains("--version")) return Version;
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (!argument.StartsWith("--", StringComparison.Ordinal))
                throw new SettingException($"'{argument}' is not an option. {Options}");
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? argument[2..] : argument[2..equals];
            if (!IsKnown(name)) throw new SettingException($"--{name} is not an option.{Meant(name)} {Options}");
            if (equals >= 0) continue;
            i++;
            if (i == arguments.Count || arguments[i].StartsWith("--", StringComparison.Ordinal))
                throw new SettingException($"--{name} needs a value{(Settings.Find(name) is { } setting ? ": " + setting.What : "")}.");
        }
        return null;
    }

    /// <summary>The version of the program.</summary>
    public static string Version =>
        typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Which program this is: another build of it may answer otherwise from the same snapshot.</summary>
    public static string Edition { get; } =
        string.Concat(new[] { typeof(CommandLine),
            typeof(Search.Catalog.ResolutionCatalog) }.Select(t => t.Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8]));

    private static string Options => $"Options are {string.Join(", ", Settings.All.Select(s => "--" + s.Name))}; --help explains them.";

    private static bool IsKnown(string name) =>
        Settings.Find(name) is not null
        || OfFramework.Any(f => f.EndsWith(':')
            ? (name + ":").StartsWith(f, StringComparison.OrdinalIgnoreCase)
            : f.Equals(name, StringComparison.OrdinalIgnoreCase))
        || Settings.All.Any(s => name.Length > 0 && s.Name.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));

    private static string Meant(string name) =>
        Settings.All.FirstOrDefault(s => name.Length > 2 && s.Name.StartsWith(name[..3], StringComparison.OrdinalIgnoreCase)) is { } meant
            ? $" Did you mean --{meant.Name}?"
            : "";

    private static string Help()
    {
        var help = new StringBuilder("""
            Serves the snapshots that Search.Indexer builds: pages for people, /v1 for programs, /docs for both.

            Usage: Search.Api [--OPTION VALUE]...

            Options:

            """.ReplaceLineEndings("\n"));
        foreach (var setting in Settings.All)
        {
            help.Append("  --").Append(setting.Name).Append(" VALUE\n      ").Append(setting.What).Append("\n      ");
            if (setting.Default.Length > 0) help.Append("default ").Append(setting.Default).Append("; ");
            help.Append("environment ").Append(setting.Variable).Append('\n');
        }
        return help.Append("""
              --help
                  this text
              --version
                  the version of the program

            The framework's own options pass too: --environment, --contentRoot, --shutdownTimeoutSeconds, --Logging:LogLevel:Default ...
            docs/running.md has more.
            """.ReplaceLineEndings("\n")).ToString();
    }
}
