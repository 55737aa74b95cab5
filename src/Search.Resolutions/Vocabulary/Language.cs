using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Search.Resolutions.Vocabulary;

/// <summary>The letters that a language is written in.</summary>
public enum Script
{
    /// <summary>Letters of no script below.</summary>
    None,

    /// <summary>A, é, ñ.</summary>
    Latin,

    /// <summary>Russian letters.</summary>
    Cyrillic,

    /// <summary>Arabic letters.</summary>
    Arabic,

    /// <summary>Chinese characters.</summary>
    Han,
}

/// <summary>A language of documents: a row of <c>languages.tsv</c> and the folder of tables of its code.</summary>
public sealed class Language
{
    private static readonly FrozenDictionary<string, Language> ByCode;

    private readonly FrozenDictionary<string, string[]> _wordings;
    private readonly Lazy<OpeningWords> _openings;
    private readonly Lazy<LanguageDates> _dates;
    private readonly Lazy<LanguageBodies> _bodies;
    private readonly Lazy<LanguageUnits> _units;

    static Language()
    {
        All = [.. Table.Read("languages.tsv").Select(row => new Language(row))];
        English = All[0];
        var codes = new Dictionary<string, Language>(StringComparer.OrdinalIgnoreCase);
        foreach (var language in All)
            foreach (var code in language._stated.Append(language.Code)) codes[code] = language;
        ByCode = codes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private readonly string[] _stated;

    private Language(Table.Row row)
    {
        (Code, Name, OwnName) = (row["code"], row["name"], row["own"]);
        Script = Enum.Parse<Script>(row["script"], ignoreCase: true);
        _stated = row.Parts("stated", " ");
        _wordings = Table.Read($"{Code}/wordings.tsv").ToFrozenDictionary(r => r["what"], r => r.Parts("words", "|"));
        _openings = new(() => new OpeningWords(this));
        _dates = new(() => new LanguageDates(this));
        _bodies = new(() => new LanguageBodies(this));
        _units = new(() => new LanguageUnits(this));
    }

    /// <summary>All languages, English first.</summary>
    public static ImmutableArray<Language> All { get; }

    /// <summary>English, whose words the parser knows by rules of its own.</summary>
    public static Language English { get; }

    /// <summary>The two-letter code: <c>fr</c>.</summary>
    public string Code { get; }

    /// <summary>The name in English.</summary>
    public string Name { get; }

    /// <summary>The name in the language itself.</summary>
    public string OwnName { get; }

    /// <summary>The script.</summary>
    public Script Script { get; }

    /// <summary>Whether this is English.</summary>
    public bool IsEnglish => this == English;

    /// <summary>Whether spaces separate words.</summary>
    public bool HasSpaces => Script != Script.Han;

    /// <summary>The words that open paragraphs of resolutions.</summary>
    internal OpeningWords Openings => _openings.Value;

    /// <summary>The words that open paragraphs of resolutions, as <see cref="LooseMatch"/> reads them, with the part that they open and the
    /// English words for them.</summary>
    public IEnumerable<(string Words, bool Preambular, string English)> Heads =>
        Table.Read($"{Code}/heads.tsv").Select(r => (LooseMatch.Folded(r["head"]), r["part"] == "preambular", r["english"]));

    /// <summary>Other phrases that say what a clause does, as <see cref="LooseMatch"/> reads them, with the words of
    /// the verb list that they mean.</summary>
    public IEnumerable<(string Phrase, string English)> Phrases =>
        Table.Read($"{Code}/phrases.tsv").Select(r => (LooseMatch.Folded(r["phrase"]), r["english"]));

    /// <summary>Nouns by which a text refers to a work without its name, such as "la Convention", each with the English noun; a star
    /// matches any ending.</summary>
    public IEnumerable<(string Word, string English)> Nouns =>
        Table.Read($"{Code}/nouns.tsv").SelectMany(r => r.Parts("words", "|").Select(w => (w, r["noun"])));

    /// <summary>Openings of paragraphs, phrases, nouns, months, units and names of bodies, as the tables
    /// write them; none for English.</summary>
    public IEnumerable<string> Texts => IsEnglish ? [] :
    [
        .. Table.Read($"{Code}/heads.tsv").Select(r => r["head"]), .. Table.Read($"{Code}/phrases.tsv").Select(r => r["phrase"]),
        .. Nouns.Select(n => n.Word),
        .. Table.Read($"{Code}/bodies.tsv").Select(r => r["names"]), .. Table.Read($"{Code}/months.tsv").Select(r => r["name"]),
        .. Table.Read($"{Code}/units.tsv").Select(r => r["words"]),
    ];

    /// <summary>How dates are written.</summary>
    public LanguageDates Dates => _dates.Value;

    /// <summary>The names of bodies.</summary>
    public LanguageBodies Bodies => _bodies.Value;

    /// <summary>The names of the parts of documents.</summary>
    public LanguageUnits Units => _units.Value;

    /// <summary>The language that a code means (<c>fr</c>, <c>fra</c>, <c>FR</c>), or null.</summary>
    public static Language? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>The wordings of one kind in <c>wordings.tsv</c>; none where the language has none.</summary>
    public IReadOnlyList<string> Wordings(string what) => _wordings.GetValueOrDefault(what, []);

    /// <inheritdoc />
    public override string ToString() => Code;
}
