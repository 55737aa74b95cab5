using System.Text.RegularExpressions;
using Search.Resolutions.Text;

namespace Search.Resolutions.Reading.Plain;

/// <summary>
/// Markdown: the file's text as it is, so that offsets count in the file; emphasis, headings, superscripts and notes
/// become marks, and the signs that make them are marked as <see cref="LayoutKind.Markup"/>.
/// </summary>
internal static partial class MarkdownReader
{
    /// <summary>Reads a Markdown file.</summary>
    public static ReadResult.Read Read(FileBytes file)
    {
        var warnings = new List<ReadWarning>();
        var text = PlainTextReader.Decode(file, warnings.Add);
        var stated = StatedBlock.Find(text, warnings.Add);
        var marks = new List<LayoutMark>();
        if (stated is not null) marks.Add(new(stated.Span, LayoutKind.Furniture));
        MarkBlocks(text, stated?.Span.End ?? 0, marks);
        marks.Sort(static (a, b) => a.Span == b.Span ? a.Kind.CompareTo(b.Kind) : a.Span.CompareTo(b.Span));
        return new ReadResult.Read(new SourceText
        {
            Name = file.Name,
            Text = text,
            Stated = stated?.Fields ?? StatedFields.None,
            Layout = [.. marks],
        })
        { Warnings = [.. warnings] };
    }

    // Emphasis never crosses a blank line, so the text is taken block by block.
    private static void MarkBlocks(string text, int from, List<LayoutMark> marks)
    {
        var block = -1; // where the open block begins
        for (int at = from, next; at < text.Length; at = next)
        {
            var length = text.AsSpan(at).IndexOf('\n');
            next = length < 0 ? text.Length : at + length + 1;
            var line = text.AsSpan(at, next - at).TrimEnd();
            var span = new TextSpan(at, at + line.Length);
            if (line.IsWhiteSpace() || IsRule(line))
            {
                if (block >= 0) MarkInline(text, new(block, at), marks);
                block = -1;
                if (!span.IsEmpty) marks.Add(new(span, LayoutKind.Furniture));
                continue;
            }
            if (line[0] == '#' && Heading().Match(text, at, line.Length) is { Success: true } heading)
            {
                if (block >= 0) MarkInline(text, new(block, at), marks);
                block = -1;
                var title = heading.Groups["title"];
                marks.Add(new(new(at, title.Index), LayoutKind.Markup));
                // "# #" has no words
                if (title.Length > 0) marks.Add(new(new(title.Index, title.Index + title.Length), LayoutKind.Heading));
                if (title.Index + title.Length < span.End) marks.Add(new(new(title.Index + title.Length, span.End), LayoutKind.Markup));
                MarkInline(text, new(title.Index, title.Index + title.Length), marks);
                continue;
            }
            if (line.StartsWith("[^") && block >= 0) // a note begins a block of its own
            {
                MarkInline(text, new(block, at), marks);
                block = -1;
            }
            if (line[0] == '>')
            {
                var quote = 1;
                while (quote < line.Length && line[quote] is '>' or ' ') quote++;
                marks.Add(new(new(at, at + quote), LayoutKind.Markup));
            }
            if (block < 0) block = at;
        }
        if (block >= 0) MarkInline(text, new(block, text.Length), marks);
    }

    // Three or more of - * _, alone or with spaces: a rule, above the notes or between parts.
    private static bool IsRule(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length < 3 || line[0] is not ('-' or '*' or '_')) return false;
        var signs = line.Count(line[0]);
        return signs >= 3 && signs + line.Count(' ') == line.Length;
    }

    private static void MarkInline(string text, TextSpan block, List<LayoutMark> marks)
    {
        Span<int> open = [-1, -1, -1, -1, -1, -1]; // last opening * ** *** _ __ ___
        var bracket = -1;                          // last [
        for (var match = Sign().Match(text, block.Start, block.Length); match.Success; match = match.NextMatch())
        {
            var (at, end) = (match.Index, match.Index + match.Length);
            switch (text[at])
            {
                case '\\':
                    marks.Add(new(new(at, at + 1), LayoutKind.Markup));
                    break;
                case '[' when match.Groups["id"] is { Success: true } id:
                    MarkNote(text, block, match, id, marks);
                    break;
                case '[':
                    bracket = at;
                    break;
                case ']' when bracket >= 0:
                    marks.Add(new(new(bracket, bracket + 1), LayoutKind.Markup));
                    marks.Add(new(new(at, end), LayoutKind.Markup));
                    bracket = -1;
                    break;
                case '<' or '^' when match.Groups["up"] is { Success: true } up:
                    Enclose(at, up.Index, up.Index + up.Length, end, LayoutKind.Superscript, marks);
                    break;
                case '<':
                    marks.Add(new(new(at, end), LayoutKind.Markup));
                    break;
                case '*' or '_':
                    MarkEmphasis(text, block, match, open, marks);
                    break;
            }
        }
    }

    private static void MarkNote(string text, TextSpan block, Match match, Group id, List<LayoutMark> marks)
    {
        var end = match.Index + match.Length;
        Enclose(match.Index, id.Index, id.Index + id.Length, end, LayoutKind.Superscript, marks);
        if (match.Index != block.Start || text[end - 1] != ':') return;
        var length = text.AsSpan(block.Start, block.Length).TrimEnd().Length;
        marks.Add(new(new(block.Start, block.Start + length), LayoutKind.Footnote));
    }

    // An opening sign precedes a letter, a closing one after a letter; a sign inside a word counts only as *.
    private static void MarkEmphasis(string text, TextSpan block, Match match, Span<int> open, List<LayoutMark> marks)
    {
        var (at, end) = (match.Index, match.Index + match.Length);
        var before = at > block.Start ? text[at - 1] : ' ';
        var after = end < block.End ? text[end] : ' ';
        var word = text[at] == '_' && char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after);
        if (match.Length > 3 || word) return;
        var slot = match.Length - 1 + (text[at] == '_' ? 3 : 0);
        if (!char.IsWhiteSpace(before) && open[slot] >= 0)
        {
            var start = open[slot];
            var inside = start + match.Length;
            if (match.Length != 2) Enclose(start, inside, at, end, LayoutKind.Italic, marks);
            if (match.Length != 1) Enclose(start, inside, at, end, LayoutKind.Bold, marks, signs: match.Length == 2);
            foreach (ref var other in open)
                if (other >= start) other = -1;
        }
        else if (!char.IsWhiteSpace(after))
        {
            open[slot] = at;
        }
    }

    private static void Enclose(int start, int inside, int insideEnd, int end, LayoutKind kind, List<LayoutMark> marks, bool signs = true)
    {
        if (insideEnd > inside) marks.Add(new(new(inside, insideEnd), kind));
        if (!signs) return;
        marks.Add(new(new(start, inside), LayoutKind.Markup));
        marks.Add(new(new(insideEnd, end), LayoutKind.Markup));
    }

    [GeneratedRegex(@"\G\#{1,6}[ \t]+(?<title>[^\n]*?)[ \t]*\#*[ \t]*(?=\r?\n|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    // No part reads past the sign that could begin it again, so the whole is linear.
    [GeneratedRegex("""
        \\[!-/:-@\[-`{-~]
        | \[\^(?<id>[^\]\[\s]{1,16})\]:?
        | \]\((?:https?:|mailto:|/|\#|\.)[^()\[\]\s]*\)
        | \[
        | <sup>(?<up>[^<>]{1,16})</sup>
        | </?[A-Za-z][^<>\n]{0,200}>
        | \^(?<up>[\w*]{1,4})\^
        | \*+ | _+
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Sign();
}
