using System.Collections.Immutable;
using Search.Catalog.Building;
using Search.Catalog.Building.Parses;
using Search.Citations;
using Search.Citations.Authorities;
using Search.Citations.Identity;
using Search.Resolutions.Parsing;

namespace Search.Catalog;

/// <summary>Parses single files: the face of the parse command, without an index.</summary>
public sealed class DocumentParser
{
    private readonly DocumentPipeline _pipeline;
    private readonly ImmutableArray<(string Path, CorpusEntry Entry)> _corpus;

    private DocumentParser(AuthorityList authorities, ImmutableArray<(string Path, CorpusEntry Entry)> corpus, HashSet<string> symbols)
    {
        _corpus = corpus;
        _pipeline = new(authorities, symbols.Contains);
    }

    /// <summary>Loads the authorities once, for any number of files.</summary>
    /// <param name="authoritiesFolder">Folder with <c>works.tsv</c>.</param>
    /// <param name="corpusFolder">Documents used to infer the symbol of a document that prints none, or null.</param>
    /// <exception cref="FormatException">An authority file is malformed; the message names file, line and column.</exception>
    public static DocumentParser Load(string authoritiesFolder, string? corpusFolder = null)
    {
        var authorities = AuthorityList.Load(authoritiesFolder);
        if (corpusFolder is null) return new(authorities, [], []);
        using var store = DocumentStore.Temporary(authoritiesFolder);
        var corpus = Corpus.Read(new(authorities, store, null, Environment.ProcessorCount, null, CancellationToken.None), [corpusFolder]);
        // An inferred symbol says nothing about another document.
        return new(
            authorities,
            [.. corpus.Each(corpus.Documents, d => (PathOf(d), d.IdentifiedBy == Identification.Inferred
                ? corpus.Entry(d) with { Symbol = null }
                : corpus.Entry(d)))],
            corpus.Documents.Select(d => d.Symbol).OfType<string>().ToHashSet());

        string PathOf(CorpusDocument document) =>
            Path.GetFullPath(File.Exists(corpusFolder) ? corpusFolder : Path.Combine(corpusFolder, document.File));
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
        if (document.Symbol is { } symbol)
            return ParseOutput.From(document, new WorkId(symbol).Slug, symbol,
                Identifications.Of(document.Resolution.Source.Stated.Symbol, symbol));
        if (Infer(document, path) is { } inferred)
            return ParseOutput.From(document, inferred.Symbol.Slug, inferred.Symbol.Value, Identification.Inferred);
        return ParseOutput.From(document, new WorkId(document.Resolution.Source.Name).Slug, null, Identification.None);
    }

    // The file may lie in the corpus itself: it is no witness for its own identity.
    private InferredIdentity? Infer(LinkedDocument document, string path) => _corpus.IsEmpty ? null
        : IdentityFinder.Infer([new CorpusEntry(document.Resolution, document.Citations, null), .. _corpus.Where(d => d.Path != path)
            .Select(d => d.Entry)])[0];
}
