using Search.Resolutions.Text;

namespace Search.Resolutions.Parsing;

/// <summary>
/// Finds footnote marks in running text, where print has lost their height: superscripts, digits glued to a word ("Crime6 the"),
/// digits set apart ("Crime, 5 the"), asterisks. The numbers of the notes, in order, tell a mark from a number.
/// </summary>
internal sealed class NoteMarks
{
    private readonly LayoutIndex _layout;
    private readonly List<int> _numbers = [];
    private readonly HashSet<int> _known = [];
    private readonly HashSet<string> _signs = new(StringComparer.Ordinal);
    private int _next;
    private int _last;

    /// <summary>Prepares the search with the document's notes.</summary>
    public NoteMarks(List<NoteDraft> notes, LayoutIndex layout)
    {
        _layout = layout;
        foreach (var note in notes)
        {
            if (note.Value == 0)
            {
                if (note.Mark.Length > 0) _signs.Add(note.Mark);
            }
            else if (_known.Add(note.Value)) _numbers.Add(note.Value);
        }
        _numbers.Sort();
    }

    /// <summary>The marks of a cleaned text, and the text without them. Call in reading order: the numbers run on.</summary>
    public MappedText Take(MappedText clean, List<NoteMark> marks)
    {
        var text = clean.Text;
        MappedText.Builder? builder = null;
        var kept = 0;
        for (var at = NextSign(text, 0); at >= 0;)
        {
            var found = Read(clean, at);
            if (found.End == at)
            {
                var skip = at + 1;
                while (char.IsAsciiDigit(text[at]) && skip < text.Length && char.IsAsciiDigit(text[skip])) skip++;
                at = NextSign(text, skip);
                continue;
            }
            builder ??= new MappedText.Builder(text.Length);
            var from = found.Start;
            while (from > kept && text[from - 1] == ' ') from--;
            builder.Append(clean, new(kept, from));
            marks.Add(new(found.Mark, builder.Length, clean.ToSource(new TextSpan(found.Start, found.End))));
            kept = found.Until;
            // no space is left before a sign that closes: "2025, 1 the" keeps one, "Crime 5 ," none
            if (kept < text.Length && text[kept] is ',' or ';' or '.' or ':' or ')')
            {
                at = NextSign(text, kept);
                continue;
            }
            if (kept < text.Length && text[kept] != ' ' && from < found.Start && char.IsLetterOrDigit(text[kept])) kept = Math.Max(kept - 1, from);
            at = NextSign(text, found.Until);
        }
        if (builder is null) return clean;
        builder.Append(clean, new(kept, text.Length));
        while (builder.Length > 0 && builder[builder.Length - 1] == ' ') builder.Truncate(builder.Length - 1);
        return builder.Build();
    }

    /// <summary>A mark in a cleaned text.</summary>
    /// <param name="Start">Where the mark begins.</param>
    /// <param name="End">Behind its last sign; = Start where there is none.</param>
    /// <param name="Until">Behind what is left out with it.</param>
    /// <param name="Mark">In plain digits or signs.</param>
    private readonly record struct Found(int Start, int End, int Until, string Mark);

    private static int NextSign(string text, int from)
    {
        if (from >= text.Length) return -1;
        var i = text.AsSpan(from).IndexOfAny(Signs);
        return i < 0 ? -1 : from + i;
    }

    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create("0123456789⁰¹²³⁴⁵⁶⁷⁸⁹*†‡§[");

    private Found Read(MappedText clean, int at)
    {
        var text = clean.Text;
        var none = new Found(at, at, at, "");
        var c = text[at];
        if (c == '[')
        {
            if (at + 3 >= text.Length || text[at + 1] != '^') return none;
            var close = text.IndexOf(']', at, Math.Min(12, text.Length - at));
            return close < 0 ? none : new(at, close + 1, close + 1, text[(at + 2)..close]);
        }
        var end = at + 1;
        if (NoteSigns.SuperscriptDigit(c) >= 0)
        {
            while (end < text.Length && NoteSigns.SuperscriptDigit(text[end]) >= 0) end++;
            if (end == at + 1 && c is '²' or '³' && at > 0 && text[at - 1] == 'm') return none;
            return Accept(at, end, NoteSigns.Plain(text.AsSpan(at, end - at)));
        }
        if (NoteSigns.IsSign(c))
        {
            while (end < text.Length && text[end] == c) end++;
            if (at == 0 || end - at > 4) return none;
            var plain = text[at..end];
            var glued = text[at - 1] != ' ';
            var free = end == text.Length || text[end] is ' ' or ',' or ';' or '.' or ')' or ':';
            return free && (glued || _signs.Contains(plain)) ? new(at, end, end, plain) : none;
        }
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (at > 0 && _layout.Has(LayoutKind.Superscript) && Raised(clean, ref at, end)) return Accept(at, end, text[at..end]);
        return Digits(text, at, end) is var start && start < 0 ? none : Accept(start, end, text[start..end]);
    }

