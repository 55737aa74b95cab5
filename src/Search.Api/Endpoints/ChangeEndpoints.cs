using Search.Api.Description;
using Search.Api.Http;
using Search.Catalog.Parameters;

namespace Search.Api.Endpoints;

/// <summary>What is new since an earlier snapshot.</summary>
internal static class ChangeEndpoints
{
    /// <summary>Generations that are suggested where another is named.</summary>
    private const int Suggested = 5;

    private static readonly TextParameter Since =
        new("since", "A generation as `/v1/index` named it then: what first appeared after it is answered.")
        {
            Required = true,
            Longest = 40,
            Example = "g-000001"
        };

    private static readonly WordParameter List =
        new("list", "Which of the lists is paged.", new("ChangeList", ["edges", "clauses", "works"]));

    public static void Map(RouteGroupBuilder v1) =>
        v1.MapGet("/changes", Changes).WithName("Changes").WithTags("Index").WithExample("/v1/changes?since=g-000001&limit=1")
            .WithQuery(Since, List, Filters.Limit, AnswerParameters.Cursor)
            .Produces<ChangesAnswer>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(410);

    private static IResult Changes(HttpContext context)
    {
        var catalog = context.Catalog();
        var p = Parameters.Of(context);
        var (since, list, skip, take) = (p.Get(Since), p.Get(List), p.Skip(catalog), p.Get(Filters.Limit));
        if (p.Problem is { } problem) return problem;
        if (catalog.ChangesSince(since!, list, skip, take) is not { } found)
            return Problems.Result("not-found", $"'{since}' is no generation that is known here.", Since.Name,
                [.. catalog.Generations.Reverse().Take(Suggested).Select(g => g.Generation)]);
        var total = list switch { "clauses" => found.Counts.Clauses, "works" => found.Counts.Works, _ => found.Counts.Edges };
        var shown = found.Edges.Count + found.Clauses.Count + found.Works.Count;
        return Results.Ok(new ChangesAnswer(found.Since, found.Until, found.Counts, [.. found.Edges.Select(Answers.Edge)], found.Clauses,
            found.Works, p.Next(catalog, skip, shown, total)));
    }
}
