using System.Buffers;
using Search.Resolutions.Text;

namespace Search.Resolutions.Parsing;

/// <summary>Turns lines into running text: one space for a break, hyphenated words rejoined, emphasis signs
/// and soft hyphens left out.</summary>
/// <param name="text">The source.</param>
/// <param name="words">The document's words, for telling a hyphen of the line from a hyphen of the word.</param>
/// <param name="layout">What the reader saw: signs of the file format to leave out, italic openings.</param>
internal sealed class Cleaning(string text, DocumentWords words, LayoutIndex layout)
{
    /// <summary>Characters that do not go into the cleaned text as they are.</summary>
    private static readonly SearchValues<char> Specials =
        SearchValues.Create(
            "*_\\\t\r\n\f\v\u0085\u00A0\u00AD\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u2028\u2029\u202F\u205F\u3000" + InvisibleSigns.All + Ligatures.All);

    /// <summary>How far after its opening sign emphasis is looked for the closing one.</summary>
    private const int EmphasisReach = 400;

    /// <summary>Characters of a paragraph within which an emphasised opening begins.</summary>
    private const int OpeningReach = 40;

    /// <summary>Most signs in a row that are emphasis: "***".</summary>
    private const int MostEmphasisSigns = 3;

    /// <summary>Characters of the shortest piece that is searched by vectors.</summary>
    private const int ShortPiece = 8;

    /// <summary>Characters of the longest part of a symbol between two strokes.</summary>
    private const int LongestSymbolPart = 40;

    private readonly MappedText.Builder _builder = new();
    private readonly bool _hasCells = layout.Has(LayoutKind.Paragraph); // then a tab separates two cells of a table
    private bool _strong;
    private int _closing;
    private int _scanned;

    /// <summary>The cleaned text of some pieces of the source, and the length of its emphasised opening (0 where there is none).</summary>
    public MappedText Clean(SpanList pieces, out int emphasis)
    {
        emphasis = 0;
        if (pieces.Count == 1 && IsPlain(pieces[0]))
        {
            var only = MappedText.Identity(text.Substring(pieces[0].Start, pieces[0].Length), pieces[0].Start);
            emphasis = ItalicOpening(only);
            return only;
        }
        var builder = _builder;
        builder.Clear();
        _strong = false;
        var open = false;
        var opened = 0;
        for (var p = 0; p < pieces.Count; p++)
        {
            var piece = pieces[p];
            if (IsPlain(piece)) builder.Append(piece.In(text), piece.Start);
            else Piece(builder, piece, ref emphasis, ref open, ref opened);
            if (p + 1 < pieces.Count) Join(builder, pieces[p], pieces[p + 1]);
        }
        while (builder.Length > 0 && builder[builder.Length - 1] == ' ') builder.Truncate(builder.Length - 1);
        var clean = builder.Build();
        if (emphasis == 0) emphasis = ItalicOpening(clean);
        return clean;
    }

    /// <summary>Whether a piece goes into the text as it is; it neither begins nor ends in white space.</summary>
    private bool IsPlain(TextSpan piece)
    {
        var span = piece.In(text);
        if (span.Length < ShortPiece)
        {
            // the vectorised search takes longer to begin than these take
            for (var i = 0; i < span.Length; i++)
                if (Specials.Contains(span[i]) || span[i] == ' ' && i > 0 && span[i - 1] == ' ') return false;
        }
        else if (span.IndexOfAny(Specials) >= 0 || span.IndexOf("  ") >= 0) return false;
        return NextCut(piece.Start, piece.End).Start < 0;
    }

    /// <summary>
    /// The next tag, link or superscript sign of the file format at or after an offset, up to an end. Emphasis signs, backslashes and note
    /// brackets are in plain text too and are read below.
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

