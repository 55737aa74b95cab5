using Search.Testing;

namespace Search.Graph.Tests.Budgets;

public class Allocations_of_questions
{
    private const int Citations = 200_000;

    [Fact]
    public void Going_through_a_row_allocates_nothing()
    {
        using var g = Hub();
        var sum = 0L;
        Allocated.By(() =>
        {
            sum = 0;
            foreach (var edge in g.Graph.CitedBy(0)) sum += edge;
        }).ShouldBe(0);
        sum.ShouldBe((long)Citations * (Citations - 1) / 2);
    }

    [Fact]
    public void A_chain_allocates_nothing_per_citation() =>
        WithHub(g => g.ShortestChains(1, 0), 3_000);

    [Fact]
    public void A_neighbourhood_allocates_by_what_it_shows_and_not_by_what_it_looks_at()
    {
        // 1,000 works of 12 bytes each and their citations of 4, as they grow, are sorted and are handed out.
        var limits = new NeighbourhoodLimits { Depth = 2, MaxNodes = 1000 };
        WithHub(g => g.Around([0], limits), 110_000);
        WithHub(g => g.Around([0], limits with { MaxWork = 1_000_000 }), 110_000);
    }

    [Fact]
    public void After_preloading_the_first_question_of_a_graph_needs_no_memory_for_each_work()
    {
        static long First(Action<CitationGraph> before)
        {
            using var g = Hub();
            before(g.Graph);
            var start = GC.GetAllocatedBytesForCurrentThread();
            g.Graph.Around([1], new NeighbourhoodLimits());
            return GC.GetAllocatedBytesForCurrentThread() - start;
        }

        First(_ => { }).ShouldBeGreaterThan(Citations * sizeof(int));
        First(g => g.Preload()).ShouldBeLessThan(Citations);
    }

    private static void WithHub(Action<CitationGraph> question, long budget)
    {
        using var g = Hub();
        Allocated.By(() => question(g.Graph)).ShouldBeLessThan(budget);
    }

    private static RandomGraph Hub() => RandomGraph.Of(
        Enumerable.Range(0, Citations + 1).Select(i => i == 0 ? 1948_12_10 : 2000_01_01),
        Enumerable.Range(0, Citations).Select(i => new GraphEdge(i + 1, 0)));
}
