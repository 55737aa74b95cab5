using Search.Reuse;

namespace Search.Catalog.Building;

/// <summary>What the full-text index says of a clause's words.</summary>
/// <param name="Wording">A number, from 1, that all clauses with the same words have; 0 where there are no words.</param>
/// <param name="FirstUsed">The year in which these words or a version of them were first used; null where the clause has
/// no date or is too short to say.</param>
internal readonly record struct ClauseWords(int Wording, int? FirstUsed);

/// <summary>Finds when the words of clauses were first used. A draft counts for its own clauses only: what is in
/// drafts alone is not agreed.</summary>
internal sealed class FirstUses
{
    private readonly ReuseIndex _index;
    private readonly int[] _firstOrders; // of each wording, drafts left out

    /// <summary>Looks for the first use of every wording.</summary>
    /// <param name="index">Which clauses share their words.</param>
    /// <param name="drafts">Numbers of the documents that are drafts, from 1.</param>
    public FirstUses(ReuseIndex index, HashSet<int> drafts)
    {
        _index = index;
        _firstOrders = new int[index.WordingCount];
        Array.Fill(_firstOrders, int.MaxValue);
        for (var document = 0; document < index.DocumentCount; document++)
        {
            if (index.Order(document) is not (> 0 and var order) || drafts.Contains(document + 1)) continue;
            var (first, end) = index.Passages(document);
            for (var passage = first; passage < end; passage++)
            {
                ref var earliest = ref _firstOrders[index.Wording(passage)];
                earliest = Math.Min(earliest, order);
            }
        }
    }

    /// <summary>What is known of the words of a passage.</summary>
    public ClauseWords Of(int passage)
    {
        var wording = _index.Wording(passage);
        var number = _index.Length(wording) == 0 ? 0 : wording + 1;
        var order = _index.Order(_index.Document(passage));
        if (order == 0 || _index.Length(wording) < ComparedClauses.FewestWords) return new(number, null);
        order = Math.Min(order, _firstOrders[wording]);
        foreach (var version in _index.Similar(wording)) order = Math.Min(order, _firstOrders[version.Wording]);
        return new(number, DocumentOrder.YearOf(order));
    }
}