    private bool Raised(MappedText clean, ref int at, int end)
    {
        if (_layout.Contains(LayoutKind.Superscript, clean.ToSource(at))) return true;
        for (var i = at + 1; i < end; i++)
        {
            if (!_layout.Contains(LayoutKind.Superscript, clean.ToSource(i))) continue;
            at = i;
            return true;
        }
        return false;
    }

    private Found Accept(int start, int end, string plain)
    {
        if (int.TryParse(plain, out var value))
        {
            _last = value;
            while (_next < _numbers.Count && _numbers[_next] <= value) _next++;
        }
        return new(start, end, end, plain);
    }

    /// <summary>The number that the next mark is expected to have; 0 where nothing is known.</summary>
    private int Expected => _next < _numbers.Count ? _numbers[_next] : _numbers.Count == 0 && _last > 0 ? _last + 1 : 0;

    /// <summary>Where in a run of digits a mark begins, or -1.</summary>
    private int Digits(string text, int at, int end)
    {
        if (at == 0) return -1;
        var free = end == text.Length || text[end] is ' ' or ',' or ';' or '.' or ')' or ':' or '”' or '"' or '’' or '—' or '?' or '!';
        if (!free) return -1;
        // "in 1,000" and "3.5" are numbers: a separator between digits is no end
        if (end + 1 < text.Length && text[end] is ',' or '.' && char.IsAsciiDigit(text[end + 1])) return -1;
        var before = text[at - 1];
        if (end - at <= 3)
        {
            var value = LineShapes.Value(text.AsSpan(at, end - at));
            if (value > 0 && text[at] != '0')
            {
                if (before == ' ') { if (Spaced(text, at, end, value)) return at; }
                else if (Glued(text, at, end, value)) return at;
            }
        }
        return Welded(text, at, end);
    }

    /// <summary>"Crime6 the", "Power,1", "(III),14", "Development”12".</summary>
    private bool Glued(string text, int at, int end, int value)
    {
        var before = text[at - 1];
        var second = at > 1 ? text[at - 2] : ' ';
        switch (before)
        {
            case ')' or '”' or '’' or '"' or '»' or ']':
                return true;
            case ',' or ';' or ':':
                if (!char.IsAsciiDigit(second)) return true;
                return end - at < 3 ? value == Expected || _known.Contains(value) : value == Expected;
            case '.':
                return (char.IsLower(second) || second is ')' or '”' or ']') && !Abbreviates(text, at - 1) && (end == text.Length || text[end] == ' ');
            default:
                // letters: a word of small letters, not "L6", "CO2" or "COVID19"
                if (!char.IsLetter(before)) return false;
                if (char.IsLower(before) && char.IsLetter(second) && at > 2 && !(char.IsUpper(second) && !char.IsLetter(text[at - 3]))) return true;
                return value == Expected && _known.Contains(value);
        }
    }

    /// <summary>"Crime, 5 the", "plan 5  as": only the running number, and only where a sentence would not put one.</summary>
    private bool Spaced(string text, int at, int end, int value)
    {
        var word = at - 1;
        while (word > 0 && text[word - 1] == ' ') word--;
        if (word == 0) return false;
        var before = text[word - 1];
        var rest = text.AsSpan(end);
        var expected = value == Expected;
        var known = _known.Contains(value);
        if (before is ',' or ';' or '”' or ')' or '.' or ':')
        {
            if (before is ',' && word > 1 && char.IsAsciiDigit(text[word - 2]) && !(expected && AfterYear(text, word - 1))) return false;
            if (before == '.' && (Abbreviates(text, word - 1) || !(expected || known || rest.IsEmpty))) return false;
            if (expected && known) return !Counts(rest);
            return known || _numbers.Count == 0 ? EndsPhrase(rest) && !Months.StartsWith(rest.TrimStart()) : false;
        }
        if (CuedBefore(text, word)) return false;
        if (expected && known) return !Counts(rest) && (EndsPhrase(rest) || rest.StartsWith(" ", StringComparison.Ordinal) && rest.Length > 1 && (char.IsLower(rest[1]) || rest[1] is '(' or '“'));
        // behind a month or a year no number can stand: "11 February 168 and"
        return (known || _numbers.Count == 0 || value > 30) && (Months.EndsWith(text.AsSpan(0, word)) && end - at < 4 && value > 31 || AfterYear(text, word) && EndsPhrase(rest));
    }

