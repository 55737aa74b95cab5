using System.Collections.Frozen;

namespace Search.Resolutions.Vocabulary;

/// <summary>The treaty bodies whose general comments are cited by number: <c>en/comments.tsv</c>.</summary>
public static class GeneralComments
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Symbols =
        Table.Read("en/comments.tsv")
            .SelectMany(row => row.Parts("words", "|").Select(word => KeyValuePair.Create(word, row["symbol"])))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The beginning of the symbols of a body's comments, <c>CRC/C/GC</c> by "child"; null where the
    /// words are of no such body.</summary>
    /// <param name="words">Words of its name that no other body has, in any case.</param>
    public static string? SymbolBy(ReadOnlySpan<char> words) => Symbols.TryGetValue(words, out var symbol) ? symbol : null;
}
