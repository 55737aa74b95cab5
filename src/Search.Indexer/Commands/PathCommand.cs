using System.CommandLine;
using Search.Catalog;

namespace Search.Indexer.Commands;

/// <summary><c>path FROM TO</c>: how one work leads to another through citations.</summary>
internal static class PathCommand
{
    public static Command Create(CommandLine line)
    {
        var from = new Argument<string>("FROM") { Description = "The citing work: an id or a citation as people write it" };
        var to = new Argument<string>("TO") { Description = "The cited work" };
        var max = new Option<int>("--max") { Description = "Chains to show", DefaultValueFactory = _ => 3, HelpName = "N" };
        var anyTime = new Option<bool>("--any-time") { Description = "Also follow citations whose dates contradict their direction" };
        var index = new Option<string?>("--index") { Description = "Folder of snapshots (default: index-data/built, or CLAUSEGRAPH_INDEX)", HelpName = "DIR" };
        var json = new Option<bool>("--json") { Description = "Answer as JSON" };
        var command = new Command("path", "Show the shortest chains of citations from one work to another.") { from, to, max, anyTime, index, json };
        command.SetAction(result => line.WithCatalog(result.GetValue(index), catalog =>
        {
            if (line.WorkId(catalog, result.GetValue(from)!) is not { } first || line.WorkId(catalog, result.GetValue(to)!) is not { } last) return ExitCode.NothingMatched;
            var found = catalog.Paths(first, last, new PathQuery { Max = Math.Clamp(result.GetValue(max), 1, 20), TimeRespecting = !result.GetValue(anyTime) });
            if (found is null) return line.Fail(ExitCode.NothingMatched, $"{first} or {last} is not in this snapshot.");
            if (result.GetValue(json)) line.WriteJson(found);
            else
            {
                foreach (var path in found.Paths)
                {
                    line.Out.WriteLine(string.Join(" → ", path.Hops.Select(h => h.From.Canonical).Append(path.Hops[^1].To.Canonical)));
                    foreach (var hop in path.Hops)
                        line.Out.WriteLine($"    {hop.Edges[0].Source.Canonical} {hop.Edges[0].Label} {hop.Edges[0].Treatment}: {hop.Edges[0].Quote}");
                }
                line.Out.WriteLine($"{found.Paths.Count} chains{(found.Complete ? "" : "; the search stopped at its limit")}");
            }
            return found.Paths.Count > 0 ? ExitCode.Ok : ExitCode.NothingMatched;
        }));
        return command;
    }
}
