using System.Globalization;
using Microsoft.Data.Sqlite;
using Search.Catalog.Querying;

namespace Search.Catalog.Building;

/// <summary>Writes <c>catalog.db</c>: one transaction, plain tables that any SQLite tool opens.</summary>
internal sealed class DatabaseWriter : IDisposable
{
    /// <summary>
    /// The tables. Numbers of rows run from 1 without gaps; spans are UTF-16 offsets. What repeats is stored once: words by their code, the
    /// text of a clause that an earlier one has too by that one's number, the text of a citation by its span. The views show it in full.
    /// </summary>
    private static readonly string Schema = $"""
        CREATE TABLE documents(
          number INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, work INTEGER NOT NULL, symbol TEXT, title TEXT, organ TEXT, kind TEXT NOT NULL,
          date TEXT, identified_by TEXT NOT NULL, evidence TEXT, session TEXT, meeting TEXT, agenda_item TEXT, sponsors TEXT, committee_report TEXT,
          vote TEXT, language TEXT NOT NULL, file TEXT NOT NULL, hash TEXT NOT NULL, source_edits BLOB NOT NULL) STRICT;
        CREATE TABLE expressions(
          number INTEGER PRIMARY KEY, document INTEGER NOT NULL, language TEXT NOT NULL, title TEXT, identified_by TEXT NOT NULL, evidence TEXT, session TEXT, meeting TEXT,
          agenda_item TEXT, sponsors TEXT, committee_report TEXT, vote TEXT, file TEXT NOT NULL, hash TEXT NOT NULL, source_edits BLOB NOT NULL, UNIQUE(document, language)) STRICT;
        CREATE TABLE words(code INTEGER PRIMARY KEY, word TEXT NOT NULL) STRICT;
        {Text(TextTables.OfDocuments)}
        {Text(TextTables.OfExpressions)}
        CREATE TABLE works(
          number INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, kind TEXT NOT NULL, adopted TEXT,
          articles INTEGER, document INTEGER, place TEXT, cited_by INTEGER NOT NULL, cites INTEGER NOT NULL,
          cited_by_itself INTEGER NOT NULL, cites_itself INTEGER NOT NULL, influence REAL NOT NULL) STRICT;
        CREATE TABLE names(work INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL) STRICT;
        CREATE TABLE relations(source INTEGER NOT NULL, kind TEXT NOT NULL, target INTEGER NOT NULL, place TEXT) STRICT;
        CREATE TABLE facts(
          work INTEGER NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, accepted INTEGER NOT NULL, sources INTEGER NOT NULL, documents TEXT NOT NULL) STRICT;
        CREATE TABLE edges(
          number INTEGER PRIMARY KEY, source INTEGER NOT NULL, document INTEGER NOT NULL, clause INTEGER NOT NULL, work INTEGER NOT NULL,
          pinpoint TEXT NOT NULL, treatment TEXT NOT NULL, place TEXT NOT NULL, citation INTEGER NOT NULL) STRICT;
        CREATE TABLE provisions(edge INTEGER NOT NULL, work INTEGER NOT NULL, provision TEXT NOT NULL) STRICT;
        CREATE TABLE topics(document INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL) STRICT;
        CREATE TABLE lineage(document INTEGER NOT NULL, source INTEGER NOT NULL, kind TEXT NOT NULL, shared INTEGER NOT NULL, words INTEGER NOT NULL) STRICT;
        """;

