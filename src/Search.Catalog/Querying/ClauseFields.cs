using Search.FullText;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Querying;

/// <summary>The fields under which clauses are found.</summary>
internal static class ClauseFields
{
    public const string Text = "text";
    public const string Title = "title";
    public const string Verb = "verb";
    public const string Label = "label";
    public const string Kind = "kind";
    public const string Type = "type";
    public const string Organ = "organ";
    public const string Document = "document";
    public const string Cites = "cites";
    public const string Treatment = "treatment";
    public const string Edge = "edge";
    public const string Provision = "provision";
    public const string Year = "year";
    public const string Date = "date";

    /// <summary>The year in which the clause's words or a version of them were first used.</summary>
    public const string FirstUsed = "firstUsed";

    /// <summary>A number, from 1, that all clauses with the same words have.</summary>
    public const string Words = "words";

    /// <summary>The language of the clause, where some are not in English.</summary>
    public const string Lang = "lang";

    /// <summary>The fields where every clause is in English.</summary>
    public static Schema Schema { get; } = SchemaOf([Language.English.Code]);

    /// <summary>
    /// The fields of clauses in some languages. A clause and its notes are searched by words; the title of its
    /// document and its head only when they are named (<c>title:</c>, <c>verb:</c>).
    /// </summary>
    /// <param name="languages">Codes of the languages. Words of one that is not known are indexed as English ones are.</param>
    public static Schema SchemaOf(IReadOnlyCollection<string> languages)
    {
        var schema = new SchemaBuilder()
            .Text(Text)
            .Text(Title)
            .Text(Verb)
            .Keyword(Label).Keyword(Kind).Keyword(Type).Keyword(Organ).Keyword(Document).Keyword(Year)
            .Keyword(Cites).Keyword(Treatment).Keyword(Edge).Keyword(Provision).Keyword(FirstUsed)
            .Number(Date).Number(Words);
        foreach (var topic in DocumentTopic.All) schema.Keyword(topic.Name);
        if (languages.All(l => l == Language.English.Code)) return schema.Build();
        schema.Keyword(Lang);
        foreach (var language in Language.All.Where(l => !l.IsEnglish && languages.Contains(l.Code)))
            schema.Text(In(Text, language), language: Analysis(language)).Text(In(Title, language), language: Analysis(language));
        return schema.Build();
    }

    /// <summary>The text field of a language: <c>text</c> for English, <c>text.fr</c>.</summary>
    public static string In(string field, Language? language) =>
        language is null or { IsEnglish: true } ? field : $"{field}.{language.Code}";

    /// <summary>The text fields that hold words of a language.</summary>
    public static IReadOnlyList<string> TextFields(Language language) =>
        language.IsEnglish ? [Text, Title, Verb] : [In(Text, language), In(Title, language)];

    /// <summary>How words of a language are compared; as they are written where the full text knows no stemmer for it.</summary>
    public static TextLanguage Analysis(Language language) =>
        Enum.TryParse<TextLanguage>(language.Name, out var known) ? known : TextLanguage.None;

    /// <summary>That a clause cites a work with a treatment, as one value.</summary>
    public static string EdgeValue(string work, string treatment) => $"{work}|{treatment}";

    /// <summary>That a clause cites a provision of a work, as one value.</summary>
    public static string ProvisionValue(string work, string provision) => $"{work}|{provision}";
}