    /// <summary>"Agenda 216" = Agenda 21 and mark 6; "in 20155" = 2015 and mark 5.</summary>
    private int Welded(string text, int at, int end)
    {
        var expected = Expected;
        if (expected == 0 || !_known.Contains(expected)) return -1;
        var length = expected < 10 ? 1 : expected < 100 ? 2 : 3;
        if (end - at <= length || LineShapes.Value(text.AsSpan(end - length, length)) != expected) return -1;
        var head = text.AsSpan(at, end - at - length);
        if (head.Length == 4 && head[0] is '1' or '2' && (head[1] is '9' or '0')) return end - length;
        if (head is "21" && text.AsSpan(0, at).EndsWith("Agenda ", StringComparison.Ordinal)) return end - length;
        // a session's resolution with more than three digits: "resolution 66/2881"
        return head.Length == 3 && at > 1 && text[at - 1] == '/' && char.IsAsciiDigit(text[at - 2]) ? end - length : -1;
    }

    private static bool AfterYear(string text, int end)
    {
        if (end < 4 || !LineShapes.IsDigits(text.AsSpan(end - 4, 4), 4)) return false;
        return text[end - 4] is '1' or '2' && text[end - 3] is '9' or '0' && (end == 4 || !char.IsAsciiDigit(text[end - 5]));
    }

    /// <summary>Words before a number that take one: "article 5", "No. 12", "of 12".</summary>
    private static bool CuedBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < 24 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '-')) start--;
        var word = text.AsSpan(start, end - start);
        if (word.IsEmpty || char.IsAsciiDigit(word[^1])) return !word.IsEmpty && !AfterYear(text, end);
        foreach (var cue in Cues)
            if (word.Equals(cue, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static readonly string[] Cues =
    [
        "article", "articles", "art.", "paragraph", "paragraphs", "para.", "paras.", "chapter", "chap.", "section", "sections", "sect.", "rule", "rules", "annex", "part", "no.", "nos.", "number", "numbers", "vol.", "volume",
        "of", "the", "to", "and", "or", "than", "by", "from", "in", "on", "for", "at", "about", "until", "between", "item", "items", "goal", "goals", "target", "targets", "resolution", "resolutions", "decision", "decisions",
        "supplement", "table", "phase", "principle", "principles", "guideline", "action", "actions", "agenda", "appendix", "type", "protocol", "pillar", "stage", "schedule", "class", "category", "convention", "session",
        "with", "over", "all", "these", "those", "its", "their", "last", "next", "past", "first", "least", "some", "page", "pages", "p.", "pp.", "a", "an", "as", "is", "are", "was", "were", "approximately", "under", "only", "every", "within",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "volumes", "subparagraph", "step", "level", "group", "case", "form", "objective", "block", "batch", "recommendation", "recommendations",
    ];

    /// <summary>Whether what follows a number is what it counts: "12 months", "5 December".</summary>
    private static bool Counts(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        if (Months.StartsWith(rest)) return true;
        foreach (var noun in (ReadOnlySpan<string>)["per cent", "percent", "million", "billion", "months", "years", "days", "weeks", "hours", "members", "States", "countries", "a.m", "p.m", "July"])
            if (rest.StartsWith(noun, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Whether the sentence goes on as it does behind a mark: it ends, pauses, or takes a function word.</summary>
    private static bool EndsPhrase(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        if (rest.IsEmpty || rest[0] is ',' or ';' or '.' or ')' or ':' or '”') return true;
        if (char.IsAsciiDigit(rest[0])) return true;
        foreach (var word in (ReadOnlySpan<string>)["and ", "the ", "which ", "in ", "as ", "that ", "by ", "to ", "on ", "with ", "at ", "for ", "of ", "or ", "adopted ", "submitted ", "concerning ", "relating ", "from ", "including ", "held ", "is ", "was ", "are ", "were ", "its ", "pursuant ", "entitled ", "between ", "has ", "have ", "had ", "their ", "annexed ", "transmitting ", "addressed ", "his "])
            if (rest.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool Abbreviates(string text, int stop)
    {
        var start = stop;
        while (start > 0 && stop - start < 8 && char.IsLetter(text[start - 1])) start--;
        return text.AsSpan(start, stop - start) is "para" or "paras" or "art" or "arts" or "No" or "Nos" or "vol" or "vols" or "chap" or "sect" or "Add" or "Rev" or "Corr" or "p" or "pp" or "L" or "Suppl" or "Sess" or "St" or "a" or "m";
    }
}
