using System.Globalization;
using Search.Catalog;
using Search.Catalog.Checking;
using Search.Testing;

namespace Search.Benchmarks.Checking;

/// <summary>What the check of a draft finds of planted errors, what it says of texts that are correct, and how long it takes.</summary>
internal static class CheckBenchmark
{
    /// <summary>Longer texts would make the planting slow; what is planted in them is the same.</summary>
    private const int LongestText = 40_000;

    private const int TriesPerError = 400;

    private static readonly DateOnly Today = new(2026, 11, 30);

    /// <summary>Plants errors in the texts of a folder and checks each text without and with its error.</summary>
    public static int Plant(string index, string folder, int errors, int seed)
    {
        using var catalog = ResolutionCatalog.Open(index, Places.Authorities);
        var texts = Texts(folder).Where(t => t.Text.Length <= LongestText).ToList();
        var random = new Random(seed);
        var places = new Dictionary<string, List<CorrectCitation>>();
        var quotable = new Dictionary<string, (int, string, int)?>();
        Console.WriteLine("| error | planted | named with the right kind | share | false alarms in the correct form |");
        Console.WriteLine("|---|---|---|---|---|");
        var (allPlanted, allFound) = (0, 0);
        foreach (var (name, kind) in PlantedErrors.Kinds)
        {
            var (planted, found, alarms) = (0, 0, 0);
            var missed = new List<string>();
            for (var n = 0; n < errors / PlantedErrors.Kinds.Count; n++)
            {
                PlantedError? error = null;
                for (var tries = 0; error is null && tries < TriesPerError; tries++)
                {
                    var (file, text) = texts[random.Next(texts.Count)];
                    if (!places.TryGetValue(file, out var of)) places.Add(file, of = CorrectCitations(catalog, text, quotable));
                    if (of.Count > 0) error = PlantedErrors.Plant(name, text, of[random.Next(of.Count)], random);
                }
                if (error is null) break;
                planted++;
                if (error.Text != error.Correct && name is "quotation" or "paragraph"
                    && Overlapping(catalog, error.Correct, error).Any(f => f.Severity == FindingKind.Mismatch))
                    alarms++;
                if (Overlapping(catalog, error.Text, error).Any(f => f.Kind == kind)) found++;
                else missed.Add(error.Text[Math.Max(0, error.Start - 90)..Math.Min(error.Text.Length, error.End + 60)].ReplaceLineEndings(
                    " "));
            }
            (allPlanted, allFound) = (allPlanted + planted, allFound + found);
            Console.WriteLine(Line($"| {name} | {planted} | {found} | {(double)found / Math.Max(1, planted):f4} | {alarms} |"));
            foreach (var miss in missed.Take(8)) Console.Error.WriteLine($"missed {name}: {miss}");
        }
        Console.WriteLine(Line($"| all | {allPlanted} | {allFound} | {(double)allFound / Math.Max(1, allPlanted):f4} | |"));
        return 0;
    }

    /// <summary>Checks the texts of a folder as they are, and lists what is said of them.</summary>
    public static int Correct(string index, string folder)
    {
        using var catalog = ResolutionCatalog.Open(index, Places.Authorities);
        var (texts, citations) = (0, 0);
        var kinds = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (file, text) in Texts(folder))
        {
            var draft = catalog.Checking.Check(text, Today);
            texts++;
            citations += draft.Citations.Count(c => c.Status == "linked");
            foreach (var finding in draft.Findings)
            {
                kinds[finding.Kind] = kinds.GetValueOrDefault(finding.Kind) + 1;
                if (finding.Severity == FindingKind.Mismatch)
                    Console.Error.WriteLine(
                        $"{finding.Kind}\t{Path.GetFileName(file)}\t{finding.Clause}\t{finding.Text}\t{finding.Message}\t{finding.Evidence}");
            }
        }
        Console.WriteLine(Line($"{texts} texts, {citations} linked citations"));
        foreach (var (kind, count) in kinds) Console.WriteLine(
            Line($"| {kind} | {FindingKind.SeverityOf(kind)} | {count} | {100.0 * count / Math.Max(1, citations):f3} % |"));
        return 0;
    }

    /// <summary>Times checks of 100 kB, joined of the texts of a folder.</summary>
    public static int Times(string index, string folder)
    {
        using var catalog = ResolutionCatalog.Open(index, Places.Authorities);
        var times = new AnswerTimes();
        var findings = 0;
        foreach (var text in AnswerTimes.Texts(folder)) times.Add(() => findings += catalog.Checking.Check(text, Today).Findings.Count);
        Console.WriteLine(Line($"a check of 100 kB: {times}, {findings} findings"));
        return 0;
    }

    private static IEnumerable<CheckFinding> Overlapping(ResolutionCatalog catalog, string text, PlantedError error) =>
        catalog.Checking.Check(text, Today).Findings.Where(f => f.Start < error.End && f.End > error.Start - 1);

    /// <summary>The linked citations of a text that have no finding: what is known of their works.</summary>
    private static List<CorrectCitation> CorrectCitations(ResolutionCatalog catalog, string text, Dictionary<string, (int, string,
        int)?> quotable)
    {
        var draft = catalog.Checking.Check(text, Today);
        var found = draft.Findings.Where(f => f.Severity == FindingKind.Mismatch).Select(f => f.Citation).ToHashSet();
        var places = new List<CorrectCitation>();
        foreach (var (i, citation) in draft.Citations.Index())
        {
            if (found.Contains(i) || citation is not { Status: "linked", Work: { } work, Pinpoint: "", Footnote: null }
                || !work.Canonical.Contains("/RES/", StringComparison.Ordinal))
                continue;
            if (!text.AsSpan(citation.Start, citation.End - citation.Start).SequenceEqual(citation.Text)) continue;
            if (catalog.Work(work.Id) is not { } details) continue;
            if (!quotable.TryGetValue(work.Id, out var quote)) quotable.Add(work.Id, quote = Quotable(catalog, work.Id));
            places.Add(new(citation.Start, citation.End, work.Canonical)
            {
                IsDated = details.Document == work.Id && details.Summary.Date?.Length == 10
                    || details.Facts.Any(f => f is { Kind: "date", Accepted: true, Sources: > 2 } && f.Value.Length == 10),
                IsTitled = details.Document == work.Id || details.Facts.Any(f => f is { Kind: "title", Accepted: true, Sources: > 2 }),
                Quotable = quote,
            });
        }
        return places;
    }

    private static (int, string, int)? Quotable(ResolutionCatalog catalog, string work)
    {
        if (catalog.Document(work) is null) return null;
        var clauses = catalog.Clauses(work);
        if (clauses.Any(c => c.Kind == "annex")) return null;
        var paragraphs = clauses.Where(c => c.Kind == "operative" && c.Label.StartsWith("OP", StringComparison.Ordinal)
            && c.Label.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0)
            .Select(c => (Number: int.Parse(c.Label.AsSpan(2), CultureInfo.InvariantCulture), c.Text)).ToList();
        if (paragraphs.Count < 2 || paragraphs[0].Number != 1 || paragraphs[^1].Number != paragraphs.Count) return null;
        var longest = paragraphs.MaxBy(p => p.Text.Length);
        return (longest.Number, longest.Text, paragraphs.Count);
    }

    private static IEnumerable<(string File, string Text)> Texts(string folder) =>
        Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(f => (f, File.ReadAllText(f)));

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
