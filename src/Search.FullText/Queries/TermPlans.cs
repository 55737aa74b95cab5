using Search.FullText.Postings;
using Search.FullText.Scoring;
using Search.FullText.Segments;

namespace Search.FullText.Queries;

/// <summary>One list of postings in one segment.</summary>
/// <param name="Field">Ordinal of its field.</param>
/// <param name="Form">Which of the forms or spellings asked for it is.</param>
/// <param name="Entry">What the dictionary says.</param>
/// <param name="Scale">What one occurrence counts beside the field's weight: less for a form spelt otherwise.</param>
internal readonly record struct TermInSegment(int Field, int Form, TermEntry Entry, float Scale);

/// <summary>One word, in any number of fields and spellings.</summary>
/// <param name="lists">By segment.</param>
/// <param name="weight">The most a document can score.</param>
/// <param name="documents">How many documents have the word.</param>
/// <param name="of">How many documents have words in the fields.</param>
/// <param name="isOneList">
/// Whether the whole collection has one list of it: a segment that has one of several scores it as all of them.
/// </param>
/// <param name="statistics">Of the index.</param>
/// <param name="ranking">The constants.</param>
/// <param name="apart">Whether several lists are scored each for itself, their scale on the weight: spellings in one field.</param>
internal sealed class TermPlan(List<TermInSegment>[] lists, float weight, long documents, long of, bool isOneList,
    IndexStatistics statistics, Bm25 ranking, bool apart) : QueryPlan
{
    public float Weight => weight;

    public long Documents => documents;

    public long Of => of;

    public bool IsOneList => isOneList;

    public override unsafe Scorer? Open(IndexSegment segment)
    {
        var found = lists[segment.Ordinal];
        if (found.Count == 0) return null;
        if (apart)
        {
            var parts = new List<Scorer>(found.Count);
            foreach (var term in found)
            {
                var field = segment.Segment[term.Field];
                var scoring = statistics.Scoring(term.Field, ranking, 1f);
                parts.Add(new TermScorer(field.OpenWithoutPositions(term.Entry), weight * term.Scale, scoring.Impacts,
                    scoring.BoundFactors[segment.Ordinal], field.Lengths));
            }

            return parts.Count == 1 ? parts[0] : new DisjunctionScorer([.. parts], 1);
        }

        if (isOneList)
        {
            var (ordinal, _, entry, scale) = found[0];
            var field = segment.Segment[ordinal];
            var scoring = statistics.Scoring(ordinal, ranking, scale);
            return new TermScorer(field.OpenWithoutPositions(entry), weight, scoring.Impacts, scoring.BoundFactors[segment.Ordinal],
                field.Lengths);
        }

        var members = new List<SynonymScorer.Member>(found.Count);
        foreach (var (ordinal, _, entry, scale) in found)
        {
            var field = segment.Segment[ordinal];
            var scoring = statistics.Scoring(ordinal, ranking, scale);
            members.Add(new SynonymScorer.Member(field.OpenWithoutPositions(entry), scoring.Impacts, scoring.BoundFactors[segment.Ordinal],
                (nint)field.Lengths));
        }

        return new SynonymScorer(members, weight);
    }
}

/// <summary>A phrase in one segment.</summary>
/// <param name="Words">One for each word.</param>
/// <param name="Bigrams">Of those words next to each other that are common.</param>
internal sealed record PhraseInSegment(TermEntry[] Words, TermEntry[] Bigrams);

/// <summary>Words of one field at distances.</summary>
/// <param name="field">Ordinal of the field.</param>
/// <param name="phrases">By segment; null where a word or a bigram is missing.</param>
/// <param name="offsets">Where each word is in the phrase.</param>
/// <param name="slop">How far the words may be moved.</param>
/// <param name="weight">The most a document can score.</param>
/// <param name="scoring">Of the field.</param>
internal sealed class PhrasePlan(int field, PhraseInSegment?[] phrases, int[] offsets, int slop, float weight, FieldScoring scoring)
    : QueryPlan
{
    public override unsafe Scorer? Open(IndexSegment segment)
    {
        if (phrases[segment.Ordinal] is not var (words, bigrams)) return null;
        var from = segment.Segment[field];
        var bigramCursors = Array.ConvertAll(bigrams, e => from.OpenWithoutPositions(e));
        var boundFactor = scoring.BoundFactors[segment.Ordinal];
        if (words.Length == 2 && bigrams.Length == 1)
            return new TermScorer(bigramCursors[0], weight, scoring.Impacts, boundFactor, from.Lengths);
        var matcher = new PhraseMatcher(Array.ConvertAll(words, e => from.Open(e)), offsets, PreviousSame(words), slop);
        return new PhraseScorer(matcher, bigramCursors, weight, scoring.Impacts, boundFactor, from.Lengths);
    }

    private static int[] PreviousSame(TermEntry[] entries)
    {
        var previous = new int[entries.Length];
        for (var i = 0; i < previous.Length; i++)
        {
            previous[i] = i - 1;
            while (previous[i] >= 0 && entries[previous[i]].Ordinal != entries[i].Ordinal) previous[i]--;
        }

        return previous;
    }
}
