namespace Search.Resolutions.Parsing;

/// <summary>Lists numbered 1., 2., 3. inside an operative paragraph, such as a provisional agenda.</summary>
internal static class NumberedLists
{
    /// <summary>How many paragraphs a list may take up.</summary>
    private const int Reach = 150;

    /// <summary>
    /// Where the paragraphs of the resolution continue after a list that begins at a paragraph: the index of
    /// the paragraph with the next number and an operative head. 0 where that does not follow: then the numbers restart.
    /// </summary>
    /// <param name="text">The source.</param>
    /// <param name="paragraphs">All paragraphs.</param>
    /// <param name="first">Index of the paragraph "1.".</param>
    /// <param name="operative">The number of the operative paragraph that leads in.</param>
    public static int End(string text, List<Paragraph> paragraphs, int first, int operative)
    {
        for (var i = first; i < paragraphs.Count && i < first + Reach; i++)
        {
            var number = paragraphs[i].Number;
            if (number.Style == EnumeratorStyle.None && Openings.IsEnacting(paragraphs, i, operative: true)) return 0;
            if (number.Style != EnumeratorStyle.Number) continue;
            var value = number.Value(text);
            if (value == 1 && i > first) return 0;
            if (paragraphs[i].Head is not { Kind: HeadKind.Operative, Known: true }) continue;
            return value == operative + 1 ? i : 0;
        }
        return 0;
    }
}
