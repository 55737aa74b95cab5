using System.Text.Json;
using Search.Testing;

namespace Search.Indexer.Tests.Examples;

/// <summary>The commands on the sample documents: results on standard output, messages on the error stream, exit
/// codes that say how it went.</summary>
public class Commands
{
    [Fact]
    public async Task A_built_index_answers_search_cited_by_cites_path_stats_export_and_verify()
    {
        using var folder = new TemporaryFolder();
        var index = folder.In("built");
        var build = await Run.Of("build", Places.Sample, "--out", index, "--authorities", Places.Authorities, "--progress", "plain");
        build.Code.ShouldBe(ExitCode.Ok, build.Error);
        build.Out.ShouldStartWith("g-000001: ");
        build.Error.ShouldContain("reading");

        var search = await Run.Of("search", "unaccompanied", "children", "--index", index);
        search.Code.ShouldBe(ExitCode.Ok);
        search.Out.ShouldContain("clauses");
        (await Run.Of("search", "zzzzqqqq", "--index", index)).Code.ShouldBe(ExitCode.NothingMatched);

        var citedBy = await Run.Of("cited-by", "Palermo Protocol", "--index", index, "--json");
        citedBy.Code.ShouldBe(ExitCode.Ok);
        var page = JsonDocument.Parse(citedBy.Out).RootElement;
        page.GetProperty("total").GetInt32().ShouldBe(page.GetProperty("edges").GetArrayLength());

        (await Run.Of("cites", "A/RES/61/901", "--index", index)).Code.ShouldBe(ExitCode.Ok);
        var unknown = await Run.Of("cited-by", "Palermo Protocoll", "--index", index);
        unknown.Code.ShouldBe(ExitCode.NothingMatched);
        unknown.Error.ShouldContain("palermo-protocol");

        var path = await Run.Of("path", "A/RES/80/901", "A/RES/61/901", "--index", index);
        path.Code.ShouldBe(ExitCode.Ok, path.Error);
        path.Out.ShouldContain("→");

        File.WriteAllText(folder.In("draft.txt"), "The General Assembly,\n\nRecalling its resolution 75/901 of 15 December 2020,\n");
        var check = await Run.Of("check", folder.In("draft.txt"), "--index", index);
        check.Code.ShouldBe(ExitCode.Findings, check.Error);
        check.Out.ShouldContain(
            "draft.txt:3:36: date-differs: “15 December 2020”: The text says 15 December 2020; the date known is 16 December 2020.");
        (await Run.Of("check", folder.In("none.txt"), "--index", index)).Code.ShouldBe(ExitCode.InputMissing);
        File.WriteAllText(folder.In("draft.txt"), "The General Assembly,\n\nRecalling its resolution 75/901 of 16 December 2020,\n");
        (await Run.Of("check", folder.In("draft.txt"), "--index", index)).Code.ShouldBe(ExitCode.Ok);

        (await Run.Of("stats", "--index", index)).Out.ShouldContain("most cited");
        (await Run.Of("verify", "--index", index)).Out.ShouldContain("all whole");
        (await Run.Of("export", "--format", "graphml", "--out", folder.In("graph.graphml"), "--index", index)).Code.ShouldBe(ExitCode.Ok);
        System.Xml.Linq.XDocument.Load(folder.In("graph.graphml")).Root!.Name.LocalName.ShouldBe("graphml");

        var compare = await Run.Of("compare", "a-c.3-75-l.901", "a-res-75-901", "--index", index);
        compare.Code.ShouldBe(ExitCode.Ok, compare.Error);
        compare.Out.ReplaceLineEndings("\n").TrimEnd()
            .Split('\n')[^1].ShouldMatch(@"^\d+ kept, \d+ changed, \d+ split, \d+ merged, \d+ new, \d+ dropped, \d+ moved$");
        var compared = JsonDocument.Parse(
            (await Run.Of("compare", "a-c.3-75-l.901", "a-res-75-901", "--index", index, "--json")).Out).RootElement;
        compared.GetProperty("rows").EnumerateArray().Count(r => r.GetProperty("change").GetString() == "kept")
            .ShouldBe(compared.GetProperty("counts").GetProperty("kept").GetInt32());
        (await Run.Of("compare", "a-c.3-75-l.901", "a-res-75-999", "--index", index)).Code.ShouldBe(ExitCode.NothingMatched);

        var versions = await Run.Of("versions", "a-res-75-901", "OP1", "--index", index);
        versions.Code.ShouldBe(ExitCode.Ok, versions.Error);
        var all = JsonDocument.Parse((await Run.Of("versions", "a-res-75-901", "op1", "--index", index, "--json")).Out).RootElement;
        all.GetProperty("versions").GetArrayLength().ShouldBe(all.GetProperty("total").GetInt32());
        versions.Out.ShouldContain($"{all.GetProperty("total")} versions");
        versions.Out.ShouldContain("itself");
        (await Run.Of("versions", "a-res-75-901", "op99", "--index", index)).Code.ShouldBe(ExitCode.NothingMatched);
        (await Run.Of("versions", "a-res-75-901", "op1", "--index", index, "--limit", "0")).Code.ShouldBe(ExitCode.Usage);

        (await Run.Of("export", "--reuse", "--format", "csv", "--out", folder.In("reuse.csv"), "--index", index)).Code.ShouldBe(
            ExitCode.Ok);
        (await File.ReadAllTextAsync(folder.In("reuse.csv"))).ShouldStartWith(
            "id,source,target,treatment,place,pinpoint,date,clause,quote,overlap,cited");
    }

