namespace Search.Catalog.Building;

/// <summary>Relations that a symbol itself implies: an addendum adds to its parent, a lettered part belongs to its whole.</summary>
internal static class SymbolRelations
{
    /// <summary>The relation and the parent's symbol, or null where the symbol is a whole.</summary>
    public static (string Kind, string Parent)? Of(string symbol)
    {
        var slash = symbol.LastIndexOf('/');
        if (slash > 0)
        {
            var last = symbol.AsSpan(slash + 1);
            var kind = last.StartsWith("Add.", StringComparison.Ordinal) ? "adds-to"
                : last.StartsWith("Rev.", StringComparison.Ordinal) ? "revises"
                : last.StartsWith("Corr.", StringComparison.Ordinal) ? "corrects"
                : last.StartsWith("Amend.", StringComparison.Ordinal) ? "amends"
                : null;
            if (kind is not null) return (kind, symbol[..slash]);
        }
        var isAct = symbol.Contains("/RES/", StringComparison.Ordinal) || symbol.Contains("/DEC/", StringComparison.Ordinal);
        return isAct && symbol.Length > 2 && symbol[^2] == ' ' && char.IsAsciiLetterUpper(symbol[^1]) ? ("part-of", symbol[..^2]) : null;
    }
}
