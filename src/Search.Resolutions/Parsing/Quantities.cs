using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>Whether a number is a part of a quantity.</summary>
internal enum QuantityPart : byte
{
    /// <summary>Nothing suggests it.</summary>
    None,

    /// <summary>It may be one.</summary>
    Possible,

    /// <summary>It is one.</summary>
    Certain,
}

/// <summary>Distinguishes a number that divides a quantity from a footnote mark: "12 States, 3 from the north", "of whom
/// 29 were lost, 3 were found".</summary>
internal static class Quantities
{
    /// <summary>How far before a number its sentence is looked through, in characters.</summary>
    private const int Reach = 200;

    /// <summary>Letters of the longest word beside a number.</summary>
    private const int Longest = 24;

    /// <summary>Characters of the shortest word before a number, and the space.</summary>
    private const int WordBefore = 3;

    /// <summary>Words before a number that is a name and counts nothing.</summary>
    private static readonly WordList Provisions = WordList.Of("provision-words");

    /// <summary>Words after a footnote mark that is set apart.</summary>
    private static readonly WordList Functions = WordList.Of("function-words");

    /// <summary>Words that follow a part of a quantity and hardly a mark.</summary>
    private static readonly WordList PartWords = WordList.Of("part-of-quantity");

    /// <summary>Words that follow either.</summary>
    private static readonly WordList WeakWords = WordList.Of("part-of-quantity-or-mark");

    /// <summary>Whether the number before <paramref name="rest"/>, after the sign that ends at <paramref name="end"/>, is a part of a
    /// quantity in the same sentence.</summary>
    public static QuantityPart Divides(string text, int end, ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("as well", StringComparison.Ordinal) || rest.StartsWith("in which", StringComparison.Ordinal))
            return QuantityPart.None;
        var part = PartWords.Opens(rest) ? QuantityPart.Certain : WeakWords.Opens(rest) ? QuantityPart.Possible : QuantityPart.None;
        return part != QuantityPart.None && FollowsCount(text, end) ? part : QuantityPart.None;
    }

    /// <summary>Whether the sentence counts something before an offset.</summary>
    private static bool FollowsCount(string text, int end)
    {
        for (var i = end - 1; i > 0 && end - i < Reach; i--)
        {
            if (text[i] == '.' && i + 1 < text.Length && text[i + 1] == ' ' && char.IsLower(text[i - 1])) return false;
            if (!char.IsAsciiDigit(text[i])) continue;
            var start = i;
            while (start > 0 && char.IsAsciiDigit(text[start - 1])) start--;
            if (Counts(text, start, i + 1)) return true;
            i = start;
        }
        return false;
    }

    /// <summary>Whether a number counts something: a small word before it, a noun or a verb after it, and no
    /// provision, day or symbol.</summary>
    private static bool Counts(string text, int start, int end)
    {
        if (start < WordBefore || text[start - 1] != ' ') return false;
        if (end + 2 >= text.Length || text[end] != ' ' || !char.IsLetter(text[end + 1])) return false;
        var from = start - 1;
        while (from > 0 && start - from < Longest && char.IsLetter(text[from - 1])) from--;
        var before = text.AsSpan(from, start - 1 - from);
        if (before.IsEmpty || !char.IsLower(before[0]) || Provisions.Contains(before)) return false;
        var to = end + 1;
        while (to < text.Length && to - end < Longest && char.IsLetter(text[to])) to++;
        var after = text.AsSpan(end + 1, to - end - 1);
        if (MarkContext.AfterYear(text, end) && char.IsUpper(after[0])) return false; // "the 2030 Agenda"
        return !Functions.Contains(after) && !Months.StartsWith(after);
    }
}
