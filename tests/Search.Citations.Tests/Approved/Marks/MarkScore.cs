using System.Globalization;
using System.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Tests.Approved.Marks;

/// <summary>
/// Compares what was found with what was marked. A mention is found when clause and work agree and one surface holds the other; an
/// edge is a clause and a work, a part that is an instrument counted as the instrument; a work without an id is judged by place alone.
/// </summary>
internal sealed class MarkScore
{
    /// <summary>Mentions found, found without a mark, and missed.</summary>
    public Tally Mentions { get; } = new();

    /// <summary>Edges found, found without a mark, and missed.</summary>
    public Tally Edges { get; } = new();

    /// <summary>Pinpoints that agree, among mentions found that have one.</summary>
    public Tally Pinpoints { get; } = new();

    /// <summary>Mentions found in the right note, or rightly in none.</summary>
    public Tally Notes { get; } = new();

    /// <summary>Pairs of marked and found treatment, and how often they occur.</summary>
    public Dictionary<(string Marked, string Found), int> Treatments { get; } = [];

    /// <summary>One line an error, in the order of documents.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Adds one document.</summary>
    public void Add(string document, IEnumerable<MarkedMention> marks, IReadOnlyList<FoundMention> found)
    {
        var wanted = marks.Where(m => m.IsScored).ToList();
        var used = new bool[found.Count];
        var unlisted = new bool[found.Count];
        foreach (var mark in wanted)
        {
            var best = Best(mark, found, used);
            if (best < 0)
            {
                Mentions.Missed++;
                Errors.Add(Line("miss", document, mark.Clause, mark.Note, mark.Surface, mark.Target));
                continue;
            }
            used[best] = true;
            unlisted[best] = mark.IsUnlisted;
            Mentions.Right++;
            Notes.Count(found[best].Note == mark.Note);
            if (mark.Pinpoint.Length > 0)
            {
                var same = Pinpoint(found[best].Pinpoint) == Pinpoint(mark.Pinpoint);
                Pinpoints.Count(same);
                if (!same) Errors.Add(Line("pinpoint", document, mark.Clause, mark.Note, mark.Surface, mark.Pinpoint));
            }
            if (mark.Treatment.Length > 0)
            {
                var key = (mark.Treatment, found[best].Treatment.Word());
                Treatments[key] = Treatments.GetValueOrDefault(key) + 1;
            }
        }
        for (var i = 0; i < found.Count; i++)
        {
            if (used[i]) continue;
            Mentions.Extra++;
            Errors.Add(Line("extra", document, found[i].Clause, found[i].Note, found[i].Surface, found[i].Target));
        }
        var marked = wanted.Where(m => !m.IsUnlisted).Select(m => (m.Clause, Id(m.SameAs.Length > 0 ? m.SameAs : m.Target))).ToHashSet();
        var linked = found.Where((_, i) => !unlisted[i]).Select(f => (f.Clause, Id(f.Instrument.Length > 0 ? f.Instrument : f.Target)))
            .ToHashSet();
        Edges.Right += marked.Count(linked.Contains);
        Edges.Extra += linked.Count(e => !marked.Contains(e));
        Edges.Missed += marked.Count(e => !linked.Contains(e));
    }

    /// <summary>Share of treatments that agree.</summary>
    public double TreatmentAccuracy =>
        (double)Treatments.Where(t => t.Key.Marked == t.Key.Found).Sum(t => t.Value) / Math.Max(1, Treatments.Values.Sum());

    /// <summary>Mean F1 over the treatments that are marked anywhere.</summary>
    public double TreatmentMacroF1 => Treatments.Keys.Select(k => k.Marked).Distinct().Average(word =>
    {
        var right = Treatments.GetValueOrDefault((word, word));
        var of = Treatments.Where(t => t.Key.Marked == word || t.Key.Found == word).Sum(t => t.Value);
        return 2.0 * right / (of + right);
    });

