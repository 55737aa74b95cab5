using Microsoft.Data.Sqlite;
using Search.Catalog.Building;
using Search.Catalog.Querying;

namespace Search.Catalog.Tests.Laws;

public class Slugs_of_labels
{
    private const string Letters = "()[],. -AaZz09éÉЖжİı§";

    /// <summary>What is left out of a row is what the database makes of its label: both are one rule, written for two languages.</summary>
    [Fact]
    public void The_database_makes_the_slug_of_any_label_that_the_builder_leaves_out()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {DatabaseWriter.SlugOfLabel} FROM (SELECT $label AS label)";
        var label = command.Parameters.Add("$label", SqliteType.Text);
        var random = new Random(8);
        string[] printed = ["OP5(b)(ii)", "Annex II, para. 3 (e)", "annex", "PP3[2]", "Annex II, art. 6 (3)"];
        foreach (var text in printed.Concat(Enumerable.Range(0, 2000)
            .Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => Letters[random.Next(Letters.Length)])))))
        {
            label.Value = text;
            command.ExecuteScalar().ShouldBe(LabelSlugs.OfLabel(text), text);
        }
    }
}
