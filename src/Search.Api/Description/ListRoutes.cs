using Search.Api.Http;
using Search.Catalog.Parameters;

namespace Search.Api.Description;

/// <summary>A list as an address takes it.</summary>
/// <param name="Operation">The name of the operation; that of the table is <c>OPERATIONTable</c>.</param>
/// <param name="Tag">Where the description lists it.</param>
/// <param name="Field">The answer's field that holds the list.</param>
/// <param name="Example">A request that the sample answers.</param>
internal sealed record ListRoute(string Operation, string Tag, string Field, string Example)
{
    /// <summary>What a request costs, in units of the rate limit.</summary>
    public int Cost { get; init; } = 1;
}

/// <summary>Maps lists: pages as JSON, and with <c>.csv</c> after the path as tables, so that each operation has one media type.</summary>
internal static class ListRoutes
{
    private const string Extension = ".csv";

    public static RouteHandlerBuilder MapList(this RouteGroupBuilder v1, string pattern, Delegate handler, ListRoute list,
        params IReadOnlyList<Parameter> parameters)
    {
        var pages = v1.MapGet(pattern, handler).WithName(list.Operation).WithTags(list.Tag).WithCost(list.Cost).WithExample(list.Example)
            .WithQuery(parameters)
            .WithMetadata(new ListOfAnswer(list.Field, IsTable: false), new QueryParameters([AnswerParameters.Format]))
            .ProducesProblem(StatusCodes.Status406NotAcceptable);
        var query = list.Example.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? at : list.Example.Length;
        v1.MapGet(pattern + Extension, handler).WithName(list.Operation + "Table").WithTags(list.Tag).WithCost(list.Cost)
            .WithMetadata(new ListOfAnswer(list.Field, IsTable: true),
                new ExampleRequest(list.Example.Insert(query, Extension), Body: null) { IsShown = false })
            .WithFileQuery([.. parameters, AnswerParameters.Fields]).Produces<string>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        return pages;
    }
}
