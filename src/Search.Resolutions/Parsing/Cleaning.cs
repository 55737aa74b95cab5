using Search.Resolutions.Text;

namespace Search.Resolutions.Parsing;

/// <summary>Turns lines into running text: one space for a break, hyphenated words rejoined, emphasis signs and soft hyphens left out.</summary>
/// <param name="text">The source.</param>
/// <param name="words">The document's words, for telling a hyphen of the line from a hyphen of the word.</param>
/// <param name="layout">What the reader saw: signs of the file format to leave out, italic openings.</param>
internal sealed class Cleaning(string text, Vocabulary words, LayoutIndex layout)
{
    private bool _strong;

    /// <summary>The cleaned text of some pieces of the source, and the length of its emphasised opening (0 where there is none).</summary>
    public MappedText Clean(List<TextSpan> pieces, out int emphasis)
    {
        emphasis = 0;
        var size = 0;
        foreach (var piece in pieces) size += piece.Length + 1;
        var builder = new MappedText.Builder(size);
        _strong = false;
        var open = false;
        var opened = 0;
        for (var p = 0; p < pieces.Count; p++)
        {
            var piece = pieces[p];
            var at = piece.Start;
            var run = at;
            var (cut, cutEnd) = NextCut(at, piece.End);
            while (at < piece.End)
            {
                if (at == cut)
                {
                    builder.Append(text.AsSpan(run, at - run), run);
                    run = at = Math.Min(cutEnd, piece.End);
                    (cut, cutEnd) = NextCut(at, piece.End);
                    continue;
                }
                var c = text[at];
                if (c is > ' ' and < '\u007F' and not ('*' or '_' or '\\' or '`')) { at++; continue; }
                if (c == ' ' && at + 1 < piece.End && at + 1 != cut && text[at + 1] > ' ' && text[at + 1] < '\u007F') { at++; continue; }
                if (c > '\u00AD' && !char.IsWhiteSpace(c) && c is not ('\u200B' or '\uFEFF' or '\u2060')) { at++; continue; }
                builder.Append(text.AsSpan(run, at - run), run);
                if (char.IsWhiteSpace(c))
                {
                    if (builder.Length > 0 && builder[builder.Length - 1] != ' ') builder.Append(' ', at);
                    at++;
                }
                else if (c is '*' or '_')
                {
                    var skip = Emphasis(builder, piece, at, ref open);
                    if (skip > 0 && open && opened == 0 && builder.Length < 40) opened = builder.Length + 1;
                    else if (skip > 0 && !open && opened > 0 && emphasis == 0) emphasis = builder.Length;
                    if (skip == 0) builder.Append(c, at++);
                    else at += skip;
                }
                else if (c == '\\' && at + 1 < piece.End && char.IsPunctuation(text[at + 1]))
                {
                    builder.Append(text[at + 1], at + 1);
                    at += 2;
                }
                else if (c is '\u00AD' or '\u200B' or '\uFEFF' or '\u2060') at++;
                else builder.Append(c, at++);
                run = at;
            }
            builder.Append(text.AsSpan(run, at - run), run);
            if (p + 1 < pieces.Count) Join(builder, pieces[p], pieces[p + 1]);
        }
        while (builder.Length > 0 && builder[builder.Length - 1] == ' ') builder.Truncate(builder.Length - 1);
        var clean = builder.Build();
        if (emphasis == 0) emphasis = ItalicOpening(clean);
        return clean;
    }

    /// <summary>
    /// The next tag, link or superscript sign of the file format at or behind an offset, up to an end. Emphasis signs, backslashes and note
    /// brackets stand in plain text too and are read below.
    /// </summary>
    private (int Start, int End) NextCut(int from, int end)
    {
        if (!layout.Has(LayoutKind.Markup)) return (-1, -1);
        var signs = layout.All(LayoutKind.Markup);
        for (var i = layout.FirstFrom(LayoutKind.Markup, from); i < signs.Length && signs[i].Start < end; i++)
        {
            var first = text[signs[i].Start];
            if (first is '<' or '^' || (first is '[' or ']' && !IsNoteSign(signs[i]))) return (signs[i].Start, signs[i].End);
        }
        return (-1, -1);
    }

    private bool IsNoteSign(TextSpan sign) => text[sign.Start] == '[' ? sign.Length == 2 : sign.Length <= 2;

    /// <summary>The length of an italic opening, as print sets the verb; 0 where there is none or all is italic.</summary>
    private int ItalicOpening(MappedText clean)
    {
        if (clean.Length == 0 || !layout.Has(LayoutKind.Italic)) return 0;
        var start = 0;
        while (start < clean.Length - 1 && !char.IsLetter(clean.Text[start])) start++;
        var mark = layout.Find(LayoutKind.Italic, clean.ToSource(start));
        if (mark < 0) return 0;
        var end = layout.All(LayoutKind.Italic)[mark].End;
        var (low, high) = (start, clean.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (clean.ToSource(middle) < end) low = middle + 1;
            else high = middle;
        }
        return clean.Text.AsSpan(low).IndexOfAnyInRange('A', 'z') < 0 ? 0 : low;
    }

    /// <summary>Joins two lines: by nothing behind a dash or a hyphen, else by a space that stands for the break.</summary>
    private void Join(MappedText.Builder builder, TextSpan here, TextSpan next)
    {
        if (builder.Length == 0) return;
        var last = builder[builder.Length - 1];
        if (last == '\u00AD' || text[here.End - 1] == '\u00AD') return;
        if (last is '-' or '‑' && builder.Length > 1 && char.IsLetter(builder[builder.Length - 2]) && next.Length > 0 && char.IsLetter(text[next.Start]))
        {
            if (last == '-' && char.IsLower(text[next.Start]) && !words.KeepsHyphen(text, here.End - 1, next.Start)) builder.Truncate(builder.Length - 1);
            return;
        }
        if (last == '/' || last == ' ') return;
        builder.Append(' ', here.End);
    }

    /// <summary>How many characters of emphasis signs to leave out at <paramref name="at"/>; 0 where the sign is a sign of the text.</summary>
    private int Emphasis(MappedText.Builder builder, TextSpan piece, int at, ref bool open)
    {
        var sign = text[at];
        var count = 1;
        while (at + count < piece.End && text[at + count] == sign) count++;
        if (count > 3) return 0;
        var before = at > piece.Start ? text[at - 1] : ' ';
        var after = at + count < piece.End ? text[at + count] : ' ';
        if (open && !char.IsWhiteSpace(before) && (sign == '*' || !char.IsLetterOrDigit(after)))
        {
            open = false;
            return count;
        }
        if (open && _strong && count == 2)
        {
            open = false;
            return count;
        }
        var opens = !char.IsWhiteSpace(after) && (char.IsWhiteSpace(before) || before is '(' or '“' or '"' or '‘' or '[' or '—' or '–' or '-') && Closes(at + count, piece, sign);
        if (!opens) return 0;
        open = true;
        _strong = count >= 2;
        return count;
    }

    /// <summary>Whether emphasis that opens here is closed within reach; a lone sign is a note mark or a bullet.</summary>
    private bool Closes(int from, TextSpan piece, char sign)
    {
        var stop = Math.Min(text.Length, from + 400);
        for (var i = from; i < stop; i++)
        {
            if (text[i] == '\n' && i + 1 < stop && text[i + 1] == '\n') return false;
            if (text[i] == sign && !char.IsWhiteSpace(text[i - 1])) return true;
        }
        return piece.End < 0;
    }
}
