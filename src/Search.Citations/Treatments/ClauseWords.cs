using Search.Citations.Authorities;

namespace Search.Citations.Treatments;

/// <summary>One word of a clause, with what decides whether it can govern.</summary>
/// <param name="Id">Number in <see cref="VerbLexicon"/>; -1 for other words.</param>
/// <param name="Start">Offset in the clause's text.</param>
/// <param name="End">Offset behind it.</param>
/// <param name="Sign">The strongest sign between the word before and this one: <c>.</c> <c>;</c> <c>:</c> <c>,</c> or a space.</param>
/// <param name="Flags">How it is written.</param>
internal readonly record struct ClauseWord(int Id, int Start, int End, char Sign, ClauseWordFlags Flags)
{
    public bool IsCapital => (Flags & ClauseWordFlags.Capital) != ClauseWordFlags.None;

    public bool IsAdverb => (Flags & ClauseWordFlags.Adverb) != ClauseWordFlags.None;

    public bool IsQuoted => (Flags & ClauseWordFlags.Quoted) != ClauseWordFlags.None;
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
}

/// <summary>Cuts a clause into words.</summary>
internal static class ClauseWords
{
    /// <summary>Puts the words of a text into a list, in place of what it held.</summary>
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
            foreach (var c in text.AsSpan(end, scanner.Start - end))
            {
                if (c == ' ') continue;
                if (c == '\u201c') quotes++;
                else if (c == '\u201d' && quotes > 0) quotes--;
                if (Rank(c) > Rank(sign) && (c != '.' || EndsSentence(text, end, scanner.Start))) sign = c;
            }
            var id = lexicon.Find(scanner.Word);
            var flags = ClauseWordFlags.None;
            if ((scanner.Marks & NameTokenMarks.Capital) != NameTokenMarks.None || char.IsAsciiDigit(text[scanner.Start])) flags |= ClauseWordFlags.Capital;
            if (lexicon.IsAdverb(id) || (id < 0 && scanner.End - scanner.Start > 3 && text.AsSpan(scanner.Start, scanner.End - scanner.Start).EndsWith("ly", StringComparison.Ordinal)))
                flags |= ClauseWordFlags.Adverb;
            if (quotes > 0) flags |= ClauseWordFlags.Quoted;
            words.Add(new ClauseWord(id, scanner.Start, scanner.End, sign, flags));
            end = scanner.End;
        }
    }

    /// <summary>A stop ends a sentence before a space and a capital, unless the word before it is short as "No." and "Add." are.</summary>
    private static bool EndsSentence(string text, int end, int next)
    {
        if (next - end < 2 || !char.IsUpper(text[next])) return false;
        var start = end;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1])) start--;
        return end - start > 4 || char.IsDigit(text[start]) || text[end] != '.' || !char.IsUpper(text[start]);
    }

    private static int Rank(char c) => c switch { '.' => 4, ';' => 3, ':' => 2, ',' => 1, _ => 0 };
}
