using System.Text.Encodings.Web;
using Search.Api.Pages;
using Search.Api.Pages.Words;

namespace Search.Api.Embedding;

/// <summary>A small page that holds nothing but an element: for an iframe, or to show what a plain page can do.</summary>
internal static class EmbedPage
{
    /// <summary>Answers with the page.</summary>
    /// <param name="site">The request.</param>
    /// <param name="words">Of the page's language, which the elements follow.</param>
    /// <param name="title">Encoded.</param>
    /// <param name="body">Markup.</param>
    /// <param name="sample">Whether it shows the sample, whose documents are invented.</param>
    public static IResult Result(Site site, PageWords words, string title, string body, bool sample) => Results.Text($"""
        <!doctype html>
        <html lang="{words.Language}" dir="{(words.RightToLeft ? "rtl" : "ltr")}"{(site.Address["theme"] is "light" or "dark" ? $" data-theme=\"{site.Address["theme"]}\"" : "")}>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title}</title>
        <link rel="stylesheet" href="{site.Asset("embed.css")}">
        <link rel="icon" type="image/svg+xml" href="{site.Asset("icon.svg")}">
        <script type="module" src="{site.Link(PageAddress.Of("embed", "clause-search.js"))}"></script>
        <script type="module" src="{site.Link(PageAddress.Of("embed", "clause-citations.js"))}"></script>
        </head>
        <body>
        {(sample ? $"<p role=\"note\">{HtmlEncoder.Default.Encode(words["sample"])}</p>" : "")}
        <main>
        {body}
        </main>
        </body>
        </html>
        """, "text/html; charset=utf-8");

    /// <summary>Every way to embed, each with the markup that does it.</summary>
    public static string Demo(string host)
    {
        var (search, citations) =
            ($"<script type=\"module\" src=\"{host}/embed/clause-search.js\"></script>\n",
                $"<script type=\"module\" src=\"{host}/embed/clause-citations.js\"></script>\n");
        var frame = $"<iframe src=\"{host}/embed/works/palermo-protocol\" title=\"What cites the Palermo Protocol\" width=\"640\" height=\"480\"></iframe>";
        return $"""
            <h1>Clausegraph in a plain page</h1>
            <p>Each of these is a line or two of markup that any page can carry.</p>
            {Part("A search box", $"<clause-search><form action=\"{host}/\"><label>Search resolutions <input name=\"q\"></label> <button>Search</button></form></clause-search>", search)}
            {Part("A search that opens on top of the page", $"<clause-search modal><a href=\"{host}/\">Search resolutions</a></clause-search>", search)}
            {Part("In colours of one’s own, in another language", "<clause-search class=\"own\" lang=\"fr\" hotkeys=\"none\"></clause-search>", "<style>.own { --cg-accent: #8a3b12; --cg-mark: #ffd9c2; --cg-radius: 0 }</style>\n")}
            {Part("What cites a work", $"<clause-citations work=\"palermo-protocol\" limit=\"4\"><a href=\"{host}/works/palermo-protocol\">What cites the Palermo Protocol</a></clause-citations>", citations)}
            {Part("The same where no script of others is allowed", frame, "")}
            """;
    }

    private static string Part(string title, string markup, string before) => $"""
        <section>
        <h2>{title}</h2>
        {markup}
        <pre tabindex="0" aria-label="Markup: {title}"><code>{HtmlEncoder.Default.Encode(before + markup)}</code></pre>
        </section>
        """;
}
