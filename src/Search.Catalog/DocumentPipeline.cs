using System.Collections.Immutable;
using Search.Citations;
using Search.Citations.Authorities;
using Search.Resolutions;
using Search.Resolutions.Parsing;
using Search.Resolutions.Reading;
using Search.Resolutions.Text;

namespace Search.Catalog;

/// <summary>A parsed document and its citations.</summary>
internal sealed record LinkedDocument(Resolution Resolution, ImmutableArray<Citation> Citations)
{
    /// <summary>The symbol that is stated beside the document or printed in it, or null.</summary>
    public string? Symbol => SymbolOf(Resolution.Source.Stated, Resolution.Front);

    /// <summary>Of a document that a build stored, which is without the text of its source: the edits that make the
    /// source from its clauses and notes.</summary>
    public byte[] SourceEdits { get; init; } = [];

    /// <summary>The symbol that is stated beside a document or printed in it, or null.</summary>
    public static string? SymbolOf(StatedFields stated, FrontMatter front) =>
        stated.Symbol is not { } symbol ? front.Symbol
        : DocumentSymbol.TryParse(symbol, null, out var parsed) ? parsed.ToString() : symbol.Trim();
}

/// <summary>Read → parse, then recognise → link. Safe to call from several threads.</summary>
/// <param name="authorities">The works known beforehand.</param>
/// <param name="isHeld">Whether a symbol is that of a document at hand, or null.</param>
internal sealed class DocumentPipeline(AuthorityList authorities, Func<string, bool>? isHeld = null)
{
    private readonly CitationLinker _linker = new(authorities, isHeld);

    /// <summary>Reads and parses one file, which may hold several documents; a file that cannot be read comes back as the reason.</summary>
    public static (ImmutableArray<Resolution> Resolutions, ReadResult.Read? Read, ReadResult.Rejected? Rejected) Parse(string path) =>
        Parse(path, ReadLimits.Default);

    /// <summary>Reads and parses one file within limits.</summary>
    public static (ImmutableArray<Resolution> Resolutions, ReadResult.Read? Read,
        ReadResult.Rejected? Rejected) Parse(string path, ReadLimits limits) => DocumentReader.Read(path, limits) switch
        {
            ReadResult.Read read => (WithWarnings(ResolutionParser.ParseAll(read.Source), read.Warnings), read, null),
            ReadResult.Rejected rejected => ([], null, rejected),
            _ => throw new InvalidOperationException("a reading is either read or rejected"),
        };

    // What was wrong beside the text (a sidecar, a stated date) has no place in it.
    private static ImmutableArray<Resolution> WithWarnings(ImmutableArray<Resolution> resolutions, ImmutableArray<ReadWarning> warnings)
    {
        if (warnings.IsEmpty) return resolutions;
        var primary = ResolutionParser.Primary(resolutions);
        var noted = resolutions[primary];
        return resolutions.SetItem(primary, noted
            with
        {
            Diagnostics =
                [.. warnings.Select(static warning => new Diagnostic(warning.Code, warning.Message, default)), .. noted.Diagnostics]
        });
    }

    /// <summary>Parses a text that is already in memory.</summary>
    public static Resolution ParseText(string name, string text) => ResolutionParser.Parse(new SourceText { Name = name, Text = text });

    /// <summary>The citations of a draft or a passage that a user pastes.</summary>
    public ImmutableArray<Citation> LinkPasted(Resolution resolution) => _linker.LinkPasted(resolution);

    /// <summary>Links the citations of a parsed document.</summary>
    public LinkedDocument Link(Resolution resolution) => new(resolution, _linker.Link(resolution));
}