    /// <summary>Appends a piece that holds signs, odd white space or runs of it.</summary>
    private void Piece(MappedText.Builder builder, TextSpan piece, ref int emphasis, ref bool open, ref int opened)
    {
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
            if (c == ' ' ? IsSingle(piece, at, cut) : !Specials.Contains(c))
            {
                at++;
                continue;
            }
            builder.Append(text.AsSpan(run, at - run), run);
            if (Ligatures.Of(c) is { Length: > 0 } letters)
            {
                foreach (var letter in letters) builder.Append(letter, at);
                at++;
            }
            else if (char.IsWhiteSpace(c))
            {
                if (builder.Length > 0 && builder[builder.Length - 1] is not (' ' or '\t'))
                    builder.Append(c == '\t' && _hasCells ? c : ' ', at);
                at++;
            }
            else if (c is '*' or '_')
            {
                var count = Run(piece, at);
                var before = open;
                if (!IsEmphasis(piece, at, count, ref open)) builder.Append(text.AsSpan(at, count), at);
                else if (!before && open && opened == 0 && builder.Length < OpeningReach) opened = builder.Length + 1;
                else if (before && !open && opened > 0 && emphasis == 0) emphasis = builder.Length;
                at += count;
            }
            else if (c == '\\' && at + 1 < piece.End && char.IsPunctuation(text[at + 1]))
            {
                builder.Append(text[at + 1], at + 1);
                at += 2;
            }
            else if (c == '\\') builder.Append(c, at++);
            else at++; // soft hyphens and other signs that print nothing
            run = at;
        }
        builder.Append(text.AsSpan(run, at - run), run);
    }

    /// <summary>Whether a space stands alone between two signs that stay.</summary>
    private bool IsSingle(TextSpan piece, int at, int cut)
    {
        if (at <= piece.Start || at + 1 >= piece.End || at + 1 == cut) return false;
        return !char.IsWhiteSpace(text[at + 1]) && !Specials.Contains(text[at - 1]) && text[at - 1] != ' ';
    }

    /// <summary>Joins two lines: with nothing after a dash or a hyphen, else with a space.</summary>
    private void Join(MappedText.Builder builder, TextSpan here, TextSpan next)
    {
        if (builder.Length == 0) return;
        var last = builder[builder.Length - 1];
        if (last == '\u00AD' || text[here.End - 1] == '\u00AD') return;
        if (EndsInHyphenatedWord(builder) && next.Length > 0 && char.IsLetter(text[next.Start]))
        {
            if (last == '-' && char.IsLower(text[next.Start]) && !words.KeepsHyphen(text, here.End - 1, next.Start))
                builder.Truncate(builder.Length - 1);
            return;
        }
        if (next.Length > 0 && BreaksSymbol(builder, text[next.Start])) return;
        if (last == ' ' || (last == '/' && !(builder.Length > 1 && char.IsAsciiDigit(builder[builder.Length - 2])))) return;
        builder.Append(' ', here.End);
    }

    /// <summary>"co-": whether a letter and a hyphen end what is built.</summary>
    private static bool EndsInHyphenatedWord(MappedText.Builder builder) =>
        builder[builder.Length - 1] is '-' or '‑' && builder.Length > 1 && char.IsLetter(builder[builder.Length - 2]);

    /// <summary>"61/" before "144", "S-" before "27/2", "A/C.3/58/L.12/" before "Rev.1": whether a line breaks
    /// inside a number or a symbol.</summary>
    private static bool BreaksSymbol(MappedText.Builder builder, char next)
    {
        var at = builder.Length - 1;
        if (builder[at] == '-') return char.IsAsciiDigit(next) && IsSpecialSession(builder, at);
        if (builder[at] != '/' || at == 0 || !char.IsAsciiDigit(builder[at - 1])) return false;
        if (char.IsAsciiDigit(next)) return true;
        if (!char.IsAsciiLetterUpper(next)) return false;
        var earlier = at - 1;
        while (earlier > 0 && at - earlier < LongestSymbolPart && builder[earlier] is not (' ' or '/')) earlier--;
        return builder[earlier] == '/';
    }

    /// <summary>"S-", "ES-": whether the hyphen is that of a special session.</summary>
    private static bool IsSpecialSession(MappedText.Builder builder, int hyphen) =>
        hyphen > 0 && builder[hyphen - 1] == 'S' && (hyphen == 1 || builder[hyphen - 2] is ' ' or 'E' or '/' or '(');

    /// <summary>How many equal signs are in a row.</summary>
    private int Run(TextSpan piece, int at)
    {
        var end = at + 1;
        while (end < piece.End && text[end] == text[at]) end++;
        return end - at;
    }

    /// <summary>Whether the signs at <paramref name="at"/> open or close emphasis, rather than being signs of the text.</summary>
    private bool IsEmphasis(TextSpan piece, int at, int count, ref bool open)
    {
        if (count > MostEmphasisSigns) return false;
        var sign = text[at];
        var before = at > piece.Start ? text[at - 1] : ' ';
        var after = at + count < piece.End ? text[at + count] : ' ';
        var endsWord = !char.IsWhiteSpace(before) && (sign == '*' || !char.IsLetterOrDigit(after));
        if (open && (endsWord || (_strong && count == 2)))
        {
            open = false;
            return true;
        }
        var begins = char.IsWhiteSpace(before) || before is '(' or '“' or '"' or '‘' or '[' or '—' or '–' or '-';
        if (!begins || char.IsWhiteSpace(after) || !Closes(at + count, sign)) return false;
        open = true;
        _strong = count >= 2;
        return true;
    }

    /// <summary>Whether emphasis that opens here is closed within reach; a lone sign is a note mark or a bullet.
    /// Looks at each character once.</summary>
    private bool Closes(int from, char sign)
    {
        var stop = Math.Min(text.Length, from + EmphasisReach);
        if (_closing >= from && text[_closing] == sign) return _closing < stop;
        for (var i = Math.Max(from, _scanned); i < stop; i++)
        {
            _scanned = i + 1;
            if (text[i] == '\n' && i + 1 < text.Length && text[i + 1] == '\n') return false;
            if (text[i] != sign || char.IsWhiteSpace(text[i - 1])) continue;
            _closing = i;
            return true;
        }
        return false;
    }
}
