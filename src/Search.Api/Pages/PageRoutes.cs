using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Search.Api.Http;
using Search.Api.Pages.Corpora;
using Search.Api.Pages.Documents;
using Search.Api.Pages.Exploring;
using Search.Api.Pages.Histories;
using Search.Api.Pages.Pasting;
using Search.Api.Pages.Problem;
using Search.Api.Pages.Searching;
using Search.Api.Pages.Works;
using Search.Api.Serving;
using Search.Catalog;
using Search.Catalog.Citing;

namespace Search.Api.Pages;

/// <summary>The addresses of the pages that people read.</summary>
internal static class PageRoutes
{
    private static readonly string[] Read = ["GET", "HEAD"];

    /// <summary>Adds what rendering needs.</summary>
    public static void AddPages(this IServiceCollection services) => services.AddRazorComponents();

    /// <summary>Maps pages and assets.</summary>
    public static void Map(WebApplication app)
    {
        app.MapMethods("/assets/{name}", Read, EmbeddedAssets.Get).ExcludeFromDescription().WithCost(RequestCosts.Free);
        var pages = app.MapGroup("").ExcludeFromDescription().AddEndpointFilter(WithSnapshot);
        pages.MapMethods("/", Read, IResult (HttpContext context) =>
        {
            var site = Site.Of(context);
            return Page<SearchPage>(site, SearchView.Of(site));
        });
        pages.MapMethods("/documents/{id}", Read, IResult (HttpContext context, string id) =>
        {
            var site = Site.Of(context);
            if (ParallelView.Of(site, id) is { } parallel) return Page<ParallelPage>(site, parallel);
            return DocumentView.Of(site, id) is { } view ? Page<DocumentPage>(site, view) : NotFound(site, "document", id);
        });
        pages.MapMethods("/documents/{id}/{**clause}", Read, IResult (HttpContext context, string id, string clause) =>
        {
            var site = Site.Of(context);
            return site.Catalog.Clause(id, clause.ToLowerInvariant()) is { } found
                ? Results.LocalRedirect(site.ToClause(found.Id))
                : NotFound(site, "document", $"{id}/{clause}");
        });
        foreach (var file in ReferenceForms.Files)
            pages.MapMethods($"/works/{{id}}.{file.Extension}", Read, IResult (HttpContext context, string id) =>
                Site.Of(context) is var site && site.Catalog.Cite(id, clause: null, site.Absolute(site.ToWork(id))) is { } reference
                    ? Results.Text(ReferenceForms.Of(reference, file.Style), file.MediaType + "; charset=utf-8")
                    : Results.StatusCode(StatusCodes.Status404NotFound));
        pages.MapMethods("/history/{id}/{**clause}", Read, IResult (HttpContext context, string id, string clause) =>
        {
            var site = Site.Of(context);
            return HistoryView.Of(site, id, clause.ToLowerInvariant()) is { } view
                ? Page<HistoryPage>(site, view)
                : NotFound(site, "document", $"{id}/{clause}");
        });
        pages.MapMethods("/compare", Read, IResult (HttpContext context) =>
        {
            var site = Site.Of(context);
            return Page<ComparePage>(site, CompareView.Of(site));
        }).WithCost(RequestCosts.Long);
        pages.MapMethods("/reuse", Read, IResult (HttpContext context) =>
        {
            var site = Site.Of(context);
            return ReuseView.Of(site) is { } view
                ? Page<ReusePage>(site, view)
                : NotFound(site, "document", site.Address["document"] ?? "");
        }).WithCost(RequestCosts.Long);
        pages.MapMethods("/works/{id}", Read, IResult (HttpContext context, string id) =>
        {
            var site = Site.Of(context);
            return WorkView.Of(site, id) is { } view ? Page<WorkPage>(site, view) : NotFound(site, "work", id);
        });
        pages.MapMethods("/works/{id}/{direction:regex(^(cited-by|cites)$)}.csv", Read, Tables.Edges).WithCost(RequestCosts.Long);
        pages.MapMethods("/search.csv", Read, Tables.Clauses).WithCost(RequestCosts.Long);
        pages.MapMethods("/explore", Read, IResult (HttpContext context) =>
        {
            var site = Site.Of(context);
            return Page<ExplorePage>(site, ExploreView.Of(site));
        }).WithCost(RequestCosts.Walk);
        pages.MapMethods("/explore.csv", Read, ShortestChains.Table).WithCost(RequestCosts.Walk);
        pages.MapMethods("/paste", Read, IResult (HttpContext context) =>
        {
            var site = Site.Of(context);
            var query = new PageQuery(context.Request, site.Words);
            return Page<PastePage>(site,
                PasteView.Of(site, query.Text("text", PasteView.LongestLinked), query.OneOf("view", [.. PasteView.Kinds])));
        }).WithCost(RequestCosts.Long);
        pages.MapPost("/paste", (Delegate)Paste).WithCost(RequestCosts.Long);
        pages.MapMethods("/corpus", Read, IResult (HttpContext context) =>
        {
            var site = Site.Of(context);
            return Page<CorpusPage>(site, CorpusView.Of(site));
        });
    }

