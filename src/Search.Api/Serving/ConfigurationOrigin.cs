using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Search.Catalog;

namespace Search.Api.Serving;

/// <summary>Tells where a setting has its value from: the command line, an environment variable, a file, or nowhere.</summary>
internal static class ConfigurationOrigin
{
    private static readonly Dictionary<string, string> Variables = new() { ["index"] = CatalogFolders.IndexVariable, ["authorities"] = CatalogFolders.AuthoritiesVariable };

    /// <summary>Everything that can be set.</summary>
    public static IReadOnlyList<string> Settings { get; } =
        ["urls", "index", "authorities", "watch", "timeout", "behindProxy", "rateLimit:burst", "rateLimit:perSecond", "rateLimit:loopback"];

    /// <summary>Where the value of a setting comes from; <c>default</c> where nobody set it.</summary>
    public static string Of(IConfiguration configuration, string setting)
    {
        foreach (var provider in ((IConfigurationRoot)configuration).Providers.Reverse())
            if (provider.TryGet(setting, out var value) && !string.IsNullOrEmpty(value))
                return provider switch
                {
                    CommandLineConfigurationProvider => "command line",
                    EnvironmentVariablesConfigurationProvider => "environment",
                    FileConfigurationProvider file => file.Source.Path ?? "file",
                    _ => "host",
                };
        return Variables.TryGetValue(setting, out var variable) && !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(variable)) ? $"environment ({variable})" : "default";
    }
}
