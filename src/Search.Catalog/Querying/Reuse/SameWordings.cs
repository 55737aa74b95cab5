using Search.FullText;
using Search.Reuse;

namespace Search.Catalog.Querying.Reuse;

/// <summary>Which clauses have the same words, for lists that show such clauses once. A clause's number is its row.</summary>
internal sealed class SameWordings(Database db, ReuseIndex index)
{
    /// <summary>Hits that are looked through for one page.</summary>
    private const int MostHits = 10_000;

    /// <summary>How many times more hits are asked for where those found were too few.</summary>
    private const int Growth = 4;

    private static readonly SameWords Alone = new(1, 1);

    private readonly RecentRows<SameWords> _uses =
        new(wording => new(index.Uses(wording), index.PassagesOf(wording).Select(index.Document).Distinct().Count()));

    /// <summary>The number under which the full-text index has the words of a clause; null where there is no such
    /// clause or it has no words.</summary>
    /// <param name="clause">Its id: document/label.</param>
    public int? Find(string clause) => clause.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
        && ClauseNumbers.Of(db, clause[..slash], clause[(slash + 1)..]) is { } number && Wording(number) is { } wording
        ? wording + 1
        : null;

    /// <summary>How many clauses have the words of a clause; null where it has no words.</summary>
    public SameWords? Of(long number) =>
        Wording(number) is not { } wording ? null : index.Uses(wording) == 1 ? Alone : _uses.Of(wording);

    /// <summary>A page of hits, of which no two on this or an earlier page have the same words.</summary>
    /// <param name="search">Finds the best hits, at most the given number.</param>
    /// <param name="skip">Hits left out at the start.</param>
    /// <param name="take">The most hits of the page.</param>
    /// <returns>What was found, its hits those of the page, and whether there are more.</returns>
    public (SearchHits Found, bool More) Fold(Func<int, SearchHits> search, int skip, int take)
    {
        for (var most = Math.Max(1, Growth * (skip + take)); ; most *= Growth)
        {
            most = Math.Min(most, MostHits);
            var found = search(most);
            var apart = found.Hits.DistinctBy(h => Wording(h.Key) ?? -h.Key).Skip(skip).ToList();
            if (apart.Count > take || found.Hits.Count < most || most == MostHits || !found.Complete)
                return (found with { Hits = [.. apart.Take(take)] }, apart.Count > take);
        }
    }

    private int? Wording(long number) =>
        index.Wording(checked((int)number - 1)) is var wording && index.Length(wording) > 0 ? wording : null;
}
