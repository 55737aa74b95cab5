using System.CommandLine;
using Search.Catalog;
using Search.Catalog.Parameters;

namespace Search.Indexer.Commands;

/// <summary><c>compare</c> and <c>versions</c>: where the words of clauses come from.</summary>
internal static class ReuseCommands
{
    private static readonly NumberParameter Versioned =
        Filters.Limit with { Description = "Versions to show.", Most = 1000, Default = 100 };

    public static Command Compare(CommandLine line)
    {
        var source = new Argument<string>("SOURCE") { Description = "The earlier document's id: a-res-61-901" };
        var target = new Argument<string>("TARGET") { Description = "The later document's id" };
        var (index, json) = QueryCommands.Options();
        var command = new Command("compare", "Compare two documents clause by clause.") { source, target, index, json };
        command.SetAction(result => line.WithCatalog(result.GetValue(index), catalog =>
        {
            if (catalog.Compare(result.GetValue(source)!, result.GetValue(target)!) is not { } found)
                return line.Fail(ExitCode.NothingMatched, "One of the documents is not in this snapshot. Check both ids.");
            if (result.GetValue(json))
            {
                line.WriteJson(found);
                return ExitCode.Ok;
            }
            foreach (var row in found.Rows)
            {
                var labels = $"{string.Join('+', row.Source.Select(c => c.Label))} -> {string.Join('+', row.Target.Select(c => c.Label))}";
                line.Out.WriteLine($"{row.Change}{(row.Moved ? ", moved" : "")}{(row.Verb is { } verb ? $", verb {verb.Change}: {verb.From} -> {verb.To}" : "")}  {labels}");
                line.Out.WriteLine($"    {ChangedText.Marked(row.Changes)}");
            }
            var c = found.Counts;
            line.Out.WriteLine($"{c.Kept} kept, {c.Changed} changed, {c.Split} split, {c.Merged} merged, {c.New} new, {c.Dropped} dropped, {c.Moved} moved");
            return ExitCode.Ok;
        }));
        return command;
    }

    public static Command Versions(CommandLine line)
    {
        var document = new Argument<string>("DOCUMENT") { Description = "The document's id: a-res-75-901" };
        var clause = new Argument<string>("CLAUSE") { Description = "The clause's label: op5-b" };
        var (index, json) = QueryCommands.Options();
        var command = new Command("versions", "Show the versions of a clause through time.") { document, clause, index, json };
        var options = new ParameterOptions(command, [Versioned]);
        command.SetAction(result =>
        {
            var values = options.Values(result);
            var take = values.Get(Versioned);
            if (line.Refuses(values)) return ExitCode.Usage;
            return line.WithCatalog(result.GetValue(index), catalog =>
            {
                if (!catalog.HasReuse)
                    return line.Fail(ExitCode.NothingMatched,
                        "This snapshot was built before the words of clauses were compared. Build it again.");
                if (catalog.Versions(result.GetValue(document)!, result.GetValue(clause)!.ToLowerInvariant(), 0, take) is not { } found)
                    return line.Fail(ExitCode.NothingMatched, "There is no such clause in this snapshot. Check id and label.");
                if (result.GetValue(json))
                {
                    line.WriteJson(found);
                    return ExitCode.Ok;
                }
                foreach (var version in found.Versions)
                {
                    line.Out.WriteLine($"{version.Use.Symbol ?? version.Use.Document} {version.Use.Label}  {version.Use.Date}  {version.Use.When}  {version.Use.Overlap:P0}");
                    if (version.Changes.Count > 0) line.Out.WriteLine($"    {ChangedText.Marked(version.Changes)}");
                }
                line.Out.WriteLine($"{found.Total} versions");
                return ExitCode.Ok;
            });
        });
        return command;
    }
}
