using System.Collections.Frozen;
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

/// <summary>Distinguishes a number that divides a quantity from a footnote mark: "12 States, 3 from the north", "of whom 29 were lost, 3 were found".</summary>
internal static class Quantities
{
    /// <summary>How far before a number its sentence is looked through, in characters.</summary>
    private const int Reach = 200;

    /// <summary>Letters of the longest word beside a number.</summary>
    private const int Longest = 24;

    /// <summary>Words before a number that is a name and counts nothing.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Provisions = Words(
        "article articles paragraph paragraphs para paras section sections sect chapter chapters chap rule rules resolution resolutions decision decisions item items goal goals target targets annex no nos vol vols phase part parts session table principle principles page pages supplement document note notes");

    /// <summary>Words after a footnote mark that is set apart.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Functions = Words(
        "the which that and or in as by to on with at for of from including a an its their adopted submitted concerning relating held pursuant entitled between annexed transmitting who whose where when while under shall this these those");

    /// <summary>Words that follow a part of a quantity and hardly a mark.</summary>
    private static readonly string[] PartWords = ["from ", "of ", "were ", "was ", "are ", "is ", "have ", "has ", "had ", "under ", "over ", "as ", "who ", "whose ", "per ", "new "];

    /// <summary>Words that follow either.</summary>
    private static readonly string[] WeakWords = ["in ", "with ", "by ", "for ", "on ", "to ", "at ", "between ", "against ", "without "];

    /// <summary>Whether the number before <paramref name="rest"/>, after the sign that ends at <paramref name="end"/>, is a part of a quantity in the same sentence.</summary>
    public static QuantityPart Divides(string text, int end, ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("as well", StringComparison.Ordinal) || rest.StartsWith("in which", StringComparison.Ordinal)) return QuantityPart.None;
        var part = StartsWith(rest, PartWords) ? QuantityPart.Certain : StartsWith(rest, WeakWords) ? QuantityPart.Possible : QuantityPart.None;
        return part != QuantityPart.None && FollowsCount(text, end) ? part : QuantityPart.None;
    }

    private static bool StartsWith(ReadOnlySpan<char> rest, string[] words)
    {
        foreach (var word in words)
            if (rest.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
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

    /// <summary>Whether a number counts something: a small word before it, a noun or a verb after it, and no provision, day or symbol.</summary>
    private static bool Counts(string text, int start, int end)
    {
        if (end + 2 >= text.Length || text[end] != ' ' || !char.IsLetter(text[end + 1]) || start < 3 || text[start - 1] != ' ') return false;
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

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
