using System.Collections.Immutable;

namespace Search.Resolutions.Vocabulary;

/// <summary>Plurals, abbreviations and old spellings of the English words that citations are built with: <c>en/spellings.tsv</c>.</summary>
public static class Spellings
{
    /// <summary>Each word by its name in the program, with its spellings in small letters.</summary>
    public static ImmutableArray<(string Word, string[] Spellings)> All { get; } =
        [.. Table.Read("en/spellings.tsv").Select(row => (row["word"], row.Parts("spellings", "|")))];
}
