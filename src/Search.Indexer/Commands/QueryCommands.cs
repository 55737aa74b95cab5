using System.CommandLine;
using System.Globalization;
using Search.Api;
using Search.Catalog;
using Search.Catalog.Parameters;

namespace Search.Indexer.Commands;

/// <summary><c>search</c>, <c>cited-by</c>, <c>cites</c>, <c>stats</c> and <c>verify</c>: questions to the live snapshot.</summary>
internal static class QueryCommands
{
    private const int DateColumns = 10;

    private static readonly NumberParameter Hits = SearchParameters.Limit with { Description = "Hits to show.", Most = 1000 };
    private static readonly NumberParameter Edges =
        Filters.Limit with { Description = "Edges to show.", Least = 0, Most = 100_000, Default = 50 };

    public static Command Search(CommandLine line)
    {
        var query = new Argument<string[]>("QUERY")
        {
            Description =
            "Words, \"phrases\", -word, OR, word*, cites:\"Palermo Protocol\", organ:GA, year:2000..2010",
            Arity = ArgumentArity.OneOrMore
        };
        var (index, json) = Options();
        var command = new Command("search", "Find clauses.") { query, index, json };
        var options = new ParameterOptions(command, [.. SearchParameters.All, Hits]);
        command.SetAction(result =>
        {
            if (Array.Find(result.GetValue(query)!, w => w.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
                return line.RefuseOption(command, unknown);
            var values = options.Values(result);
            var request = values.Search() with { Query = string.Join(' ', result.GetValue(query)!), Take = values.Get(Hits) };
            return line.Refuses(values)
                ? ExitCode.Usage
                : line.WithCatalog(result.GetValue(index), catalog => Show(line, catalog.Search(request), request, result.GetValue(json)));
        });
        return command;
    }

    private static int Show(CommandLine line, SearchResult found, SearchRequest request, bool json)
    {
        var style = line.Style;
        if (json) line.WriteJson(SearchAnswer.Of(found, request.Facets.Count > 0, int.MaxValue, next: null));
        else
        {
            foreach (var warning in found.Query.Warnings) line.Error.WriteLine($"note: {warning.Message}");
            foreach (var work in found.Recognised)
                line.Out.WriteLine($"= {style.Title(work.Title)} [{style.Name(work.Id)}], cited by {work.CitedBy}");
            foreach (var hit in found.Hits)
            {
                line.Out.WriteLine($"{style.Name($"{hit.Document.Canonical} {hit.Label}")}  {style.Muted(hit.Date ?? "")}{(style.IsTerminal && hit.Document.Title != hit.Document.Canonical ? "  " + hit.Document.Title : "")}");
                line.Out.WriteLine(style.Paragraph(hit.Text, hit.Highlights));
            }
            foreach (var (facet,
                counts) in found.Facets) line.Out.WriteLine($"{facet}: {string.Join(", ", counts.Select(c => $"{c.Value} {c.Count}"))}");
            line.WriteGroups(found.Grouped);
            line.Out.WriteLine($"{found.Total} clauses");
            if (found.DidYouMean is { } better) line.Out.WriteLine($"Did you mean: {better}");
        }
        return found.Total > 0 ? ExitCode.Ok : ExitCode.NothingMatched;
    }

    public static Command CitedBy(CommandLine line) =>
        OfEdges(line, "cited-by", "Show the clauses that cite a work.", (catalog, work, query) => catalog.CitedBy(work, query));

    public static Command Cites(CommandLine line) =>
        OfEdges(line, "cites", "Show what the text of a work cites.", (catalog, work, query) => catalog.Cites(work, query));

    public static Command Stats(CommandLine line)
    {
        var (index, json) = Options();
        var command = new Command("stats", "Show what the live snapshot holds.") { index, json };
        command.SetAction(result => line.WithCatalog(result.GetValue(index), catalog =>
        {
            var most = catalog.Works(new() { Cited = true, Take = 10 }).Page;
            var wanted = catalog.Works(new() { InCorpus = false, Cited = true, Take = 10 }).Page;
            if (result.GetValue(json))
            {
                line.WriteJson(new
                {
                    catalog.Generation,
                    catalog.Built,
                    catalog.Corpus,
                    Sample = catalog.IsSample,
                    catalog.Counts,
                    MostCited = most,
                    MostWanted = wanted,
                    catalog.LeftOut
                });
                return ExitCode.Ok;
            }
            var counts = catalog.Counts;
            line.Out.WriteLine($"{catalog.Generation}, built {catalog.Built}");
            if (catalog.IsSample)
                line.Out.WriteLine("The documents are the sample: they are invented, and none is a document of the United Nations.");
            line.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{counts.Documents} documents, {counts.Clauses} clauses, {counts.Citations} citations, {counts.Works} works, {counts.Edges} edges"));
            line.Out.WriteLine("most cited:");
            foreach (var work in most) line.Out.WriteLine($"  {work.CitedBy,6}  {work.Title} [{work.Id}]");
            line.Out.WriteLine("most wanted (cited, text not here):");
            foreach (var work in wanted) line.Out.WriteLine($"  {work.CitedBy,6}  {work.Title} [{work.Id}]");
            foreach (var file in catalog.LeftOut) line.Out.WriteLine($"left out: {file.File}: {file.Message} [{file.Code}]");
            return ExitCode.Ok;
        }));
        return command;
    }

    public static Command Verify(CommandLine line)
    {
        var (index, _) = Options();
        var command = new Command("verify",
            "Check every byte of the live snapshot against its checksums, and its parts against each other.") { index };
        command.SetAction(result =>
        {
            var (generation, files) = ResolutionCatalog.Verify(CatalogFolders.Index(result.GetValue(index)));
            line.Out.WriteLine($"{generation}: {files} files, all whole");
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command OfEdges(CommandLine line, string name, string description,
        Func<ResolutionCatalog, string, EdgeQuery, EdgePage?> ask)
    {
        var work = new Argument<string>("WORK")
        {
            Description =
            "A work's id (palermo-protocol, a-res-58-137) or a citation as people write it (\"resolution 55/25, annex II\")"
        };
        var (index, json) = Options();
        var command = new Command(name, description) { work, index, json };
        var options = new ParameterOptions(command, [.. EdgeParameters.OfLists, Edges]);
        command.SetAction(result =>
        {
            var values = options.Values(result);
            var query = values.List() with { Take = values.Get(Edges) };
            if (line.Refuses(values)) return ExitCode.Usage;
            return line.WithCatalog(result.GetValue(index), catalog =>
            {
                values.Check(catalog, query);
                if (line.Refuses(values)) return ExitCode.Usage;
                return line.WorkId(catalog, result.GetValue(work)!) is { } found
                    ? Show(line, ask(catalog, found, query), found, result.GetValue(json))
                    : ExitCode.NothingMatched;
            });
        });
        return command;
    }

    private static int Show(CommandLine line, EdgePage? page, string work, bool json)
    {
        if (page is null) return line.Fail(ExitCode.NothingMatched, $"'{work}' is not in this snapshot.");
        var style = line.Style;
        if (json) line.WriteJson(page);
        else
        {
            var names = page.Edges.Select(e => e.Source.Canonical.Length + 1 + e.Label.Length).DefaultIfEmpty().Max();
            var treatments = page.Edges.Select(e => e.Treatment.Length).DefaultIfEmpty().Max();
            foreach (var edge in page.Edges)
            {
                var cited = $"{(style.IsTerminal ? edge.Work.Title : edge.Work.Canonical)}{(edge.Pinpoint.Length > 0 ? ", " + edge.Pinpoint : "")}";
                line.Out.WriteLine($"{style.Name(style.Column($"{edge.Source.Canonical} {edge.Label}", names))}  {style.Muted(style.Column(edge.Date, DateColumns))}  {style.Treatment(style.Column(edge.Treatment, treatments))}  {cited}");
                line.Out.WriteLine(style.Paragraph(edge.Quote, edge is { MentionStart: { } start, MentionEnd: { } end }
                    ? [new(start, end)]
                    : []));
            }
            line.WriteGroups(page.Grouped);
            line.Out.WriteLine($"{page.Total} edges: {string.Join(", ", page.Groups.Treatment.Select(g => $"{g.Value} {g.Count}"))}");
        }
        return page.Total > 0 ? ExitCode.Ok : ExitCode.NothingMatched;
    }

    public static (Option<string?> Index, Option<bool> Json) Options() =>
        (new Option<string?>("--index")
        {
            Description = "Folder of snapshots (default: index-data/built, or CLAUSEGRAPH_INDEX)",
            HelpName = "DIR"
        },
         new Option<bool>("--json") { Description = "Answer as JSON" });
}
