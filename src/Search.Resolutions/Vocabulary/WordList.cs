using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Search.Resolutions.Vocabulary;

/// <summary>Words of English that a rule treats alike: a row of <c>en/word-lists.tsv</c>.</summary>
public sealed class WordList
{
    private static readonly FrozenDictionary<string, string[]> Rows =
        Table.Read("en/word-lists.tsv")
            .ToFrozenDictionary(r => r["list"], r => r.Parts("words", "|").Select(w => w.Replace('_', ' ')).ToArray());

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly StringComparison _comparison;

    private WordList(string[] words, StringComparison comparison)
    {
        (All, _comparison) = ([.. words], comparison);
        _lookup = words.ToFrozenSet(StringComparer.FromComparison(comparison)).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The words, in the order of the table.</summary>
    public ImmutableArray<string> All { get; }

    /// <summary>The list with a name, its letters compared as they are.</summary>
    public static WordList Of(string name) => new(Words(name), StringComparison.Ordinal);

    /// <summary>The list with a name, capital and small letters compared alike.</summary>
    public static WordList OfAnyCase(string name) => new(Words(name), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a word is in the list.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _lookup.Contains(word);

    /// <summary>Whether a text begins with words of the list.</summary>
    public bool Opens(ReadOnlySpan<char> text)
    {
        foreach (var word in All)
            if (text.StartsWith(word, _comparison)) return true;
        return false;
    }

    /// <summary>Whether a text ends with words of the list.</summary>
    public bool Closes(ReadOnlySpan<char> text)
    {
        foreach (var word in All)
            if (text.EndsWith(word, _comparison)) return true;
        return false;
    }

    /// <summary>Whether words of the list occur in a text.</summary>
    public bool OccursIn(ReadOnlySpan<char> text)
    {
        foreach (var word in All)
            if (text.Contains(word, _comparison)) return true;
        return false;
    }

    private static string[] Words(string name) =>
        Rows.TryGetValue(name, out var words)
            ? words
            : throw new ArgumentException($"en/word-lists.tsv has no list '{name}'.", nameof(name));
}
