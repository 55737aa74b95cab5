using System.Buffers;
using System.Runtime.InteropServices;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;
using LayoutKind = Search.Resolutions.Text.LayoutKind;

namespace Search.Resolutions.Parsing;

/// <summary>
/// Finds footnote marks in running text, where print has lost their height: superscripts, digits glued to a word ("Crime6 the"),
/// digits set apart ("Crime, 5 the"), asterisks. What surrounds a number, the numbers of the page's notes, and their order tell a mark
/// from a number.
/// </summary>
internal sealed class NoteMarks
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("0123456789⁰¹²³⁴⁵⁶⁷⁸⁹*†‡§[(");

    /// <summary>Digits of the longest number that is looked at, and of the longest rest of a mark whose first digits a scan has
    /// garbled.</summary>
    private const int LongestNumber = 9, MostGarbledDigits = 2;

    /// <summary>Digits of the shortest number with a mark at its end, of the shortest such number of a resolution ("59/3009"), and of
    /// the shortest such year.</summary>
    private const int ShortestWelded = 2, ShortestWeldedAct = 4, ShortestWeldedYear = 5;

    /// <summary>Characters of "[^12]" and its like within which the bracket closes.</summary>
    private const int BracketReach = 12;

    /// <summary>Digits of a run whose height is looked at.</summary>
    private const int RaisedReach = 8;

    /// <summary>Digits of the greatest number that a mark is read as.</summary>
    private const int MostDigitsRead = 6;

    /// <summary>The last year in which a later mention of a source repeated the mark of its note.</summary>
    private const int LastYearOfRepeatedMarks = 2010;

    private readonly List<Paragraph> _paragraphs;
    private readonly LayoutIndex _layout;
    private readonly NoteRegions _regions;
    private readonly HashSet<int> _known = [];
    private readonly HashSet<string> _signs = new(StringComparer.Ordinal);
    private readonly List<MarkCandidate> _candidates = [];
    private readonly MappedText.Builder _builder = new();
    private readonly List<NoteMark> _marks = [];
    private readonly bool _raisedOnly;
    private readonly Language _language;

    private NoteMarks(List<Paragraph> paragraphs, List<NoteDraft> notes, NoteRegions regions, LayoutIndex layout, bool raisedOnly,
        Language language)
    {
        _language = language;
        (_paragraphs, _regions, _layout, _raisedOnly) = (paragraphs, regions, layout, raisedOnly);
        foreach (var note in notes)
        {
            if (note.Value > 0) _known.Add(note.Value);
            else if (note.Mark.Length > 0) _signs.Add(note.Mark);
        }
        for (var region = 0; region < regions.Count; region++)
            foreach (var value in regions.Values(region)) _known.Add(value);
    }

    /// <summary>Takes the marks out of the cleaned texts of all paragraphs; where the format marks them itself, only
    /// what is raised can be one.</summary>
    public static void Take(List<Paragraph> paragraphs, List<NoteDraft> notes, NoteRegions regions, LayoutIndex layout, bool raisedOnly,
        List<Diagnostic> diagnostics, Language language)
    {
        var marks = new NoteMarks(paragraphs, notes, regions, layout, raisedOnly, language);
        for (var i = 0; i < paragraphs.Count; i++) marks.Collect(i);
        if (marks._candidates.Count == 0) return;
        new MarkChoice(regions, marks._known, marks.MayRepeat()).Decide(CollectionsMarshal.AsSpan(marks._candidates));
        marks.Remove();
        foreach (var c in marks._candidates)
            if (c is { Doubtful: true, Taken: false })
                diagnostics.Add(new("mark-in-doubt", $"The number {c.Value} may be the mark of a note; it was left in the text.",
                    new(c.Source, c.Source + c.End - c.Start)));
    }

    /// <summary>Whether a mark may be printed again: a sure one is, or the text is no younger than the rule.</summary>
    private bool MayRepeat()
    {
        var seen = new Dictionary<int, int>(); // by value, the last region in which it is, counted from 1: candidates are in text order
        foreach (ref var c in CollectionsMarshal.AsSpan(_candidates))
        {
            if (c is not { Strength: MarkStrength.Sure, Value: > 0 } || _regions.Count == 0) continue;
            ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, c.Value, out _);
            var region = _regions.At(c.Source) + 1;
            if (last == region) return true;
            last = region;
        }
        var year = 0;
        foreach (var paragraph in _paragraphs) year = Math.Max(year, MarkContext.LastYear(paragraph.Text.Text));
        return year <= LastYearOfRepeatedMarks;
    }

    private void Collect(int index)
    {
        var clean = _paragraphs[index].Text;
        var text = clean.Text;
        for (var at = text.AsSpan().IndexOfAny(Signs); at >= 0;) at = text.NextOf(Signs, Read(index, clean, at));
    }

    /// <summary>Notes a candidate at <paramref name="at"/> and returns where to continue.</summary>
    private int Read(int index, MappedText clean, int at)
    {
        var text = clean.Text;
        var c = text[at];
        var end = at + 1;
        if (c == '(') return InBrackets(index, clean, at);
        if (c == '[')
        {
            if (at + 2 >= text.Length) return end;
            if (at > 0 && text[at - 1] != ' ' && LooseMarks.BracketEnd(text, at) is > 0 and var bracket
                && _known.Contains(LineShapes.Value(text.AsSpan(at + 1, bracket - at - 2))))
            {
                Add(index, clean, at, bracket, LineShapes.Value(text.AsSpan(at + 1, bracket - at - 2)), MarkStrength.Sure);
                return bracket;
            }
            if (at + 3 >= text.Length || text[at + 1] != '^') return end;
            var close = text.IndexOf(']', at, Math.Min(BracketReach, text.Length - at));
            if (close < 0) return end;
            Add(index, clean, at, close + 1, ParseOrZero(text.AsSpan(at + 2, close - at - 2)), MarkStrength.Sure);
            return close + 1;
        }
        if (NoteSigns.SuperscriptDigit(c) >= 0)
        {
            while (end < text.Length && NoteSigns.SuperscriptDigit(text[end]) >= 0) end++;
            var power = MarkContext.IsPower(text, at)
                && (MarkContext.IsUnit(text, at) || !_known.Contains(ParseOrZero(NoteSigns.Plain(text.AsSpan(at, end - at)))));
            if (!power) Add(index, clean, at, end, ParseOrZero(NoteSigns.Plain(text.AsSpan(at, end - at))), MarkStrength.Sure);
            return end;
        }
        if (NoteSigns.IsSign(c))
        {
            while (end < text.Length && text[end] == c) end++;
            if (at == 0 || end - at > NoteSigns.MostSigns) return end;
            var free = end == text.Length || text[end] is ' ' or ',' or ';' or '.' or ')' or ':' or '”';
            if (free && (text[at - 1] != ' ' || _signs.Contains(text[at..end]))) Add(index, clean, at, end, 0, MarkStrength.Sure);
            return end;
        }
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (!_raisedOnly && end - at <= MostGarbledDigits && IsEndOfMark(text, end))
        {
            var garbled = MarkContext.Garbled(text, at);
            if (garbled < at)
            {
                Add(index, clean, garbled, end, 0, MarkStrength.Sure);
                return end;
            }
        }
        if (_layout.Has(LayoutKind.Superscript) && at > 0 && Raised(clean, at, end) is var raised && raised >= 0)
        {
            if (MarkContext.IsPower(text, raised) && !_known.Contains(ParseOrZero(text.AsSpan(raised, end - raised)))) return end;
            Add(index, clean, raised, end, ParseOrZero(text.AsSpan(raised, end - raised)), MarkStrength.Sure);
            return end;
        }
        if (_raisedOnly || end - at > LongestNumber) return end;
        if (end - at <= NoteSigns.MostDigits && IsAfterStroke(text, at) && IsEndOfMark(text, end))
        {
            Add(index, clean, at - 1, end, LineShapes.Value(text.AsSpan(at, end - at)), MarkStrength.Sure);
            return end;
        }
        if (end - at <= NoteSigns.MostDigits && IsBeforeStroke(text, at, end))
        {
            Add(index, clean, at, end + 1, LineShapes.Value(text.AsSpan(at, end - at)), MarkStrength.Sure);
            return end + 1;
        }
        var welded = end - at > NoteSigns.MostDigits && _known.Count > 0 ? MarkContext.Welded(text, at, end, _known) : 0;
        if (welded > 0)
        {
            Add(index, clean, end - welded, end, LineShapes.Value(text.AsSpan(end - welded, welded)),
                Months.EndsWith(text.AsSpan(0, Math.Max(0, at - 1))) ? MarkStrength.Sure : MarkStrength.Likely);
            return end;
        }
        var value = LineShapes.Value(text.AsSpan(at, end - at));
        var strength = end - at <= NoteSigns.MostDigits && value > 0 ? Judge(text, at, end, _known.Contains(value)) : MarkStrength.None;
        var decidable = at > 0 && _known.Count > 0; // only a missing note can decide
        var welds = decidable && end - at >= ShortestWelded && MayEndNumber(text, at, end);
        var year = decidable && end - at is ShortestWeldedYear or ShortestWeldedYear + 1 && text[at - 1] == ' '
            && MarkContext.IsWeldedYear(text, at);
        if (strength == MarkStrength.None && !welds && !year) return end;
        Add(index, clean, at, end, value, strength);
        if (year) CollectionsMarshal.AsSpan(_candidates)[^1].WeldsToYear = true;
        if (welds) CollectionsMarshal.AsSpan(_candidates)[^1].MayWeld = true;
        return end;
    }

    /// <summary>Whether the text ends, pauses or goes on with a new word, as it does after a mark.</summary>
    private static bool IsEndOfMark(string text, int end) => end == text.Length || text[end] is ' ' or ',' or ';' or '.';

    /// <summary>"Political Rights,/1 and": whether a stroke before the digits is that of a mark.</summary>
    private static bool IsAfterStroke(string text, int at) => at > 2 && text[at - 1] == '/' && text[at - 2] is ',' or ';' or '.' or ')';

    /// <summary>"1992 1/ submitted": whether a stroke after the digits makes them the mark of a mimeographed document.</summary>
    private static bool IsBeforeStroke(string text, int at, int end)
    {
        if (at < 2 || end >= text.Length || text[end] != '/' || !IsEndOfMark(text, end + 1)) return false;
        return text[at - 1] is ' ' or ',' or ';' or ')' or '”'
            && !MarkContext.IsNumberGoingOn(text, at, end + 1) && !MarkContext.IsAbbreviated(text, at);
    }

    /// <summary>"1/CP.2731", "Agenda 216": whether the last digits may be a mark that is glued to a number.</summary>
    private bool MayEndNumber(string text, int at, int end) =>
        !_language.IsEnglish
            || (text[at - 1] == '/' ? end - at >= ShortestWeldedAct : text[at - 1] is '.' or '-' or '\u2011')
            || MarkContext.IsTooGreat(text, at, end)
            || text.AsSpan(0, at).EndsWith("Agenda ");

    private MarkStrength Judge(string text, int at, int end, bool known)
    {
        if (_language.IsEnglish) return MarkContext.Judge(text, at, end, known, _known.Count > 0);
        // a number set apart is a day or a quantity: marks are printed close to the word
        if (at > 0 && char.IsWhiteSpace(text[at - 1])) return MarkStrength.None;
        return MarkContext.Judge(text, at, end, known, _known.Count > 0);
    }

    /// <summary>"(1)", as Arabic print sets marks: close to the word, round a raised number or the number of a note.</summary>
    private int InBrackets(int index, MappedText clean, int at)
    {
        var text = clean.Text;
        if (_language.Script != Script.Arabic || at == 0) return at + 1;
        var end = at + 1;
        while (end < text.Length && end - at <= NoteSigns.MostDigits
            && (char.IsAsciiDigit(text[end]) || NoteSigns.SuperscriptDigit(text[end]) >= 0))
            end++;
        if (end == at + 1 || end >= text.Length || text[end] != ')') return at + 1;
        var mark = text.AsSpan(at + 1, end - at - 1);
        var raised = NoteSigns.SuperscriptDigit(mark[0]) >= 0 || _layout.Contains(LayoutKind.Superscript, clean.ToSource(at + 1));
        var value = ParseOrZero(NoteSigns.Plain(mark));
        if (!raised && (_raisedOnly || char.IsWhiteSpace(text[at - 1]) || !_known.Contains(value))) return at + 1;
        Add(index, clean, at, end + 1, value, MarkStrength.Sure);
        return end + 1;
    }

    /// <summary>Where the raised digits of a run begin, or -1.</summary>
    private int Raised(MappedText clean, int at, int end)
    {
        for (var i = at; i < end && i < at + RaisedReach; i++)
            if (_layout.Contains(LayoutKind.Superscript, clean.ToSource(i))) return i;
        return -1;
    }

    private void Add(int index, MappedText clean, int start, int end, int value, MarkStrength strength) =>
        _candidates.Add(new MarkCandidate
        {
            Paragraph = index,
            Start = start,
            End = end,
            Source = clean.ToSource(start),
            Value = value,
            Strength = strength
        });

    private static int ParseOrZero(ReadOnlySpan<char> digits) =>
        LineShapes.IsDigits(digits, MostDigitsRead) ? LineShapes.Value(digits) : 0;

    private void Remove()
    {
        var all = CollectionsMarshal.AsSpan(_candidates);
        for (var i = 0; i < all.Length;)
        {
            var index = all[i].Paragraph;
            var from = i;
            while (i < all.Length && all[i].Paragraph == index) i++;
            _paragraphs[index].Text = Without(_paragraphs[index], all[from..i]);
        }
    }

    private MappedText Without(Paragraph paragraph, Span<MarkCandidate> candidates)
    {
        var clean = paragraph.Text;
        var text = clean.Text;
        var builder = _builder;
        builder.Clear();
        _marks.Clear();
        var kept = 0;
        foreach (ref var c in candidates)
        {
            if (!c.Taken) continue;
            var from = c.Start;
            while (from > kept && text[from - 1] == ' ') from--;
            builder.Append(clean, new(kept, from));
            var mark = text.AsSpan(c.Start, c.End - c.Start).Trim("[^]()/°®™?!'");
            _marks.Add(new(NoteSigns.Plain(mark), builder.Length, clean.ToSource(new TextSpan(c.Start, c.End))));
            kept = c.End;
            // "Crime 5 the": one of the two spaces goes
            if (kept < text.Length && char.IsLetterOrDigit(text[kept]) && _language.HasSpaces) builder.Append(' ', c.Source);
            else if (kept + 1 < text.Length && text[kept] == ' ' && (text[kept + 1] is ',' or ';' || !_language.HasSpaces)) kept++;
        }
        if (_marks.Count == 0) return clean;
        builder.Append(clean, new(kept, text.Length));
        while (builder.Length > 0 && builder[builder.Length - 1] == ' ') builder.Truncate(builder.Length - 1);
        var marks = CollectionsMarshal.AsSpan(_marks);
        for (var i = marks.Length - 1; i >= 0 && marks[i].Position > builder.Length; i--)
            marks[i] = marks[i] with { Position = builder.Length };
        paragraph.Marks = [.. marks];
        return builder.Build();
    }
}
