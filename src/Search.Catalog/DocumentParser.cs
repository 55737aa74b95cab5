using System.Collections.Immutable;
using Search.Catalog.Building;
using Search.Citations;
using Search.Citations.Authorities;
using Search.Citations.Identity;
using Search.Resolutions.Parsing;

namespace Search.Catalog;

/// <summary>Parses single files: the face of the parse command, without an index.</summary>
public sealed class DocumentParser
{
    private readonly DocumentPipeline _pipeline;
    private readonly Corpus? _corpus;

    private DocumentParser(AuthorityList authorities, Corpus? corpus)
    {
        _corpus = corpus;
        _pipeline = new(authorities, corpus is null ? null : corpus.Documents.Select(d => d.Symbol).OfType<string>().ToHashSet().Contains);
    }

    /// <summary>Loads the authorities once, for any number of files.</summary>
    /// <param name="authoritiesFolder">Folder with <c>works.tsv</c>.</param>
    /// <param name="corpusFolder">Documents used to infer the symbol of a document that prints none, or null.</param>
    /// <exception cref="FormatException">An authority file is malformed; the message names file, line and column.</exception>
    public static DocumentParser Load(string authoritiesFolder, string? corpusFolder = null)
    {
        var authorities = AuthorityList.Load(authoritiesFolder);
        return new(authorities, corpusFolder is null ? null : Corpus.Read([corpusFolder], authorities, Environment.ProcessorCount, null, CancellationToken.None));
    }

    /// <summary>Reads, parses and links one file with all its documents; null and the reason where it cannot be read.</summary>
    public (ParseOutput? Output, string? Code, string? Message) Parse(string path)
    {
        var (resolutions, _, rejected) = DocumentPipeline.Parse(path);
        if (rejected is not null) return (null, rejected.Code, rejected.Message);
        ImmutableArray<ParseOutput> outputs = [.. resolutions.Select(r => Output(_pipeline.Link(r), Path.GetFullPath(path)))];
        var primary = outputs[ResolutionParser.Primary(resolutions)];
        return (outputs.Length == 1 ? primary : primary with { Documents = outputs }, null, null);
    }

    private ParseOutput Output(LinkedDocument document, string path)
    {
        if (document.Symbol is { } symbol) return ParseOutput.From(document, new WorkId(symbol).Slug, symbol, "printed");
        if (Infer(document, path) is { } inferred) return ParseOutput.From(document, inferred.Symbol.Slug, inferred.Symbol.Value, "inferred");
        return ParseOutput.From(document, new WorkId(document.Resolution.Source.Name).Slug, null, "none");
    }

    // The file may lie in the corpus itself: it is no witness for its own identity.
    private InferredIdentity? Infer(LinkedDocument document, string path) => _corpus is null ? null : IdentityFinder.Infer(
        [new CorpusEntry(document.Resolution, document.Citations, null),
         .. _corpus.Documents.Where(d => Path.GetFullPath(d.File.Path) != path)
             .Select(d => new CorpusEntry(d.Linked.Resolution, d.Linked.Citations, d.IdentifiedBy == "inferred" ? null : d.Symbol))])[0];
}
