using System.Collections.Immutable;
using Search.Catalog.Querying;
using Search.Graph;
using Search.FullText;
using Search.FullText.Queries;
using Search.Reuse;

namespace Search.Catalog.Snapshots;

/// <summary>The parts of a generation, open read-only.</summary>
internal sealed class SnapshotParts : IDisposable
{
    /// <summary>The file of rows.</summary>
    public const string RowsFile = "catalog.db";

    /// <summary>The file of the graph.</summary>
    public const string GraphName = "graph.bin";

    /// <summary>The file that says which clauses share their words; older snapshots do not have it.</summary>
    public const string ReuseFile = "reuse.bin";

    private readonly FullTextIndex? _local;

    private const int FactsSchema = 3;
    private const int ProvisionsSchema = 4;
    private const int CountsSchema = 5;
    private const int WordsSchema = 6;
    private const int ExpressionsSchema = 7;

    private SnapshotParts(string folder, int shards, Func<ITextIndex>? text)
    {
        TextFile = TextFolders.FilesOf(shards)[0];
        try
        {
            Rows = Part(RowsFile, () => new Database(Path.Combine(folder, RowsFile)));
            Text = text is null ? _local = Part(TextFile, () => TextFolders.Open(folder, shards)) : text();
            Graph = Part(GraphName, () => CitationGraph.Open(Path.Combine(folder, GraphName)));
            Reuse = !File.Exists(Path.Combine(folder, ReuseFile))
                ? null
                : Part(ReuseFile, () => ReuseIndex.Open(Path.Combine(folder, ReuseFile)));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The files without which there is no snapshot.</summary>
    public static ImmutableArray<string> Required(int shards) => [RowsFile, GraphName, .. TextFolders.FilesOf(shards)];

    /// <summary>The file that damage of the full-text index is reported of, relative to the generation.</summary>
    public string TextFile { get; }

    public Database Rows { get; } = null!;

    /// <summary>The full-text index, here or elsewhere.</summary>
    public ITextIndex Text { get; } = null!;

    public CitationGraph Graph { get; } = null!;

    /// <summary>Which clauses share their words; null in snapshots that do not say.</summary>
    public ReuseIndex? Reuse { get; }

    /// <summary>Whether the rows hold facts learned from citations, and the places of relations: from version 3 of the schema on.</summary>
    public bool HasFacts => Schema >= FactsSchema;

    /// <summary>Whether clauses of annexes have the addresses of their provisions: from version 4 of the schema on.</summary>
    public bool HasProvisions => Schema >= ProvisionsSchema;

    /// <summary>Whether the counts of a work include those of its parts: from version 5 of the schema on.</summary>
    public bool CountsParts => Schema >= CountsSchema;

    /// <summary>Whether documents have topics: from version 5 of the schema on.</summary>
    public bool HasTopics => Schema >= CountsSchema;

    /// <summary>Whether what repeats is stored once and shown by views: from version 6 of the schema on.</summary>
    public bool HasWords => Schema >= WordsSchema;

    /// <summary>Whether documents can have texts in further languages, and clauses say theirs: from version 7 of the schema on.</summary>
    public bool HasExpressions => Schema >= ExpressionsSchema;

    private int Schema => AskRows(db => db.First("PRAGMA user_version", row => row.GetInt32(0)));

    /// <summary>Opens the parts in a folder and asks each of them one question.</summary>
    /// <param name="folder">Of the generation.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="text">Where the full-text index is, which then is asked nothing; null where it is in the folder.</param>
    /// <exception cref="PartDamagedException">One of them is not what the manifest says.</exception>
    public static SnapshotParts Open(string folder, Manifest manifest, Func<ITextIndex>? text = null)
    {
        var parts = new SnapshotParts(folder, manifest.Shards, text);
        try
        {
            parts.AskEach(manifest.Counts);
            return parts;
        }
        catch
        {
            parts.Dispose();
            throw;
        }
    }

    /// <summary>Checks what was just written, as a reader will.</summary>
    /// <exception cref="IOException">It is not what was meant.</exception>
    public static void CheckWritten(string folder, Manifest manifest)
    {
        try
        {
            using var parts = Open(folder, manifest);
            new StructureCheck(parts).Run(manifest.Counts, everyRow: false);
        }
        catch (PartDamagedException e)
        {
            throw new IOException($"{Path.Combine(folder, e.File)} is not as it was meant: {e.Message}; nothing was published", e);
        }
    }

    /// <summary>Does something with one part; whatever it cannot do is damage of that part.</summary>
    public static T Part<T>(string file, Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException or PartDamagedException))
        {
            throw new PartDamagedException(file, $"cannot be used ({e.Message.TrimEnd('.')})", e);
        }
    }

