namespace Search.Catalog.Parameters;

/// <summary>The parameters of questions about where words come from.</summary>
public static class ReuseParameters
{
    /// <summary>The first of two documents that are compared.</summary>
    public static TextParameter Source { get; } = new("source", "The earlier document: its id.")
    {
        Longest = 500,
        Required = true,
        Example = "a-res-61-901"
    };

    /// <summary>The second of two documents that are compared.</summary>
    public static TextParameter Target { get; } = new("target", "The later document: its id.")
    {
        Longest = 500,
        Required = true,
        Example = "a-res-75-901"
    };

    private static readonly TextParameter Document =
        new("document", "Only clauses of this document: its id.") { Longest = 500, Example = "a-res-75-901" };

    private static readonly FlagParameter Silent =
        new("silent", "Whether only reuse is listed whose document cites none of the documents that have an earlier version.",
            Default: false);

    private static readonly NumberParameter Overlap =
        new("overlap", "The least overlap, in hundredths.", Least: 60, Most: 100, Default: 60);

    /// <summary>What lists of reuse take.</summary>
    public static IReadOnlyList<Parameter> OfReuse { get; } = [Document, Silent, Overlap];

    /// <summary>Reads <see cref="OfReuse"/>.</summary>
    public static ReuseQuery Reuse(this ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new()
        {
            Document = values.Get(Document) is { Length: > 0 } id ? id : null,
            Silent = values.Get(Silent) ? true : null,
            Least = values.Get(Overlap)
        };
    }
}
