using Search.Citations.Authorities;
using Search.Resolutions.Text;

namespace Search.Citations.Treatments;

/// <summary>The places of a clause from which something else governs, ascending; the first is 0.</summary>
internal sealed class GovernorChanges(Governor first)
{
    public List<(int From, Governor Governor)> All { get; } = [(0, first)];

    /// <summary>What governs at the place reached.</summary>
    public Governor Now { get; private set; } = first;

    /// <summary>Notes what governs from a place on.</summary>
    public void Set(int from, Governor governor)
    {
        if (governor == Now) return;
        Now = governor;
        if (All[^1].From == from) All[^1] = (from, governor);
        else All.Add((from, governor));
    }

    /// <summary>Notes a place to which a later verb may go back; its index in <see cref="All"/>.</summary>
    public int Mark(int from)
    {
        if (All[^1].From != from) All.Add((from, Now));
        return All.Count - 1;
    }

    /// <summary>Lets a verb govern from an earlier change up to a place, wherever nothing nearer does and the place is no
    /// description of something else.</summary>
    public void GoBack(int first, GoverningWords row, TextSpan at, int clause, int end = int.MaxValue)
    {
        var next = first;
        while (next < All.Count && All[next].From < end) next++;
        if (end < int.MaxValue && (next == All.Count || All[next].From > end)) All.Insert(next, (end, All[next - 1].Governor));
        for (var i = first; i < next; i++)
        {
            var governor = All[i].Governor;
            // A basis that began before the first change is closed by the clause that follows it.
            var isNear = governor.Near is not null
                && !(ListBounds.EndsAtComma(governor.Near) && governor.NearClause == clause && governor.NearAt.Start < All[first].From);
            if (isNear || governor.Reach != Reach.Direct) continue;
            All[i] = (All[i].From, governor with { Near = row, NearAt = at, NearClause = clause });
        }
    }

    /// <summary>After a verb that went back: nothing near governs any more.</summary>
    public void Leave(int from)
    {
        Now = Now with { Near = null, NearAt = default, NearClause = -1, Reach = Reach.Direct };
        All.Add((from, Now));
    }
}
