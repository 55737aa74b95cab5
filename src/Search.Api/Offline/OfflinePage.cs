using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Search.Api.Pages;
using Search.Api.Pages.Documents;
using Search.Api.Pages.Words;
using Search.Catalog;

namespace Search.Api.Offline;

/// <summary>The pages of a static site as HTML. Every text is encoded where it is written.</summary>
internal static class OfflinePage
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private static readonly PageWords Words = PageWords.In("en");

    /// <summary>The file of a list of documents.</summary>
    public static string ListName(int index) =>
        index == 0 ? "documents.html" : string.Create(CultureInfo.InvariantCulture, $"documents-{index + 1}.html");

    /// <summary>The search page.</summary>
    /// <param name="catalog">The snapshot.</param>
    /// <param name="isWhole">Whether the folder has pages of documents.</param>
    public static string Search(ResolutionCatalog catalog, bool isWhole) => Page("Clausegraph", "", $"""
        <h1>Clausegraph</h1>
        {(catalog.IsSample ? $"<p role=\"note\">{Text(Words["sample"])}</p>" : "")}
        <clause-search static="./"></clause-search>
        <noscript><p>Searching needs JavaScript{(isWhole ? "; reading does not" : "")}.</p></noscript>
        <p>{Text(Words.Filled("home.counts", Words.Number(catalog.Counts.Documents), Words.Number(catalog.Counts.Clauses), Words.Number(catalog.Counts.Edges)))}{(isWhole ? " <a href=\"documents.html\">All documents</a>" : "")}</p>
        <script type="module" src="clause-search.js"></script>
        """);

    /// <summary>A list of documents, newest first.</summary>
    public static string Documents(IReadOnlyList<DocumentSummary> documents, int index, int lists, int count)
    {
        var body = new StringBuilder().Append(Invariant, $"<h1>{Words.Number(count)} documents</h1>\n<ul class=\"list\">\n");
        foreach (var document in documents)
            body.Append(Invariant,
                $"<li><a href=\"{StaticSite.PageOf("documents", Uri.EscapeDataString(document.Id))}\">{Text(document.Symbol ?? Naming.Title(document))}</a> ")
                .Append(document.Symbol is null ? "" : Bdi(Naming.Title(document)))
                .Append(Invariant, $" <span class=\"meta\">{Text(Words.Date(document.Date))}</span></li>\n");
        body.Append("</ul>\n");
        if (lists > 1)
            body.Append("<nav aria-label=\"Pages\"><p>")
                .AppendJoin(' ', Enumerable.Range(0, lists)
                    .Select(i => i == index ? $"<b>{i + 1}</b>" : $"<a href=\"{ListName(i)}\">{i + 1}</a>")).Append("</p></nav>\n");
        return Page($"{Words.Number(count)} documents", "", body.ToString());
    }

    /// <summary>A document as printed, its citations as links.</summary>
    public static string Document(StaticSite site, ResolutionCatalog catalog, DocumentDetails document)
    {
        var summary = document.Summary;
        var direction = TextLanguages.Direction(document.Language);
        var facts = new List<string>();
        if (summary.Symbol is { } symbol) facts.Add(Text(symbol));
        if (summary.Organ is { } organ) facts.Add(Text(organ));
        if (summary.Date is not null) facts.Add(Text(Words.Date(summary.Date)));
        if (site.LinkTo(summary.Id) is { } citing && summary.CitedBy > 0)
            facts.Add($"<a href=\"{citing}\">{Text(Words.Count("citedby", summary.CitedBy))}</a>");
        var body = new StringBuilder().Append(Invariant,
            $"<h1 lang=\"{document.Language}\" dir=\"auto\">{Text(Naming.Title(summary))}</h1>\n<p class=\"meta\">{string.Join(" · ", facts)}</p>\n<div lang=\"{document.Language}\" dir=\"{direction}\">\n");
        foreach (var clause in ClauseView.Of(catalog.Clauses(summary.Id), catalog.Source(summary.Id) ?? ""))
        {
            if (clause.Opening is { } opening) body.Append(Invariant, $"<p class=\"opening\">{Text(opening)}</p>\n");
            var (tag, number) = clause.IsHeading
                ? ("h2", "")
                : ("p", clause.Clause.Number is { } printed ? $"<span class=\"number\">{Text(printed)}</span> " : "");
            body.Append(Invariant,
                $"<{tag} id=\"{Text(clause.Slug)}\" class=\"depth{clause.Depth}\" dir=\"auto\">{number}{Printed(site, clause.Pieces)}</{tag}>\n");
            foreach (var note in clause.Notes)
                body.Append(Invariant,
                    $"<p id=\"{Text(note.Id)}\" class=\"note\" dir=\"auto\"><sup>{Text(note.Mark)}</sup> {Printed(site, note.Pieces)}</p>\n");
        }
        return Page(summary.Symbol is { } s
            ? $"{s} {Naming.Title(summary)}"
            : Naming.Title(summary), "../", body.Append("</div>\n").ToString());
    }

    /// <summary>A work and the clauses that cite it, newest first.</summary>
    public static string Work(WorkDetails work, EdgePage citing, int number, bool isLast)
    {
        var summary = work.Summary;
        var body = new StringBuilder().Append(Invariant,
            $"<h1 dir=\"auto\">{Text(summary.Title)}</h1>\n<p class=\"meta\">{string.Join(" · ", ((string?[])[Naming.IsSymbol(summary.Canonical) ? summary.Canonical : null, Words.Date(summary.Date)]).Where(f => !string.IsNullOrEmpty(f)).Select(f => Text(f!)))}</p>\n");
        if (work.Document is { } document)
            body.Append(Invariant,
                $"<p><a href=\"{StaticSite.Link("documents", document)}{(work.Place is { Length: > 0 } place ? "#" + Uri.EscapeDataString(place) : "")}\">Read the text</a></p>\n");
        body.Append(Invariant,
            $"<h2>{Text(Words.Count("citedby", citing.Total))}</h2>\n<p class=\"meta\">{Text(string.Join(", ", citing.Groups.Treatment.Select(g => $"{Words.Named("treatment", g.Value)} {Words.Number(g.Count)}")))}</p>\n<ol class=\"list\">\n");
        foreach (var edge in citing.Edges)
            body.Append(Invariant,
                $"<li><a href=\"{StaticSite.LinkToClause(edge.Clause)}\">{Text($"{edge.Document.Canonical} {edge.Label}")}</a> <span class=\"meta\">{Text(string.Join(" · ", ((string[])[Words.Date(edge.Date), Words.Named("treatment", edge.Treatment), edge.Pinpoint]).Where(f => f.Length > 0)))}</span><blockquote dir=\"auto\">{Quote(edge)}</blockquote></li>\n");
        body.Append("</ol>\n");
        if (number > 1 || !isLast)
            body.Append(Invariant,
                $"<nav aria-label=\"Pages\"><p>{(number > 1 ? $"<a href=\"{StaticSite.Link("works", summary.Id, number - 1)}\">Newer</a> " : "")}{(isLast ? "" : $"<a href=\"{StaticSite.Link("works", summary.Id, number + 1)}\">Older</a>")}</p></nav>\n");
        return Page(summary.Title, "../", body.ToString());
    }

    private static string Quote(EdgeDetails edge) =>
        edge is { MentionStart: { } start, MentionEnd: { } end } && start >= 0 && start <= end && end <= edge.Quote.Length
        ? $"{Text(edge.Quote[..start])}<mark>{Text(edge.Quote[start..end])}</mark>{Text(edge.Quote[end..])}" : Text(edge.Quote);

    private static string Printed(StaticSite site, IReadOnlyList<Piece> pieces) => string.Concat(pieces.Select(piece => piece switch
    {
        Piece.Words words => Text(words.Text),
        Piece.Head head => $"<em>{Text(head.Text)}</em>",
        Piece.NoteMark { Id: { } id } mark => $"<sup><a href=\"#{Text(id)}\">{Text(mark.Mark)}</a></sup>",
        Piece.NoteMark mark => $"<sup>{Text(mark.Mark)}</sup>",
        Piece.Mention { Citation: { Status: "linked" } citation } mention
            when (citation.Instrument ?? citation.Target) is { } work && site.LinkTo(work.Id) is { } link =>
            $"<a href=\"{link}\">{Text(mention.Text)}</a>",
        Piece.Mention mention => Text(mention.Text),
        _ => "",
    }));

    private static string Page(string title, string up, string body) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Text(title)}</title>
        <link rel="stylesheet" href="{up}site.css">
        <link rel="icon" type="image/svg+xml" href="{up}icon.svg">
        </head>
        <body>
        {(title == "Clausegraph" ? "" : $"<header><a href=\"{up}index.html\">Clausegraph</a></header>\n")}<main>
        {body}
        </main>
        </body>
        </html>

        """;

    private static string Bdi(string text) => $"<bdi>{Text(text)}</bdi>";

    private static string Text(string text) => Html.Encode(text);
}
