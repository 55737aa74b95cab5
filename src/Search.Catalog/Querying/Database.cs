using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Search.Catalog.Querying;

/// <summary>Read-only access to <c>catalog.db</c> from any number of threads: a bag of connections, each
/// with its prepared statements.</summary>
internal sealed class Database : IDisposable
{
    private readonly ConcurrentBag<Session> _free = [];
    private readonly string _connection;
    private readonly Lazy<bool> _hasRanges;
    private readonly Lazy<MappedTables> _mapped;
    private volatile bool _disposed;

    public Database(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        _connection = new SqliteConnectionStringBuilder
        {
            DataSource = $"file:{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1",
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString();
        _mapped = new(() => new(path));
        _hasRanges = new(() =>
            Rows("SELECT 1 FROM pragma_table_info('documents') WHERE name = 'first_clause'", r => r.GetInt32(0)).Count > 0);
    }

    /// <summary>Whether the row of a text says which rows of clauses, citations and edges are its own; before
    /// format 8 those had indexes.</summary>
    public bool HasRanges => _hasRanges.Value;

    /// <summary>The condition that a row is of a text: <c>c.document = d.number</c>, or the range of its number.</summary>
    /// <param name="what">clause, citation or edge.</param>
    /// <param name="row">The alias of the row.</param>
    /// <param name="text">The alias of the document or expression.</param>
    /// <param name="column">The column of the row that names it.</param>
    public string IsOf(string what, string row, string text, string column = "document") =>
        HasRanges ? $"{row}.number BETWEEN {text}.first_{what} AND {text}.last_{what}" : $"{row}.{column} = {text}.number";

    /// <summary>Columns that older snapshots lack, NULL where they do, as a part of a SELECT.</summary>
    public string OptionalColumns(string table, string alias, params ReadOnlySpan<string> columns)
    {
        var there = Rows("SELECT name FROM pragma_table_info($1)", r => r.GetString(0), table);
        var selected = new List<string>();
        foreach (var column in columns) selected.Add(there.Contains(column) ? $"{alias}.{column}" : "NULL");
        return string.Join(", ", selected);
    }

    /// <summary>A table mapped into memory, valid until the database is disposed, and where in its rows the columns are.</summary>
    /// <param name="table">Its name.</param>
    /// <param name="columns">Columns that are stored, not generated.</param>
    public (MappedTable Table, int[] Columns) Mapped(string table, params ReadOnlySpan<string> columns)
    {
        var root = First("SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = $1", r => r.GetInt64(0), table);
        var stored = Rows("SELECT name FROM pragma_table_info($1)", r => r.GetString(0), table);
        var places = new int[columns.Length];
        for (var i = 0; i < places.Length; i++) places[i] = stored.IndexOf(columns[i]);
        return root > 0 && !places.Contains(-1)
            ? (new(_mapped.Value, (uint)root), places)
            : throw new InvalidDataException($"The database has no table {table} with its columns. Build the snapshot again.");
    }

    /// <summary>All rows of a query.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var session = Rent();
        try
        {
            var command = session.Command(sql, values);
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read()) rows.Add(read(reader));
            return rows;
        }
        finally
        {
            Return(session);
        }
    }

    /// <summary>The rows of a query one after another, for answers that must not be held in memory; each pass asks again.</summary>
    public IEnumerable<T> Stream<T>(string sql, Func<SqliteDataReader, T> read, params object?[] values)
    {
        using var session = new Session(_connection); // of its own: it may be left half read
        using var reader = session.Command(sql, values).ExecuteReader();
        while (reader.Read()) yield return read(reader);
    }

    /// <summary>The same for a query whose one parameter is a number: a row is read straight out of SQLite.</summary>
    /// <param name="sql">Always the same object: statements are kept by it.</param>
    /// <param name="number">The parameter.</param>
    /// <param name="read">Reads a row.</param>
    public IEnumerable<T> Stream<T>(string sql, long number, Func<NumberedRow, T> read)
    {
        using var session = new Session(_connection);
        var statement = session.OfNumber(sql);
        for (var found = session.Step(statement, number); found; found = session.Step(statement)) yield return read(new(statement));
    }

    /// <summary>The first row of a query, or the default.</summary>
    public T? First<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var session = Rent();
        try
        {
            var command = session.Command(sql, values);
            using var reader = command.ExecuteReader();
            return reader.Read() ? read(reader) : default;
        }
        finally
        {
            Return(session);
        }
    }

    /// <summary>The first row of a query whose one parameter is a number: a tenth of the time of
    /// <see cref="First{T}"/> beyond SQLite's own.</summary>
    /// <param name="sql">Always the same object: statements are kept by it.</param>
    /// <param name="number">The parameter.</param>
    /// <param name="read">Reads the row.</param>
    public T? OfNumber<T>(string sql, long number, Func<NumberedRow, T> read)
    {
        using var row = Hold(sql, number);
        return row.IsFound ? read(row.Columns) : default;
    }

    /// <summary>The same row, held for what is read from it without a copy.</summary>
    public HeldRow Hold(string sql, long number)
    {
        var session = Rent();
        try
        {
            var statement = session.OfNumber(sql);
            return new(this, session, statement, session.Step(statement, number));
        }
        catch
        {
            session.Dispose(); // its statement may be left half run
            throw;
        }
    }

    /// <summary>A row and the connection that reads it, until it is disposed.</summary>
    internal readonly ref struct HeldRow
    {
        private readonly Database _db;
        private readonly Session _session;
        private readonly sqlite3_stmt _statement;

        public HeldRow(Database db, Session session, sqlite3_stmt statement, bool isFound) =>
            (_db, _session, _statement, IsFound) = (db, session, statement, isFound);

        /// <summary>Whether there is one.</summary>
        public bool IsFound { get; }

        /// <summary>What it holds; spans of it are valid until it is disposed.</summary>
        public NumberedRow Columns => new(_statement);

        /// <summary>Lets the row go; a row that was never held is nothing.</summary>
        public void Dispose()
        {
            if (_statement is null) return;
            _ = raw.sqlite3_reset(_statement);
            _db.Return(_session);
        }
    }

    public void Dispose()
    {
        _disposed = true;
        while (_free.TryTake(out var session)) session.Dispose();
        if (_mapped.IsValueCreated) _mapped.Value.Dispose();
    }

    private Session Rent() => _free.TryTake(out var session) ? session : new Session(_connection);

    private void Return(Session session)
    {
        if (_disposed) session.Dispose();
        else _free.Add(session);
    }

    /// <summary>A connection and its statements.</summary>
    internal sealed class Session : IDisposable
    {
        private const int MostPrepared = 64;
        private readonly SqliteConnection _connection;
        private readonly Dictionary<string, SqliteCommand> _prepared = [];
        private readonly Dictionary<string, sqlite3_stmt> _ofNumber = new(ReferenceEqualityComparer.Instance);

        public Session(string connection)
        {
            _connection = new SqliteConnection(connection);
            _connection.Open();
            SqlFunctions.AddTo(_connection);
            using var pragma = _connection.CreateCommand();
            // Not mapped: each connection would have a mapping of its own. MappedTables has one for all.
            pragma.CommandText = "PRAGMA mmap_size=0; PRAGMA cache_size=-8192; PRAGMA query_only=1; PRAGMA temp_store=MEMORY;";
            pragma.ExecuteNonQuery();
        }

        public SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
        {
            if (!_prepared.TryGetValue(sql, out var command))
            {
                if (_prepared.Count >= MostPrepared) Clear();
                command = _connection.CreateCommand();
#pragma warning disable CA2100 // statements are this project's own; what a visitor sends is always a parameter
                command.CommandText = sql;
#pragma warning restore CA2100
                for (var i = 0; i < values.Length; i++) command.Parameters.Add(new SqliteParameter($"${i + 1}", null));
                _prepared.Add(sql, command);
            }
            for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
            return command;
        }

        /// <summary>The statement of a text; by the object, since comparing texts takes as long as reading a row.</summary>
        public sqlite3_stmt OfNumber(string sql)
        {
            if (_ofNumber.TryGetValue(sql, out var statement)) return statement;
            if (_ofNumber.Count >= MostPrepared) Clear();
            Check(raw.sqlite3_prepare_v2(_connection.Handle, sql, out statement));
            _ofNumber.Add(sql, statement);
            return statement;
        }

        /// <summary>Whether there is a row with a number; its columns can be read until the statement is reset.</summary>
        public bool Step(sqlite3_stmt statement, long number)
        {
            Check(raw.sqlite3_bind_int64(statement, 1, number));
            return Step(statement);
        }

        /// <summary>Whether there is another row.</summary>
        public bool Step(sqlite3_stmt statement)
        {
            var code = raw.sqlite3_step(statement);
            if (code is raw.SQLITE_ROW or raw.SQLITE_DONE) return code == raw.SQLITE_ROW;
            Check(code);
            return false;
        }

        public void Dispose()
        {
            Clear();
            _connection.Dispose();
        }

        private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _connection.Handle);

        private void Clear()
        {
            foreach (var statement in _ofNumber.Values) statement.Dispose();
            _ofNumber.Clear();
            foreach (var command in _prepared.Values) command.Dispose();
            _prepared.Clear();
        }
    }
}

/// <summary>Reading columns that may be NULL.</summary>
internal static class ReaderExtensions
{
    public static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static int? Number(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
}
