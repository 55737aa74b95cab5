using Search.FullText.Scoring;
using Search.FullText.Segments;

namespace Search.FullText.Queries;

/// <summary>Counts the matches that meet further conditions, as a search goes through all matches.</summary>
/// <param name="filters">All must hold.</param>
internal sealed class FilterCounter(FilterPlan filters)
{
    private AcceptedDocuments? _accepted;
    private Scorer? _lead;

    /// <summary>How many matches met them so far.</summary>
    public long Found { get; private set; }

    public void Enter(IndexSegment segment)
    {
        if (filters.Open(segment) is not var (accepted, leads)) return;
        _accepted = accepted;
        _lead = leads.Count == 0 ? null : ConjunctionScorer.Of(leads);
    }

    /// <summary>Counts a window.</summary>
    /// <param name="from">The document of bit 0.</param>
    /// <param name="to">The document after the window.</param>
    /// <param name="matches">The matches of the search.</param>
    /// <param name="kept">Room for as many bits.</param>
    public void Count(int from, int to, ReadOnlySpan<ulong> matches, Span<ulong> kept)
    {
        if (_accepted is null) return;
        if (_lead is null)
        {
            matches.CopyTo(kept);
        }
        else
        {
            kept.Clear();
            _lead.Fill(from, to, kept);
            DocumentBitSet.And(kept, matches);
        }

        if (!_accepted.IsAll) _accepted.Restrict(from, kept);
        Found += DocumentBitSet.Count(kept);
        WorkMeter.Add(kept.Length / WorkMeter.WordsOfUnit);
    }

    public void Leave()
    {
        _lead?.Dispose();
        (_accepted, _lead) = (null, null);
    }
}
