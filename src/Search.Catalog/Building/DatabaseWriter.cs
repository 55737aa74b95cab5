using System.Globalization;
using Microsoft.Data.Sqlite;
using Search.Catalog.Querying;
using Search.Citations;
using Search.Resolutions.Vocabulary;
using SQLitePCL;

namespace Search.Catalog.Building;

/// <summary>Writes <c>catalog.db</c>: one transaction, plain tables that any SQLite tool opens.</summary>
internal sealed class DatabaseWriter : IDisposable
{
    /// <summary>
    /// The tables. Rows are numbered from 1, edges and works without gaps; spans are UTF-16 offsets. What repeats is stored once: words by
    /// their code, the text of a clause that an earlier one has too by that one's number, the text of a citation and the
    /// words that the reason for its treatment quotes by their spans. The rows of a text are together, and its own row says which they are.
    /// Views and generated columns show all of it in full.
    /// </summary>
    private static readonly string Schema = $"""
        CREATE TABLE documents(
          number INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, work INTEGER NOT NULL, symbol TEXT, title TEXT, organ TEXT, kind TEXT NOT NULL,
          date TEXT, identified_by TEXT NOT NULL, evidence TEXT, session TEXT, meeting TEXT, agenda_item TEXT, sponsors TEXT, committee_report TEXT,
          vote TEXT, language TEXT NOT NULL, file TEXT NOT NULL, hash TEXT NOT NULL, source_edits BLOB NOT NULL, {Ranges},
          first_edge INTEGER NOT NULL, last_edge INTEGER NOT NULL) STRICT;
        CREATE TABLE expressions(
          number INTEGER PRIMARY KEY, document INTEGER NOT NULL, language TEXT NOT NULL, title TEXT, identified_by TEXT NOT NULL, evidence TEXT, session TEXT, meeting TEXT,
          agenda_item TEXT, sponsors TEXT, committee_report TEXT, vote TEXT, file TEXT NOT NULL, hash TEXT NOT NULL, source_edits BLOB NOT NULL, {Ranges}, UNIQUE(document, language)) STRICT;
        CREATE TABLE cited_clauses(number INTEGER PRIMARY KEY, cited_by INTEGER NOT NULL) STRICT;
        CREATE TABLE words(code INTEGER PRIMARY KEY, word TEXT NOT NULL) STRICT;
        {Text(TextTables.OfDocuments)}
        {Text(TextTables.OfExpressions)}
        CREATE TABLE works(
          number INTEGER PRIMARY KEY, slug TEXT NOT NULL, id TEXT NOT NULL, own_title TEXT, kind TEXT NOT NULL, adopted TEXT,
          articles INTEGER, document INTEGER, place TEXT, cited_by INTEGER NOT NULL, cites INTEGER NOT NULL,
          cited_by_itself INTEGER NOT NULL, cites_itself INTEGER NOT NULL, influence REAL NOT NULL,
          title TEXT NOT NULL AS (coalesce(own_title, id))) STRICT;
        CREATE TABLE names(work INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL) STRICT;
        CREATE TABLE relations(source INTEGER NOT NULL, kind TEXT NOT NULL, target INTEGER NOT NULL, place TEXT) STRICT;
        CREATE TABLE facts(
          work INTEGER NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, accepted INTEGER NOT NULL, sources INTEGER NOT NULL, documents TEXT NOT NULL) STRICT;
        CREATE TABLE edges(
          number INTEGER PRIMARY KEY, source INTEGER NOT NULL, document INTEGER NOT NULL, clause INTEGER NOT NULL, work INTEGER NOT NULL,
          pinpoint TEXT NOT NULL, treatment_code INTEGER NOT NULL, place_code INTEGER NOT NULL, citation INTEGER NOT NULL,
          treatment TEXT NOT NULL AS ({WordOf("treatment_code", Enum.GetValues<Treatment>().Select(t => ((int)t, t.Word())))}),
          place TEXT NOT NULL AS ({WordOf("place_code", Enum.GetValues<CitationPlace>().Select(p => ((int)p, p.Word())))})) STRICT;
        CREATE TABLE provisions(edge INTEGER NOT NULL, work INTEGER NOT NULL, provision TEXT NOT NULL) STRICT;
        CREATE TABLE topics(document INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL) STRICT;
        CREATE TABLE lineage(document INTEGER NOT NULL, source INTEGER NOT NULL, kind TEXT NOT NULL, shared INTEGER NOT NULL, words INTEGER NOT NULL) STRICT;
        """;

