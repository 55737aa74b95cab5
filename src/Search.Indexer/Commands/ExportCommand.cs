using System.CommandLine;
using Search.Api.Offline;
using Search.Catalog;
using Search.Catalog.Parameters;

namespace Search.Indexer.Commands;

/// <summary><c>export --format F [--out FILE]</c>: the graph for other programs.</summary>
internal static class ExportCommand
{
    private static readonly Vocabulary Formats = GraphParameters.Format.Vocabulary;
    private static readonly WordParameter Format = new("format", "Format of the file.", Formats) { Default = "graphml" };

    public static Command Create(CommandLine line)
    {
        var file = new Option<string?>("--out") { Description = "File to write; without it standard output", HelpName = "FILE" };
        var folder = new Option<string?>("--static")
        {
            Description =
            "Write a site for any file host instead of the graph: a search page that needs no server, and a page for every document and every cited work",
            HelpName = "DIR"
        };
        var site = new Option<string?>("--site")
        {
            Description =
            "With --static: address of a server whose pages the hits link to; without it, pages for documents and works are written too",
            HelpName = "URL"
        };
        var reuse = new Option<bool>("--reuse")
        {
            Description =
            "Write which clauses repeat earlier ones instead of the citations; takes --document, --silent and --overlap"
        };
        var index = new Option<string?>("--index")
        {
            Description = "Folder of snapshots (default: index-data/built, or CLAUSEGRAPH_INDEX)",
            HelpName = "DIR"
        };
        var command = new Command("export",
            "Write the citation graph as a file for other programs, or the clauses as a folder for a site without a server.") { file,
                folder, site, reuse, index };
        var options = new ParameterOptions(command, [Format, .. GraphParameters.OfExport, .. ReuseParameters.OfReuse]);
        options.AddAlias(Filters.To, "--until");
        command.SetAction(result =>
        {
            var values = options.Values(result);
            var format = values.Get(Format);
            var query = values.Export();
            if (line.Refuses(values, refused => refused.Of.Name == Filters.To.Name ? "The file to write is --out FILE." : null))
                return ExitCode.Usage;
            return line.WithCatalog(result.GetValue(index), catalog => result.GetValue(folder) is { } target
                ? Static(line, catalog, target, result.GetValue(site))
                : result.GetValue(reuse) ? Reuse(line, catalog, values.Reuse(), format, result.GetValue(file))
                : Graph(line, catalog, query, format, result.GetValue(file)));
        });
        return command;
    }

    private static int Static(CommandLine line, ResolutionCatalog catalog, string target, string? site)
    {
        try
        {
            var (clauses, files) = StaticSite.Write(catalog, target, site);
            line.Out.WriteLine($"{clauses} clauses in {files} files");
            return ExitCode.Ok;
        }
        catch (InvalidDataException e)
        {
            return line.Fail(ExitCode.Failure, e.Message);
        }
    }

    private static int Reuse(CommandLine line, ResolutionCatalog catalog, ReuseQuery query, string format, string? file)
    {
        if (!catalog.HasReuse)
            return line.Fail(ExitCode.NothingMatched, "This snapshot was built before the words of clauses were compared. Build it again.");
        using var stream = file is not null ? File.Create(file) : Console.OpenStandardOutput();
        catalog.ExportReuse(query, format, stream);
        return ExitCode.Ok;
    }

    private static int Graph(CommandLine line, ResolutionCatalog catalog, ExportQuery query, string format, string? file)
    {
        if (query.Work is { } asked)
        {
            if (line.WorkId(catalog, asked) is not { } id) return ExitCode.NothingMatched;
            query = query with { Work = id };
        }
        using var stream = file is not null ? File.Create(file) : Console.OpenStandardOutput();
        catalog.Export(query, format, stream);
        return ExitCode.Ok;
    }
}
