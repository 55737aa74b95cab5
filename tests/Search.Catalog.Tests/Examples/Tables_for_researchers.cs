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
        var shown = ((string[])["a-res-99-901", "a-res-99-902", "a-res-99-903"]).SelectMany(d => catalog.Clauses(d)).SelectMany(c => c.Citations).ToList();
        shown.Count.ShouldBe(5);
        Values("SELECT text FROM citations ORDER BY number").ShouldBe(shown.Select(c => c.Text));
        Values("SELECT treatment FROM citations ORDER BY number").ShouldBe(shown.Select(c => c.Treatment));
        Values("SELECT why FROM citations ORDER BY number").ShouldBe(shown.Select(c => c.Why!));
        Values("SELECT text FROM citations WHERE text LIKE '%70/1'").ShouldBe(["resolution 70/1"]); // after a character of two UTF-16 units
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