    /// <summary>The first and the last row of a text among the clauses and the citations; the last is one less than
    /// the first where it has none.</summary>
    private const string Ranges =
        "first_clause INTEGER NOT NULL, last_clause INTEGER NOT NULL, first_citation INTEGER NOT NULL, last_citation INTEGER NOT NULL";

    /// <summary>The slug that a label gives: <c>annex-ii/para-3/e</c> of "Annex II, para. 3 (e)". The same as
    /// <see cref="LabelSlugs.OfLabel" />.</summary>
    internal const string SlugOfLabel =
        "replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(label), ')(', '-'), ' (', '/'), '(', '-'), ')', ''), '[', '.'), ']', ''), ', ', '/'), '. ', '-'), ' ', '-')";

    private static string WordOf(string column, IEnumerable<(int Code, string Word)> words) =>
        $"CASE {column}{string.Concat(words.Select(w => string.Create(CultureInfo.InvariantCulture, $" WHEN {w.Code} THEN '{w.Word}'")))} END";

    /// <summary>The tables of clauses, notes and citations: once for the texts that count, once for their translations, whose clauses name
    /// the one that they translate.</summary>
    private static string Text(TextTables of) => $"""
        CREATE TABLE {of.Prefix}clause_rows(
          number INTEGER PRIMARY KEY, {of.Owner} INTEGER NOT NULL, label TEXT NOT NULL, slug_end TEXT, kind INTEGER NOT NULL,
          printed_number TEXT, head INTEGER, text_or_number ANY NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, parent TEXT, {of.Own}
          other_name TEXT, language INTEGER,
          slug TEXT NOT NULL AS (CASE WHEN slug_end IS NULL THEN {SlugOfLabel} WHEN substr(slug_end, 1, 1) IN ('.', '~') THEN {SlugOfLabel} || slug_end ELSE slug_end END),
          other_slug TEXT AS (CASE substr(other_name, 1, 1) WHEN '.' THEN 'annex' || other_name ELSE other_name END)) STRICT;
        CREATE VIEW {of.Prefix}clauses AS SELECT
          number, {of.Owner}, number - (SELECT o.first_clause FROM {of.Owner}s o WHERE o.number = c.{of.Owner}) AS ordinal, label, slug, (SELECT word FROM words WHERE code = c.kind) AS kind, printed_number, (SELECT word FROM words WHERE code = c.head) AS head,
          CASE typeof(text_or_number) WHEN 'text' THEN text_or_number ELSE (SELECT s.text_or_number FROM {of.Prefix}clause_rows s WHERE s.number = c.text_or_number) END AS text, start, start + length AS end, parent, {of.Shown}, other_slug,
          (SELECT word FROM words WHERE code = c.language) AS language
          FROM {of.Prefix}clause_rows c;
        CREATE TABLE {of.Prefix}notes(
          number INTEGER PRIMARY KEY, {of.Owner} INTEGER NOT NULL, ordinal INTEGER NOT NULL, mark TEXT NOT NULL, text TEXT NOT NULL,
          start INTEGER NOT NULL, end INTEGER NOT NULL) STRICT;
        CREATE TABLE {of.Prefix}marks(clause INTEGER NOT NULL, position INTEGER NOT NULL, mark TEXT NOT NULL, note INTEGER) STRICT;
        CREATE TABLE {of.Prefix}citation_rows(
          number INTEGER PRIMARY KEY, {of.Owner} INTEGER NOT NULL, clause INTEGER, note INTEGER, local_start INTEGER NOT NULL,
          local_length INTEGER, start INTEGER NOT NULL, length INTEGER NOT NULL, form INTEGER NOT NULL, kind INTEGER NOT NULL, status INTEGER NOT NULL,
          target INTEGER, instrument INTEGER, pinpoint TEXT NOT NULL, treatment INTEGER NOT NULL, verb INTEGER, verb_before INTEGER, verb_length INTEGER,
          evidence INTEGER NOT NULL, why INTEGER NOT NULL, quoted_start INTEGER, quoted_length INTEGER, quoted_end INTEGER, last_length INTEGER) STRICT;
        CREATE TABLE {of.Prefix}citation_extras(number INTEGER PRIMARY KEY, text TEXT, candidates TEXT, reason INTEGER, until TEXT) STRICT;
        CREATE VIEW {of.Prefix}citations AS SELECT
          number, {of.Owner}, clause, note,
          coalesce((SELECT x.text FROM {of.Prefix}citation_extras x WHERE x.number = r.number), substr(coalesce((SELECT n.text FROM {of.Prefix}notes n WHERE n.number = r.note), (SELECT c.text FROM {of.Prefix}clauses c WHERE c.number = r.clause)),
            local_start + 1, coalesce(local_length, length))) AS text, local_start, local_start + coalesce(local_length, length) AS local_end, start, start + length AS end,
          (SELECT word FROM words WHERE code = r.form) AS form, (SELECT word FROM words WHERE code = r.kind) AS kind, (SELECT word FROM words WHERE code = r.status) AS status,
          target, instrument, pinpoint, (SELECT word FROM words WHERE code = r.treatment) AS treatment, (SELECT word FROM words WHERE code = r.verb) AS verb, start - verb_before AS verb_start, start - verb_before + verb_length AS verb_end,
          (SELECT word FROM words WHERE code = r.evidence) AS evidence,
          (SELECT x.candidates FROM {of.Prefix}citation_extras x WHERE x.number = r.number) AS candidates,
          (SELECT w.word FROM {of.Prefix}citation_extras x JOIN words w ON w.code = x.reason WHERE x.number = r.number) AS reason,
          CASE WHEN quoted_start IS NULL THEN (SELECT word FROM words WHERE code = r.why) ELSE replace((SELECT word FROM words WHERE code = r.why), '{QuotedReason.Gap}',
            (SELECT '“' || substr(q.text, quoted_start + 1, quoted_length) || coalesce(' … ' || substr(q.text, quoted_end - last_length + 1, last_length), '') || '”'
              FROM {of.Prefix}clauses q WHERE q.number = r.clause)) END AS why,
          (SELECT x.until FROM {of.Prefix}citation_extras x WHERE x.number = r.number) AS until
          FROM {of.Prefix}citation_rows r;
        CREATE TABLE {of.Prefix}diagnostics({of.Owner} INTEGER NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL) STRICT;
        """;

