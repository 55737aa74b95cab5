using Search.Resolutions;

namespace Search.Catalog.Building;

/// <summary>By what a document can be found beyond its words: the session of its symbol, and what its source states.</summary>
internal static class Topics
{
    /// <summary>The topics of a document.</summary>
    public static IReadOnlyList<TopicValue> Of(CorpusDocument document)
    {
        var stated = document.Linked.Resolution.Source.Stated.Topics.Select(t => new TopicValue(t.Kind, t.Value));
        return Session(document.Symbol) is { } session ? [new("session", session.ToLowerInvariant()), .. stated] : [.. stated];
    }

    private static string? Session(string? symbol) => DocumentSymbol.TryParse(symbol, null, out var known) ? known.Session : null;
}
