using System.CommandLine;
using System.Globalization;
using Search.Catalog;
using Search.Indexer.Progress;

namespace Search.Indexer.Commands;

/// <summary><c>build DIR... [--out DIR]</c>: a new snapshot out of folders of documents.</summary>
internal static class BuildCommand
{
    public static Command Create(CommandLine line)
    {
        var sources = new Argument<string[]>("DIR") { Description = "Folders (or files) of documents; folders are read recursively", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--out") { Description = "Folder of snapshots (default: index-data/built, or CLAUSEGRAPH_INDEX)", HelpName = "DIR" };
        var authorities = new Option<string?>("--authorities") { Description = "Folder with works.tsv, parts.tsv, verbs.tsv and names.CODE.tsv", HelpName = "DIR" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read and link everything, write nothing" };
        var keep = new Option<int>("--keep") { Description = "Generations to keep, the new one included", DefaultValueFactory = _ => 2, HelpName = "N" };
        var json = new Option<bool>("--json") { Description = "Report as JSON" };
        var progress = ProgressLine.Option();
        var command = new Command("build", "Index folders of documents and publish the result as the live snapshot. A running Search.Api picks it up by itself.")
        {
            sources, output, authorities, dryRun, keep, json, progress,
        };
        command.SetAction((result, cancellation) => Task.FromResult(Run(
            line,
            new BuildRequest
            {
                Sources = [.. result.GetValue(sources)!],
                Output = CatalogFolders.Index(result.GetValue(output)),
                Authorities = CatalogFolders.Authorities(result.GetValue(authorities)),
                DryRun = result.GetValue(dryRun),
                Keep = Math.Max(1, result.GetValue(keep)),
                Sample = Array.TrueForAll(result.GetValue(sources)!, CatalogFolders.IsSample),
            },
            result.GetValue(json),
            ProgressLine.For(result.GetValue(progress), line.Error),
            cancellation)));
        return command;
    }

    private static int Run(CommandLine line, BuildRequest request, bool json, ProgressLine progress, CancellationToken cancellation)
    {
        var missing = request.Sources.Where(s => !Directory.Exists(s) && !File.Exists(s)).ToList();
        if (missing.Count > 0) return line.Fail(ExitCode.InputMissing, $"no such folder: {string.Join(", ", missing)}. Check the path.");
        BuildReport report;
        try
        {
            report = CatalogBuilder.Build(request, TimeProvider.System, progress.Report, cancellation);
        }
        finally
        {
            progress.Finish();
        }
        foreach (var warning in report.Warnings) line.Error.WriteLine($"warning: {warning}");

        if (json)
        {
            line.WriteJson(new { report.Generation, report.Counts, report.LeftOut, report.Warnings, Seconds = report.Elapsed.TotalSeconds });
            return ExitCode.Ok;
        }
        var counts = report.Counts;
        line.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{report.Generation ?? "dry run"}: {counts.Documents} documents, {counts.Clauses} clauses, {counts.Citations} citations, {counts.Works} works, {counts.Edges} edges in {report.Elapsed.TotalSeconds:0.0} s"));
        if (report.LeftOut.IsEmpty) return ExitCode.Ok;
        line.Out.WriteLine($"left out {report.LeftOut.Length}:");
        foreach (var file in report.LeftOut) line.Out.WriteLine($"  {file.File}: {file.Message} [{file.Code}]");
        return ExitCode.Ok;
    }
}
