using System.Collections.Immutable;
using Search.Citations;
using Search.Citations.Authorities;
using Search.Resolutions;
using Search.Resolutions.Parsing;
using Search.Resolutions.Reading;

namespace Search.Catalog.Building;

/// <summary>One file on its way: read, parsed, and its citations linked.</summary>
internal sealed record LinkedDocument(Resolution Resolution, ImmutableArray<Citation> Citations);

/// <summary>Read → parse → recognise → link, for one file at a time. Safe to call from several threads.</summary>
internal sealed class DocumentPipeline(AuthorityList authorities)
{
    private readonly CitationLinker _linker = new(authorities);

    /// <summary>Takes one file through; a file that cannot be read comes back as the reason.</summary>
    public (LinkedDocument? Document, ReadResult.Rejected? Rejected) Run(string path) => DocumentReader.Read(path) switch
    {
        ReadResult.Read read => (Link(ResolutionParser.Parse(read.Source)), null),
        ReadResult.Rejected rejected => (null, rejected),
        _ => throw new InvalidOperationException("a reading is either read or rejected"),
    };

    /// <summary>Links the citations of a parsed document.</summary>
    public LinkedDocument Link(Resolution resolution) => new(resolution, _linker.Link(resolution));
}
