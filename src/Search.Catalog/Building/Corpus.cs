using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Search.Catalog.Building.Parses;
using Search.Citations;
using Search.Citations.Facts;
using Search.Citations.Identity;

namespace Search.Catalog.Building;

/// <summary>All documents of a build, in the order of their file names, or where they continue a generation in the order of their numbers.
/// Their texts are in a store and are loaded one at a time.</summary>
internal sealed class Corpus
{
    private readonly DocumentStore _store;
    private readonly LearnedNames _names;
    private readonly int _threads;
    private readonly BuildMemory? _memory;
    private readonly CorpusDocument?[] _numbered;

    private Corpus(ImmutableArray<CorpusDocument> documents, int lastNumber, DocumentStore store, LearnedNames names, int threads,
        BuildMemory? memory, LearnedFacts? facts = null)
    {
        (Documents, _store, _names, _threads, _memory) = (documents, store, names, threads, memory);
        _numbered = new CorpusDocument?[lastNumber];
        foreach (var document in documents) _numbered[document.Number - 1] = document;
        var statements = memory is null ? Each(documents, d => (Statements(d), d.Id)) : documents.Select(d => (Statements(d), d.Id));
        Facts = facts ?? LearnedFacts.Of(statements, memory?.Facts ?? new());
    }

    /// <summary>The documents, each with its translations.</summary>
    public ImmutableArray<CorpusDocument> Documents { get; }

    /// <summary>The last number of a document that was given; some before it may be free, and it may be itself.</summary>
    public int LastNumber => _numbered.Length;

    /// <summary>The document with a number, from 1; null where the one that had it is gone.</summary>
    public CorpusDocument? Find(int number) => _numbered[number - 1];

    /// <summary>Files that were not read, or not used.</summary>
    public required ImmutableArray<LeftOutFile> LeftOut { get; init; }

    /// <summary>SHA-256 over the names and contents of all files.</summary>
    public required string Hash { get; init; }

    /// <summary>How many files were read, and not taken from the store.</summary>
    public required int FilesRead { get; init; }

    /// <summary>What the documents say about the works that they cite.</summary>
    public LearnedFacts Facts { get; private set; }

    /// <summary>Lets go of the facts, which are written.</summary>
    public void ForgetFacts() => Facts = LearnedFacts.None;

