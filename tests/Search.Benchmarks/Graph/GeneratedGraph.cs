using Search.Citations;
using Search.Graph;

namespace Search.Benchmarks.Graph;

/// <summary>A graph grown by a model. The same model, size and seed give the same graph.</summary>
internal sealed class GeneratedGraph
{
    private const int Landmarks = 100;
    private readonly GraphModel model;
    private readonly Random random;
    private readonly int[] firstEdge;
    private readonly int[] targets;
    private readonly int[] dates;

    public GeneratedGraph(GraphModel model, int edges, int seed = 20031222)
    {
        this.model = model;
        random = new Random(seed);
        Nodes = Math.Max(2, (int)(edges / model.EdgesPerNode));
        dates = new int[Nodes];
        firstEdge = new int[Nodes + 1];
        targets = new int[edges];
        Grow();
    }

    public int Nodes { get; }

    public int Edges => targets.Length;

    /// <summary>Source and target of each edge, works numbered by date.</summary>
    public IEnumerable<(int Source, int Target)> Pairs()
    {
        for (var node = 0; node < Nodes; node++)
            for (var e = firstEdge[node]; e < firstEdge[node + 1]; e++)
                yield return (node, targets[e]);
    }

    /// <summary>Hands the graph to a builder with its works shuffled, as files come in no order of date.</summary>
    public void AddTo(CitationGraphBuilder builder)
    {
        var number = new int[Nodes];
        var byNumber = new int[Nodes];
        for (var i = 0; i < Nodes; i++) number[i] = i;
        random.Shuffle(number);
        for (var i = 0; i < Nodes; i++) byNumber[number[i]] = i;
        foreach (var node in byNumber) builder.AddNode(dates[node], (byte)(firstEdge[node + 1] > firstEdge[node] ? 1 : 0));
        var clause = 0;
        foreach (var node in byNumber)
            for (int e = firstEdge[node], end = firstEdge[node + 1]; e < end;)
            {
                var size = 1;
                while (e + size < end && random.NextDouble() < model.ListShare) size++;
                var place = random.NextDouble() switch
                {
                    < 0.64 => CitationPlace.Preambular,
                    < 0.9 => CitationPlace.Operative,
                    < 0.95 => CitationPlace.Annex,
                    _ => CitationPlace.Footnote
                };
                var treatment = place == CitationPlace.Footnote ? Treatment.Cites : (Treatment)random.Next(19);
                for (var i = 0; i < size; i++, e++)
                    builder.AddEdge(new GraphEdge(number[node], number[targets[e]], (int)treatment, (int)place, clause,
                        random.NextDouble() < 0.2, size));
                clause++;
            }
    }

    private void Grow()
    {
        var degrees = Degrees();
        var uncited = new List<int>();
        var count = 0;
        for (var node = 0; node < Nodes; node++)
        {
            firstEdge[node] = count;
            var undated = degrees[node] == 0 && random.NextDouble() < model.Undated;
            dates[node] = undated ? 0 : DateOf(random.NextDouble() < GraphModel.WrongDate ? random.Next(Nodes) : node);
            for (var i = 0; i < degrees[node]; i++) targets[count] = Target(node, count++, uncited);
            uncited.Add(node);
        }
        firstEdge[Nodes] = count;
    }

    /// <summary>How many citations each work makes: drawn, then brought to the sum asked for.</summary>
    private int[] Degrees()
    {
        // The mean of a log-normal is e^(m + s²/2).
        var median = Math.Log(model.EdgesPerNode / model.CitingShare) - (model.Spread * model.Spread / 2);
        var degrees = new int[Nodes];
        var sum = 0L;
        for (var node = 1; node < Nodes; node++)
            if (node == Nodes - 1 || random.NextDouble() < model.CitingShare)
                sum += degrees[node] = Math.Clamp((int)Math.Round(Math.Exp(median + (model.Spread * Normal()))), 1, model.LargestOut);
        while (sum != Edges)
        {
            var node = random.Next(Nodes);
            var step = Math.Sign(Edges - sum);
            if (degrees[node] == 0 || (degrees[node] == 1 && step < 0)) continue;
            degrees[node] += step;
            sum += step;
        }
        return degrees;
    }

    private int Target(int node, int edge, List<int> uncited)
    {
        var before = firstEdge[node];
        if (edge > before && random.NextDouble() < model.Repeat) return targets[random.Next(before, edge)];
        if (node >= Landmarks && random.NextDouble() < model.Landmark) return Landmark();
        if (uncited.Count > 0 && random.NextDouble() < model.Fresh)
        {
            var i = random.Next(uncited.Count);
            var target = uncited[i];
            uncited[i] = uncited[^1];
            uncited.RemoveAt(uncited.Count - 1);
            return target;
        }
        if (before > 0 && random.NextDouble() < model.Preferential)
            return targets[random.NextDouble() < model.Recent ? random.Next(before - (before / 10), before) : random.Next(before)];
        return random.Next(node);
    }

    /// <summary>A landmark with a chance of one over its rank.</summary>
    private int Landmark()
    {
        var rank = (int)Math.Exp(random.NextDouble() * Math.Log(Landmarks + 1));
        return Math.Clamp(rank, 1, Landmarks) - 1;
    }

    /// <summary>Works a year grow from one part to three over the years.</summary>
    private int DateOf(int node)
    {
        var share = (double)node / Nodes;
        var time = Math.Sqrt(1 + (8 * share)) - 1;
        var days = time / 2 * (GraphModel.LastYear - GraphModel.FirstYear + 1) * 360;
        return ((GraphModel.FirstYear + (int)(days / 360)) * 10000) + (((int)(days % 360 / 30) + 1) * 100) + (int)(days % 30) + 1;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
