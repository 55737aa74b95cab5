using System.Buffers;
using System.IO.Hashing;
using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Search.Catalog.Querying;

namespace Search.Catalog.Following;

/// <summary>What makes an edge, a clause or a work the same in every generation, as a key of 64 bits and as an id.</summary>
internal static class EntryKeys
{
    private const string EdgeWords =
        "SELECT e.number, d.slug, c.slug, w.id, e.pinpoint, e.treatment FROM edges e JOIN documents d ON d.number = e.document JOIN clauses c ON c.number = e.clause JOIN works w ON w.number = e.work";

    private const string Edges = EdgeWords + " WHERE e.number > $1 ORDER BY e.number";

    private const string Clauses =
        "SELECT c.number, d.slug, c.text FROM clauses c JOIN documents d ON d.number = c.document WHERE c.number > $1 ORDER BY c.number";

    private const string Works = "SELECT number, id FROM works WHERE number > $1 ORDER BY number";

    /// <summary>The words by which an edge is known: who says it where, of what, and how.</summary>
    public static string Edge(string document, string clause, string work, string pinpoint, string treatment) =>
        $"edge\n{document}/{clause}\n{work}\n{pinpoint}\n{treatment}";

    /// <summary>The words by which a clause is known: its document and its text, whatever label it has.</summary>
    public static string Clause(string document, string text) => $"clause\n{document}\n{text}";

    /// <summary>The words by which a work is known.</summary>
    public static string Work(string id) => $"work\n{id}";

    /// <summary>The key of what is known by some words.</summary>
    public static ulong Of(string words) => XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(words));

    /// <summary>An id for feeds that never changes: a UUID of version 8 over the words.</summary>
    public static string Uuid(string words)
    {
        var hash = XxHash128.Hash(Encoding.UTF8.GetBytes(words));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return "urn:uuid:" + new Guid(hash, bigEndian: true);
    }

    /// <summary>The keys of what a snapshot has after the edges, clauses and works of the one that it continues.</summary>
    /// <param name="db">Its rows.</param>
    /// <param name="kept">The last rows of the other one.</param>
    public static ulong[] After(Database db, KeptRowNumbers kept)
    {
        // as long as they need be: a list would take three times as much while it grows
        var edges = CountAfter(db, "edges", kept.Edges);
        var keys = new ulong[edges + CountAfter(db, "clauses", kept.Clauses) + CountAfter(db, "works", kept.Works)];
        try
        {
            Parallel.Invoke(() => Fill(0, EdgesAfter(db, kept.Edges)),
                () => Fill(edges, ClausesAfter(db, kept.Clauses).Concat(WorksAfter(db, kept.Works))));
        }
        catch (AggregateException e) // what several threads throw at once is one failure to a caller
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
        return keys;

        void Fill(int at, IEnumerable<(int Number, ulong Key)> some)
        {
            foreach (var (_, key) in some) keys[at++] = key;
        }
    }

    private static int CountAfter(Database db, string table, int number) =>
        db.First($"SELECT count(*) FROM {table} WHERE number > $1", r => r.GetInt32(0), number);

    /// <summary>The keys of edges whose numbers are higher than one, ascending.</summary>
    public static IEnumerable<(int Number, ulong Key)> EdgesAfter(Database db, int number) =>
        KeysAfter(db, Edges, "edge\n/\n\n\n", number);

    /// <summary>The same of clauses; some numbers may be free.</summary>
    public static IEnumerable<(int Number, ulong Key)> ClausesAfter(Database db, int number) =>
        KeysAfter(db, Clauses, "clause\n\n", number);

    /// <summary>The same of works.</summary>
    public static IEnumerable<(int Number, ulong Key)> WorksAfter(Database db, int number) =>
        KeysAfter(db, Works, "work\n", number);

    /// <summary>The keys of some edges by their numbers.</summary>
    public static Dictionary<int, ulong> OfEdges(Database db, IEnumerable<int> numbers) => db.Rows(
        EdgeWords + " WHERE e.number IN (SELECT value FROM json_each($1))", r => (Number: r.GetInt32(0), Key: Of(Edge(r))),
        JsonSerializer.Serialize(numbers)).ToDictionary(e => e.Number, e => e.Key);

    private static string Edge(SqliteDataReader r) => Edge(r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5));

    /// <summary>The keys of rows with greater numbers. Of millions of rows none is read as text: their columns are joined in UTF-8, as
    /// they are stored.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="sql">Finds them: a number, then the columns that make the key.</param>
    /// <param name="words">The words without the columns: all up to the first line break before the first, one character before each other.</param>
    /// <param name="number">The number.</param>
    private static IEnumerable<(int Number, ulong Key)> KeysAfter(Database db, string sql, string words, int number)
    {
        var first = words.IndexOf('\n', StringComparison.Ordinal) + 1;
        var between = Encoding.ASCII.GetBytes(words);
        var key = new ArrayBufferWriter<byte>();
        return db.Stream(sql, number, row =>
        {
            key.ResetWrittenCount();
            key.Write(between.AsSpan(0, first));
            for (var column = 1; ; column++)
            {
                var text = row.Utf8(column);
                key.Write(text.IndexOf((byte)0) is >= 0 and var end ? text[..end] : text); // as the text that is read ends
                if (first + column > between.Length) return (row.Number(0), XxHash3.HashToUInt64(key.WrittenSpan));
                key.Write(between.AsSpan(first + column - 1, 1));
            }
        });
    }
}
