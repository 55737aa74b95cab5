using Search.Testing;

namespace Search.Indexer.Tests.Hostile;

/// <summary>A bad call ends with one line that says what, why and what next, and a code that a script can tell apart.</summary>
public class Bad_calls
{
    [Theory]
    [InlineData(2)]
    [InlineData(2, "nonsense")]
    [InlineData(2, "build")]
    [InlineData(2, "build", "x", "--keep", "many")]
    [InlineData(2, "export", "--format", "xls")]
    [InlineData(66, "build", "no-such-folder")]
    [InlineData(66, "parse", "no-such-file.txt")]
    [InlineData(66, "search", "word", "--index", "no-such-folder")]
    [InlineData(66, "verify", "--index", "no-such-folder")]
    public async Task It_has_its_exit_code_and_says_why(int code, params string[] args)
    {
        var run = await Run.Of(args);
        run.Code.ShouldBe(code);
        run.Error.ShouldNotBeEmpty();
        run.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task An_empty_folder_is_invalid()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.In("in"));
        var run = await Run.Of("build", folder.In("in"), "--out", folder.In("out"), "--authorities", Places.Authorities);
        run.Code.ShouldBe(ExitCode.Invalid);
        run.Error.ShouldContain("Name a folder");
    }

    [Fact]
    public async Task A_malformed_authority_file_is_named_with_its_line()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Places.Authorities)) File.Copy(file, folder.In(Path.GetFileName(file)));
        await File.AppendAllTextAsync(folder.In("works.tsv"), "only-one-cell\n");
        var run = await Run.Of("build", Places.Sample, "--out", folder.In("out"), "--authorities", folder.Path);
        run.Code.ShouldBe(ExitCode.Invalid);
        run.Error.ShouldContain("works.tsv");
    }

    [Fact]
    public async Task A_damaged_snapshot_is_found_by_verify()
    {
        using var folder = new TemporaryFolder();
        (await Run.Of("build", Places.Sample, "--out", folder.In("out"), "--authorities", Places.Authorities)).Code.ShouldBe(ExitCode.Ok);
        var file = folder.In("out", "g-000001", "graph.bin");
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        var run = await Run.Of("verify", "--index", folder.In("out"));
        run.Code.ShouldBe(ExitCode.Invalid);
        run.Error.ShouldContain("graph.bin");
    }
}
