using System.CommandLine;
using Search.Catalog;
using Search.Catalog.Parameters;

namespace Search.Indexer.Commands;

/// <summary><c>path SOURCE TARGET</c>: how one work leads to another through citations.</summary>
internal static class PathCommand
{
    public static Command Create(CommandLine line)
    {
        var source = new Argument<string>("SOURCE") { Description = "The citing work: an id or a citation as people write it" };
        var target = new Argument<string>("TARGET") { Description = "The cited work" };
        var anyTime = new Option<bool>("--any-time") { Description = "The same as --time-respecting false", Hidden = true };
        var (index, json) = QueryCommands.Options();
        var command = new Command("path", "Show the shortest chains of citations from one work to another.") { source, target, anyTime,
            index, json };
        var options = new ParameterOptions(command, GraphParameters.OfPaths);
        command.SetAction(result =>
        {
            var values = options.Values(result);
            var query = values.Paths();
            if (line.Refuses(values)) return ExitCode.Usage;
            if (result.GetValue(anyTime)) query = query with { TimeRespecting = false };
            return line.WithCatalog(result.GetValue(index), catalog =>
                line.WorkId(catalog, result.GetValue(source)!) is { } first && line.WorkId(catalog, result.GetValue(target)!) is { } last
                    ? Show(line, catalog.Paths(first, last, query), result.GetValue(json))
                    : ExitCode.NothingMatched);
        });
        return command;
    }

    private static int Show(CommandLine line, PathsView? found, bool json)
    {
        if (found is null) return line.Fail(ExitCode.NothingMatched, "One of the works is not in this snapshot.");
        var style = line.Style;
        if (json) line.WriteJson(found);
        else
        {
            foreach (var path in found.Paths)
            {
                line.Out.WriteLine(string.Join(style.Muted(" → "), path.Hops.Select(h => Called(style, h.From))
                    .Append(Called(style, path.Hops[^1].To))));
                foreach (var hop in path.Hops)
                    line.Out.WriteLine(style.IsTerminal
                        ? $"    {style.Name($"{hop.Edges[0].Source.Canonical} {hop.Edges[0].Label}")} {style.Treatment(hop.Edges[0].Treatment)}\n{style.Paragraph(hop.Edges[0].Quote, hop.Edges[0] is { MentionStart: { } start, MentionEnd: { } end } ? [new(start, end)] : [], 6)}"
                        : $"    {hop.Edges[0].Source.Canonical} {hop.Edges[0].Label} {hop.Edges[0].Treatment}: {hop.Edges[0].Quote}");
            }
            line.Out.WriteLine($"{found.Paths.Count} chains{(found.Complete ? "" : "; the search stopped at its limit")}");
        }
        return found.Paths.Count > 0 ? ExitCode.Ok : ExitCode.NothingMatched;
    }

    private static string Called(Style style, WorkSummary work) => style.Title(style.IsTerminal ? work.Title : work.Canonical);
}
