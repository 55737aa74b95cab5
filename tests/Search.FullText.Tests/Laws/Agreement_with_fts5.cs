using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Search.FullText.Analysis;
using Search.FullText.Queries;
using Search.FullText.Tests.Oracle;
using Search.Testing;

namespace Search.FullText.Tests.Laws;

/// <summary>SQLite's FTS5 is given our words, each by a name of its own, and asked the same questions.</summary>
public sealed class Agreement_with_fts5(ITestOutputHelper output)
{
    private const int Clauses = 10_000;
    private const int Questions = 1_500;
    private const int Documents = 2_000;

    [Fact]
    public void Random_queries_match_the_same_documents_of_a_random_corpus()
    {
        var corpus = new RandomCorpus(17);
        Compare(Enumerable.Range(0, Documents).Select(_ => corpus.Text(corpus.Random.Next(40))), 600);
    }

    [Fact]
    [Trait(Programs.Trait, Programs.TraitValue)]
    public void Random_queries_match_the_same_of_ten_thousand_real_clauses()
    {
        var path = Places.Shared is null ? null : Path.Combine(Places.Shared, "bench", "passages.jsonl.xz");
        if (path is null || !File.Exists(path)) Assert.Skip(Places.SharedIsAbsent);
        Assert.SkipWhen(Programs.Find("xz") is null, Programs.Missing("xz"));
        using var xz = Process.Start(new ProcessStartInfo("xz", ["-dc", path]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        Compare(Texts(xz.StandardOutput).Take(Clauses), Questions);
        xz.Kill();
    }

    private void Compare(IEnumerable<string> texts, int questions)
    {
        using var folder = new TemporaryFolder();
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Execute(connection, "CREATE VIRTUAL TABLE t USING fts5(w, content='', tokenize='ascii')");
        var names = new Dictionary<string, string>();
        var sample = new List<string[]>();
        using (var transaction = connection.BeginTransaction())
        using (var insert = connection.CreateCommand())
        using (var writer = IndexWriter.Create(folder.Path, new SchemaBuilder().Text("text", language: TextLanguage.None).Build()))
        {
            insert.CommandText = "INSERT INTO t(rowid, w) VALUES ($id, $w)";
            var id = insert.Parameters.Add("$id", SqliteType.Integer);
            var words = insert.Parameters.Add("$w", SqliteType.Text);
            var tokens = new TokenList();
            var key = 0;
            foreach (var text in texts)
            {
                Tokenizer.Tokenize(text, tokens);
                var plain = Enumerable.Range(0, tokens.Count).Where(i => tokens[i].Span == 1).Select(i => tokens.Term(i).ToString())
                    .ToArray();
                writer.Add(new IndexDocument(key).Text("text", text));
                id.Value = key++;
                words.Value = string.Join(' ', plain.Select(Name));
                insert.ExecuteNonQuery();
                if (plain.Length > 3) sample.Add(plain);
            }

            transaction.Commit();
            writer.Commit();
        }

        using var index = FullTextIndex.Open(folder.Path);
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*), coalesce(sum(rowid), 0) FROM t WHERE t MATCH $q";
        var match = count.Parameters.Add("$q", SqliteType.Text);
        var random = new Random(4);
        var found = 0L;
        for (var i = 0; i < questions; i++)
        {
            var (query, fts) = Question(random, sample, Name);
            match.Value = fts;
            using var reader = count.ExecuteReader();
            reader.Read().ShouldBeTrue();
            var hits = index.Search(query, new SearchOptions { Limit = int.MaxValue, ExactTotal = true }).Hits;
            (hits.Count, hits.Sum(h => h.Key)).ShouldBe((reader.GetInt32(0), reader.GetInt64(1)), $"question {i}: {query} {fts}");
            found += hits.Count;
        }

        output.WriteLine(FormattableString.Invariant($"{questions} questions, {found} matches, all alike"));

        string Name(string word)
        {
            if (!names.TryGetValue(word, out var name)) names[word] = name = "w" + names.Count.ToString(CultureInfo.InvariantCulture);
            return name;
        }
    }

    private static (Query Query, string Fts) Question(Random random, List<string[]> sample, Func<string, string> name)
    {
        // Words that also stand for whole compounds would match more with us: only plain ones are asked for.
        while (true)
        {
            var text = sample[random.Next(sample.Count)];
            var at = random.Next(text.Length - 2);
            var (a, b, c) = (text[at], text[at + 1], text[random.Next(text.Length)]);
            if (!Plain(a) || !Plain(b) || !Plain(c)) continue;
            Query x = Term(a), y = Term(b), z = Term(c);
            var (p, q, r) = (name(a), name(b), name(c));
            switch (random.Next(8))
            {
                case 0: return (x, p);
                case 1: return (Query.Or(x, z), $"{p} OR {r}");
                case 2: return (Query.And(x, z), $"{p} AND {r}");
                case 3: return (new BooleanQuery { Must = [x], MustNot = [z] }, $"{p} NOT {r}");
                case 4: return (Query.And(Query.Or(x, y), z), $"({p} OR {q}) AND {r}");
                case 5: return (new PhraseQuery($"{a} {b}"), $"\"{p} {q}\"");
                case 6 when Plain(text[at + 2]): return (new PhraseQuery($"{a} {b} {text[at + 2]}"), $"\"{p} {q} {name(text[at + 2])}\"");
                default: return (Query.And(new PhraseQuery($"{a} {b}"), z), $"\"{p} {q}\" AND {r}");
            }
        }
    }

    /// <summary>Joined compounds are letters only: long words are left out, the parts of compounds that make them up are short.</summary>
    private static bool Plain(string word) => word.Length is > 0 and < 6 && word.All(char.IsAsciiLetterLower);

    private static Query Term(string word) => new TermQuery(word, Exact: true);

    private static IEnumerable<string> Texts(StreamReader lines)
    {
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            yield return json.RootElement.GetProperty("text").GetString()!;
        }
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
