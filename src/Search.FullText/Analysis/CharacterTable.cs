using System.Globalization;

namespace Search.FullText.Analysis;

/// <summary>What a character does in a word.</summary>
internal enum CharacterKind : byte
{
    /// <summary>Ends a word.</summary>
    Break = 0,

    /// <summary>A letter.</summary>
    Letter,

    /// <summary>A decimal digit.</summary>
    Digit,

    /// <summary>A word by itself: Han, Hiragana.</summary>
    Ideograph,

    /// <summary>A mark that stays with its letter.</summary>
    Mark,

    /// <summary>Inside a word as if it were not there: accents, vowel points, soft hyphens.</summary>
    Ignored,
}

/// <summary>
/// The kind and the folded form of every UTF-16 unit, read from <c>characters.txt</c>: the engine's own table,
/// so that an index has the same bytes on every machine.
/// </summary>
internal static class CharacterTable
{
    /// <summary>The most characters that one becomes.</summary>
    public const int LongestFold = 8;

    private const char Expands = '￿';
    private static readonly CharacterKind[] s_kinds = new CharacterKind[0x10000];
    private static readonly char[] s_folds = new char[0x10000];
    private static readonly Dictionary<char, string> s_expansions = [];

    static CharacterTable()
    {
        for (var c = 0; c < s_folds.Length; c++) s_folds[c] = (char)c;
        using var stream = typeof(CharacterTable).Assembly.GetManifestResourceStream("characters.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '#') continue;
            if (line[0] == '=') ReadFold(line.AsSpan(2));
            else ReadKinds(line);
        }
    }

    public static CharacterKind Kind(char c) => s_kinds[c];

    /// <summary>Writes the folded form of a character of a word and returns its length, at most <see cref="LongestFold"/>.</summary>
    public static int Fold(char c, Span<char> into)
    {
        var folded = s_folds[c];
        if (folded != Expands)
        {
            into[0] = folded;
            return 1;
        }

        var text = s_expansions[c];
        text.CopyTo(into);
        return text.Length;
    }

    /// <summary>The folded form of a word; signs that end words are left out.</summary>
    public static string Folded(string word)
    {
        Span<char> folded = stackalloc char[LongestFold * word.Length];
        var length = 0;
        foreach (var c in word)
        {
            if (Kind(c) is not (CharacterKind.Ignored or CharacterKind.Break)) length += Fold(c, folded[length..]);
        }

        return folded[..length].ToString();
    }

    /// <summary>The folded form where it is one character, else <see cref="char.MaxValue"/>.</summary>
    public static char FoldedOrExpands(char c) => s_folds[c];

    private static void ReadKinds(string line)
    {
        var kind = line[0] switch
        {
            'L' => CharacterKind.Letter,
            'N' => CharacterKind.Digit,
            'I' => CharacterKind.Ideograph,
            'M' => CharacterKind.Mark,
            _ => CharacterKind.Ignored,
        };
        var dash = line.IndexOf('-', StringComparison.Ordinal);
        var last = Hex(line.AsSpan(dash + 1));
        for (var c = Hex(line.AsSpan(2, dash - 2)); c <= last; c++) s_kinds[c] = kind;
    }

    private static void ReadFold(ReadOnlySpan<char> line)
    {
        Span<char> to = stackalloc char[LongestFold];
        var count = -1;
        var from = '\0';
        foreach (var part in line.Split(' '))
        {
            var c = (char)Hex(line[part]);
            if (count < 0) from = c;
            else to[count] = c;
            count++;
        }

        if (count == 1)
        {
            s_folds[from] = to[0];
            return;
        }

        s_folds[from] = Expands;
        s_expansions[from] = to[..count].ToString();
    }

    private static int Hex(ReadOnlySpan<char> text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
