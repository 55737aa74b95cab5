using Search.Reuse.Comparison;

namespace Search.Reuse.Laws;

/// <summary>Documents that are edited at random, so that what an alignment should find is known.</summary>
public sealed class Planted_edits
{
    private const int Documents = 60;
    private const int Passages = 40;
    private const double LeastF1 = 0.98;

    [Fact]
    public void What_was_deleted_inserted_moved_split_merged_and_reworded_is_found()
    {
        var random = new Random(11);
        int found = 0, reported = 0, planted = 0;
        for (var n = 0; n < Documents; n++)
        {
            var edited = EditedDocument.Of(random, Passages);
            var rows = PassageAlignment.Of(edited.First, edited.Second).Select(EditedDocument.Row).ToHashSet();
            found += rows.Count(edited.Rows.Contains);
            reported += rows.Count;
            planted += edited.Rows.Count;
        }
        (2.0 * found / (reported + planted)).ShouldBeGreaterThanOrEqualTo(LeastF1);
    }

    [Fact]
    public void Every_passage_is_in_exactly_one_row()
    {
        var random = new Random(12);
        for (var n = 0; n < Documents; n++)
        {
            var edited = EditedDocument.Of(random, Passages);
            var rows = PassageAlignment.Of(edited.First, edited.Second);

            rows.SelectMany(r => r.Sources).Order().ShouldBe(Enumerable.Range(0, edited.First.Count));
            rows.SelectMany(r => r.Targets).Order().ShouldBe(Enumerable.Range(0, edited.Second.Count));
        }
    }

    [Fact]
    public void A_diff_gives_both_texts_back()
    {
        string[] texts = [.. Sentences.Edited(seed: 13, families: 60, versions: 4), "", " ", "Ends, like this.", "Ends, like\u00a0this:"];
        for (var i = 0; i + 1 < texts.Length; i++)
        {
            var segments = WordDiff.Of(texts[i], texts[i + 1]);

            string.Concat(segments.Where(s => s.Change != TextChange.Added).Select(s => s.Text)).ShouldBe(texts[i]);
            string.Concat(segments.Where(s => s.Change != TextChange.Dropped).Select(s => s.Text)).ShouldBe(texts[i + 1]);
        }
    }
}

/// <summary>A document, what became of it, and which passages belong together.</summary>
internal sealed record EditedDocument(List<string> First, List<string> Second, HashSet<string> Rows)
{
    /// <summary>A row as text: what it comes from, what it became, and how.</summary>
    public static string Row(AlignedPassages row) => Row(row.Sources, row.Targets, row.Change, row.Moved);

    public static EditedDocument Of(Random random, int passages)
    {
        var first = Enumerable.Range(0, passages).Select(_ => Sentences.Of(random, random.Next(14, 70))).ToList();
        var second = first.Select((text, i) => (Sources: (List<int>)[i], Text: text, Moved: false)).ToList();
        for (var edits = random.Next(3, 12); edits > 0; edits--) Edit(random, second);
        var rows = second.Select((p, j) => (p.Sources, Targets: (List<int>)[j], p.Text, p.Moved))
            .GroupBy(p => string.Join(',', p.Sources) + (p.Sources.Count == 0 ? "new" + p.Targets[0] : ""))
            .Select(g => Row(g.First().Sources, g.SelectMany(p => p.Targets), Change([.. g], first), g.First().Moved)).ToHashSet();
        var kept = second.SelectMany(p => p.Sources).ToHashSet();
        rows.UnionWith(Enumerable.Range(0, passages).Where(i => !kept.Contains(i)).Select(i => Row([i], [], PassageChange.Dropped, false)));
        return new(first, second.ConvertAll(p => p.Text), rows);
    }

    private static PassageChange Change(List<(List<int> Sources, List<int> Targets, string Text, bool Moved)> parts, List<string> first) =>
        parts[0].Sources.Count switch
        {
            0 => PassageChange.New,
            > 1 => PassageChange.Merged,
            _ when parts.Count > 1 => PassageChange.Split,
            _ => parts[0].Text == first[parts[0].Sources[0]] ? PassageChange.Kept : PassageChange.Changed,
        };

    private static void Edit(Random random, List<(List<int> Sources, string Text, bool Moved)> second)
    {
        var at = random.Next(second.Count - 1);
        var (sources, text, moved) = second[at];
        var whole = sources.Count == 1 && second.Count(p => p.Sources.Contains(sources[0])) == 1 && !moved;
        if (!whole) return; // one edit a passage: what two of them make is a matter of taste
        switch (random.Next(6))
        {
            case 0: second.RemoveAt(at); break;
            case 1: second.Insert(at, ([], Sentences.Of(random, random.Next(14, 70)), false)); break;
            case 2:
                second.RemoveAt(at);
                var to = random.Next(second.Count);
                second.Insert(to, (sources, text, Math.Abs(to - at) > 0));
                break;
            case 3:
                var words = text.Split(' ');
                var cut = words.Length * random.Next(30, 70) / 100;
                second[at] = (sources, string.Join(' ', words[..cut]), moved);
                second.Insert(at + 1, (sources, string.Join(' ', words[cut..]), moved));
                break;
            case 4 when second[at + 1] is { Sources: [var next], Moved: false } other && second.Count(p => p.Sources.Contains(next)) == 1
                && next == sources[0] + 1:
                second[at] = ([sources[0], next], $"{text} {other.Text}", false);
                second.RemoveAt(at + 1);
                break;
            default:
                second[at] = (sources, string.Join(' ', text.Split(' ')
                    .Select(w => random.Next(8) == 0 ? Sentences.Of(random, 1) : w)), moved);
                break;
        }
    }

    private static string Row(IEnumerable<int> sources, IEnumerable<int> targets, PassageChange change, bool moved) =>
        $"{string.Join('+', sources)} -> {string.Join('+', targets)} {change}{(moved ? " moved" : "")}";
}
