using System.Globalization;
using Search.Catalog;

namespace Search.Benchmarks.Languages;

/// <summary>Holds searches in a language against the same searches in English: parallel texts have the same
/// clauses under the same labels.</summary>
internal static class LanguageBenchmark
{
    private const string English = "en";

    /// <summary>Recall and precision by language against the clauses that the English words find.</summary>
    /// <param name="english">A folder of snapshots with the texts in English.</param>
    /// <param name="other">One with the same texts in another language, or in several.</param>
    /// <param name="terms">A table with a column for each language.</param>
    /// <param name="languages">Codes of columns.</param>
    public static int Recall(string english, string other, string terms, params ReadOnlySpan<string> languages)
    {
        using var key = ResolutionCatalog.Open(english);
        using var asked = ResolutionCatalog.Open(other);
        var table = Rows(terms);
        foreach (var language in languages)
        {
            var column = Array.IndexOf(table[0], language);
            var (expected, found, both) = (0, 0, 0);
            Console.WriteLine($"{language}\trecall\tprecision\tEnglish\tfound");
            foreach (var row in table.Skip(1))
            {
                var (wanted, got) = (Clauses(key, row[0], English), Clauses(asked, row[column], language));
                var common = wanted.Count(got.Contains);
                (expected, found, both) = (expected + wanted.Count, found + got.Count, both + common);
                Console.WriteLine($"{row[0]} = {row[column]}\t{Share(common, wanted.Count)}\t{Share(common, got.Count)}\t{wanted.Count}\t{got.Count}");
            }
            Console.WriteLine($"{language} all\t{Share(both, expected)}\t{Share(both, found)}\t{expected}\t{found}");
        }
        return 0;
    }

    /// <summary>Prints the clauses that the English words find and those of another language do not, with the row's words.</summary>
    /// <inheritdoc cref="Recall" />
    public static int Misses(string english, string other, string terms, string language)
    {
        using var key = ResolutionCatalog.Open(english);
        using var asked = ResolutionCatalog.Open(other);
        var table = Rows(terms);
        var column = Array.IndexOf(table[0], language);
        foreach (var row in table.Skip(1))
        {
            var got = Clauses(asked, row[column], language);
            foreach (var missed in Clauses(key, row[0], English).Where(c => !got.Contains(c)).Order(StringComparer.Ordinal))
                Console.WriteLine($"{row[0]}\t{row[column]}\t{missed}");
        }
        return 0;
    }

    private static List<string[]> Rows(string terms) =>
        [.. File.ReadLines(terms).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'))];

    private static HashSet<string> Clauses(ResolutionCatalog catalog, string query, string language)
    {
        var found = catalog.Search(new() { Query = query, Languages = [language], Take = int.MaxValue, MaxWork = long.MaxValue });
        return [.. found.Hits.Select(h => h.Id)];
    }

    private static string Share(int of, int all) => all == 0 ? "-" : ((double)of / all).ToString("0.000", CultureInfo.InvariantCulture);
}
