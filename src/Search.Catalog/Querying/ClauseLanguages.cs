using Search.FullText;
using Search.FullText.Queries;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Querying;

/// <summary>
/// The languages of the clauses in an index. Each has fields of its own for the words of clauses and titles, so that a language is
/// stemmed, counted and corrected by itself, and scores in one do not depend on the others.
/// </summary>
internal sealed class ClauseLanguages
{
    private readonly ITextIndex _index;
    private readonly Language[] _languages;

    public ClauseLanguages(ITextIndex index)
    {
        _index = index;
        _languages = [.. Language.All.Where(l => index.Schema.Find(ClauseFields.In(ClauseFields.Text, l)) is not null)];
        AreStated = index.Schema.Find(ClauseFields.Lang) is not null;
    }

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<Language> All => _languages;

    /// <summary>Whether each clause has its language as a value; where not, all of them are in English.</summary>
    public bool AreStated { get; }

    /// <summary>The languages in which the words of a query are looked for.</summary>
    /// <param name="query">The query.</param>
    /// <param name="asked">Codes of the languages that the request limits its answer to; none to tell the
    /// language from script and words.</param>
    public IReadOnlyList<Language> Of(Query query, IReadOnlyList<string> asked)
    {
        if (_languages.Length == 1) return _languages;
        if (asked.Count > 0) return [.. _languages.Where(l => asked.Contains(l.Code))];
        return Likely(string.Join(' ', Words(query)));
    }

    /// <summary>The languages that a text is likely in, by its script and by the words of the clauses in each language; English where it
    /// has no letters of theirs.</summary>
    public IReadOnlyList<Language> Likely(string text)
    {
        if (_languages.Length == 1) return _languages;
        var scripts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => LanguageFinder.MainScript(w))
            .Where(s => s != Script.None).Distinct().ToList();
        if (scripts.Count == 0) return _languages;
        if (scripts.Count > 1) scripts.Remove(Script.Latin); // names and symbols are written in Latin letters in every language
        Language[] candidates = [.. _languages.Where(l => scripts.Contains(l.Script))];
        if (candidates.Length < 2) return candidates;
        var likely = _index.LikelyFields(text, [.. candidates.Select(l => ClauseFields.In(ClauseFields.Text, l))]);
        return [.. candidates.Where(l => likely.Contains(ClauseFields.In(ClauseFields.Text, l)))];
    }

    /// <summary>The text fields that hold the words of a language; null for all.</summary>
    public IReadOnlyCollection<string>? Fields(Language language) => _languages.Length == 1 ? null : ClauseFields.TextFields(language);

    /// <summary>The query that looks for words in the fields of a language.</summary>
    /// <remarks>Words without a field are looked for in clauses: that a document's title has them says
    /// nothing of each of its clauses.</remarks>
    /// <param name="query">As read.</param>
    /// <param name="language">The language.</param>
    /// <param name="isOneOfSeveral">Whether other languages are searched too: what is found only by what it
    /// lacks is then of this language.</param>
    public static Query In(Query query, Language language, bool isOneOfSeveral) => query switch
    {
        TermQuery q => q with { Field = Field(q.Field, language) },
        PhraseQuery q => q with { Field = Field(q.Field, language) },
        PrefixQuery q => q with { Field = Field(q.Field, language) },
        FuzzyQuery q => q with { Field = Field(q.Field, language) },
        BoostQuery q => q with { Query = In(q.Query, language, isOneOfSeveral) },
        BooleanQuery q => q with
        {
            Must = [.. q.Must.Select(p => In(p, language, isOneOfSeveral))],
            Should = [.. q.Should.Select(p => In(p, language, isOneOfSeveral))],
            MustNot = [.. q.MustNot.Select(p => In(p, language, isOneOfSeveral))],
        },
        AllQuery when isOneOfSeveral => new KeywordQuery(ClauseFields.Lang, language.Code),
        _ => query,
    };

    private static string Field(string? name, Language language) => name switch
    {
        null => ClauseFields.In(ClauseFields.Text, language),
        ClauseFields.Text or ClauseFields.Title => ClauseFields.In(name, language),
        _ => name,
    };

    private static IEnumerable<string> Words(Query query) => query switch
    {
        TermQuery q => [q.Text],
        PhraseQuery q => [q.Text],
        PrefixQuery q => [q.Text],
        FuzzyQuery q => [q.Text],
        BoostQuery q => Words(q.Query),
        BooleanQuery q => q.Must.Concat(q.Should).Concat(q.MustNot).SelectMany(Words),
        _ => [],
    };
}
