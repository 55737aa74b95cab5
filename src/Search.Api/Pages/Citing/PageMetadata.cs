using System.Text.Json;
using Search.Catalog.Citing;

namespace Search.Api.Pages.Citing;

/// <summary>What a page says of the work on it to reference managers and search engines.</summary>
/// <param name="MetaTags">Names and contents of <c>meta</c> elements, as Google Scholar and Zotero read them.</param>
/// <param name="JsonLd">schema.org as JSON-LD; safe inside a script element.</param>
public sealed record PageMetadata(IReadOnlyList<(string Name, string Content)> MetaTags, string JsonLd)
{
    internal static PageMetadata Of(Reference reference, IReadOnlyList<OriginalAnswer> originals) => new(
        [.. Tags(reference).Where(t => t.Content is not null).Select(t => (t.Name, t.Content!))],
        Ld(reference, originals));

    private static IReadOnlyList<(string Name, string? Content)> Tags(Reference reference) =>
    [
        ("citation_title", reference.Heading),
        // without the comma Zotero takes the last word for a family name
        ("citation_author", reference.Author is { } body ? body + "," : null),
        ("citation_publication_date", reference.Date?.Replace('-', '/')),
        ("citation_technical_report_institution", reference.Symbol is null ? null : reference.Author),
        ("citation_technical_report_number", reference.Symbol),
        ("citation_language", reference.Language),
        ("citation_public_url", reference.Address),
        ("z:itemType", reference.Symbol is null ? "document" : null), // what names no institution is an article of a journal to Zotero
    ];

    // The serializer escapes what could end the script element.
    private static string Ld(Reference reference, IReadOnlyList<OriginalAnswer> originals)
    {
        var fields = new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = reference.Act is not null || reference.IsTreaty ? "Legislation" : "CreativeWork",
            ["@id"] = reference.Address,
            ["name"] = reference.Heading,
            ["url"] = reference.Address,
            ["inLanguage"] = reference.Language,
        };
        if (reference.Act is not null || reference.IsTreaty)
        {
            if (reference.Symbol is { } symbol) fields["legislationIdentifier"] = symbol;
            if (reference.Date is { } adopted) fields["legislationDate"] = adopted;
            if (reference.Author is { } body) fields["legislationPassedBy"] = Organization(body);
        }
        else
        {
            if (reference.Symbol is { } symbol) fields["identifier"] = symbol;
            if (reference.Date is { } date) fields["datePublished"] = date;
            if (reference.Author is { } author) fields["author"] = Organization(author);
        }
        if (originals.Select(o => o.Url).OfType<string>().ToList() is { Count: > 0 } same) fields["sameAs"] = same;
        return JsonSerializer.Serialize(fields);
    }

    private static Dictionary<string, string> Organization(string name) => new() { ["@type"] = "Organization", ["name"] = name };
}