    [Fact]
    public async Task Parse_writes_the_contract_for_each_file()
    {
        using var folder = new TemporaryFolder();
        var files = Directory.GetFiles(Places.Sample, "a-res-*.txt");
        var run = await Run.Of(["parse", .. files, "--out", folder.Path, "--authorities", Places.Authorities]);
        run.Code.ShouldBe(ExitCode.Ok, run.Error);
        foreach (var file in files)
        {
            var source = await File.ReadAllTextAsync(file);
            var json = JsonDocument.Parse(
                await File.ReadAllTextAsync(folder.In(Path.GetFileNameWithoutExtension(file) + ".json"))).RootElement;
            json.GetProperty("schema").GetInt32().ShouldBe(1);
            foreach (var name in (string[])["id", "symbol", "title", "organ", "kind", "date", "identifiedBy"])
                json.GetProperty("document").TryGetProperty(name, out _).ShouldBeTrue(name);
            foreach (var clause in json.GetProperty("clauses").EnumerateArray())
            {
                clause.GetProperty("kind").GetString().ShouldBeOneOf("preambular", "operative", "annex", "other");
                var (start, end) = (clause.GetProperty("start").GetInt32(), clause.GetProperty("end").GetInt32());
                start.ShouldBeInRange(0, end);
                end.ShouldBeLessThanOrEqualTo(source.Length);
                foreach (var name in (string[])["label", "number", "text", "head"]) clause.TryGetProperty(name, out _).ShouldBeTrue(name);
            }
            foreach (var citation in json.GetProperty("citations").EnumerateArray())
            {
                foreach (var name in (string[])["clause", "footnote", "text", "kind", "form", "target", "instrument", "pinpoint",
                    "treatment", "status", "start", "end"])
                    citation.TryGetProperty(name, out _).ShouldBeTrue(name);
                source[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()].ShouldNotBeNullOrWhiteSpace();
            }
        }
    }

    [Fact]
    public async Task One_file_without_a_folder_goes_to_standard_output()
    {
        var run = await Run.Of("parse", Path.Combine(Places.Sample, "a-res-61-901.txt"), "--authorities", Places.Authorities);
        run.Code.ShouldBe(ExitCode.Ok);
        JsonDocument.Parse(run.Out).RootElement.GetProperty("document").GetProperty("id").GetString().ShouldBe("a-res-61-901");
    }

    [Fact]
    public async Task A_joint_symbol_is_given_whole_with_the_half_by_which_the_document_goes()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("piers.txt",
            "The General Assembly,\n\nNoting the letter A/66/901–S/2012/902,\n\n1. Decides to act.\n"u8.ToArray());
        var run = await Run.Of("parse", file, "--authorities", Places.Authorities);
        run.Code.ShouldBe(ExitCode.Ok, run.Error);
        var citation = JsonDocument.Parse(run.Out).RootElement.GetProperty("citations").EnumerateArray().ShouldHaveSingleItem();
        citation.GetProperty("target").GetString().ShouldBe("A/66/901-S/2012/902");
        citation.GetProperty("instrument").GetString().ShouldBe("A/66/901");
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        var run = await Run.Of("build", Places.Sample, "--out", folder.In("built"), "--authorities", Places.Authorities, "--dry-run",
            "--progress", "none");
        run.Code.ShouldBe(ExitCode.Ok);
        run.Error.ShouldBeEmpty();
        Directory.Exists(folder.In("built")).ShouldBeFalse();
    }

    [Fact]
    public async Task Help_teaches_every_command_argument_and_option()
    {
        var commands = Rows(await Help(), "Commands:").Select(r => r.Split(' ')[0]).ToList();
        commands.ShouldBe(["build", "serve", "search", "cited-by", "cites", "compare", "versions", "path", "export", "parse", "check",
            "mcp", "stats", "verify", "completion"], ignoreOrder: true);
        foreach (var command in commands)
        {
            var help = await Help(command);
            Rows(help, "Options:").ShouldNotBeEmpty(command);
            foreach (var row in Rows(help, "Arguments:").Concat(Rows(help, "Options:")))
                row.Split("  ", 2).Length.ShouldBe(2, $"{command}: nothing is said of {row}");
        }
    }

    private static async Task<string> Help(params string[] command)
    {
        var run = await Run.Of([.. command, "--help"]);
        run.Code.ShouldBe(ExitCode.Ok);
        run.Out.ShouldContain("Usage:");
        return run.Out;
    }

    /// <summary>What a part of the help lists, a row each: name, two spaces or more, description.</summary>
    private static IEnumerable<string> Rows(string help, string part) =>
        help.ReplaceLineEndings("\n").Split('\n').SkipWhile(l => l != part).Skip(1).TakeWhile(l => l.Length > 0)
            .Where(l => l.StartsWith("  ", StringComparison.Ordinal) && l[2] != ' ').Select(l => l.Trim());
}