    /// <summary>Does something with the rows, the text or the graph.</summary>
    public T AskRows<T>(Func<Database, T> ask) => Part(RowsFile, () => ask(Rows));

    /// <summary>Does something with the full-text index, which is here.</summary>
    public T AskText<T>(Func<FullTextIndex, T> ask) => Part(TextFile, () => ask(_local!));

    /// <inheritdoc cref="AskRows" />
    public T AskGraph<T>(Func<CitationGraph, T> ask) => Part(GraphName, () => ask(Graph));

    public void Dispose()
    {
        Graph?.Dispose();
        (Text as IDisposable)?.Dispose();
        Rows?.Dispose();
    }

    private void AskEach(SnapshotCounts counts)
    {
        // Numbers of edges and works have no gaps; those of the others have some where documents were removed.
        var tables = Tables(counts).Concat(HasExpressions ? [("expressions", (long)counts.Translations)] : []).ToDictionary();
        foreach (var (table, count) in tables)
            if (LastOf(table) is var last && (last < count || (last > count && table is "edges" or "works")))
                Expect(RowsFile, $"last row of {table}", count, last);
        Expect(GraphName, "works", counts.Works, AskGraph(graph => graph.NodeCount));
        Expect(GraphName, "edges", counts.Edges, AskGraph(graph => graph.EdgeCount));
        if (Reuse is { } reuse)
        {
            if (LastOf("documents") > reuse.DocumentCount) Expect(ReuseFile, "documents", LastOf("documents"), reuse.DocumentCount);
            if (LastOf("clauses") > reuse.PassageCount) Expect(ReuseFile, "clauses", LastOf("clauses"), reuse.PassageCount);
        }
        if (counts.Edges > 0)
        {
            var last = AskGraph(graph => graph.Edge(counts.Edges - 1));
            var row = AskRows(db =>
                db.First("SELECT source, work FROM edges WHERE number = $1", r =>
                    (Source: r.GetInt32(0), Target: r.GetInt32(1)), counts.Edges));
            if ((last.Source + 1, last.Target + 1) != row)
                throw new PartDamagedException(GraphName, "has another last edge than catalog.db");
        }
        if (_local is null) return;
        var found = AskText(text => text.Search(new AllQuery(), new SearchOptions { Limit = 1 }));
        if (found.Hits.Any(h => h.Key < 1 || h.Key > LastOf("clauses")))
            throw new PartDamagedException(TextFile, "finds a clause that catalog.db does not have");
    }

    private long LastOf(string table) =>
        AskRows(db => db.First($"SELECT coalesce(max(number), 0) FROM {table}", row => row.GetInt64(0)));

    /// <summary>The tables that the manifest counts.</summary>
    public static ImmutableArray<(string Table, long Count)> Tables(SnapshotCounts counts) =>
        [("documents", counts.Documents), ("clauses", counts.Clauses), ("works", counts.Works), ("citations", counts.Citations),
            ("edges", counts.Edges)];

    /// <summary>Holds a number of a part against the one it should be.</summary>
    public static void Expect(string file, string what, long expected, long found)
    {
        if (found != expected) throw new PartDamagedException(file, $"{what}: {found} instead of {expected}");
    }
}

/// <summary>A part of a generation that is not what it should be.</summary>
internal sealed class PartDamagedException(string file, string what, Exception? inner = null) : Exception(what, inner)
{
    /// <summary>The file at fault, relative to the generation.</summary>
    public string File { get; } = file;
}
