using System.CommandLine;
using System.Globalization;
using Search.Catalog;
using Search.Catalog.Checking;

namespace Search.Indexer.Commands;

/// <summary><c>check FILE...</c>: what a draft says about the works that it cites, held against the live snapshot.</summary>
internal static class CheckCommand
{
    public static Command Create(CommandLine line)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = $"Drafts to check: {string.Join(' ', Uploads.Formats)}",
            Arity = ArgumentArity.OneOrMore
        };
        var notices = new Option<bool>("--notices")
        {
            Description =
            "Also list what is amended, ended or has a newer text, and the suggested form of each citation"
        };
        var index = new Option<string?>("--index")
        {
            Description = "Folder of snapshots (default: index-data/built, or CLAUSEGRAPH_INDEX)",
            HelpName = "DIR"
        };
        var json = new Option<bool>("--json") { Description = "Answer as JSON, a line a file, with the names that POST /v1/check uses" };
        var command = new Command("check",
            $"Check what drafts say about the works that they cite: numbers, dates, titles, quotations, notes. Exit code {ExitCode.Findings} where something differs from what is known.")
        {
            files, notices, index, json,
        };
        command.SetAction(result => line.WithCatalog(result.GetValue(index), catalog =>
        {
            var code = ExitCode.Ok;
            foreach (var file in result.GetValue(files)!)
                code = Worse(code, Check(line, catalog, file, result.GetValue(notices), result.GetValue(json)));
            return code;
        }));
        return command;
    }

    private static int Worse(int one, int other) =>
        one is ExitCode.Ok || other is ExitCode.InputMissing or ExitCode.Invalid ? other == ExitCode.Ok ? one : other : one;

    private static int Check(CommandLine line, ResolutionCatalog catalog, string file, bool notices, bool json)
    {
        if (!File.Exists(file)) return line.Fail(ExitCode.InputMissing, $"no such file: {file}. Check the path.");
        var (draft, code, message) = catalog.Checking.CheckFile(file, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        if (draft is null) return line.Fail(ExitCode.Invalid, $"{file}: {message} [{code}]");
        if (json) line.WriteJsonLine(new { File = file, draft.Mismatches, draft.Findings, draft.Citations, draft.NotChecked });
        else Write(line, file, draft, notices);
        return draft.Mismatches > 0 ? ExitCode.Findings : ExitCode.Ok;
    }

    private static void Write(CommandLine line, string file, CheckedDraft draft, bool notices)
    {
        var places = new LinePlaces(draft.Text);
        foreach (var finding in draft.Findings.Where(f => notices || f.Severity == FindingKind.Mismatch))
        {
            var (row, column) = places.Of(finding.Start);
            line.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{file}:{row}:{column}: {finding.Kind}: “{OneLine(finding.Text)}”: {finding.Message}{(finding.Evidence is { } how ? " " + how : "")}"));
            if (finding.Source is { } source) line.Out.WriteLine($"    {source.Clause}: {source.Quote}");
        }
        foreach (var citation in draft.Citations.Where(c => notices && c.Suggestion is not null))
        {
            var (row, column) = places.Of(citation.Start);
            line.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{file}:{row}:{column}: suggestion: “{OneLine(citation.Text)}”: {citation.Suggestion}"));
        }
        foreach (var left in draft.NotChecked)
            line.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: not checked ({left.Count}): {left.Message}"));
        line.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{file}: {draft.Citations.Count} citations, {draft.Mismatches} differ from what is known"));
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Lines and columns of offsets, each from 1.</summary>
    private sealed class LinePlaces
    {
        private readonly List<int> _starts = [0];

        public LinePlaces(string text)
        {
            for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1)) _starts.Add(at + 1);
        }

        public (int Row, int Column) Of(int offset)
        {
            var found = _starts.BinarySearch(offset);
            var row = found < 0 ? ~found - 1 : found;
            return (row + 1, offset - _starts[row] + 1);
        }
    }
}
