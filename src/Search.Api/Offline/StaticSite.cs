using System.Globalization;
using System.Text;
using Search.Api.Embedding;
using Search.Api.Pages;
using Search.Catalog;

namespace Search.Api.Offline;

/// <summary>
/// Writes a site that any file host serves: a search page with its scripts and index, a page a document, and a page a cited work with the
/// clauses that cite it. All links are relative, so that the folder works under any path.
/// </summary>
public sealed class StaticSite
{
    private const int CitationsOnPage = 500;
    private const int DocumentsOnPage = 2_000;

    private readonly ResolutionCatalog _catalog;
    private readonly string _folder;
    private readonly IReadOnlyList<DocumentSummary> _documents;
    private readonly IReadOnlyList<WorkSummary> _works;
    private readonly HashSet<string> _pages;
    private int _files;

    private StaticSite(ResolutionCatalog catalog, string folder)
    {
        _catalog = catalog;
        _folder = folder;
        _documents = catalog.Documents(new() { Take = int.MaxValue }).Page;
        _works = catalog.Works(new() { Cited = true, Take = int.MaxValue }).Page;
        _pages = [.. _documents.Select(d => PageOf("documents", d.Id)), .. _works.Select(w => PageOf("works", w.Id))];
    }

    /// <summary>Writes the site of a snapshot.</summary>
    /// <param name="catalog">The snapshot.</param>
    /// <param name="folder">Created if it does not exist.</param>
    /// <param name="site">Address of a server whose pages the hits lead to; null for pages in the folder.</param>
    /// <returns>Clauses and files written.</returns>
    /// <exception cref="InvalidDataException">The snapshot has too many clauses.</exception>
    public static (int Clauses, int Files) Write(ResolutionCatalog catalog, string folder, string? site)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var (clauses, files) = catalog.ExportStatic(folder, site);
        var pages = new StaticSite(catalog, folder);
        pages.WriteScripts();
        pages.Write("index.html", OfflinePage.Search(catalog, isWhole: site is null));
        if (site is null) pages.WritePages();
        return (clauses, files + pages._files);
    }

    /// <summary>Where a page is within the folder.</summary>
    internal static string PageOf(string list, string id, int number = 1) =>
        string.Create(CultureInfo.InvariantCulture, $"{list}/{id}{(number > 1 ? $".{number}" : "")}.html");

    /// <summary>The page of a work, or of the document that is its text; null where neither has one.</summary>
    internal string? LinkTo(string work) =>
        _pages.Contains(PageOf("works", work)) ? Link("works", work)
            : _pages.Contains(PageOf("documents", work)) ? Link("documents", work)
            : null;

    /// <summary>A link between pages of documents and works.</summary>
    internal static string Link(string list, string id, int number = 1) => "../" + PageOf(list, Uri.EscapeDataString(id), number);

    /// <summary>A link to a clause by its id.</summary>
    internal static string LinkToClause(string clause)
    {
        var slash = clause.IndexOf('/', StringComparison.Ordinal);
        return $"{Link("documents", clause[..slash])}#{Uri.EscapeDataString(clause[(slash + 1)..])}";
    }

    private void WriteScripts()
    {
        foreach (var name in (string[])["clause-search.js", "clause-files.js"]) Write(name, EmbedScripts.Bytes(name));
        Write("site.css", [.. EmbeddedAssets.Bytes("embed.css"), .. EmbeddedAssets.Bytes("offline.css")]);
        Write("icon.svg", EmbeddedAssets.Bytes("icon.svg"));
    }

    private void WritePages()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "documents"));
        Directory.CreateDirectory(Path.Combine(_folder, "works"));
        var lists = _documents.Chunk(DocumentsOnPage).ToList();
        foreach (var (i, list) in lists.Index(
            )) Write(OfflinePage.ListName(i), OfflinePage.Documents(list, i, lists.Count, _documents.Count));
        foreach (var document in _documents)
            if (_catalog.Document(document.Id) is { } details)
                Write(PageOf("documents", document.Id), OfflinePage.Document(this, _catalog, details));
        foreach (var work in _works) WriteWork(work);
    }

    private void WriteWork(WorkSummary summary)
    {
        var work = _catalog.Work(summary.Id)!;
        for (var number = 1; ; number++)
        {
            var citing = _catalog.CitedBy(summary.Id, new() { Skip = (number - 1) * CitationsOnPage, Take = CitationsOnPage })!;
            var isLast = citing.Total <= number * CitationsOnPage;
            Write(PageOf("works", summary.Id, number), OfflinePage.Work(work, citing, number, isLast));
            if (isLast) return;
        }
    }

    private void Write(string name, string page) => Write(name, Encoding.UTF8.GetBytes(page));

    private void Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(_folder, name), bytes);
        _files++;
    }
}
