using System.CommandLine;
using Search.Api.Hosting;

namespace Search.Indexer.Commands;

/// <summary><c>serve</c>: the live snapshot over HTTP, as Search.Api serves it.</summary>
internal static class ServeCommand
{
    public static Command Create(CommandLine line, string[] arguments)
    {
        var command = new Command("serve",
            "Serve the live snapshot over HTTP: pages for people, /v1 for programs, /docs for both. Without a snapshot the sample is built and served.")
        { TreatUnmatchedTokensAsErrors = false };
        foreach (var setting in Server.Options)
            command.Add(new Option<string?>("--" + setting.Name)
            {
                Description = setting.Default.Length > 0
                ? $"{setting.Description} (default: {setting.Default})"
                : setting.Description,
                HelpName = "VALUE"
            });
        // The server reads its settings itself, together with environment and files.
        command.SetAction((_, _) => Server.RunAsync(arguments[(Array.IndexOf(arguments, command.Name) + 1)..], line.Out, line.Error));
        return command;
    }
}