    /// <summary>The tables of clauses, notes and citations: once for the texts that count, once for their translations, whose clauses name the one that they translate.</summary>
    private static string Text(TextTables of) => $"""
        CREATE TABLE {of.Prefix}clause_rows(
          number INTEGER PRIMARY KEY, {of.Owner} INTEGER NOT NULL, ordinal INTEGER NOT NULL, label TEXT NOT NULL, slug TEXT NOT NULL, kind INTEGER NOT NULL,
          printed_number TEXT, head INTEGER, text TEXT, same_text INTEGER, start INTEGER NOT NULL, end INTEGER NOT NULL, parent TEXT,
          {of.Own}, other_slug TEXT, language INTEGER, UNIQUE({of.Owner}, slug), CHECK ((text IS NULL) <> (same_text IS NULL))) STRICT;
        CREATE VIEW {of.Prefix}clauses AS SELECT
          number, {of.Owner}, ordinal, label, slug, (SELECT word FROM words WHERE code = c.kind) AS kind, printed_number, (SELECT word FROM words WHERE code = c.head) AS head,
          coalesce(c.text, (SELECT s.text FROM {of.Prefix}clause_rows s WHERE s.number = c.same_text)) AS text, start, end, parent, {of.Shown}, other_slug,
          (SELECT word FROM words WHERE code = c.language) AS language
          FROM {of.Prefix}clause_rows c;
        CREATE TABLE {of.Prefix}notes(
          number INTEGER PRIMARY KEY, {of.Owner} INTEGER NOT NULL, ordinal INTEGER NOT NULL, mark TEXT NOT NULL, text TEXT NOT NULL,
          start INTEGER NOT NULL, end INTEGER NOT NULL) STRICT;
        CREATE TABLE {of.Prefix}marks(clause INTEGER NOT NULL, position INTEGER NOT NULL, mark TEXT NOT NULL, note INTEGER) STRICT;
        CREATE TABLE {of.Prefix}citation_rows(
          number INTEGER PRIMARY KEY, {of.Owner} INTEGER NOT NULL, clause INTEGER, note INTEGER, text TEXT, local_start INTEGER NOT NULL,
          local_end INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, form INTEGER NOT NULL, kind INTEGER NOT NULL, status INTEGER NOT NULL,
          target INTEGER, instrument INTEGER, pinpoint TEXT NOT NULL, treatment INTEGER NOT NULL, verb INTEGER, verb_start INTEGER, verb_end INTEGER,
          evidence INTEGER NOT NULL, candidates TEXT, reason INTEGER, why INTEGER NOT NULL, until TEXT) STRICT;
        CREATE VIEW {of.Prefix}citations AS SELECT
          number, {of.Owner}, clause, note,
          coalesce(r.text, substr(coalesce((SELECT n.text FROM {of.Prefix}notes n WHERE n.number = r.note), (SELECT c.text FROM {of.Prefix}clauses c WHERE c.number = r.clause)),
            local_start + 1, local_end - local_start)) AS text, local_start, local_end, start, end,
          (SELECT word FROM words WHERE code = r.form) AS form, (SELECT word FROM words WHERE code = r.kind) AS kind, (SELECT word FROM words WHERE code = r.status) AS status,
          target, instrument, pinpoint, (SELECT word FROM words WHERE code = r.treatment) AS treatment, (SELECT word FROM words WHERE code = r.verb) AS verb, verb_start, verb_end,
          (SELECT word FROM words WHERE code = r.evidence) AS evidence, candidates, (SELECT word FROM words WHERE code = r.reason) AS reason,
          (SELECT word FROM words WHERE code = r.why) AS why, until
          FROM {of.Prefix}citation_rows r;
        CREATE TABLE {of.Prefix}diagnostics({of.Owner} INTEGER NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL) STRICT;
        """;

    /// <summary>Made after the rows are in, which is quicker.</summary>
    private static readonly string Indexes = $"""
        {TextIndexes(TextTables.OfDocuments)}
        {TextIndexes(TextTables.OfExpressions)}
        CREATE INDEX expression_clauses_by_clause ON expression_clause_rows(clause);
        CREATE INDEX works_by_cited_by ON works(cited_by DESC, number);
        CREATE INDEX works_by_influence ON works(influence DESC, number);
        CREATE INDEX names_by_work ON names(work);
        CREATE INDEX facts_by_work ON facts(work);
        CREATE INDEX relations_by_source ON relations(source);
        CREATE INDEX relations_by_target ON relations(target);
        CREATE INDEX edges_by_work ON edges(work);
        CREATE INDEX edges_by_source ON edges(source);
        CREATE INDEX edges_by_clause ON edges(clause);
        CREATE INDEX edges_by_treatment ON edges(treatment);
        CREATE INDEX provisions_by_work ON provisions(work, provision, edge);
        CREATE INDEX provisions_by_edge ON provisions(edge);
        CREATE INDEX topics_by_document ON topics(document);
        CREATE INDEX lineage_by_document ON lineage(document);
        CREATE INDEX lineage_by_source ON lineage(source);
        """;

