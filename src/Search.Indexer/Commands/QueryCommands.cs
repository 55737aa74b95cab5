using System.CommandLine;
using System.Globalization;
using Search.Catalog;

namespace Search.Indexer.Commands;

/// <summary><c>search</c>, <c>cited-by</c>, <c>cites</c>, <c>stats</c> and <c>verify</c>: questions to the live snapshot.</summary>
internal static class QueryCommands
{
    public static Command Search(CommandLine line)
    {
        var query = new Argument<string[]>("QUERY") { Description = "Words, \"phrases\", -word, OR, word*, cites:\"Palermo Protocol\", organ:GA, year:2000..2010", Arity = ArgumentArity.OneOrMore };
        var limit = new Option<int>("--limit") { Description = "Hits to show", DefaultValueFactory = _ => 10, HelpName = "N" };
        var (index, json) = Options();
        var command = new Command("search", "Find clauses.") { query, limit, index, json };
        command.SetAction(result => line.WithCatalog(result.GetValue(index), catalog =>
        {
            var found = catalog.Search(new SearchRequest { Query = string.Join(' ', result.GetValue(query)!), Take = Math.Clamp(result.GetValue(limit), 1, 1000) });
            if (result.GetValue(json)) line.WriteJson(found);
            else
            {
                foreach (var warning in found.Query.Warnings) line.Error.WriteLine($"note: {warning.Message}");
                foreach (var work in found.Recognised) line.Out.WriteLine($"= {work.Title} [{work.Id}], cited by {work.CitedBy}");
                foreach (var hit in found.Hits)
                {
                    line.Out.WriteLine($"{hit.Document.Canonical} {hit.Label}  {hit.Date}");
                    line.Out.WriteLine($"    {hit.Text}");
                }
                line.Out.WriteLine($"{found.Total} clauses");
                if (found.DidYouMean is { } better) line.Out.WriteLine($"Did you mean: {better}");
            }
            return found.Total > 0 ? ExitCode.Ok : ExitCode.NothingMatched;
        }));
        return command;
    }

    public static Command CitedBy(CommandLine line) => Edges(line, "cited-by", "Show the clauses that cite a work.", (catalog, work, query) => catalog.CitedBy(work, query));

    public static Command Cites(CommandLine line) => Edges(line, "cites", "Show what the text of a work cites.", (catalog, work, query) => catalog.Cites(work, query));

    public static Command Stats(CommandLine line)
    {
        var (index, json) = Options();
        var command = new Command("stats", "Show what the live snapshot holds.") { index, json };
        command.SetAction(result => line.WithCatalog(result.GetValue(index), catalog =>
        {
            var most = catalog.Works(cited: true, take: 10).Page;
            var wanted = catalog.Works(inCorpus: false, cited: true, take: 10).Page;
            if (result.GetValue(json))
            {
                line.WriteJson(new { catalog.Generation, catalog.Built, catalog.Corpus, Sample = catalog.IsSample, catalog.Counts, MostCited = most, MostWanted = wanted, catalog.LeftOut });
                return ExitCode.Ok;
            }
            var counts = catalog.Counts;
            line.Out.WriteLine($"{catalog.Generation}, built {catalog.Built}");
            if (catalog.IsSample) line.Out.WriteLine("The documents are the sample: they are invented, and none is a document of the United Nations.");
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
        var command = new Command("verify", "Check every byte of the live snapshot against its checksums, and its parts against each other.") { index };
        command.SetAction(result =>
        {
            var (generation, files) = ResolutionCatalog.Verify(CatalogFolders.Index(result.GetValue(index)));
            line.Out.WriteLine($"{generation}: {files} files, all whole");
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Edges(CommandLine line, string name, string description, Func<ResolutionCatalog, string, EdgeQuery, EdgePage?> ask)
    {
        var work = new Argument<string>("WORK") { Description = "A work's id (palermo-protocol, a-res-58-137) or a citation as people write it (\"resolution 55/25, annex II\")" };
        var treatment = new Option<string[]>("--treatment") { Description = "Only these treatments: recalls, reaffirms, urges-ratification ...", HelpName = "WORD" };
        var pinpoint = new Option<string?>("--pinpoint") { Description = "Only this provision: \"article 6\"", HelpName = "PART" };
        var organ = new Option<string[]>("--organ") { Description = "Only documents of these organs: GA, SC, ECOSOC ...", HelpName = "ORGAN" };
        var from = new Option<string?>("--from") { Description = "Earliest date, ISO", HelpName = "DATE" };
        var to = new Option<string?>("--to") { Description = "Latest date, ISO", HelpName = "DATE" };
        var limit = new Option<int>("--limit") { Description = "Edges to show", DefaultValueFactory = _ => 50, HelpName = "N" };
        var (index, json) = Options();
        var command = new Command(name, description) { work, treatment, pinpoint, organ, from, to, limit, index, json };
        command.SetAction(result => line.WithCatalog(result.GetValue(index), catalog =>
        {
            if (line.WorkId(catalog, result.GetValue(work)!) is not { } found) return ExitCode.NothingMatched;
            var page = ask(catalog, found, new EdgeQuery
            {
                Treatments = result.GetValue(treatment) ?? [],
                Provision = result.GetValue(pinpoint),
                Organs = result.GetValue(organ) ?? [],
                From = result.GetValue(from),
                To = result.GetValue(to),
                Take = Math.Clamp(result.GetValue(limit), 0, 100_000),
            });
            if (page is null) return line.Fail(ExitCode.NothingMatched, $"'{found}' is not in this snapshot.");
            if (result.GetValue(json)) line.WriteJson(page);
            else
            {
                foreach (var edge in page.Edges)
                {
                    line.Out.WriteLine($"{edge.Source.Canonical} {edge.Label}  {edge.Date}  {edge.Treatment}  {edge.Work.Canonical}{(edge.Pinpoint.Length > 0 ? ", " + edge.Pinpoint : "")}");
                    line.Out.WriteLine($"    {edge.Quote}");
                }
                line.Out.WriteLine($"{page.Total} edges: {string.Join(", ", page.Groups.Treatment.Select(g => $"{g.Value} {g.Count}"))}");
            }
            return page.Total > 0 ? ExitCode.Ok : ExitCode.NothingMatched;
        }));
        return command;
    }

    private static (Option<string?> Index, Option<bool> Json) Options() =>
        (new Option<string?>("--index") { Description = "Folder of snapshots (default: index-data/built, or CLAUSEGRAPH_INDEX)", HelpName = "DIR" },
         new Option<bool>("--json") { Description = "Answer as JSON" });
}
