using System.Globalization;
using Microsoft.Data.Sqlite;
using Search.Testing;

namespace Search.Benchmarks.FullText;

/// <summary>The same words and queries for SQLite's FTS5, as far as it has them: no misspelt words, no facets, words
/// that share a position left out.</summary>
internal static class SqliteBenchmark
{
    public static int Measure(string folder)
    {
        var path = Path.Combine(folder, "fts5.db");
        File.Delete(path);
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; CREATE VIRTUAL TABLE t USING fts5(text, stems, content='', tokenize=\"ascii tokenchars '''./()-:_'\"); CREATE TABLE m(id INTEGER PRIMARY KEY, source TEXT, date INTEGER);");
        var start = ThreadClock.Nanoseconds;
        using (var transaction = connection.BeginTransaction())
        {
            using var words = connection.CreateCommand();
            words.CommandText = "INSERT INTO t(rowid, text, stems) VALUES ($id, $text, $stems)";
            using var meta = connection.CreateCommand();
            meta.CommandText = "INSERT INTO m VALUES ($id, $source, $date)";
            foreach (var line in File.ReadLines(Path.Combine(folder, "words.tsv")))
            {
                var p = line.Split('\t');
                Bind(words, ("$id", long.Parse(p[0], CultureInfo.InvariantCulture)), ("$text", Plain(p[3])), ("$stems", Plain(p[4])));
                Bind(meta, ("$id", long.Parse(p[0], CultureInfo.InvariantCulture)), ("$source", p[1]),
                    ("$date", long.Parse(p[2], CultureInfo.InvariantCulture)));
            }

            transaction.Commit();
        }

        Execute(connection, "INSERT INTO t(t) VALUES('optimize')");
        Console.WriteLine(FormattableString.Invariant(
            $"fts5: built in {(ThreadClock.Nanoseconds - start) / 1e9:f1} s of processor, {new FileInfo(path).Length / 1e6:f1} MB"));
        var times = new Dictionary<string, List<double>>();
        foreach (var query in File.ReadLines(Path.Combine(folder, "queries.tsv")).Select(BenchmarkQuery.Parse))
        {
            if (query.Operator == "fuzzy" || query.Has("facets") || query.Has("highlights")) continue;
            using var command = connection.CreateCommand();
            var join = query.Has("filter")
                ? " CROSS JOIN m ON m.id = t.rowid WHERE t MATCH $q AND m.source = $s AND m.date BETWEEN $f AND $u"
                : " WHERE t MATCH $q";
            command.CommandText = query.Has("total")
                ? $"SELECT count(*) FROM t{join}"
                : $"SELECT t.rowid FROM t{join} ORDER BY bm25(t) LIMIT 10";
            command.Parameters.AddWithValue("$q", Match(query));
            if (query.Has("filter"))
            {
                command.Parameters.AddWithValue("$s", query.Source);
                command.Parameters.AddWithValue("$f", query.From);
                command.Parameters.AddWithValue("$u", query.To);
            }

            var best = double.MaxValue;
            for (var r = 0; r < 2; r++)
            {
                start = ThreadClock.Nanoseconds;
                using var reader = command.ExecuteReader();
                while (reader.Read()) { }
                best = Math.Min(best, (ThreadClock.Nanoseconds - start) / 1e6);
            }

            if (!times.TryGetValue(query.Kind, out var list)) times[query.Kind] = list = [];
            list.Add(best);
        }

        foreach (var (kind, list) in times) Console.WriteLine(
            FormattableString.Invariant($"| {kind} | {Math.Exp(list.Average(Math.Log)):f3} |"));
        return 0;
    }

    private static string Plain(string words) => string.Join(' ', words.Split(' ').Where(w => w.Length == 0 || w[0] != '^'));

    private static string Match(BenchmarkQuery query) => query.Operator switch
    {
        "phrase" => $"text : \"{string.Join(' ', query.Words)}\"",
        "prefix" => $"text : \"{query.Words[0]}\" *",
        "or" => $"stems : ({string.Join(" OR ", query.Stems.Select(s => $"\"{s}\""))})",
        _ => $"stems : ({string.Join(" AND ", query.Stems.Select(s => $"\"{s}\""))})",
    };

    private static void Bind(SqliteCommand command, params (string Name, object Value)[] values)
    {
        foreach (var (name, value) in values)
        {
            if (command.Parameters.Contains(name)) command.Parameters[name].Value = value;
            else command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // fixed text
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
