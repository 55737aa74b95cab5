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
        if (text.Length > 64) text = text[^64..];
        text = Strip(text);
        if (text.EndsWith(" and", StringComparison.Ordinal)) text = Conjunction(text[..^4]);
        else if (text.EndsWith(" or", StringComparison.Ordinal)) text = Conjunction(text[..^3]);
        else if (text.EndsWith(" and/or", StringComparison.Ordinal)) text = Conjunction(text[..^7]);
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
        return word is "No" or "Nos" or "vol" or "vols" or "para" or "paras" or "art" or "arts" or "chap" or "chaps" or "sect" or "p"
            or "pp";
    }

    /// <summary>"...; and" ends in a semicolon; "peace and" does not end.</summary>
    private static ReadOnlySpan<char> Conjunction(ReadOnlySpan<char> before)
    {
        before = Strip(before);
        return !before.IsEmpty && before[^1] is ';' or ',' ? before : [];
    }

    private static ReadOnlySpan<char> Strip(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        for (var n = 0; n < 4 && !text.IsEmpty; n++)
        {
            var length = text.Length;
            text = text.TrimEnd("*_”\"’'»]").TrimEnd();
            // a mark: up to three digits after a sign that ends a clause
            var digits = 0;
            while (digits < text.Length && digits < 4
                && (char.IsAsciiDigit(text[^(digits + 1)]) || NoteSigns.SuperscriptDigit(text[^(digits + 1)]) >= 0))
                digits++;
            if (digits is > 0 and < 4 && digits < text.Length)
            {
                var before = text[..^digits].TrimEnd();
                if (!before.IsEmpty
                    && (before[^1] is ',' or ';' or ':'
                        || before[^1] == '.' && before.Length > 1 && (char.IsLower(before[^2]) || before[^2] is ')' or '”')
                            && !MarkContext.Abbreviates(before, before.Length - 1) || NoteSigns.SuperscriptDigit(text[^1]) >= 0))
                    text = before;
            }
            if (text.EndsWith(")", StringComparison.Ordinal) && text.Length > 1 && text[^2] is '.' or ';') text = text[..^1];
            if (text.Length == length) break;
        }
        return text;
    }
}