    /// <summary>Reads, parses and links every file of the sources that the store does not have; then settles who is who.</summary>
    public static Corpus Read(CorpusReader reader, IEnumerable<string> sources)
    {
        var (files, leftOut) = reader.Read(sources);
        var documents = ImmutableArray.CreateBuilder<CorpusDocument>();
        var filesRead = files.Count(f => !f.WasStored);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.File.Name}\0{file.Hash}\n"));
            foreach (var stored in file.Documents)
            {
                var (sheet, symbol) = (stored.Sheet, stored.Sheet.Symbol);
                var by = Identifications.Of(sheet.Stated.Symbol, symbol);
                var language = string.Intern(sheet.Front.Language);
                documents.Add(new(file.File.Name, stored, new(symbol ?? sheet.Name), symbol, by, null) { Language = language });
            }
        }
        var translations = Expressions.Of(documents.Select(d => (d.Symbol, d.Language))).Values.SelectMany(t => t).ToHashSet();
        var names = LearnedNames.Of(documents.Where((_, i) => !translations.Contains(i)).SelectMany(d => d.Sheet.Taught));
        reader.Begin("identifying");
        var settled = CorpusIdentity.Settle(documents.ToImmutable(), d =>
            Cited(d, names), d => Entry(d, reader.Store, names), d => reader.Store.LoadClues(d.Stored).Stems,
            reader.Memory?.Identities, d => KeyOf(d, names));
        reader.Begin("learning");
        settled = [.. settled.Select((d, i) => d with { Number = i + 1 })];
        return new(settled, settled.Length, reader.Store, names, reader.Threads, reader.Memory)
        {
            LeftOut = [.. leftOut.OrderBy(f => f.File, StringComparer.Ordinal)],
            Hash = Convert.ToHexStringLower(hash.GetHashAndReset()),
            FilesRead = filesRead,
        };
    }

    /// <summary>The works that a document cites, in the order in which it first cites them.</summary>
    public IEnumerable<Link.Linked> Cited(CorpusDocument document) => Cited(document, _names);

    /// <summary>The same documents: those of an earlier build under the numbers that they had there, then the others. The number of one
    /// that is missing stays free.</summary>
    /// <param name="earlier">The documents of the earlier build in the order of their numbers.</param>
    public Corpus After(IReadOnlyList<WrittenDocument> earlier)
    {
        var byId = Documents.ToDictionary(d => d.Id.Value);
        var ordered = ImmutableArray.CreateBuilder<CorpusDocument>(Documents.Length);
        foreach (var (i, written) in earlier.Index())
            if (byId.Remove(written.Id, out var document)) ordered.Add(document with { Number = i + 1 });
        var last = earlier.Count;
        foreach (var document in Documents.Where(d => byId.ContainsKey(d.Id.Value))) ordered.Add(document with { Number = ++last });
        return new(ordered.MoveToImmutable(), last, _store, _names, _threads, _memory, Facts)
        {
            LeftOut = LeftOut,
            Hash = Hash,
            FilesRead = FilesRead,
        };
    }

    /// <summary>What the notes of the corpus say that names in a document mean.</summary>
    public IEnumerable<LearnedName> NamesIn(CorpusDocument document) =>
        document.Sheet.Cited.Select(linked => _names.Meaning(linked.Target)).OfType<LearnedName>();

    /// <summary>The text of a document with its citations.</summary>
    /// <exception cref="IOException">The store cannot be read.</exception>
    public LinkedDocument Load(CorpusDocument document) => Load(document, _store, _names);

    /// <summary>A document with its translations.</summary>
    public DocumentText LoadWhole(CorpusDocument document) =>
        new(document, Load(document), [.. document.Translations.Select(t => new DocumentText(t, Load(t), []))]);

    /// <summary>A document as facts and identities are inferred from it.</summary>
    public CorpusEntry Entry(CorpusDocument document) => Entry(document, _store, _names);

    /// <summary>What a document says about works.</summary>
    private ImmutableArray<FactStatement> Statements(CorpusDocument document) => _memory is null
        ? ReadStatements(document)
        : _memory.Statements($"{KeyOf(document, _names)} {document.Id.Value}", () => ReadStatements(document));

    /// <summary>As it was kept, unless the document or what it cites got another name from the corpus.</summary>
    private ImmutableArray<FactStatement> ReadStatements(CorpusDocument document) =>
        document.Id.Value == (document.Sheet.Symbol ?? document.Sheet.Name) && !IsRenamed(document, _names)
        ? _store.LoadClues(document.Stored).Statements
        : LearnedFacts.StatementsOf(Entry(document), document.Id);

    /// <summary>Names the text of a document with its links: what learned names mean in it included.</summary>
    private static string KeyOf(CorpusDocument document, LearnedNames names)
    {
        var text = document.Stored.Text;
        var key = $"{text.Key} {text.Start}";
        foreach (var linked in document.Sheet.Cited)
            if (names.Meaning(linked.Target) is { } name) key += $" {name.Work.Value} {name.Teacher}";
        return key;
    }

    /// <summary>What is made of each document, in their order; made on other threads a little before it is needed.</summary>
    public IEnumerable<TResult> Each<T, TResult>(IEnumerable<T> documents, Func<T, TResult> make) =>
        ReadAhead.InOrder(documents, make, _threads);

    private static IEnumerable<Link.Linked> Cited(CorpusDocument document, LearnedNames names) =>
        document.Sheet.Cited.Select(linked => names.Meaning(linked.Target) is { } meant ? new Link.Linked(meant.Work) : linked);

    private static CorpusEntry Entry(CorpusDocument document, DocumentStore store, LearnedNames names) =>
        Load(document, store, names) is var (resolution, citations)
            ? new(resolution, citations, document.Symbol)
            : throw new InvalidOperationException();

    private static LinkedDocument Load(CorpusDocument document, DocumentStore store, LearnedNames names)
    {
        var stored = store.Load(document.Stored);
        return IsRenamed(document, names) ? stored with { Citations = [.. stored.Citations.Select(names.Apply)] } : stored;
    }

    /// <summary>Whether the notes of the corpus say what a name in the document means.</summary>
    private static bool IsRenamed(CorpusDocument document, LearnedNames names) =>
        document.Sheet.Cited.Any(linked => names.Meaning(linked.Target) is not null);
}
