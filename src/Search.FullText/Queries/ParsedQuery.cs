namespace Search.FullText.Queries;

/// <summary>What <see cref="QueryLanguage.Parse"/> made of a text.</summary>
/// <param name="Query">Ready to be searched; <see cref="AllQuery"/> when only the caller's own fields were given,
/// <see cref="NoneQuery"/> for no words at all.</param>
/// <param name="Read">How the text was read, in canonical form: reading this again gives the same.</param>
/// <param name="Warnings">Everything that was not taken at its word, in the order of the text.</param>
/// <param name="Fields">The clauses with fields the caller declared as his own; they are not part of <paramref name="Query"/>.</param>
/// <param name="Terms">What to highlight.</param>
public sealed record ParsedQuery(
    Query Query,
    string Read,
    IReadOnlyList<QueryWarning> Warnings,
    IReadOnlyList<FieldClause> Fields,
    IReadOnlyList<HighlightTerm> Terms);

/// <summary>A place in a query that was read otherwise than its writer may have meant.</summary>
/// <param name="Code">Stable, for programs: one of the constants of <see cref="QueryWarningCode"/>.</param>
/// <param name="Message">For people.</param>
/// <param name="Start">First UTF-16 unit concerned.</param>
/// <param name="End">After the last.</param>
public readonly record struct QueryWarning(string Code, string Message, int Start, int End);

/// <summary>The codes of <see cref="QueryWarning"/>.</summary>
public static class QueryWarningCode
{
    /// <summary>A quotation that is never closed was read to the end of the text.</summary>
    public const string UnclosedQuote = "unclosed-quote";

    /// <summary>A parenthesis without its partner was left out.</summary>
    public const string UnmatchedParenthesis = "unmatched-parenthesis";

    /// <summary>OR, AND or NOT without anything to join was left out.</summary>
    public const string DanglingOperator = "dangling-operator";

    /// <summary>A beginning of fewer than three letters was read as a whole word.</summary>
    public const string ShortPrefix = "short-prefix";

    /// <summary>A star inside a word means nothing.</summary>
    public const string StarInside = "star-inside";

    /// <summary>A name before a colon that is not a field was read as a word.</summary>
    public const string UnknownField = "unknown-field";

    /// <summary>A field without a value was read as a word.</summary>
    public const string EmptyField = "empty-field";

    /// <summary>A value that is not a number or a range was left out.</summary>
    public const string NotANumber = "not-a-number";

    /// <summary>A field of the caller's inside OR or parentheses counts for the whole query.</summary>
    public const string FieldCountsForAll = "field-counts-for-all";

    /// <summary>Text, words or nesting beyond the limits were left out.</summary>
    public const string TooLong = "too-long";

    /// <summary>Beginnings and misspelt words beyond the limit were read as whole words.</summary>
    public const string TooManyExpansions = "too-many-expansions";

    /// <summary>The query has only exclusions; it finds everything else.</summary>
    public const string OnlyExclusions = "only-exclusions";
}

/// <summary>A clause <c>name:value</c> with a field the caller declared as his own.</summary>
/// <param name="Field">As declared.</param>
/// <param name="Value">As written, without quotes.</param>
/// <param name="Negated">Under <c>-</c> or NOT.</param>
/// <param name="Start">First UTF-16 unit of the clause.</param>
/// <param name="End">After the last.</param>
public readonly record struct FieldClause(string Field, string Value, bool Negated, int Start, int End);

/// <summary>How a highlighted term was asked for.</summary>
public enum HighlightKind
{
    /// <summary>A word in any of its English forms.</summary>
    Word = 0,

    /// <summary>Words in this form and order.</summary>
    Phrase = 1,

    /// <summary>Words that begin so.</summary>
    Prefix = 2,

    /// <summary>Words spelt nearly so.</summary>
    Fuzzy = 3,
}

/// <summary>Something to highlight in a text.</summary>
/// <param name="Text">As written in the query.</param>
/// <param name="Kind">How it was asked for.</param>
/// <param name="Slop">Of a phrase: the positions its words may be moved. Of a fuzzy word: its edits.</param>
public readonly record struct HighlightTerm(string Text, HighlightKind Kind, int Slop = 0);

/// <summary>What the reader of queries knows of its surroundings.</summary>
public sealed record QueryLanguageOptions
{
    /// <summary>The index that will be asked: its fields can be named in the query.</summary>
    public Schema? Schema { get; init; }

    /// <summary>The language of the query: which of its words are function words.</summary>
    public TextLanguage Language { get; init; } = TextLanguage.English;

    /// <summary>Field names whose clauses are handed back in <see cref="ParsedQuery.Fields"/>; they win
    /// over fields of the schema.</summary>
    public IReadOnlyCollection<string> OwnFields { get; init; } = [];

    /// <summary>Text beyond this many UTF-16 units is left out.</summary>
    public int MaxLength { get; init; } = 8192;

    /// <summary>Words, quotations and clauses beyond this many are left out.</summary>
    public int MaxClauses { get; init; } = 256;

    /// <summary>Beginnings (<c>word*</c>) and misspelt words (<c>word~</c>) beyond this many are read as whole words: each is a walk
    /// through the dictionary.</summary>
    public int MaxExpansions { get; init; } = 16;

    /// <summary>Parentheses nested deeper are left out.</summary>
    public int MaxDepth { get; init; } = 32;
}
