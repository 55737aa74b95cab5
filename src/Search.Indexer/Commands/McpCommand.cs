using System.CommandLine;
using Search.Api.Assistants;
using Search.Catalog;

namespace Search.Indexer.Commands;

/// <summary><c>mcp</c>: the live snapshot for an assistant, on standard input and output.</summary>
internal static class McpCommand
{
    public static Command Create(CommandLine line)
    {
        var site = new Option<string>("--site")
        {
            Description = "Address of the server whose pages the answers lead to",
            DefaultValueFactory = _ => "http://127.0.0.1:5080",
            HelpName = "URL"
        };
        var index = new Option<string?>("--index")
        {
            Description = "Folder of snapshots (default: index-data/built, or CLAUSEGRAPH_INDEX)",
            HelpName = "DIR"
        };
        var command = new Command("mcp",
            "Serve the live snapshot to an assistant over the Model Context Protocol, on standard input and output.") { site, index };
        command.SetAction(async (result, cancellation) =>
        {
            using var catalog = ResolutionCatalog.Open(CatalogFolders.Index(result.GetValue(index)), warn: e =>
                line.Error.WriteLine($"warning: {e.Message}"), cancellation: cancellation);
            await AssistantServer.ServeAsync(catalog, result.GetValue(site)!, cancellation);
            return ExitCode.Ok;
        });
        return command;
    }
}
