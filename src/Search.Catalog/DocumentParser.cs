using System.Collections.Immutable;
using Search.Catalog.Building;
using Search.Citations;
using Search.Citations.Authorities;
using Search.Citations.Identity;
using Search.Resolutions.Parsing;
using Search.Resolutions.Text;

namespace Search.Catalog;

/// <summary>Parses single files: the face of the parse command, without an index.</summary>
public sealed class DocumentParser
{
    private readonly DocumentPipeline _pipeline;
    private readonly ImmutableArray<CorpusEntry> _corpus;

    private DocumentParser(AuthorityList authorities, string? corpusFolder)
    {
        _pipeline = new(authorities);
        _corpus = corpusFolder is null ? [] : [.. CorpusFiles.List([corpusFolder]).Files.Select(f => _pipeline.Run(f.Path).Document).OfType<LinkedDocument>().Select(Entry)];
    }

    /// <summary>Loads the authorities once, for any number of files.</summary>
    /// <param name="authoritiesFolder">Folder with <c>works.tsv</c>.</param>
    /// <param name="corpusFolder">Documents that may tell what a document without a printed symbol is, or null.</param>
    /// <exception cref="FormatException">An authority file is malformed; the message names file, line and column.</exception>
    public static DocumentParser Load(string authoritiesFolder, string? corpusFolder = null)
    {
        return new(AuthorityList.Load(authoritiesFolder), corpusFolder);
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

    private ParseOutput Output(LinkedDocument document)
    {
        var own = Entry(document);
        var inferred = own.Symbol is null && !_corpus.IsEmpty ? IdentityFinder.Infer([own, .. _corpus.Where(d => d.Resolution.Source.Name != own.Resolution.Source.Name)])[0] : null;
        var symbol = own.Symbol ?? inferred?.Symbol.Value;
        return ParseOutput.From(document, new WorkId(symbol ?? document.Resolution.Source.Name).Slug, symbol, inferred is not null ? "inferred" : symbol is null ? "none" : "printed");
    }

    private static CorpusEntry Entry(LinkedDocument document) =>
        new(document.Resolution, document.Citations, document.Resolution.Source.Stated.Symbol ?? document.Resolution.Front.Symbol);
}
