using Search.FullText.Analysis;
using Search.FullText.Queries;
using Search.FullText.Snippets;
using Search.Testing;

namespace Search.FullText.Tests.Hostile;

/// <summary>What a text costs grows with its length and not faster: as a query, as a document, as a text to mark.</summary>
public class Long_texts
{
    private const int Length = 30_000;

    private static readonly Schema s_schema = new SchemaBuilder().Text("text").Keyword("organ").Number("year").Build();

    public static TheoryData<string> Pieces =>
    [
        "(", ")", "\"", "“", "-", "~", "*", "a*", "the ", "the OR ", "NOT ", "- ", "-(", "organ:", "year:", "cites:( ", "cites:\"a ",
        "9(5)", "a/1.", "co-", "co-operation ", "安", "\u0301", "é", "\"the of\"~99 ", "victim peace ", "U.N.", "l’", "1,0", "x", "д",
        "государств-", "安全a", "安ш，", "ﻻ",
    ];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Are_read_as_queries_in_time_in_proportion_to_their_length(string piece)
    {
        var options = new QueryLanguageOptions
        {
            Schema = s_schema,
            OwnFields = ["cites"],
            MaxLength = int.MaxValue,
            MaxClauses = int.MaxValue
        };
        Growth.OverTenTimes(Length, n => Growth.Text(piece, n), text => QueryLanguage.Parse(text, options))
            .ShouldBeLessThan(Growth.OfALine);
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Break_into_words_in_time_in_proportion_to_their_length(string piece)
    {
        var tokens = new TokenList();
        Growth.OverTenTimes(Length, n => Growth.Text(piece, n), text => Tokenizer.Tokenize(text, tokens)).ShouldBeLessThan(Growth.OfALine);
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Are_marked_in_time_in_proportion_to_their_length(string piece)
    {
        var highlighter = new Highlighter(
            [new("victim", HighlightKind.Word), new("the the", HighlightKind.Phrase, 3), new("co", HighlightKind.Prefix),
                new("peacf", HighlightKind.Fuzzy, 2)]);
        Growth.OverTenTimes(Length, n => Growth.Text(piece, n), text => highlighter.Highlight(text)).ShouldBeLessThan(Growth.OfALine);
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Are_indexed_in_time_in_proportion_to_their_length(string piece) =>
        Growth.OverTenTimes(Length, n => Growth.Text(piece, n), text =>
    {
        using var folder = new TemporaryFolder();
        using var writer = IndexWriter.Create(folder.Path, s_schema, new IndexWriterOptions { ForceToDisk = _ => { } });
        writer.Add(new IndexDocument(1).Text("text", text));
        writer.Commit();
    }).ShouldBeLessThan(Growth.OfALine);
}
