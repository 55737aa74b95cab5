using System.Text.Encodings.Web;
using Search.Api.Http;

namespace Search.Api.Pages.Problem;

/// <summary>The page that the types of problem documents lead to: every problem, its status, and what to do.</summary>
internal static class ProblemReference
{
    public static void Map(WebApplication app) =>
        app.MapGet(Problems.Address, (HttpContext context) => Results.Text(Html(Site.Of(context)), "text/html; charset=utf-8"))
            .ExcludeFromDescription();

    private static string Html(Site site) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Problems of the Clausegraph API</title>
        <link rel="stylesheet" href="{site.Asset("embed.css")}">
        </head>
        <body>
        <main>
        <h1>Problems of the Clausegraph API</h1>
        <p>An error is a problem document (RFC 9457). Its <code>type</code> links to one of the entries below, and its <code>code</code> is the entry's name.</p>
        <dl>
        {string.Concat(Problems.All.Select(p => $"<dt id=\"{p.Code}\"><code>{p.Code}</code> {p.Status}: {Text(p.Title)}</dt><dd>{Text(p.Advice)}</dd>\n"))}</dl>
        </main>
        </body>
        </html>
        """;

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
