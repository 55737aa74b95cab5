using Search.Catalog.Building;
using Search.Citations;
using Search.Citations.Authorities;
using Search.Resolutions.Parsing;
using Search.Resolutions.Text;

namespace Search.Catalog;

/// <summary>Parses single files: the face of the parse command, without an index.</summary>
public sealed class DocumentParser
{
    private readonly DocumentPipeline _pipeline;

    private DocumentParser(AuthorityList authorities) => _pipeline = new(authorities);

    /// <summary>Loads the authorities once, for any number of files.</summary>
    /// <param name="authoritiesFolder">Folder with <c>works.tsv</c>.</param>
    /// <param name="corpusFolder">Documents that may tell what a document without a printed symbol is, or null.</param>
    /// <exception cref="FormatException">An authority file is malformed; the message names file, line and column.</exception>
    public static DocumentParser Load(string authoritiesFolder, string? corpusFolder = null)
    {
        _ = corpusFolder;
        return new(AuthorityList.Load(authoritiesFolder));
    }

    /// <summary>Reads, parses and links one file; null and the reason where it cannot be read.</summary>
    public (ParseOutput? Output, string? Code, string? Message) Parse(string path)
    {
        var (document, rejected) = _pipeline.Run(path);
        return document is null ? (null, rejected!.Code, rejected.Message) : (Output(document), null, null);
    }

    /// <summary>Parses and links a text that is already in memory.</summary>
    public ParseOutput ParseText(string name, string text) =>
        Output(_pipeline.Link(ResolutionParser.Parse(new SourceText { Name = name, Text = text })));

    private static ParseOutput Output(LinkedDocument document)
    {
        var symbol = document.Resolution.Source.Stated.Symbol ?? document.Resolution.Front.Symbol;
        return ParseOutput.From(document, new WorkId(symbol ?? document.Resolution.Source.Name).Slug, symbol, symbol is null ? "none" : "printed");
    }
}
