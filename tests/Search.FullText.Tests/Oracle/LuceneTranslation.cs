using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.FullText.Analysis;
using Search.FullText.Queries;
using BooleanQuery = Lucene.Net.Search.BooleanQuery;
using FuzzyQuery = Lucene.Net.Search.FuzzyQuery;
using PhraseQuery = Lucene.Net.Search.PhraseQuery;
using PrefixQuery = Lucene.Net.Search.PrefixQuery;
using TermQuery = Lucene.Net.Search.TermQuery;

namespace Search.FullText.Tests.Oracle;

/// <summary>Our queries as Lucene's.</summary>
internal sealed class LuceneTranslation(Schema schema)
{
    private const int MostSpellings = 1000;

    private readonly TokenList _words = new();

    public static Lucene.Net.Search.Filter Of(Filter filter) => filter switch
    {
        KeywordFilter f => new QueryWrapperFilter(AnyOf(f)),
        RangeFilter f => FieldCacheRangeFilter.NewInt64Range(f.Field, f.From, f.To, true, true),
        _ => throw new NotSupportedException(filter.ToString()),
    };

    private static BooleanQuery AnyOf(KeywordFilter filter)
    {
        var any = new BooleanQuery();
        foreach (var value in filter.Values) any.Add(new TermQuery(new Term(filter.Field, value)), Occur.SHOULD);
        return any;
    }

    public Lucene.Net.Search.Query Of(Queries.Query query) => query switch
    {
        Queries.TermQuery q => InFields(q.Field, field => Word(q.Text, field, q.Exact)),
        Queries.PhraseQuery q => InFields(q.Field, field => Phrase(q.Text, q.Slop, field)),
        Queries.PrefixQuery q => InFields(q.Field, field => new PrefixQuery(new Term(field.Name, FirstWord(q.Text)))),
        Queries.FuzzyQuery q =>
            InFields(q.Field, field =>
                new FuzzyQuery(new Term(field.Name, FirstWord(q.Text)), q.MaxEdits, 0, MostSpellings, transpositions: true)),
        Queries.BooleanQuery q => Boolean(q),
        KeywordQuery q => new TermQuery(new Term(q.Field, q.Value)),
        RangeQuery q => NumericRangeQuery.NewInt64Range(q.Field, q.From, q.To, true, true),
        BoostQuery q => Of(q.Query), // scores are not compared
        AllQuery => new MatchAllDocsQuery(),
        NoneQuery => new BooleanQuery(),
        _ => throw new NotSupportedException(query.ToString()),
    };

    private BooleanQuery InFields(string? name, Func<Field, Lucene.Net.Search.Query> make)
    {
        var any = new BooleanQuery();
        foreach (var field in schema.Fields.Where(field => field.Kind == FieldKind.Text && (name is null || field.Name == name)))
            any.Add(make(field), Occur.SHOULD);
        return any;
    }

    private BooleanQuery Boolean(Queries.BooleanQuery query)
    {
        var boolean = new BooleanQuery { MinimumNumberShouldMatch = query.Required };
        foreach (var must in query.Must) boolean.Add(Of(must), Occur.MUST);
        foreach (var should in query.Should) boolean.Add(Of(should), Occur.SHOULD);
        foreach (var not in query.MustNot) boolean.Add(Of(not), Occur.MUST_NOT);
        return boolean;
    }

    private Lucene.Net.Search.Query Word(string text, Field field, bool exact)
    {
        Analysis.Tokenizer.Tokenize(text, _words);
        if (Whole() is not { } whole) return Phrase(text, 0, field);
        return exact || !field.Stemmed || whole.Any(char.IsAsciiDigit)
            ? new TermQuery(new Term(field.Name, whole))
            : new TermQuery(new Term(LuceneIndex.Stems(field.Name), WordForms.Stem(whole, field.Language)));
    }

    private Lucene.Net.Search.Query Phrase(string text, int slop, Field field)
    {
        Analysis.Tokenizer.Tokenize(text, _words);
        if (Whole() is { } whole) return new TermQuery(new Term(field.Name, whole));
        var phrase = new PhraseQuery { Slop = slop };
        for (var i = 0; i < _words.Count; i++)
            if (_words[i].Span == 1) phrase.Add(new Term(field.Name, _words.Term(i).ToString()), _words[i].Position);
        return phrase;
    }

    private string FirstWord(string text)
    {
        Analysis.Tokenizer.Tokenize(text, _words);
        return Whole() ?? throw new NotSupportedException(text);
    }

    // The word, number or compound that is the whole text.
    private string? Whole()
    {
        for (var i = 0; i < _words.Count; i++)
            if (_words[i].Position == 0 && _words[i].Span == _words.Length) return _words.Term(i).ToString();
        return null;
    }
}
