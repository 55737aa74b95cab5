using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>How a paragraph ends so far, footnote marks and closing signs aside.</summary>
internal enum Ending : byte
{
    /// <summary>In the middle of a sentence.</summary>
    Open,

    /// <summary>A comma, or "and" after one.</summary>
    Comma,

    /// <summary>A semicolon, or "and" after one.</summary>
    Semicolon,

    /// <summary>A colon.</summary>
    Colon,

    /// <summary>A full stop, exclamation or question mark.</summary>
    Stop,
}

/// <summary>Reads endings.</summary>
internal static class Endings
{
    /// <summary>Abbreviations that end no paragraph, for a number must follow.</summary>
    private static readonly WordList AwaitingNumber = WordList.Of("abbreviations-awaiting-number");

    /// <summary>"; and", "; or" end as the sign before them does.</summary>
    private static readonly WordList Conjunctions = WordList.Of("ending-conjunctions");

    /// <summary>Characters at the end of a text that are looked at.</summary>
    private const int Reach = 64;

    /// <summary>Marks and closing signs, one after the other, that are passed.</summary>
    private const int MostSigns = 4;

    /// <summary>Digits of the longest footnote mark.</summary>
    private const int LongestMark = 3;

    /// <summary>How the last piece of a paragraph ends.</summary>
    public static Ending Of(string text, Paragraph paragraph)
    {
        if (paragraph.Pieces.Count == 0) return Ending.Open;
        var piece = paragraph.Pieces[^1];
        var line = text.AsSpan(piece.Start, piece.Length);
        return line[^1] == '.' && AwaitsNumber(line[..^1]) ? Ending.Open : Of(line);
    }

    /// <summary>How a stretch of text ends.</summary>
    public static Ending Of(ReadOnlySpan<char> text)
    {
        if (text.Length > Reach) text = text[^Reach..];
        text = Strip(text);
        foreach (var conjunction in Conjunctions.All)
            if (text.EndsWith(conjunction, StringComparison.Ordinal))
            {
                text = Conjunction(text[..^conjunction.Length]);
                break;
            }
        if (text.IsEmpty) return Ending.Open;
        return text[^1] switch
        {
            ',' => Ending.Comma,
            ';' => Ending.Semicolon,
            ':' => Ending.Colon,
            '.' or '!' or '?' or '…' => Ending.Stop,
            _ => Ending.Open,
        };
    }

    /// <summary>"vol.", "No.", "para.": an abbreviation that a number must follow.</summary>
    private static bool AwaitsNumber(ReadOnlySpan<char> text)
    {
        var word = text[(text.LastIndexOf(' ') + 1)..];
        return AwaitingNumber.Contains(word);
    }

    /// <summary>"...; and" ends in a semicolon; "peace and" does not end.</summary>
    private static ReadOnlySpan<char> Conjunction(ReadOnlySpan<char> before)
    {
        before = Strip(before);
        return !before.IsEmpty && before[^1] is ';' or ',' ? before : [];
    }

    /// <summary>"Power,", "(III)." but not "vol.": whether digits after the last sign are a footnote mark.</summary>
    private static bool MayTakeMark(ReadOnlySpan<char> text) => text[^1] switch
    {
        ',' or ';' or ':' => true,
        '.' when text.Length > 1 => (char.IsLower(text[^2]) || text[^2] is ')' or '”') && !MarkContext.Abbreviates(text, text.Length - 1),
        _ => false,
    };

    private static ReadOnlySpan<char> Strip(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        for (var n = 0; n < MostSigns && !text.IsEmpty; n++)
        {
            var length = text.Length;
            text = text.TrimEnd("*_”\"’'»]").TrimEnd();
            // a mark: up to three digits after a sign that ends a clause
            var digits = 0;
            while (digits < text.Length && digits <= LongestMark
                && (char.IsAsciiDigit(text[^(digits + 1)]) || NoteSigns.SuperscriptDigit(text[^(digits + 1)]) >= 0))
                digits++;
            if (digits is > 0 and <= LongestMark && digits < text.Length)
            {
                var before = text[..^digits].TrimEnd();
                var raised = NoteSigns.SuperscriptDigit(text[^1]) >= 0;
                if (!before.IsEmpty && (raised || MayTakeMark(before))) text = before;
            }
            if (text.EndsWith(")", StringComparison.Ordinal) && text.Length > 1 && text[^2] is '.' or ';') text = text[..^1];
            if (text.Length == length) break;
        }
        return text;
    }
}
