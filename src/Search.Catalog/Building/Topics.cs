using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Building;

/// <summary>By what a document can be found beyond its words: the session of its symbol, and what its source states.</summary>
internal static class Topics
{
    /// <summary>Numbers from here on are years.</summary>
    private const int FirstYear = 1000;

    /// <summary>The topics of a document.</summary>
    public static IReadOnlyList<TopicValue> Of(CorpusDocument document)
    {
        var stated = document.Linked.Resolution.Source.Stated.Topics.Select(t => new TopicValue(t.Kind, t.Value));
        return Session(document.Symbol) is { } session ? [new("session", session.ToLowerInvariant()), .. stated] : [.. stated];
    }

    /// <summary>78 of <c>A/RES/78/228</c> and <c>A/C.3/78/L.22</c>, S-27 of <c>A/RES/S-27/2</c>; null where the symbol has a year or nothing.</summary>
    internal static string? Session(string? symbol)
    {
        if (!DocumentSymbol.TryParse(symbol, null, out var known)) return null;
        if (known.Act is { } act) return act.Number.Shape is ActShape.Session or ActShape.Roman && (act.Number.IsSpecial || act.Number.SessionValue is > 0 and < FirstYear) ? act.Number.Session : null;
        foreach (var part in known.ToString().Split('/').Skip(1))
            if (int.TryParse(part, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)) return known.Organ.Body == Bodies.GeneralAssembly && number < FirstYear ? part : null;
        return null;
    }
}
