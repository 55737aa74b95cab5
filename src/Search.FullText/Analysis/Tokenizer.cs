namespace Search.FullText.Analysis;

/// <summary>
/// Breaks text into folded words by the rules of UAX #29 as far as they matter for finding: letters, digits and their marks
/// make words, ideographs stand alone, apostrophes keep a short ending with its word (<c>state's</c>) and free a short
/// beginning (<c>l'eau</c>), points inside initials fall away (<c>U.N.</c>), thousands are joined (<c>1,000</c>).
/// What belongs together (<c>A/RES/58/137</c>, <c>9(5)</c>, <c>co-operation</c>) is also kept whole: see <see cref="Compounds"/>.
/// Linear in the text.
/// </summary>
internal static class Tokenizer
{
    public static void Tokenize(ReadOnlySpan<char> text, TokenList tokens)
    {
        tokens.Clear();
        var position = 0;
        var at = 0;
        while (at < text.Length)
        {
            var end = PlainWordEnd(text, at);
            if (end > at)
            {
                tokens.AppendLowered(text[at..end]);
                tokens.Finish(position++, at, end);
                at = end;
                continue;
            }

            var kind = KindAt(text, at);
            if (kind is CharacterKind.Letter or CharacterKind.Digit)
            {
                at = Compounds.Read(text, at, tokens, ref position);
            }
            else if (kind == CharacterKind.Ideograph)
            {
                at = Ideograph(text, at, tokens, ref position);
            }
            else
            {
                at++;
            }
        }

        tokens.Length = position;
    }

    /// <summary>Whether there is anything to search for.</summary>
    public static bool HasWord(ReadOnlySpan<char> text) => LetterCount(text) > 0;

    /// <summary>Whether the text is one function word of a language.</summary>
    public static bool IsFunctionWord(ReadOnlySpan<char> text, TextLanguage language)
    {
        const int longest = 16; // letters in a function word
        if (text.Length > longest) return false;
        Span<char> folded = stackalloc char[8 * longest];
        var length = 0;
        foreach (var c in text)
        {
            if (CharacterTable.Kind(c) != CharacterKind.Letter) return false;
            length += CharacterTable.Fold(c, folded[length..]);
        }

        return Language.Of(language).IsFunctionWord(folded[..length]);
    }

    /// <summary>How many letters, digits and ideographs there are.</summary>
    public static int LetterCount(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (KindAt(text, i) is CharacterKind.Letter or CharacterKind.Digit or CharacterKind.Ideograph) count++;
        }

        return count;
    }

    /// <summary>Reads letters, digits and marks from <paramref name="at"/> into the word being built and returns where they end.</summary>
    public static int ReadSegment(ReadOnlySpan<char> text, int at, TokenList tokens)
    {
        Span<char> folded = stackalloc char[8];
        var start = at;
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsSurrogate(c))
            {
                if (KindAt(text, at) != CharacterKind.Letter) break;
                tokens.Append(c);
                tokens.Append(text[at + 1]);
                at += 2;
                continue;
            }

            var kind = CharacterTable.Kind(c);
            if (kind is CharacterKind.Letter or CharacterKind.Digit or CharacterKind.Mark)
            {
                var one = CharacterTable.FoldedOrExpands(c);
                if (one != char.MaxValue)
                {
                    tokens.Append(one);
                }
                else
                {
                    var length = CharacterTable.Fold(c, folded);
                    for (var i = 0; i < length; i++) tokens.Append(folded[i]);
                }
            }
            else if (kind != CharacterKind.Ignored)
            {
                if (!IsApostrophe(c) || !KeepsEnding(text, start, at)) break;
                tokens.Append('\'');
            }

            at++;
        }

        return at;
    }

    public static CharacterKind KindAt(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (!char.IsSurrogate(c)) return CharacterTable.Kind(c);
        if (!char.IsHighSurrogate(c) || at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1])) return CharacterKind.Break;
        return char.ConvertToUtf32(c, text[at + 1]) switch
        {
            >= 0x20000 and <= 0x3FFFF => CharacterKind.Ideograph,
            >= 0x10000 and < 0x1D000 => CharacterKind.Letter,
            _ => CharacterKind.Break,
        };
    }

    /// <summary>Where a word ends of which nothing but its letters need be looked at, as of most words in Latin script; else
    /// <paramref name="at"/>: a word of three ASCII letters or more, with a sign after it that joins it to nothing.</summary>
    private static int PlainWordEnd(ReadOnlySpan<char> text, int at)
    {
        const int shortest = 3; // initials and "No." are shorter
        var end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        if (end - at is < shortest or > TokenList.MaxTermLength) return at;
        return end == text.Length || text[end] is ' ' or ',' or ';' or '\n' ? end : at;
    }

    private static int Ideograph(ReadOnlySpan<char> text, int at, TokenList tokens, ref int position)
    {
        var length = char.IsSurrogate(text[at]) ? 2 : 1;
        Span<char> folded = stackalloc char[8];
        if (length == 2)
        {
            tokens.Append(text[at]);
            tokens.Append(text[at + 1]);
        }
        else
        {
            var count = CharacterTable.Fold(text[at], folded);
            for (var i = 0; i < count; i++) tokens.Append(folded[i]);
        }

        if (tokens.Finish(position, at, at + length)) position++;
        return at + length;
    }

    /// <summary>Whether the apostrophe is between letters with a beginning of three letters or more, or an ending of at most two.</summary>
    private static bool KeepsEnding(ReadOnlySpan<char> text, int start, int at)
    {
        var end = at + 1;
        while (end < text.Length && end - at <= 3 && CharacterTable.Kind(text[end]) == CharacterKind.Letter) end++;
        var letters = end - at - 1;
        return at > start && letters is 1 or 2 && CharacterTable.Kind(text[at - 1]) == CharacterKind.Letter;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '＇' or 'ʼ';
}
