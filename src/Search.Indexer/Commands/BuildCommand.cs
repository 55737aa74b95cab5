using System.CommandLine;
using System.Globalization;
using System.Runtime;
using Search.Catalog;
using Search.Indexer.Progress;

namespace Search.Indexer.Commands;

/// <summary><c>build DIR... [--out DIR]</c>: a new snapshot out of folders of documents.</summary>
internal static class BuildCommand
{
    private static readonly string Help = $$"""
        Index folders of documents and publish the result as the live snapshot. A running Search.Api picks it up by itself.
        Formats: {{string.Join(' ', SourceFolders.Formats)}}. What a document does not print can be stated in NAME.meta.json beside NAME.EXT:
        {"symbol": "A/RES/58/137", "title": "...", "date": "2003-12-22"}. Files that have not changed since the last build are not read again.
        """;

    public static Command Create(CommandLine line)
    {
        var sources = new Argument<string[]>("DIR")
        {
            Description = "Folders (or files) of documents; folders are read recursively",
            Arity = ArgumentArity.OneOrMore
        };
        var output = new Option<string?>("--out", "--index")
        {
            Description =
            "Folder of snapshots (default: index-data/built, or CLAUSEGRAPH_INDEX)",
            HelpName = "DIR"
        };
        var authorities = new Option<string?>("--authorities")
        {
            Description =
            "Folder with works.tsv, parts.tsv, verbs.tsv and names.CODE.tsv",
            HelpName = "DIR"
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read and link everything, write nothing" };
        var watch = new Option<bool>("--watch")
        {
            Description =
            "Keep running: build again whenever the documents change; only what is new or changed is written, as with --append"
        };
        var append = new Option<bool>("--append")
        {
            Description =
            "Write only what is new, changed or gone since the live snapshot, and take over the rest; hits with equal scores may be ordered differently than after a whole build"
        };
        var memory = new Option<string?>("--memory")
        {
            Description =
            "Most memory to use, such as 800M or 2G; the build ends with exit code 71 where it is not enough (default: what the machine has)",
            HelpName = "SIZE"
        };
        var keep = new Option<int>("--keep")
        {
            Description = "Generations to keep, the new one included",
            DefaultValueFactory = _ => 2,
            HelpName = "N"
        };
        var shards = new Option<int>("--shards")
        {
            Description = "Shards of the full-text index, which a search asks at once, a core for each; answers are the same",
            DefaultValueFactory = _ => 1,
            HelpName = "N",
        };
        var json = new Option<bool>("--json") { Description = "Report as JSON" };
        var progress = ProgressLine.Option();
        var command = new Command("build", Help)
        {
            sources, output, authorities, dryRun, watch, append, memory, keep, shards, json, progress,
        };
        command.SetAction(async (result, cancellation) =>
        {
            var limit = result.GetValue(memory);
            if (limit is not null && !MemoryBudget.TryApply(limit, out var refusal))
                return line.Fail(ExitCode.Usage, refusal);
            if (result.GetValue(shards) is < 1 or > BuildRequest.MostShards)
                return line.Fail(ExitCode.Usage, $"--shards takes a number from 1 to {BuildRequest.MostShards}.");
            using var remembered = result.GetValue(watch) ? new BuildMemory() : null;
            var request = new BuildRequest
            {
                Sources = [.. result.GetValue(sources)!],
                Output = CatalogFolders.Index(result.GetValue(output)),
                Authorities = CatalogFolders.Authorities(result.GetValue(authorities)),
                DryRun = result.GetValue(dryRun),
                Append = result.GetValue(append) || result.GetValue(watch),
                Keep = Math.Max(1, result.GetValue(keep)),
                Shards = result.GetValue(shards),
                Memory = remembered,
                Sample = Array.TrueForAll(result.GetValue(sources)!, CatalogFolders.IsSample),
            };
            int Build() => Run(line, request, result.GetValue(json), ProgressLine.For(result.GetValue(progress), line.Error), cancellation);
            return result.GetValue(watch)
                ? await BuildWatch.RunAsync(line, request.Sources, Build, TimeProvider.System, cancellation)
                : Build();
        });
        return command;
    }

    private static int Run(CommandLine line, BuildRequest request, bool json, ProgressLine progress, CancellationToken cancellation)
    {
        var missing = request.Sources.Where(s => !Directory.Exists(s) && !File.Exists(s)).ToList();
        if (missing.Count > 0) return line.Fail(ExitCode.InputMissing, $"no such folder: {string.Join(", ", missing)}. Check the path.");
        if (!request.DryRun && Unusable(request.Output) is { } reason) return line.Fail(ExitCode.InputOutput, reason);
        BuildReport report;
        GCSettings.LatencyMode = GCLatencyMode.Batch; // nobody waits for an answer meanwhile: collect without a second thread
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
            line.WriteJson(new
            {
                report.Generation,
                report.Counts,
                report.FilesRead,
                report.DocumentsKept,
                report.Summary,
                report.LeftOut,
                report.Warnings,
                Seconds = report.Elapsed.TotalSeconds
            });
        else Write(line, report);
        return ExitCode.Ok;
    }

    /// <summary>Why a folder cannot take snapshots, and what to do; null where it can, when it exists.</summary>
    private static string? Unusable(string output)
    {
        if (File.Exists(output)) return $"{output} is a file, not a folder of snapshots. Name a folder with --out.";
        try
        {
            Directory.CreateDirectory(output);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"the folder of snapshots {output} could not be created ({e.Message.TrimEnd('.')}). Check its permissions, or name another folder with --out.";
        }
    }

    private static void Write(CommandLine line, BuildReport report)
    {
        var (counts, summary) = (report.Counts, report.Summary);
        line.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{report.Generation ?? "dry run"}: {counts.Documents} documents, {counts.Clauses} clauses, {counts.Citations} citations, {counts.Works} works, {counts.Edges} edges in {report.Elapsed.TotalSeconds:0.0} s"));
        line.Out.WriteLine($"files read: {report.FilesRead}; the others have not changed since an earlier build");
        if (report.DocumentsKept > 0)
            line.Out.WriteLine($"documents written: {counts.Documents - report.DocumentsKept}; the others are as in the previous snapshot");
        var mentions = summary.Mentions;
        line.Out.WriteLine($"mentions: {mentions.Linked} linked, {mentions.Ambiguous} ambiguous, {mentions.Unknown} unknown, {mentions.Collective} of a group without a list");
        Write("without symbol", summary.WithoutSymbol);
        Write("without date", summary.WithoutDate);
        Write("without title", summary.WithoutTitle);
        if (summary.Losses is { IsEmpty: false } losses)
        {
            if (losses.Documents > 0)
                line.Out.WriteLine($"gone since {losses.Since}: {losses.Documents} documents: {Names(losses.Documents, losses.First)}");
            foreach (var document in losses.FewerEdges)
                line.Out.WriteLine($"fewer edges than in {losses.Since}: {document.Document}, {document.After} instead of {document.Before}");
        }
        if (!report.LeftOut.IsEmpty)
        {
            line.Out.WriteLine($"left out {report.LeftOut.Length}:");
            foreach (var file in report.LeftOut) line.Out.WriteLine($"  {file.File}: {file.Message} [{file.Code}]");
        }
        if (summary.WithoutSymbol.Count > 0)
            line.Out.WriteLine("next: state a missing symbol in NAME.meta.json beside the document, and build again; only what changed is read.");

        void Write(string what, DocumentGroup group)
        {
            if (group.Count > 0) line.Out.WriteLine($"{what}: {group.Count}: {Names(group.Count, group.First)}");
        }
    }

    private static string Names(int count, IReadOnlyCollection<string> first) =>
        string.Join(", ", first) + (count > first.Count ? " ..." : "");
}
