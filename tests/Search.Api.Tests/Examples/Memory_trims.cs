using Search.Api.Serving;
using Search.Catalog;
using Search.Testing;

namespace Search.Api.Tests.Examples;

/// <summary>Memory is given back when a snapshot is released and when nothing was asked for a while, each time once.</summary>
[Collection(OneApi.Name)]
public class Memory_trims(Api api)
{
    [Fact]
    public void An_idle_server_gives_memory_back_once_until_it_is_asked_again()
    {
        var (time, trims) = (new Clock(), 0);
        using var live = new LiveCatalog();
        live.Swap(ResolutionCatalog.Open(api.Index, Places.Authorities));
        var trim = new MemoryTrim(live, time, () => trims++);
        void After(double seconds)
        {
            time.Seconds += (int)seconds;
            trim.Look();
        }

        After(100);
        trims.ShouldBe(0); // nothing was asked yet
        live.Lease()!.Dispose();
        After(1);
        After(MemoryTrim.Idle.TotalSeconds - 1);
        trims.ShouldBe(0);
        After(1);
        After(100);
        trims.ShouldBe(1);
        live.Lease()!.Dispose();
        After(1);
        After(MemoryTrim.Idle.TotalSeconds);
        trims.ShouldBe(2);
    }

    [Fact]
    public void A_snapshot_that_is_released_gives_memory_back_when_its_last_request_ends()
    {
        var trims = 0;
        using var live = new LiveCatalog();
        live.Swap(ResolutionCatalog.Open(api.Index, Places.Authorities));
        var trim = new MemoryTrim(live, new Clock(), () => trims++);
        using (live.Lease())
        {
            live.Swap(ResolutionCatalog.Open(api.Index, Places.Authorities));
            trim.Swapped();
            trim.Look();
            live.Open.ShouldBe(2);
            trims.ShouldBe(0);
        }
        live.Open.ShouldBe(1);
        trim.Look();
        trim.Look();
        trims.ShouldBe(1);
    }

    private sealed class Clock : TimeProvider
    {
        public int Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
