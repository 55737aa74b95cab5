using Search.Graph.Storage;

namespace Search.Graph;

/// <summary>The equations of one graph: works in order of solution, newest first, and what flows into each.</summary>
internal sealed class InfluenceSolver
{
    private readonly InfluenceModel model;
    private readonly int[] order;
    private readonly int[] starts;
    private readonly int[] sources;
    private readonly double[] weights;
    private readonly double[] given;

    public InfluenceSolver(CitationGraph graph, InfluenceModel model)
    {
        this.model = model;
        order = NewestFirst(graph);
        var place = new int[graph.NodeCount];
        for (var i = 0; i < order.Length; i++) place[order[i]] = i;
        starts = new int[graph.NodeCount + 1];
        sources = new int[graph.EdgeCount];
        weights = new double[graph.EdgeCount];
        given = new double[graph.NodeCount];
        var byMarks = model.Weights.Table();
        var all = model.Filter.IsAll;
        var sweep = new RowSweep(graph, CitationDirection.CitedBy, order, int.MaxValue, stackalloc int[RowSweep.Room]);
        // The citations of one source are adjacent in a row and are taken as one.
        var (row, last, count) = (0, -1, 0);
        while (sweep.Next())
        {
            if (!all) model.Filter.Sift(graph, ref sweep);
            graph.Marks(sweep.Edges, sweep.Answers);
            var cited = sweep.Near;
            var citing = sweep.Far;
            var marks = sweep.Answers;
            for (var i = 0; i < citing.Length; i++)
            {
                if (order[row] != cited[i])
                {
                    while (order[row] != cited[i]) Finish(row++, count);
                    last = -1;
                }
                if (citing[i] != last) sources[count++] = place[last = citing[i]];
                weights[count - 1] += byMarks[marks[i]];
            }
        }
        while (row < order.Length) Finish(row++, count);
    }

    private void Finish(int row, int end)
    {
        for (var e = starts[row]; e < end; e++) given[sources[e]] += weights[e];
        starts[row + 1] = end;
    }

    public Influence Solve()
    {
        // Without the share that goes to all alike the equations are y = 1 + damping · flow(y); the scores are y scaled to a sum of 1,
        // because that share is the same for every work.
        var y = new double[order.Length];
        var perWeight = new double[order.Length];
        var rounds = 0;
        var residual = 0.0;
        var converged = order.Length == 0;
        while (!converged && rounds < model.MaxRounds)
        {
            var change = Round(y, perWeight);
            rounds++;
            if (change > model.Tolerance * y.Sum()) continue;
            residual = Residual(y, perWeight);
            converged = residual <= model.Tolerance;
        }
        if (!converged) residual = Residual(y, perWeight);
        var sum = y.Sum();
        var scores = new double[order.Length];
        for (var i = 0; i < order.Length; i++) scores[order[i]] = y[i] / sum;
        return new Influence(scores, rounds, residual, converged);
    }

    private double Round(double[] y, double[] perWeight)
    {
        var change = 0.0;
        for (var i = 0; i < y.Length; i++)
        {
            var value = 1 + (model.Damping * Inflow(i, perWeight));
            change += Math.Abs(value - y[i]);
            y[i] = value;
            perWeight[i] = value / Math.Max(1, given[i]);
        }
        return change;
    }

    /// <summary>What a round of the whole equations, the share for all alike included, would change of the scaled scores.</summary>
    private double Residual(double[] y, double[] perWeight)
    {
        var sum = y.Sum();
        var kept = 0.0;
        for (var i = 0; i < y.Length; i++) kept += perWeight[i] * Math.Max(0, 1 - given[i]);
        var alike = (1 - model.Damping + (model.Damping * kept / sum)) / y.Length;
        var change = 0.0;
        for (var i = 0; i < y.Length; i++) change += Math.Abs(alike + (model.Damping * Inflow(i, perWeight) / sum) - (y[i] / sum));
        return change;
    }

    private double Inflow(int i, double[] perWeight)
    {
        var flow = 0.0;
        for (var e = starts[i]; e < starts[i + 1]; e++) flow += perWeight[sources[e]] * weights[e];
        return flow;
    }

    /// <summary>Undated works that cite come first, those that do not last: nothing is known of the order of either.</summary>
    private static int[] NewestFirst(CitationGraph graph)
    {
        var keys = new ulong[graph.NodeCount];
        for (var node = 0; node < keys.Length; node++)
        {
            var date = graph.Date(node);
            var age = date != 0 ? (uint)(9999_99_99 - date) + 1 : graph.CitesCount(node) > 0 ? 0 : uint.MaxValue;
            keys[node] = ((ulong)age << 32) | (uint)node;
        }
        Array.Sort(keys);
        return Array.ConvertAll(keys, k => (int)(uint)k);
    }
}
