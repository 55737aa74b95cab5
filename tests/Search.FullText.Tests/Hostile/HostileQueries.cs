using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Search.FullText.Queries;
using Search.FullText.Snippets;
using Search.FullText.Tests.Oracle;
using Search.Testing;

namespace Search.FullText.Tests.Hostile;

public sealed class HostileQueries : IDisposable
{
    private const int Many = 10_000;
    private readonly TemporaryFolder _folder = new();
    private readonly FullTextIndex _index;

    public HostileQueries()
    {
        var corpus = new RandomCorpus(7);
        using (var writer = IndexWriter.Create(_folder.Path, RandomCorpus.Schema))
        {
            for (var key = 0; key < 2000; key++) writer.Add(corpus.Document(key));
            writer.Commit();
        }

        _index = FullTextIndex.Open(_folder.Path);
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("\"")]
    [InlineData("“")]
    [InlineData("-")]
    [InlineData("~")]
    [InlineData("*")]
    [InlineData("a*")]
    [InlineData("the ")]
    [InlineData("the OR ")]
    [InlineData("NOT ")]
    [InlineData("title:")]
    [InlineData("cites:( ")]
    [InlineData("9(5)")]
    [InlineData("a/1.")]
    [InlineData("co-")]
    [InlineData("安")]
    [InlineData("\uD800")]
    [InlineData("\u0301")]
    [InlineData("\"the of\"~99 ")]
    public void A_hundred_thousand_characters_of_anything_are_read_and_answered(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        var parsed = QueryLanguage.Parse(text, new QueryLanguageOptions { Schema = RandomCorpus.Schema, OwnFields = ["cites"] });
        _index.Search(parsed.Query).Hits.Count.ShouldBeLessThanOrEqualTo(10);
        _ = new Highlighter(parsed.Terms).Highlight(text[..5000]);
        var raw = QueryLanguage.Parse(text, new QueryLanguageOptions { MaxLength = int.MaxValue, MaxClauses = 2000 });
        _ = _index.Search(raw.Query);
        _ = _index.Search(new PhraseQuery(text));
        _ = _index.Search(new TermQuery(text));
        _ = _index.Search(new PrefixQuery(text));
        _ = _index.Search(new FuzzyQuery(text));
        _ = _index.Suggest(text);
        _ = _index.DidYouMean(text);
    }

    [Fact]
    public void Ten_thousand_clauses_are_answered()
    {
        var corpus = new RandomCorpus(3);
        var words = Enumerable.Range(0, Many).Select(_ => (Query)new TermQuery(corpus.Word())).ToArray();
        _index.Search(new BooleanQuery { Should = words }).Hits.Count.ShouldBe(10);
        _index.Search(new BooleanQuery
        {
            Should = words,
            MinShouldMatch = 300
        }, new SearchOptions { ExactTotal = true }).Total.Relation.ShouldBe(TotalRelation.Equal);
        _index.Search(new BooleanQuery { Must = words }).Hits.ShouldBeEmpty();
        _index.Search(new BooleanQuery { Must = [new AllQuery()], MustNot = words }).Complete.ShouldBeTrue();
    }

    [Fact]
    public void Parentheses_ten_thousand_deep_are_read_and_such_trees_are_refused()
    {
        var parsed = QueryLanguage.Parse(new string('(', Many) + "victim"
            + new string(')', Many), new QueryLanguageOptions { MaxLength = int.MaxValue });
        parsed.Warnings.ShouldContain(w => w.Code == QueryWarningCode.TooLong);
        Query tree = new TermQuery("victim");
        for (var i = 0; i < Many; i++) tree = new BooleanQuery { Must = [tree] };
        Should.Throw<ArgumentException>(() => _index.Search(tree));
    }

    [Fact]
    public void The_shortest_beginnings_stay_within_the_dictionary()
    {
        _index.Search(new PrefixQuery("a"), new SearchOptions { ExactTotal = true }).Total.Relation.ShouldBe(TotalRelation.Equal);
        _index.Search(new PrefixQuery("*")).Hits.ShouldBeEmpty();
        _index.Search(new PrefixQuery("")).Hits.ShouldBeEmpty();
    }

    [Fact]
    public void A_search_stops_when_its_work_is_done_or_its_caller_gives_up()
    {
        var all = new BooleanQuery { Should = [new TermQuery("the"), new TermQuery("right")] };
        _index.Search(all, new SearchOptions { MaxWork = 10, ExactTotal = true }).Complete.ShouldBeFalse();
        using var gone = new CancellationTokenSource();
        gone.Cancel();
        _index.Search(all, new SearchOptions { Cancellation = gone.Token }).Complete.ShouldBeFalse();
    }

    private static readonly string[] s_pieces =
        ["a", "peace", "OR", "AND", "NOT", "-", "(", ")", "\"", "“", "”", "«", "»", "*", "~", "~2", ":", "title:", "year:", "1990..1999",
            " ", " ", " ", "\t", "9(5)", "/", ".", "'", "é", "安", "\uDC00", "the"];

    [Fact]
    public void What_was_read_reads_the_same_again() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll(Gen.Elements(s_pieces).ListOf().ToArbitrary(), pieces =>
        {
            var options = new QueryLanguageOptions { Schema = RandomCorpus.Schema };
            var read = QueryLanguage.Parse(string.Concat(pieces), options).Read;
            QueryLanguage.Parse(read, options).Read.ShouldBe(read, string.Concat(pieces));
        }));

    [Fact]
    public void No_text_is_refused() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll(Gen.Elements([.. s_pieces, "organ:", "cites:"]).ListOf().ToArbitrary(), pieces =>
        {
            var text = string.Concat(pieces);
            var options = new QueryLanguageOptions { Schema = RandomCorpus.Schema, OwnFields = ["cites"] };
            var parsed = QueryLanguage.Parse(text, options);
            foreach (var warning in parsed.Warnings)
                (warning.Start >= 0 && warning.Start <= warning.End && warning.End <= text.Length).ShouldBeTrue(text);
            foreach (var field in parsed.Fields) text[field.Start..field.End].ShouldStartWith("cites", Case.Insensitive);
            _ = _index.Search(parsed.Query);
        }));

    [Fact]
    public void Damaged_text_is_indexed_as_far_as_it_is_text()
    {
        using var folder = new TemporaryFolder();
        var long64 = new string('x', 63) + "\U00020000y";
        using (var writer = IndexWriter.Create(folder.Path, new SchemaBuilder().Text("text").Keyword("k").Build()))
        {
            writer.Add(new IndexDocument(1).Text("text", "\uD800 \uDC00 a\uD800b " + long64
                + new StringBuilder().Insert(0, "long/1.", 5000)).Keyword("k", "\uD800").Keyword("k", "\uDC00"));
            writer.Commit();
            Should.Throw<ArgumentException>(() => writer.Add(new IndexDocument(2).Keyword("k", new string('k', 600))));
            Should.Throw<ArgumentException>(() => writer.Add(new IndexDocument(2).Text("nosuch", "")));
        }

        using var index = FullTextIndex.Open(folder.Path);
        index.Search(new TermQuery("a")).Total.Value.ShouldBe(1);
        index.Search(new TermQuery("long")).Total.Value.ShouldBe(1);
    }
}