    private static async Task<IResult> Paste(HttpContext context)
    {
        var site = Site.Of(context);
        context.Response.Headers.CacheControl = "no-store";
        if (!context.Request.HasFormContentType) return Page<ProblemPage>(site, ProblemView.Unreadable, StatusCodes.Status400BadRequest);
        SentText.AllowFile(context);
        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return Page<ProblemPage>(site, ProblemView.Unreadable, StatusCodes.Status400BadRequest);
        }
        var kind = PasteView.Kinds.FirstOrDefault(k => k == form["view"].ToString()) ?? PasteView.Kinds[0];
        var text = form["text"].ToString();
        if (form.Files["file"] is { Length: > 0 } file)
        {
            await using var from = file.OpenReadStream();
            using var sent = await SentText.ReadFileAsync(context, from, Path.GetExtension(file.FileName).ToLowerInvariant());
            if (kind == "check")
                return site.Catalog.Checking.CheckUpload(sent.File!, site.Today) is { Draft: { } draft }
                    ? Page<PastePage>(site, PasteView.OfCheck(draft))
                    : Unreadable();
            if (Uploads.TextOf(sent.File!) is not { } read) return Unreadable();
            text = read;
        }
        return text.Length > PasteView.Longest
            ? Page<ProblemPage>(site, ProblemView.TooLarge, StatusCodes.Status413PayloadTooLarge)
            : Page<PastePage>(site, PasteView.Of(site, text, kind));

        RazorComponentResult<ProblemPage> Unreadable() => Page<ProblemPage>(site, ProblemView.Unreadable, StatusCodes.Status400BadRequest);
    }

    private static RazorComponentResult<T> Page<T>(Site site, object view, int status = StatusCodes.Status200OK) where T : IComponent =>
        new(new Dictionary<string, object?> { ["Site"] = site, ["View"] = view }) { StatusCode = status };

    private static RazorComponentResult<ProblemPage> NotFound(Site site, string what, string id) =>
        Page<ProblemPage>(site, ProblemView.NotFound(site, what, id), StatusCodes.Status404NotFound);

    /// <summary>One snapshot for the whole request; who has the page already is told so before it is made again.</summary>
    private static async ValueTask<object?> WithSnapshot(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var headers = context.Response.Headers;
        headers.Vary = "Accept-Language, Accept-Encoding";
        if (context.RequestServices.GetRequiredService<LiveCatalog>().Lease() is not { } lease)
        {
            headers.RetryAfter = "1";
            headers.CacheControl = "no-store";
            return Page<ProblemPage>(Site.Of(context), ProblemView.NotReady, StatusCodes.Status503ServiceUnavailable);
        }
        context.Features.Set(lease);
        context.Response.RegisterForDispose(lease);
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            var tag = Tag(context.Request, lease.Catalog.Fingerprint);
            headers.ETag = tag;
            headers.CacheControl = "no-cache";
            if (context.Request.Headers.IfNoneMatch.ToString() == tag) return Results.StatusCode(StatusCodes.Status304NotModified);
        }
        return await next(invocation);
    }

    private static string Tag(HttpRequest request, string snapshot)
    {
        var asked = Encoding.UTF8.GetBytes(
            $"{request.PathBase + request.Path}\n{request.QueryString}\n{Site.Of(request.HttpContext).Words.Language}\n{request.HttpContext.Origin()}\n{Http.OriginalsOfRequest.Links(request.HttpContext)}\n{snapshot}\n{CommandLine.Edition}");
        return $"W/\"{Convert.ToHexStringLower(SHA256.HashData(asked).AsSpan(0, 10))}\"";
    }
}