    /// <summary>Precision and recall of one treatment; 1 where nothing was found or marked.</summary>
    public (double Precision, double Recall) TreatmentScore(string word)
    {
        var right = (double)Treatments.GetValueOrDefault((word, word));
        var found = Treatments.Where(t => t.Key.Found == word).Sum(t => t.Value);
        var marked = Treatments.Where(t => t.Key.Marked == word).Sum(t => t.Value);
        return (found == 0 ? 1 : right / found, marked == 0 ? 1 : right / marked);
    }

    /// <inheritdoc />
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"mentions {Mentions}").AppendLine(CultureInfo.InvariantCulture, $"edges {Edges}");
        text.AppendLine(CultureInfo.InvariantCulture,
            $"pinpoints exact {Pinpoints.Share:F4} of {Pinpoints.All}, notes {Notes.Share:F4} of {Notes.All}");
        if (Treatments.Count > 0)
            text.AppendLine(CultureInfo.InvariantCulture,
                $"treatments: accuracy {TreatmentAccuracy:F4}, macro-F1 {TreatmentMacroF1:F4} of {Treatments.Values.Sum()}");
        return text.ToString();
    }

    private static int Best(MarkedMention mark, IReadOnlyList<FoundMention> found, bool[] used)
    {
        var best = -1;
        var inNote = false;
        for (var i = 0; i < found.Count; i++)
        {
            var one = found[i];
            if (used[i] || one.Clause != mark.Clause || !(mark.IsUnlisted || SameWork(mark, one))) continue;
            var a = Letters(mark.Surface);
            var b = Letters(one.Surface);
            if (!a.Contains(b, StringComparison.Ordinal) && !b.Contains(a, StringComparison.Ordinal)) continue;
            var same = one.Note == mark.Note;
            if (best >= 0 && (inNote || !same)) continue;
            (best, inNote) = (i, same);
        }
        return best;
    }

    private static bool SameWork(MarkedMention mark, FoundMention found)
    {
        foreach (var wanted in (string[])[Id(mark.Target), Id(mark.SameAs)])
            if (wanted.Length > 0 && (wanted == Id(found.Target) || wanted == Id(found.Instrument))) return true;
        return false;
    }

    private static string Line(params string[] cells) => string.Join('\t', cells);

    private static string Id(string target) => target.StartsWith("title:", StringComparison.Ordinal)
        ? "title:" + Letters(target[6..])
        : string.Concat(target.Where(c => !char.IsWhiteSpace(c) && c != '.')).ToLowerInvariant();

    private static string Letters(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKD).ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));

    private static readonly (string Long, string Short)[] PinpointWords =
    [
        ("articles", "art"), ("article", "art"), ("arts", "art"), ("paragraphs", "para"), ("paragraph", "para"), ("paras", "para"),
        ("sections", "sect"),
        ("section", "sect"), ("sects", "sect"), ("chapter", "chap"), ("annexes", "annex"), ("targets", "target"), (" and ", ","),
        (" to ", "-"), ("–", "-"),
    ];

    private static string Pinpoint(string text)
    {
        text = text.ToLowerInvariant();
        foreach (var (from, to) in PinpointWords) text = text.Replace(from, to, StringComparison.Ordinal);
        return string.Concat(text.Where(c => char.IsAsciiLetterOrDigit(c) || c is ',' or '-')).Trim(',');
    }
}

/// <summary>Right, missed and superfluous marks counted.</summary>
internal sealed class Tally
{
    public int Right { get; set; }

    public int Extra { get; set; }

    public int Missed { get; set; }

    public int All => Right + Missed;

    public double Share => (double)Right / Math.Max(1, All);

    public double Precision => (double)Right / Math.Max(1, Right + Extra);

    public double F1 => Right == 0 ? 0 : 2 * Precision * Share / (Precision + Share);

    public void Count(bool right)
    {
        if (right) Right++;
        else Missed++;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture,
            $"P {Precision:F4} R {Share:F4} F1 {F1:F4} (right {Right}, extra {Extra}, missed {Missed})");
}
