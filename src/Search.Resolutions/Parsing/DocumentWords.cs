using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>The words of a document, gathered when a hyphen at a line's end first asks for them.</summary>
internal sealed class DocumentWords(string text)
{
    /// <summary>First halves that keep their hyphen.</summary>
    private static readonly WordList Compounds = WordList.OfAnyCase("compounds");

    /// <summary>First halves that keep it in some words and lose it in others, where the document does not decide.</summary>
    private static readonly WordList Undecided = WordList.OfAnyCase("undecided-compounds");

    /// <summary>Letters of the longest half of a word, and of the longest word.</summary>
    private const int LongestHalf = 40, LongestWord = 60;

    /// <summary>Letters of the shortest half that is a word by itself, and of the shortest that is a prefix.</summary>
    private const int ShortestWord = 4, ShortestPrefix = 3;

    private HashSet<string>? _words;

    /// <summary>Whether the hyphen at <paramref name="hyphen"/>, at a line's end before
    /// <paramref name="next"/>, belongs to the word.</summary>
    public bool KeepsHyphen(string source, int hyphen, int next)
    {
        var from = hyphen;
        while (from > 0 && hyphen - from < LongestHalf && (char.IsLetter(source[from - 1]) || source[from - 1] is '-' or '‑')) from--;
        var to = next;
        while (to < source.Length && to - next < LongestHalf && char.IsLetter(source[to])) to++;
        var left = source[from..hyphen];
        var right = source[next..to];
        if (left.Contains('-') || left.Contains('‑')) return true;
        if (Compounds.Contains(left)) return true;
        _words ??= Gather(text);
        if (_words.Contains(left + "-" + right)) return true;
        if (_words.Contains(left + right)) return false;
        return Undecided.Contains(left)
            ? right.Length >= ShortestWord && left.Length >= ShortestPrefix
            : IsWord(left) && IsWord(right);

        bool IsWord(string half) => half.Length >= ShortestWord && _words.Contains(half);
    }

    private static HashSet<string> Gather(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var seen = words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i])) { i++; continue; }
            var start = i;
            while (i < text.Length && IsInWord(text, i)) i++;
            // the halves of a word broken at a line's end are no words
            var broken = i + 1 < text.Length && text[i] == '-' && text[i + 1] is '\n' or '\r' or ' ';
            var tail = start > 1 && text[start - 1] is '\n' && Hyphenated(text, start - 1);
            if (!broken && !tail && i - start <= LongestWord) seen.Add(text.AsSpan(start, i - start));
        }
        return words;
    }

    /// <summary>A letter, or a hyphen before one.</summary>
    private static bool IsInWord(string text, int at) =>
        char.IsLetter(text[at]) || (text[at] is '-' or '‑' && at + 1 < text.Length && char.IsLetter(text[at + 1]));

    private static bool Hyphenated(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\r') at--;
        return at > 0 && text[at - 1] == '-';
    }
}
