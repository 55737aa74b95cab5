using Microsoft.Data.Sqlite;
using Search.Testing;

namespace Search.Catalog.Tests.Examples;

/// <summary>catalog.db opened with a SQLite tool: what is stored once is read in full wherever it belongs.</summary>
public sealed class Tables_for_researchers : IDisposable
{
    private const string Agreed = "Recalling its resolution 55/25 of 15 November 2000 and the Convention on the Rights of the Child,";
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteConnection _database;

    public Tables_for_researchers()
    {
        _folder.Write("documents/901.txt", Document(901, Agreed));
        _folder.Write("documents/902.txt", Document(902, Agreed));
        _folder.Write("documents/903.txt", Document(903, "Recalling what the planet \U0001F30D and resolution 70/1 stand for,"));
        _folder.Write("documents/904.txt",
            Document(904, "Recalling the outcome of the meeting of the harbour masters of the northern and the southern shores and resolution 70/1,"));
        Built.Build(_folder.In("index"), _folder.In("documents"));
        _database = new($"Data Source={_folder.In("index", "g-000001", "catalog.db")};Mode=ReadOnly;Pooling=False");
        _database.Open();
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_text_that_two_clauses_share_is_stored_once_and_shown_twice()
    {
        Values($"SELECT text FROM clauses WHERE label = 'PP1' AND text = '{Agreed}'").Count.ShouldBe(2);
        Values($"SELECT text_or_number FROM clause_rows WHERE text_or_number = '{Agreed}'").Count.ShouldBe(1);
    }

    [Fact]
    public void A_citation_shows_the_words_that_the_program_shows()
    {
        using var catalog = ResolutionCatalog.Open(_folder.In("index"), Places.Authorities);
        var shown = ((string[])["a-res-99-901", "a-res-99-902", "a-res-99-903", "a-res-99-904"]).SelectMany(d => catalog.Clauses(d))
            .SelectMany(c => c.Citations).ToList();
        shown.Count.ShouldBe(6);
        Values("SELECT text FROM citations ORDER BY number").ShouldBe(shown.Select(c => c.Text));
        Values("SELECT treatment FROM citations ORDER BY number").ShouldBe(shown.Select(c => c.Treatment));
        Values("SELECT why FROM citations ORDER BY number").ShouldBe(shown.Select(c => c.Why!));
        // the first after a character of two UTF-16 units
        Values("SELECT text FROM citations WHERE text LIKE '%70/1'").ShouldBe(["resolution 70/1", "resolution 70/1"]);
    }

    [Fact]
    public void A_reason_is_a_sentence_that_many_share_and_the_words_that_it_quotes()
    {
        Values("SELECT why FROM citations WHERE document = 1 ORDER BY number").ShouldBe(
        [
            "“Recalling” governs “its resolution 55/25”.",
            "“Recalling” governs “its resolution 55/25 of 15 November 2000 and the Convention on the Rights of the Child”.",
        ]);
        Values("SELECT why FROM citations WHERE document = 4")
            .ShouldBe(["“Recalling” governs “the outcome of the meeting of the harbour … resolution 70/1”."]);
        Values("SELECT word FROM words WHERE word LIKE '%governs%'")
            .ShouldBe(["“Recalling” governs “…”.", "“Recalling” governs “what the planet \U0001F30D and resolution 70/1”."]);
    }

    [Fact]
    public void The_rows_of_a_document_are_together()
    {
        Values("SELECT c.label || ' ' || c.slug || ' ' || c.ordinal FROM documents d JOIN clauses c ON c.number BETWEEN d.first_clause AND d.last_clause WHERE d.number = 2 AND c.kind <> 'other'")
            .ShouldBe(["PP1 pp1 2", "OP1 op1 3"]);
        Values("SELECT d.slug FROM documents d JOIN edges e ON e.number BETWEEN d.first_edge AND d.last_edge AND e.document = d.number WHERE e.treatment = 'recalls' AND e.place = 'preambular'")
            .ShouldBe(["a-res-99-901", "a-res-99-901", "a-res-99-902", "a-res-99-902", "a-res-99-903", "a-res-99-904"]);
    }

    [Fact]
    public void The_source_is_the_text_of_the_file()
    {
        using var catalog = ResolutionCatalog.Open(_folder.In("index"), Places.Authorities);
        catalog.Source("a-res-99-903").ShouldBe(File.ReadAllText(_folder.In("documents", "903.txt")));
    }

    private static string Document(int number, string preamble) =>
        $"A/RES/99/{number}\n\n99/{number}. Tables for researchers\n\nThe General Assembly,\n\n{preamble}\n\n1. Decides to remain seized of the matter.\n";

    private List<string> Values(string query)
    {
        using var command = _database.CreateCommand();
#pragma warning disable CA2100 // constants of this file
        command.CommandText = query;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read()) values.Add(reader.GetString(0));
        return values;
    }
}
