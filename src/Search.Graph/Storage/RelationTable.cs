using System.Collections.Immutable;

namespace Search.Graph.Storage;

/// <summary>The relations of a graph, found by either end by halving.</summary>
internal sealed class RelationTable(GraphFile file)
{
    private readonly PackedInts sources = file.Column(GraphSection.RelationSources);
    private readonly PackedInts kinds = file.Column(GraphSection.RelationKinds);
    private readonly PackedInts targets = file.Column(GraphSection.RelationTargets);
    private readonly PackedInts byTarget = file.Column(GraphSection.RelationsByTarget);

    public ImmutableArray<GraphRelation> From(int node)
    {
        var found = ImmutableArray.CreateBuilder<GraphRelation>();
        for (var i = First(node, at => sources[at]); i < sources.Count && sources[i] == node; i++) found.Add(At(i));
        return found.DrainToImmutable();
    }

    public ImmutableArray<GraphRelation> To(int node)
    {
        var found = ImmutableArray.CreateBuilder<GraphRelation>();
        for (var i = First(node, at => targets[byTarget[at]]); i < byTarget.Count && targets[byTarget[i]] == node; i++) found.Add(At(byTarget[i]));
        return found.DrainToImmutable();
    }

    private GraphRelation At(int i) => new(sources[i], (RelationKind)kinds[i], targets[i]);

    private int First(int node, Func<int, int> nodeAt)
    {
        var (low, high) = (0, sources.Count);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            if (nodeAt(middle) < node) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
