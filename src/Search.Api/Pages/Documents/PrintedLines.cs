namespace Search.Api.Pages.Documents;

/// <summary>Gives a clause's text the line breaks of its source back: heads, headings and closing lines are read by their lines.</summary>
public static class PrintedLines
{
    /// <summary>
    /// The text with those of its spaces turned into line feeds where the source has a line break; no offset changes.
    /// Lines of the source that the text leaves out are passed over; a text that differs in more is given back as it is.
    /// </summary>
    public static string Of(string text, string source)
    {
        var lines = text.ToCharArray();
        var at = 0;
        for (var i = 0; i < text.Length;)
        {
            var (start, breaks) = Space(source, at);
            if (char.IsWhiteSpace(text[i]))
            {
                if (start == at) return text;
                i++;
            }
            else if (i > 0 && start > at) return text; // a space that the text does not have
            var end = i;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            while (!Has(source, start, text, i, end))
            {
                // A printer's job number, say, is between two lines of the head.
                var feed = start < source.Length ? source.IndexOf('\n', start) : -1;
                if (!breaks || feed < 0) return text;
                (start, _) = Space(source, feed);
            }
            if (breaks && i > 0) lines[i - 1] = '\n';
            at = start + (end - i);
            i = end;
        }
        return new string(lines);
    }

    private static bool Has(string source, int at, string text, int from, int to) =>
        at + (to - from) <= source.Length && source.AsSpan(at, to - from).SequenceEqual(text.AsSpan(from, to - from));

    private static (int Next, bool Breaks) Space(string source, int at)
    {
        var breaks = at == 0;
        for (; at < source.Length && char.IsWhiteSpace(source[at]); at++) breaks |= source[at] == '\n';
        return (at, breaks);
    }
}
