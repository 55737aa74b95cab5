using System.Collections.Immutable;
using Search.Graph.Storage;

namespace Search.Graph;

/// <summary>
/// One question for chains. Breadth first from both ends, level by level, until they meet: that is the shortest length. Then, length by
/// length, every chain of that length is written down depth first, going only where the remaining steps can suffice.
/// </summary>
internal sealed class ChainSearch : IDisposable
{
    private readonly CitationGraph graph;
    private readonly int from;
    private readonly int to;
    private readonly ChainLimits limits;
    private readonly Frontier forward;
    private readonly Frontier backward;
    private readonly NodeTally relaxed;
    private readonly bool everyEdge;
    private readonly List<Chain> found = [];
    private readonly List<int> path = [];
    private int work;

    public ChainSearch(CitationGraph graph, int from, int to, ChainLimits limits)
    {
        this.graph = graph;
        this.from = from;
        this.to = to;
        this.limits = limits;
        everyEdge = limits.Filter.IsAll;
        forward = new Frontier(graph, from, CitationDirection.Cites);
        backward = new Frontier(graph, to, CitationDirection.CitedBy);
        relaxed = graph.RentTally();
    }

    public ChainAnswer Run()
    {
        var length = 0;
        for (; !Met(); length++)
            if (length == limits.MaxHops || forward.IsEmpty || backward.IsEmpty || !Expand()) return Answer();
        for (; length <= limits.MaxHops && found.Count < limits.MaxChains && !RanOut; length++)
        {
            while (forward.Depth + backward.Depth < length && Expand())
            {
            }
            if (RanOut || !Relax(length)) break;
            path.Clear();
            path.Add(from);
            Extend(from, length);
        }
        return Answer();
    }

    public void Dispose()
    {
        forward.Dispose();
        backward.Dispose();
        relaxed.Dispose();
    }

    private bool RanOut => work > limits.MaxWork;

    private ChainAnswer Answer() => new([.. found], RanOut);

    private bool Met() => (forward.Cost <= backward.Cost ? forward : backward).Meets(forward.Cost <= backward.Cost ? backward : forward);

    /// <summary>Takes the cheaper side one level further; false when the work ran out.</summary>
    private bool Expand()
    {
        var side = forward.Cost <= backward.Cost ? forward : backward;
        foreach (var node in side.BeginLevel())
            foreach (var edge in graph.Row(node, side.Direction))
            {
                if (work++ >= limits.MaxWork) return false;
                var far = graph.FarEnd(edge, side.Direction);
                if (side.Distance(far) >= 0) continue;
                if (side.Direction == CitationDirection.Cites ? Allowed(edge, node, far) : Allowed(edge, far, node)) side.Add(far);
            }
        return true;
    }

    private bool Allowed(int edge, int source, int target)
    {
        if (limits.TimeRespecting)
        {
            var (s, t) = (graph.Date(source), graph.Date(target));
            if (s == 0 ? source != from : t > s) return false;
            if (t == 0 && target != to) return false;
            // What lies between was not made after the start or before the end: far fewer works to look at.
            if (source != from && graph.Date(from) is not 0 and var latest && s > latest) return false;
            if (target != to && t < graph.Date(to)) return false;
        }
        return everyEdge || limits.Filter.Passes(graph, edge);
    }

    /// <summary>Steps still needed to the end; -1 where that is not known to matter.</summary>
    private int Remaining(int node) => backward.Distance(node) is >= 0 and var known ? known : relaxed[node] - 1;

    /// <summary>Carries the distances to the end on into what was seen from the start, as far as chains of this length need them.</summary>
    private bool Relax(int length)
    {
        relaxed.Clear();
        for (var steps = backward.Depth + 1; steps <= length; steps++)
            foreach (var node in forward.Seen)
            {
                if (forward.Distance(node) + steps > length) break;
                if (Remaining(node) >= 0) continue;
                foreach (var edge in graph.Cites(node))
                {
                    if (work++ >= limits.MaxWork) return false;
                    var target = graph.Target(edge);
                    if (Remaining(target) != steps - 1 || !Allowed(edge, node, target)) continue;
                    relaxed.Set(node, steps + 1);
                    break;
                }
            }
        return true;
    }

    /// <summary>Writes down every chain that continues the path with exactly that many steps.</summary>
    private void Extend(int node, int steps)
    {
        if (steps == 0)
        {
            found.Add(new Chain([.. path.Zip(path.Skip(1), Step)]));
            return;
        }
        foreach (var next in Continuations(node, steps))
        {
            if (found.Count >= limits.MaxChains || RanOut) return;
            path.Add(next);
            Extend(next, steps - 1);
            path.RemoveAt(path.Count - 1);
        }
    }

    private SortedSet<int> Continuations(int node, int steps)
    {
        var next = new SortedSet<int>();
        foreach (var edge in graph.Cites(node))
        {
            if (work++ >= limits.MaxWork) break;
            var target = graph.Target(edge);
            var remaining = Remaining(target);
            if (remaining < 0 || remaining >= steps || (target == to) != (steps == 1)) continue;
            if (Allowed(edge, node, target) && !path.Contains(target)) next.Add(target);
        }
        return next;
    }

    private Hop Step(int source, int target)
    {
        var edges = ImmutableArray.CreateBuilder<int>();
        foreach (var edge in graph.Cites(source))
            if (graph.Target(edge) == target && Allowed(edge, source, target)) edges.Add(edge);
        return new Hop(source, target, edges.DrainToImmutable());
    }

    /// <summary>What was seen from one end, in levels.</summary>
    private sealed class Frontier : IDisposable
    {
        private readonly CitationGraph graph;
        private readonly NodeTally distances;
        private int levelStart;

        public Frontier(CitationGraph graph, int end, CitationDirection direction)
        {
            this.graph = graph;
            Direction = direction;
            distances = graph.RentTally();
            Add(end);
        }

        public CitationDirection Direction { get; }

        /// <summary>Levels that are complete.</summary>
        public int Depth { get; private set; }

        /// <summary>Citations that the next level would look at.</summary>
        public long Cost { get; private set; }

        public bool IsEmpty => levelStart == distances.Count;

        /// <summary>Everything seen, nearest first.</summary>
        public ReadOnlySpan<int> Seen => distances.Touched;

        public int Distance(int node) => distances[node] - 1;

        public void Add(int node)
        {
            distances.Set(node, Depth + 1);
            Cost += graph.Row(node, Direction).Count;
        }

        /// <summary>The works whose rows make the next level.</summary>
        public ReadOnlySpan<int> BeginLevel()
        {
            var level = distances.Touched[levelStart..];
            levelStart = distances.Count;
            Depth++;
            Cost = 0;
            return level;
        }

        /// <summary>Whether something of the outermost level was seen from the other end.</summary>
        public bool Meets(Frontier other)
        {
            foreach (var node in distances.Touched[levelStart..])
                if (other.Distance(node) >= 0) return true;
            return false;
        }

        public void Dispose() => distances.Dispose();
    }
}
