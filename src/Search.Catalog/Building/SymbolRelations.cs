using Search.Citations;

namespace Search.Catalog.Building;

/// <summary>Relations that a symbol itself implies: an addendum adds to its parent, a lettered part belongs to its whole.</summary>
internal static class SymbolRelations
{
    /// <summary>The relation and the parent's symbol, or null where the symbol is a whole.</summary>
    public static (WorkRelationKind Kind, string Parent)? Of(string symbol)
    {
        var slash = symbol.LastIndexOf('/');
        if (slash > 0)
        {
            var last = symbol.AsSpan(slash + 1);
            var kind = last.StartsWith("Add.", StringComparison.Ordinal) ? WorkRelationKind.AddsTo
                : last.StartsWith("Rev.", StringComparison.Ordinal) ? WorkRelationKind.Revises
                : last.StartsWith("Corr.", StringComparison.Ordinal) ? WorkRelationKind.Corrects
                : last.StartsWith("Amend.", StringComparison.Ordinal) ? WorkRelationKind.Amends
                : (WorkRelationKind?)null;
            if (kind is { } implied) return (implied, symbol[..slash]);
        }
        var isAct = symbol.Contains("/RES/", StringComparison.Ordinal) || symbol.Contains("/DEC/", StringComparison.Ordinal);
        return isAct && symbol.Length > 2 && symbol[^2] == ' ' && char.IsAsciiLetterUpper(symbol[^1])
            ? (WorkRelationKind.PartOf, symbol[..^2])
            : null;
    }
}
