using System.Text.Json;
using Search.Catalog.Parameters;
using Search.Testing;

namespace Search.Indexer.Tests.Examples;

/// <summary>Options are the parameters of the API: the same names, words and errors.</summary>
public sealed class Options(Built_sample sample) : IClassFixture<Built_sample>
{
    private string Index => sample.Index;

    [Fact]
    public async Task Dates_are_from_and_to_everywhere_and_what_is_written_is_out()
    {
        var (all, few) = (sample.In("all.ndjson"), sample.In("few.ndjson"));
        (await Run.Of("export", "--format", "ndjson", "--out", all, "--index", Index)).Code.ShouldBe(ExitCode.Ok);
        (await Run.Of("export", "--format", "ndjson", "--to", "2001", "--treatment", "recalls,reaffirms", "--organ", "UNGA",
            "--document-kind", "resolution", "--out", few, "--index", Index)).Code.ShouldBe(ExitCode.Ok);
        new FileInfo(few).Length.ShouldBeLessThan(new FileInfo(all).Length);
        (await Run.Of("export", "--format", "ndjson", "--until", "2001", "--treatment", "recalls", "--treatment", "reaffirms", "--organ",
            "GA", "--kind", "resolution", "--out", all, "--index", Index)).Code.ShouldBe(ExitCode.Ok);
        (await File.ReadAllTextAsync(few)).ShouldBe(await File.ReadAllTextAsync(all)); // the former names
        var twoYears = JsonDocument.Parse(
            (await Run.Of("cited-by", "crc", "--from", "2000", "--to", "2001", "--json", "--index", Index)).Out).RootElement;
        twoYears.GetProperty("edges").EnumerateArray().ShouldAllBe(e => e.GetProperty("date").GetString()!.StartsWith("200"));
    }

    [Fact]
    public async Task A_file_after_to_is_refused_with_the_option_that_writes()
    {
        var run = await Run.Of("export", "--to", "graph.graphml", "--index", Index);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("--out");
        File.Exists("graph.graphml").ShouldBeFalse();
    }

    [Theory]
    [InlineData("recalls", "cited-by", "crc", "--treatment", "recals")]
    [InlineData("resolution", "export", "--document-kind", "resolutoin")]
    [InlineData("newest", "search", "children", "--sort", "newst")]
    [InlineData("operative", "search", "children", "--clause-kind", "opertive")]
    [InlineData("ECOSOC", "search", "children", "--organ", "ECSOC")]
    [InlineData("2003-12-22", "cites", "crc", "--from", "22.12.2003")]
    [InlineData("12", "path", "crc", "palermo-protocol", "--hops", "40")]
    [InlineData("graphml", "export", "--format", "grapml")]
    public async Task A_wrong_word_is_a_wrong_call_that_names_the_near_one(string near, params string[] call)
    {
        var run = await Run.Of([.. call, "--index", Index]);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(near);
        run.Error.ShouldStartWith("error: --");
    }

    [Fact]
    public async Task Search_answers_json_in_the_shape_of_the_API()
    {
        var run = await Run.Of("search", "children", "--facets", "organ", "--limit", "2", "--clause-kind", "operative", "--json", "--index",
            Index);
        run.Code.ShouldBe(ExitCode.Ok, run.Error);
        var answer = JsonDocument.Parse(run.Out).RootElement;
        answer.EnumerateObject().Select(f => f.Name)
            .ShouldBe(["total", "hits", "facets", "query", "suggestions", "works", "truncated", "next", "grouped", "partial"]);
        answer.GetProperty("total").GetProperty("relation").GetString().ShouldBe("eq");
        answer.GetProperty("hits").GetArrayLength().ShouldBe(2);
        answer.GetProperty("hits")[0].GetProperty("clauseKind").GetString().ShouldBe("operative");
        answer.GetProperty("facets").GetProperty("organ").EnumerateArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Help_names_the_parameters_with_their_words_ranges_and_defaults()
    {
        foreach (var (command, parameters) in new (string, IEnumerable<Parameter>)[]
        {
            ("export", GraphParameters.OfExport), ("cited-by", EdgeParameters.OfLists), ("cites", EdgeParameters.OfLists),
            ("path", GraphParameters.OfPaths), ("search", SearchParameters.All),
        })
        {
            var help = string.Join(' ', (await Run.Of(command, "--help")).Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            foreach (var parameter in parameters.Where(p => p.Replacement is null))
            {
                help.ShouldMatch($"{parameter.Option}[ ,]", command);
                if (parameter.DefaultText is { } otherwise) help.ShouldContain($"default: {otherwise}", Case.Sensitive, command);
                if (parameter.Range is var (least, most)) help.ShouldContain($"{least} to {most}", Case.Sensitive, command);
                foreach (var word in parameter.Words?.Words ?? []) help.ShouldContain(word, Case.Sensitive, command);
            }
        }
    }
}

/// <summary>The sample, indexed once.</summary>
public sealed class Built_sample : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public string Index => _folder.In("built");

    public string In(string name) => _folder.In(name);

    public async ValueTask InitializeAsync() =>
        (await Run.Of("build", Places.Sample, "--out", Index, "--authorities", Places.Authorities, "--progress", "none")).Code.ShouldBe(
            ExitCode.Ok);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
