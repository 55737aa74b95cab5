using Search.Catalog;

namespace Search.Indexer.Tests.Examples;

/// <summary>What a person sees who types commands, and what a script reads.</summary>
public sealed class At_a_terminal(Built_sample sample) : IClassFixture<Built_sample>
{
    [Fact]
    public async Task Results_have_marks_titles_and_columns_there_and_are_plain_elsewhere()
    {
        var plain = await Run.Of("search", "early intervention", "--limit", "1", "--index", sample.Index);
        plain.Out.ShouldNotContain("\u001b");
        plain.Out.ReplaceLineEndings("\n")
            .ShouldStartWith("A/RES/55/901 OP4(c)  2000-12-04\n    Early intervention where children travel unaccompanied;\n");

        var shown = await At(80, "search", "early intervention", "--limit", "1", "--index", sample.Index);
        shown.ShouldContain("Safety of children at river and strait crossings");
        shown.ShouldContain("\u001b[1;33mEarly\u001b[0m \u001b[1;33mintervention\u001b[0m where children");

        var citing = (await At(60, "cited-by", "palermo-protocol", "--limit", "5", "--index", sample.Index)).ReplaceLineEndings("\n")
            .Split('\n');
        citing.ShouldAllBe(l => Visible(l).Length <= 60 || !l.StartsWith("    ", StringComparison.Ordinal));
        var heads = citing.Where(l => l.StartsWith("\u001b[1;36m", StringComparison.Ordinal)).Select(Visible).ToList();
        heads.Count.ShouldBe(5);
        heads.Select(h => h.IndexOf("  20", StringComparison.Ordinal)).Distinct().Count().ShouldBe(1); // the dates are one column
        (await At(80, "path", "A/RES/80/901", "palermo-protocol", "--index", sample.Index)).ShouldContain(
            "Extension of the Safe Crossings Programme");
    }

    [Theory]
    [InlineData("A text of several words", 10, "    A text\n    of\n    several\n    words")]
    [InlineData("", 40, "    ")]
    [InlineData("word", 4, "    word")]
    public void A_paragraph_breaks_between_words(string text, int width, string lines) =>
        new Style(width).Paragraph(text, []).ShouldBe(lines);

    [Fact]
    public void A_mark_over_several_words_marks_each_and_loses_nothing()
    {
        var text = new Style(20).Paragraph("one two three four five",
            [new Highlight(4, 13), new Highlight(13, 14), new Highlight(100, 120)]);
        Visible(text).ShouldBe("    one two three\n    four five");
        text.ShouldContain("\u001b[1;33mtwo\u001b[0m \u001b[1;33mthree\u001b[0m");
    }

    [Theory]
    [InlineData("'serach' is not a command. Did you mean search", "serach", "children")]
    [InlineData("Did you mean --index", "verify", "--indx", "x")]
    [InlineData("--limt is not an option of search. Did you mean --limit", "search", "children", "--limt", "3")]
    public async Task A_misspelt_command_or_option_is_told_from_the_near_one(string message, params string[] call)
    {
        var run = await Run.Of(call);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(message);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task A_completion_script_asks_the_program(string shell)
    {
        (await Run.Of("completion", shell)).Out.ShouldContain("[suggest:");
        (await Run.Of("[suggest:2]", "se")).Out.ReplaceLineEndings("\n").TrimEnd().Split('\n')
            .ShouldBe(["parse", "search", "serve"], ignoreOrder: true);
        (await Run.Of("[suggest:21]", "export --format graph")).Out.ShouldContain("graphml");
    }

    private static async Task<string> At(int width, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        (await CommandLine.RunAsync(args, output, error, new Style(width))).ShouldBe(ExitCode.Ok, error.ToString());
        return output.ToString();
    }

    private static string Visible(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, "\u001b\\[[0-9;]*m", "", System.Text.RegularExpressions.RegexOptions.None,
            TimeSpan.FromSeconds(1));
}
