using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Search.Catalog;
using Search.Testing;

namespace Search.Api.Tests.Examples;

/// <summary>The same question to the same snapshot is answered from memory; what belongs to one client is not.</summary>
public class SearchOutputCachePolicy(SearchOutputCachePolicy.Sample sample) : IClassFixture<SearchOutputCachePolicy.Sample>
{
    private const string Question = "/v1/search?q=children&limit=2";

    [Fact]
    public async Task Are_given_again_with_what_belongs_to_the_client_made_anew()
    {
        await using var server = await Served.Start(sample);
        using var once = await server.Client.GetAsync(Question);
        server.Store.Kept.ShouldBe(0); // most questions are never asked again
        using var first = await server.Client.GetAsync(Question);
        using var second = await server.Client.GetAsync(Question);

        server.Store.Hits.ShouldBe(1);
        (await first.Content.ReadAsStringAsync()).ShouldBe(await once.Content.ReadAsStringAsync());
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        second.Headers.ETag.ShouldBe(first.Headers.ETag);
        second.Headers.GetValues("Link").ShouldBe(first.Headers.GetValues("Link"));
        second.Headers.Vary.ShouldBe(first.Headers.Vary);
        second.Headers.Age.ShouldBeNull();
        Left(first).ShouldBe(Left(second) + 1);
    }

    [Theory]
    [InlineData("/v1/search?q=children&limit=3")]
    [InlineData("/v1/search?q=Children&limit=2")]
    [InlineData("/v1/search?q=children&limit=2&sort=newest")]
    [InlineData("/v1/suggest?q=children&limit=2")]
    public async Task Are_not_given_to_another_question(string other)
    {
        await using var server = await Served.Start(sample);
        for (var i = 0; i < 2; i++)
            (await server.Client.GetStringAsync(Question)).ShouldNotBe(await server.Client.GetStringAsync(other));
        (server.Store.Kept, server.Store.Hits).ShouldBe((2, 0));
    }

    [Theory]
    [InlineData("/v1/search?q=the&limit=2&limit=1", "/v1/search?q=the&limit=1&limit=2")] // the last of several counts
    [InlineData("/v1/search?q=women&q=children", "/v1/search?q=children&q=women")]
    [InlineData("/v1/search?q=children&sort=newest", "/v1/search?q=children%0Asort=newest")]
    public async Task Are_not_given_to_a_question_of_the_same_words(string one, string other)
    {
        await using var server = await Served.Start(sample);
        (await server.Client.GetAsync(one)).Dispose();
        (await server.Client.GetAsync(other)).Dispose();
        using var first = await server.Client.GetAsync(one);
        using var second = await server.Client.GetAsync(other);
        server.Store.Hits.ShouldBe(0);
        (await second.Content.ReadAsStringAsync()).ShouldNotBe(await first.Content.ReadAsStringAsync());
        second.Headers.ETag.ShouldNotBe(first.Headers.ETag);
    }

    [Fact]
    public async Task Are_none_where_the_question_could_not_be_answered()
    {
        await using var server = await Served.Start(sample);
        for (var i = 0; i < 3; i++)
            (await server.Client.GetAsync("/v1/search?limit=0")).StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        server.Store.Kept.ShouldBe(0);
    }

    [Fact]
    public async Task Are_let_go_when_another_snapshot_is_served()
    {
        await using var server = await Served.Start(sample);
        (await server.Client.GetAsync(Question)).Dispose();
        var before = await server.Client.GetAsync(Question);
        server.Store.Kept.ShouldBe(1);
        server.Build();
        for (var i = 0; i < 2400 && server.Store.Kept > 0; i++) await Task.Delay(50);
        server.Store.Kept.ShouldBe(0);
        (await server.Client.GetAsync(Question)).Headers.ETag.ShouldNotBe(before.Headers.ETag);
        server.Store.Hits.ShouldBe(0);
    }

    private static int Left(HttpResponseMessage answer) =>
        int.Parse(answer.Headers.GetValues("RateLimit").Single()
            .Split("r=")[1].Split(';')[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A snapshot of the sample, built once for all tests of the class.</summary>
    public sealed class Sample : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Sample() => Build(_folder.Path);

        public static void Build(string folder) =>
            CatalogBuilder.Build(new BuildRequest
            {
                Sources = [Places.Sample],
                Output = folder,
                Authorities = Places.Authorities
            }, TimeProvider.System);

        public void CopyTo(string folder)
        {
            foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(folder, Path.GetRelativePath(_folder.Path, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        public void Dispose() => _folder.Dispose();
    }

    /// <summary>A server of its own, with a store of answers that records what it is asked.</summary>
    private sealed class Served : IAsyncDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly WebApplicationFactory<Program> _factory;

        private Served(Sample sample)
        {
            sample.CopyTo(_folder.In("built"));
            _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
                .UseSetting("index", _folder.In("built")).UseSetting("watch", "0.05").UseSetting("timeout", "300")
                .UseSetting("Logging:LogLevel:Default", "Critical")
                .UseSetting("rateLimit:loopback", "true").UseSetting("rateLimit:burst", "1000000").UseSetting("rateLimit:perSecond", "1")
                .ConfigureTestServices(services => services.AddSingleton<IOutputCacheStore>(Store)));
            Client = _factory.CreateClient();
        }

        public Store Store { get; } = new();

        public HttpClient Client { get; }

        public static async Task<Served> Start(Sample sample)
        {
            var served = new Served(sample);
            for (var i = 0; i < 2400; i++)
            {
                using var ready = await served.Client.GetAsync("/health/ready");
                if (ready.IsSuccessStatusCode) return served;
                await Task.Delay(50);
            }
            throw new TimeoutException("no snapshot was served in time");
        }

        public void Build() => Sample.Build(_folder.In("built"));

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await _factory.DisposeAsync();
            _folder.Dispose();
        }
    }

    private sealed class Store : IOutputCacheStore
    {
        private readonly ConcurrentDictionary<string, (byte[] Answer, string[] Tags)> _answers = new();
        private int _hits;

        public int Hits => _hits;

        public int Kept => _answers.Count;

        public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken)
        {
            if (!_answers.TryGetValue(key, out var found)) return ValueTask.FromResult<byte[]?>(null);
            Interlocked.Increment(ref _hits);
            return ValueTask.FromResult<byte[]?>(found.Answer);
        }

        public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
        {
            _answers[key] = (value, tags ?? []);
            return ValueTask.CompletedTask;
        }

        public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken)
        {
            foreach (var (key, kept) in _answers)
                if (kept.Tags.Contains(tag)) _answers.TryRemove(key, out _);
            return ValueTask.CompletedTask;
        }
    }
}
