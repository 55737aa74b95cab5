using Search.Api.Pages.Words;
using Search.Catalog.Parameters;

namespace Search.Api.Pages.Documents;

/// <summary>The languages of a document's texts, for its pages.</summary>
internal static class TextLanguages
{
    /// <summary>The language that a parameter asks for, where the document has a text in it; else null, for the text that counts.</summary>
    public static string? Asked(Site site, string document, string parameter)
    {
        var asked = new PageQuery(site.Context.Request, site.Words).Text(parameter, 8);
        return Vocabulary.Languages.Find(asked) is { } language && site.Catalog.Languages(document).Contains(language) ? language : null;
    }

    /// <summary>The name of a language in itself: Français.</summary>
    public static string Name(string code) => PageWords.Has(code) ? PageWords.Languages.First(l => l.Code == code).Name : code;

    /// <summary>rtl or ltr.</summary>
    public static string Direction(string code) => PageWords.In(code).RightToLeft ? "rtl" : "ltr";

    /// <summary>The addresses of a document's page by language, none where it has one text.</summary>
    public static IReadOnlyList<(string Language, PageAddress Address)> Alternates(string document, IReadOnlyList<string> languages) =>
        languages.Count < 2 ? []
        : [.. languages.Where(PageWords.Has)
            .Select(l => (l, PageAddress.Of("documents", document).With("lang", l))), ("x-default", PageAddress.Of("documents", document))];
}
