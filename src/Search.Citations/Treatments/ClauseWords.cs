
namespace Search.Citations.Treatments;

/// <summary>One word of a clause, with what decides whether it can govern.</summary>
/// <param name="Id">Number in <see cref="VerbLexicon"/>; -1 for other words.</param>
/// <param name="Start">Offset in the clause's text.</param>
/// <param name="End">Offset after it.</param>
/// <param name="Sign">The strongest sign between the preceding word and this one: <c>.</c> <c>;</c> <c>:</c> <c>,</c> or a space.</param>
/// <param name="Flags">How it is written.</param>
internal readonly record struct ClauseWord(int Id, int Start, int End, char Sign, ClauseWordFlags Flags)
{
    public bool IsCapital => (Flags & ClauseWordFlags.Capital) != ClauseWordFlags.None;

    public bool IsAdverb => (Flags & ClauseWordFlags.Adverb) != ClauseWordFlags.None;

    public bool IsQuoted => (Flags & ClauseWordFlags.Quoted) != ClauseWordFlags.None;

    public bool IsNumber => (Flags & ClauseWordFlags.Number) != ClauseWordFlags.None;

    public bool IsGerund => (Flags & ClauseWordFlags.Gerund) != ClauseWordFlags.None;

    /// <summary>Whether a sentence or a part of it that a semicolon closes ends before the word.</summary>
    public bool StartsPart => Sign is '.' or ';';
}

/// <summary>How a word is written.</summary>
[Flags]
internal enum ClauseWordFlags : byte
{
    /// <summary>In small letters, outside quotation marks.</summary>
    None = 0,

    /// <summary>With a capital or as a number.</summary>
    Capital = 1,

    /// <summary>An adverb, which changes no treatment.</summary>
    Adverb = 2,

    /// <summary>Inside quotation marks.</summary>
    Quoted = 4,

    /// <summary>As a number.</summary>
    Number = 8,

    /// <summary>In "-ing".</summary>
    Gerund = 16,
}

/// <summary>Cuts a clause into words.</summary>
internal static class ClauseWords
{
    private const int LongestAbbreviation = 5;

    /// <summary>Replaces the content of a list with the words of a text.</summary>
    public static void Read(string text, VerbLexicon lexicon, List<ClauseWord> words)
    {
        words.Clear();
        words.EnsureCapacity(text.Length / 6 + 4);
        var scanner = new NameScanner(text);
        var end = 0;
        var quotes = 0;
        while (scanner.Next())
        {
            var sign = ' ';
            for (var i = end; i < scanner.Start; i++)
            {
                var c = text[i];
                if (c == ' ') continue;
                if (c == '\u201c') quotes += words.Count > 0 ? 1 : 0; // a statement is quoted as a whole
                else if (c == '\u201d' && quotes > 0) quotes--;
                if (Rank(c) > Rank(sign)
                    && (c != '.' || (quotes <= (ClosesQuote(text, i) ? 1 : 0) && EndsSentence(text, end, scanner.Start, lexicon))))
                    sign = c;
            }
            var id = lexicon.Find(scanner.Word);
            words.Add(new ClauseWord(id, scanner.Start, scanner.End, sign,
                Flags(text.AsSpan(scanner.Start, scanner.End - scanner.Start), id, scanner.Marks, quotes > 0, lexicon)));
            end = scanner.End;
        }
    }

    private static ClauseWordFlags Flags(ReadOnlySpan<char> word, int id, NameTokenMarks marks, bool quoted, VerbLexicon lexicon)
    {
        var flags = quoted ? ClauseWordFlags.Quoted : ClauseWordFlags.None;
        if ((marks & NameTokenMarks.Capital) != NameTokenMarks.None) flags |= ClauseWordFlags.Capital;
        if (char.IsAsciiDigit(word[0])) flags |= ClauseWordFlags.Capital | ClauseWordFlags.Number;
        if (word.EndsWith("ing", StringComparison.Ordinal)) flags |= ClauseWordFlags.Gerund;
        if (lexicon.Is(id, WordRoles.Adverb) || (id < 0 && word.Length > 3 && word.EndsWith("ly", StringComparison.Ordinal)))
            flags |= ClauseWordFlags.Adverb;
        return flags;
    }

    /// <summary>A stop ends a sentence before a space and a capital, unless it belongs to an abbreviation
    /// ("No.", "Add.") or an initial.</summary>
    private static bool EndsSentence(string text, int end, int next, VerbLexicon lexicon)
    {
        if (next - end < 2 || !char.IsUpper(text[next])) return false;
        var start = end;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1])) start--;
        if (start == end || text[end] != '.' || char.IsDigit(text[start])) return true;
        if (end - start == 1) return false;
        return end - start > LongestAbbreviation
            || !lexicon.Is(lexicon.Find(NameScanner.Hash(NameLetters.Fold(text.AsSpan(start, end - start)))), WordRoles.Abbreviation);
    }

    /// <summary>Whether a closing quotation mark follows a stop, so that a sentence can end with what is quoted.</summary>
    private static bool ClosesQuote(string text, int stop) => stop + 1 < text.Length && text[stop + 1] == '\u201d';

    private static int Rank(char c) => c switch { '.' => 4, ';' => 3, ':' => 2, ',' => 1, _ => 0 };
}