    /// <summary>Made after the rows are in, which is quicker.</summary>
    private static readonly string Indexes = $"""
        {TextIndexes(TextTables.OfDocuments)}
        {TextIndexes(TextTables.OfExpressions)}
        CREATE INDEX IF NOT EXISTS expression_clauses_by_clause ON expression_clause_rows(clause);
        CREATE UNIQUE INDEX works_by_slug ON works(slug);
        CREATE UNIQUE INDEX works_by_id ON works(id);
        CREATE INDEX works_by_cited_by ON works(cited_by DESC, number);
        CREATE INDEX names_by_work ON names(work);
        CREATE INDEX facts_by_work ON facts(work);
        CREATE INDEX relations_by_source ON relations(source);
        CREATE INDEX relations_by_target ON relations(target);
        CREATE INDEX IF NOT EXISTS edges_by_work ON edges(work);
        CREATE INDEX IF NOT EXISTS provisions_by_work ON provisions(work, provision, edge);
        CREATE INDEX IF NOT EXISTS provisions_by_edge ON provisions(edge);
        CREATE INDEX IF NOT EXISTS topics_by_document ON topics(document);
        CREATE INDEX lineage_by_document ON lineage(document);
        CREATE INDEX lineage_by_source ON lineage(source);
        """;

    private static string TextIndexes(TextTables of) => $"""
        CREATE INDEX IF NOT EXISTS {of.Prefix}notes_by_{of.Owner} ON {of.Prefix}notes({of.Owner}, ordinal);
        CREATE INDEX IF NOT EXISTS {of.Prefix}marks_by_clause ON {of.Prefix}marks(clause);
        CREATE INDEX IF NOT EXISTS {of.Prefix}diagnostics_by_{of.Owner} ON {of.Prefix}diagnostics({of.Owner});
        """;