    private static string TextIndexes(TextTables of) => $"""
        CREATE INDEX {of.Prefix}notes_by_{of.Owner} ON {of.Prefix}notes({of.Owner}, ordinal);
        CREATE INDEX {of.Prefix}marks_by_clause ON {of.Prefix}marks(clause);
        CREATE INDEX {of.Prefix}citations_by_clause ON {of.Prefix}citation_rows(clause);
        CREATE INDEX {of.Prefix}citations_by_note ON {of.Prefix}citation_rows(note) WHERE note IS NOT NULL;
        CREATE INDEX {of.Prefix}diagnostics_by_{of.Owner} ON {of.Prefix}diagnostics({of.Owner});
        """;

    /// <summary>Words whose codes are kept in memory, some 200 bytes each.</summary>
    private const int MostCodes = 200_000;

    private readonly SqliteConnection _connection;
    private readonly string _path;
    private readonly Dictionary<string, SqliteCommand> _inserts = [];
    private readonly Dictionary<string, int> _codes = [];
    private int _words;

    /// <summary>Creates the database.</summary>
    /// <param name="path">A file that is not there yet.</param>
    /// <param name="mostPages">How many pages it may have at most; null for as many as the disk holds.</param>
    public DatabaseWriter(string path, int? mostPages = null)
    {
        SQLitePCL.Batteries_V2.Init();
        _path = path;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            _connection.Open();
            Execute("PRAGMA page_size=8192; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-65536; PRAGMA user_version=7;");
            if (mostPages is { } most) Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count={most}"));
            Execute("BEGIN");
            Execute(Schema);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>The code of a word or sentence that many rows repeat; null for null. One that was not seen for long gets another code.</summary>
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
        if (!_inserts.TryGetValue(table, out var command))
        {
            command = _connection.CreateCommand();
            var names = Enumerable.Range(0, values.Length).Select(i => string.Create(CultureInfo.InvariantCulture, $"$p{i}")).ToList();
#pragma warning disable CA2100 // table names are this program's own
            command.CommandText = $"INSERT INTO {table} VALUES({string.Join(',', names)})";
#pragma warning restore CA2100
            foreach (var name in names) command.Parameters.Add(new SqliteParameter(name, null));
            _inserts.Add(table, command);
        }
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        Run(command);
    }

    /// <summary>Adds counts of clauses and indexes, and closes the file.</summary>
    /// <param name="cited">How often provisions of annexes and treaties are cited, by document and address.</param>
    public void Finish(IEnumerable<KeyValuePair<(int Document, string Slug), int>> cited)
    {
        Execute("""
            UPDATE clause_rows SET cited_by = c.n FROM
              (SELECT d.number AS document, 'op' || substr(p.provision, 7) AS slug, count(DISTINCT p.edge) AS n
               FROM provisions p JOIN documents d ON d.work = p.work WHERE p.provision LIKE 'para. %' GROUP BY 1, 2) AS c
              WHERE c.document = clause_rows.document AND c.slug = clause_rows.slug;
            """);
        Execute("CREATE INDEX clauses_by_other_slug ON clause_rows(document, other_slug) WHERE other_slug IS NOT NULL");
        using (var update = _connection.CreateCommand())
        {
            update.CommandText = """
                UPDATE clause_rows SET cited_by = $n WHERE document = $document AND slug = $slug;
                UPDATE clause_rows SET cited_by = $n WHERE document = $document AND other_slug = $slug AND $slug NOT LIKE 'sect-%';
                """;
            foreach (var name in (ReadOnlySpan<string>)["$n", "$document", "$slug"]) update.Parameters.Add(new SqliteParameter(name, null));
            foreach (var ((document, slug), n) in cited)
            {
                (update.Parameters[0].Value, update.Parameters[1].Value, update.Parameters[2].Value) = (n, document, slug);
                Run(update);
            }
        }
        Execute(Indexes);
        Execute("COMMIT");
        Execute("ANALYZE");
    }

    public void Dispose()
    {
        foreach (var command in _inserts.Values) command.Dispose();
        _connection.Dispose();
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // constants of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        Run(command);
    }

    private void Run(SqliteCommand command)
    {
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_FULL)
        {
            throw new IOException($"No space left to write {_path}.", e);
        }
        catch (SqliteException e)
        {
            throw new IOException($"Could not write {_path} ({e.Message.TrimEnd('.')}).", e);
        }
    }
}
