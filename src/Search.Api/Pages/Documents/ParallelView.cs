using Search.Api.Pages.Layout;
using Search.Catalog;

namespace Search.Api.Pages.Documents;

/// <summary>A clause in two languages as the page shows it.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Slug">Its name in URLs.</param>
/// <param name="First">In the first language, or null.</param>
/// <param name="Second">In the second language, or null.</param>
public sealed record ParallelLine(string Label, string Slug, ClauseView? First, ClauseView? Second);

/// <summary>Two texts of a document beside each other.</summary>
/// <param name="Document">The document, with the fields of the first text.</param>
/// <param name="Text">The texts.</param>
/// <param name="Lines">The clauses in two languages.</param>
public sealed record ParallelView(DocumentDetails Document, ParallelText Text, IReadOnlyList<ParallelLine> Lines)
{
    /// <summary>Null where the request does not ask for two texts that the document has.</summary>
    internal static ParallelView? Of(Site site, string id)
    {
        if (TextLanguages.Asked(site, id, "with") is not { } with) return null;
        var language = TextLanguages.Asked(site, id, "lang") ?? site.Catalog.Languages(id)[0];
        if (language == with || site.Catalog.Document(id, language) is not { } document
            || site.Catalog.Parallel(id, language, with) is not { } text)
            return null;
        var first = Views(site, id, language, "").ToDictionary(c => c.Slug);
        var second = Views(site, id, with, "-b").ToDictionary(c => c.Slug);
        return new(document, text, [.. text.Rows.Select(r => (r.Label, Slug: Slug(r.First ?? r.Second!)))
            .Select(r => new ParallelLine(r.Label, r.Slug, first.GetValueOrDefault(r.Slug), second.GetValueOrDefault(r.Slug)))]);
    }

    internal PageFrame Frame(Site site) => new()
    {
        Title = $"{Document.Summary.Symbol ?? Naming.Title(Document.Summary)} · {TextLanguages.Name(Text.Language)} · {TextLanguages.Name(Text.With)}",
        Alternates = TextLanguages.Alternates(Document.Summary.Id, Document.Languages),
        ApiCall = Call,
        Formats = [new("JSON", "application/json", Call), new("CSV", "text/csv", Call.With("format", "csv"))],
        Wide = true,
    };

    private PageAddress Call =>
        PageAddress.Of("v1", "documents", Document.Summary.Id, "parallel").With("lang", Text.Language).With("with", Text.With);

    private static IReadOnlyList<ClauseView> Views(Site site, string id, string language, string mark) =>
        ClauseView.Of(site.Catalog.Clauses(id, language), site.Catalog.Source(id, language) ?? "", mark);

    private static string Slug(ClauseDetails clause) => clause.Id[(clause.Id.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