    /// <summary>Removes what is written of all documents together, and its indexes; the rows of the documents stay.</summary>
    private const string Keep = """
        DROP INDEX works_by_slug; DROP INDEX works_by_id; DROP INDEX works_by_cited_by; DROP INDEX names_by_work; DROP INDEX facts_by_work;
        DROP INDEX relations_by_source; DROP INDEX relations_by_target; DROP INDEX lineage_by_document; DROP INDEX lineage_by_source;
        DELETE FROM works; DELETE FROM names WHERE kind <> 'iri'; DELETE FROM facts; DELETE FROM relations; DELETE FROM lineage; DELETE FROM cited_clauses;
        """;

    /// <summary>Words whose codes are kept in memory, some 200 bytes each.</summary>
    private const int MostCodes = 200_000;

    /// <summary>The bits of an extended result code that give the primary one.</summary>
    private const int PrimaryCode = 0xFF;

    private readonly SqliteConnection _connection;
    private readonly string _path;
    private readonly bool _isKept;
    private readonly Dictionary<string, sqlite3_stmt> _inserts = [];
    private readonly Dictionary<string, int> _codes = [];
    private int _words;

    /// <summary>Creates the database.</summary>
    /// <param name="path">A file that is not there yet, or with <paramref name="isKept"/> one that this class wrote.</param>
    /// <param name="mostPages">How many pages it may have at most; null for as many as the disk holds.</param>
    /// <param name="isKept">Whether the rows of the documents that are there stay, and others follow them.</param>
    public DatabaseWriter(string path, int? mostPages = null, bool isKept = false)
    {
        Batteries_V2.Init();
        (_path, _isKept) = (path, isKept);
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            _connection.Open();
            Execute("PRAGMA page_size=8192; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-65536; PRAGMA user_version=8;");
            if (mostPages is { } most) Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count={most}"));
            Execute("BEGIN");
            Execute(isKept ? Keep : Schema);
            if (isKept) ReadCodes();
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>The number of the last row of a table; 0 where it is empty.</summary>
    public int Last(string table)
    {
        var last = 0;
        Read($"SELECT coalesce(max(number), 0) FROM {table}", r => last = r.GetInt32(0));
        return last;
    }

    /// <summary>How many rows there are of what is counted.</summary>
    public SnapshotCounts Counts
    {
        get
        {
            return new(Of("documents"), Of("clause_rows"), Of("works"), Of("citation_rows"), Of("edges")) { Translations = Of("expressions") };

            int Of(string table)
            {
                var count = 0;
                Read($"SELECT count(*) FROM {table}", r => count = r.GetInt32(0));
                return count;
            }
        }
    }

    /// <summary>Reads rows.</summary>
    public void Read(string sql, Action<SqliteDataReader> read)
    {
        using var command = Command(sql);
        using var rows = command.ExecuteReader();
        while (rows.Read()) read(rows);
    }

    /// <summary>The code of a word or sentence that many rows repeat; null for null. One that was not seen
    /// for long gets another code.</summary>
    public int? Code(string? word)
    {
        if (word is null) return null;
        if (_codes.TryGetValue(word, out var code)) return code;
        if (_codes.Count == MostCodes) _codes.Clear();
        Insert("words", ++_words, word);
        _codes.Add(word, _words);
        return _words;
    }

    /// <summary>Inserts one row; a null is stored as NULL.</summary>
    public void Insert(string table, params ReadOnlySpan<object?> values)
    {
        if (!_inserts.TryGetValue(table, out var insert))
        {
            Check(raw.sqlite3_prepare_v2(_connection.Handle,
                $"INSERT INTO {table} VALUES({string.Join(',', Enumerable.Repeat('?', values.Length))})", out insert));
            _inserts.Add(table, insert);
        }
        for (var i = 0; i < values.Length; i++) Check(Bind(insert, i + 1, values[i]));
        var code = raw.sqlite3_step(insert);
        if (code != raw.SQLITE_DONE) Check(code);
        Check(raw.sqlite3_reset(insert));
    }

    /// <summary>Adds counts of clauses and indexes, and closes the file.</summary>
    /// <param name="cited">How often provisions of annexes and treaties are cited, by document and address.</param>
    public void Finish(IEnumerable<KeyValuePair<(int Document, string Slug), int>> cited)
    {
        Execute("""
            CREATE TEMP TABLE cited(document INTEGER, slug TEXT, n INTEGER, PRIMARY KEY(document, slug)) WITHOUT ROWID;
            INSERT INTO cited SELECT d.number, 'op' || substr(p.provision, 7), count(DISTINCT p.edge)
              FROM provisions p JOIN documents d ON d.work = p.work WHERE p.provision LIKE 'para. %' GROUP BY 1, 2;
            INSERT INTO cited SELECT d.number, 'pp' || substr(p.provision, 18), count(DISTINCT p.edge)
              FROM provisions p JOIN documents d ON d.work = p.work WHERE p.provision LIKE 'preambular para. %' GROUP BY 1, 2;
            """);
        foreach (var ((document, slug), n) in cited) Insert("cited", document, slug, n);
        Execute("""
            INSERT INTO cited_clauses SELECT number, n FROM
              (SELECT c.number, coalesce((SELECT n FROM cited t WHERE t.document = c.document AND t.slug = c.slug),
                (SELECT n FROM cited t WHERE t.document = c.document AND t.slug = c.other_slug AND t.slug NOT LIKE 'op%' AND t.slug NOT LIKE 'pp%' AND t.slug NOT LIKE 'sect-%')) AS n
               FROM clause_rows c WHERE c.document IN (SELECT document FROM cited)) WHERE n IS NOT NULL ORDER BY number;
            DROP TABLE cited;
            """);
        Execute(Indexes);
        Execute("COMMIT");
        if (!_isKept) Execute("ANALYZE"); // what it says of the rows that are kept still holds
    }

    public void Dispose()
    {
        foreach (var insert in _inserts.Values) insert.Dispose();
        _connection.Dispose();
    }

    // A few million rows are written: SQLite's own calls take a third of the time of ADO.NET's parameters.
    private static int Bind(sqlite3_stmt insert, int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(insert, place),
        int number => raw.sqlite3_bind_int(insert, place, number),
        string text => raw.sqlite3_bind_text(insert, place, text),
        double number => raw.sqlite3_bind_double(insert, place, number),
        byte[] bytes => raw.sqlite3_bind_blob(insert, place, bytes),
        _ => throw new ArgumentException($"{value.GetType().Name} is no type of a column", nameof(value)),
    };

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw Failed(code, raw.sqlite3_errmsg(_connection.Handle).utf8_to_string(), null);
    }

    private IOException Failed(int code, string message, Exception? inner) => (code & PrimaryCode) == raw.SQLITE_FULL
        ? new($"No space left to write {_path}.", inner)
        : new($"Could not write {_path} ({message.TrimEnd('.')}).", inner);

    private void ReadCodes() => Read("SELECT code, word FROM words ORDER BY code", r =>
    {
        _words = r.GetInt32(0);
        if (_codes.Count < MostCodes) _codes.TryAdd(r.GetString(1), _words);
    });

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // constants of the program
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    /// <summary>Executes statements.</summary>
    /// <exception cref="IOException">The disk is full or failed.</exception>
    public void Execute(string sql)
    {
        using var command = Command(sql);
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException e)
        {
            throw Failed(e.SqliteErrorCode, e.Message, e);
        }
    }
}
