using System.Buffers;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Words;

/// <summary>
/// Cuts a text into words for the name automaton, in one pass: case, accents, apostrophes and the hyphen after a prefix
/// ("co-operation", "non-proliferation") are folded away, ligatures are spelled out, a note's number glued to a word
/// ("Protocol12") is a word of its own, and every other sign only parts words.
/// </summary>
internal ref struct NameScanner
{
    private readonly ReadOnlySpan<char> _text;
    private int _at;

    public NameScanner(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Prefixes that are written with or without a hyphen.</summary>
    private static readonly HashSet<ulong> Prefixes =
        [.. WordList.Of("prefixes").All.Select(p => Hash(p))];

    private static readonly SearchValues<char> Enders = SearchValues.Create(".!?|\u2022\u00b6");

    /// <summary>Start of the current word.</summary>
    public int Start { get; private set; }

    /// <summary>End of the current word.</summary>
    public int End { get; private set; }

    /// <summary>The current word's hash.</summary>
    public ulong Word { get; private set; }

    /// <summary>What surrounds the current word.</summary>
    public NameTokenMarks Marks { get; private set; }

    /// <summary>Whether the current word is letters and nothing else.</summary>
    public bool IsLetters { get; private set; }

    /// <summary>Goes to the next word; false at the end of the text.</summary>
    public bool Next()
    {
        var text = _text;
        var i = _at;
        var gap = i;
        while (i < text.Length && NameLetters.Fold(text[i]) == 0) i++;
        if (i == text.Length) return false;
        Marks = (i - gap == 1 && text[gap] == ' ') || !IsBreak(text, gap, i) ? NameTokenMarks.None : NameTokenMarks.Break;
        Start = i;
        if (char.IsAsciiLetterUpper(text[i]) || (text[i] >= 0x80 && char.IsUpper(text[i]))) Marks |= NameTokenMarks.Capital;
        var hash = Seed;
        var letters = true;
        while (i < text.Length)
        {
            var c = text[i];
            if (char.IsAsciiLetterLower(c))
            {
                hash = Step(hash, c);
                i++;
                continue;
            }
            if (char.IsAsciiDigit(c) && letters && i - Start >= ShortestWordWithNote && EndsAsNote(text, i)) break;
            var ligature = NameLetters.Ligature(c);
            foreach (var letter in ligature) hash = Step(hash, letter);
            var folded = NameLetters.Fold(c);
            if (folded != 0)
            {
                if (ligature.IsEmpty) hash = Step(hash, folded);
                letters &= char.IsLetter(c);
                i++;
                continue;
            }
            if (NameLetters.IsSilent(c))
            {
                i++;
                continue;
            }
            if (c != ' ' && i + 1 < text.Length && NameLetters.Fold(text[i + 1]) != 0 && JoinsHalves(c, i - Start, hash))
            {
                letters = false;
                i++;
                continue;
            }
            break;
        }
        _at = End = i;
        Word = hash;
        IsLetters = letters;
        return true;
    }

    /// <summary>"States’", "co-operation": an apostrophe, or a hyphen after a prefix, inside a word.</summary>
    private static bool JoinsHalves(char sign, int length, ulong hash) =>
        NameLetters.IsApostrophe(sign) || NameLetters.IsDash(sign) && length <= LongestPrefix && Prefixes.Contains(hash);

    /// <summary>Letters of the longest prefix.</summary>
    private const int LongestPrefix = 7;

    /// <summary>Hash of a word that is folded already.</summary>
    public static ulong Hash(ReadOnlySpan<char> folded)
    {
        var hash = Seed;
        foreach (var c in folded) hash = Step(hash, c);
        return hash;
    }

    internal const ulong Seed = 0xcbf29ce484222325UL;

    internal static ulong Step(ulong hash, char c) => (hash ^ c) * 0x100000001b3UL;

    /// <summary>A shorter word with digits is an abbreviation ("P29", "COP21").</summary>
    private const int ShortestWordWithNote = 5;

    /// <summary>Footnotes have at most this many digits.</summary>
    private const int MostDigitsOfNote = 3;

    /// <summary>Whether the word ends with a few digits from here on: "Protocol12", not "Agenda2030".</summary>
    private static bool EndsAsNote(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - at <= MostDigitsOfNote && (end == text.Length || NameLetters.Fold(text[end]) == 0);
    }

    private static bool IsBreak(ReadOnlySpan<char> text, int from, int to)
    {
        var gap = text[from..to];
        if (gap.Length == 1 && gap[0] == ' ') return false;
        var at = gap.IndexOfAny(Enders);
        if (at == 0 && gap[0] == '.' && gap[1..].IndexOfAny(Enders) < 0 && EndsInNumberSign(text[..from])) at = -1;
        return at >= 0 || gap.Length > 24 || gap.Count('\n') > 1;
    }

    /// <summary>The stop of "No. 182" ends no name.</summary>
    private static bool EndsInNumberSign(ReadOnlySpan<char> text) =>
        text.EndsWith("No", StringComparison.OrdinalIgnoreCase) || text.EndsWith("Nos", StringComparison.OrdinalIgnoreCase);
}
