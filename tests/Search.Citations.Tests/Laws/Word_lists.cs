using Search.Resolutions.Vocabulary;
using Search.Testing;

namespace Search.Citations.Tests.Laws;

/// <summary>The lists of English words that rules read: <c>en/word-lists.tsv</c>.</summary>
public class Word_lists
{
    private static readonly string[][] Rows =
        [.. File.ReadLines(Places.InRepository("src", "Search.Resolutions", "Vocabulary", "en", "word-lists.tsv")).Where(l => l[0] != '#')
            .Skip(1).Select(l => l.Split('\t'))];

    [Fact]
    public void The_program_reads_every_list()
    {
        var source = string.Concat(Directory.EnumerateFiles(Places.InRepository("src"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText));
        Rows.Where(r => !source.Contains($"\"{r[0]}\"", StringComparison.Ordinal)).Select(r => r[0]).ShouldBeEmpty();
    }

    [Fact]
    public void Every_list_has_a_use_and_no_word_twice()
    {
        Rows.Select(r => r[0]).ShouldBeUnique();
        foreach (var row in Rows)
        {
            row[1].ShouldEndWith(".");
            WordList.Of(row[0]).All.ShouldBeUnique(row[0]);
        }
    }

    [Fact]
    public void A_list_that_is_not_there_is_named() =>
        Should.Throw<ArgumentException>(() => WordList.Of("no-such-list")).Message.ShouldContain("no-such-list");

    [Fact]
    public void Words_at_the_edge_of_which_is_an_underscore_are_matched_with_the_space()
    {
        WordList.Of("joiners").Opens("and the States").ShouldBeTrue();
        WordList.Of("joiners").Opens("andesite").ShouldBeFalse();
    }
}
