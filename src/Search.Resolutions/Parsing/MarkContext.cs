using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>Judges a run of digits in running text by what precedes and after it.</summary>
internal static class MarkContext
{
    /// <summary>The first session of the Assembly whose resolutions have numbers of the form 31/1.</summary>
    private const int FirstSlashedSession = 31;

    /// <summary>How far before a number the name of its body is looked for, in characters.</summary>
    private const int NameReach = 200;

    /// <summary>Letters of the longest suffix of a symbol after a hyphen.</summary>
    private const int LongestSuffix = 3;

    /// <summary>Digits of the longest footnote mark, of a year, of a session, of the greatest resolution of a session, of a day.</summary>
    private const int LongestMark = 3, YearDigits = 4, SessionDigits = 2, ActDigits = 3, MostDigitsOfDay = 2;

    /// <summary>The last day of a month.</summary>
    private const int LastDay = 31;

    /// <summary>No session has that many resolutions.</summary>
    private const int MostActs = 400;

    /// <summary>The least mark that has another beside it, and how far from that it is at most.</summary>
    private const int LeastNeighbour = 10, NeighbourDistance = 20;

    /// <summary>Letters of the longest word, of the longest abbreviation, of the shortest name and of the longest unit of length.</summary>
    private const int LongestWord = 24, LongestAbbreviation = 8, ShortestName = 3, MostLettersOfUnit = 2;

    private static readonly WordList BetweenDays = WordList.Of("joints");

    private static readonly WordList Cues = WordList.OfAnyCase("number-cues");

    private static readonly WordList Counted = WordList.Of("counted");

    private static readonly WordList GoesOn = WordList.Of("goes-on");

    private static readonly WordList NumberedNames = WordList.Of("numbered-names");

    private static readonly WordList Joiners = WordList.Of("joiners");

    private static readonly WordList Abbreviations = WordList.Of("abbreviations-before-number");

    /// <summary>How surely the digits at [at, end) are a mark; <paramref name="known"/> says that a note of the document has this number,
    /// <paramref name="notes"/> that it has notes at all.</summary>
    public static MarkStrength Judge(string text, int at, int end, bool known, bool notes)
    {
        if (at == 0 || text[at] == '0') return MarkStrength.None;
        if (known && IsGluedToNext(text, at, end)) return MarkStrength.Likely;
        if (end < text.Length && text[end] is not (' ' or ',' or ';' or '.' or ')' or ':' or '”' or '"' or '’' or '—' or '?' or '!' or ']'))
            return MarkStrength.None;
        // "1,000" and "3.5": a separator between digits ends no number
        if (end + 1 < text.Length && text[end] is ',' or '.' && char.IsAsciiDigit(text[end + 1])) return MarkStrength.None;
        return text[at - 1] == ' ' ? Spaced(text, at, end, known, notes) : Glued(text, at, end, known);
    }

    /// <summary>"Agreement4and", "Convention, 4and": whether a small letter follows the digits directly, and a word or a pause precedes
    /// them.</summary>
    private static bool IsGluedToNext(string text, int at, int end)
    {
        if (at < 3 || end >= text.Length || !char.IsLower(text[end])) return false;
        var (before, second) = (text[at - 1], text[at - 2]);
        if (before == ' ') return char.IsLetter(second) || second is ',' or ';';
        return before is ',' or ';' || char.IsLower(before) && char.IsLower(second);
    }

    /// <summary>"Crime6 the", "Power,1", "(III),14", "Development”12".</summary>
    private static MarkStrength Glued(string text, int at, int end, bool known)
    {
        var before = text[at - 1];
        var second = at > 1 ? text[at - 2] : ' ';
        switch (before)
        {
            case ')' or '”' or '’' or '"' or '»' or ']' or '》' or '」':
                return MarkStrength.Sure;
            case ',' or ';' or ':':
                if (!char.IsAsciiDigit(second) || before == ';' && end == text.Length) return MarkStrength.Sure;
                if (before == ',' && AfterYear(text, at - 1) && (end - at < 3 || known)) return MarkStrength.Sure;
                return known && !(end - at == 3 && before == ',') ? MarkStrength.Likely : MarkStrength.Possible;
            case '.':
                if (end < text.Length && text[end] != ' ' && text[end] != '”') return MarkStrength.None;
                if (char.IsAsciiDigit(second)) return end == text.Length && known ? MarkStrength.Possible : MarkStrength.None;
                return (char.IsLower(second) || second is ')' or '”' or ']') && !Abbreviates(text, at - 1)
                    ? MarkStrength.Sure
                    : MarkStrength.None;
            default:
                // letters: a word of small letters, not "L6", "CO2" or "COVID19"
                if (!char.IsLetter(before)) return MarkStrength.None;
                // a script without capitals
                if (char.GetUnicodeCategory(before) == System.Globalization.UnicodeCategory.OtherLetter)
                    return known ? MarkStrength.Likely : MarkStrength.None;
                if (!char.IsLower(before) || !char.IsLetter(second) || at < 3) return known ? MarkStrength.Likely : MarkStrength.None;
                if (Camel(text, at) || (!known && Cued(text, at))) return known ? MarkStrength.Possible : MarkStrength.None;
                return known ? MarkStrength.Sure : MarkStrength.Likely;
        }
    }

    /// <summary>"WeThe15", "Space2030": a capital inside the word.</summary>
    private static bool Camel(string text, int end)
    {
        for (var i = end - 1; i > 0 && char.IsLetter(text[i]) && end - i < LongestWord; i--)
            if (char.IsUpper(text[i]) && char.IsLower(text[i - 1])) return true;
        return false;
    }

    /// <summary>"Crime, 5 the", "plan 5  as".</summary>
    private static MarkStrength Spaced(string text, int at, int end, bool known, bool notes)
    {
        var word = at - 1;
        while (word > 0 && text[word - 1] == ' ') word--;
        if (word == 0) return MarkStrength.None;
        var before = text[word - 1];
        var rest = text.AsSpan(end).TrimStart();
        if (!rest.IsEmpty && char.IsLetter(rest[0]))
        {
            if (Months.StartsWith(rest) || (end - at <= MostDigitsOfDay && JoinsDays(rest))) return MarkStrength.None;
            foreach (var noun in Counted.All)
                if (rest[0] == noun[0] && rest.StartsWith(noun, StringComparison.Ordinal)) return MarkStrength.None;
        }
        if (before is ',' or ';' or ':' && Quantities.Divides(text, word, rest) is var part && part != QuantityPart.None)
            return known && part == QuantityPart.Possible ? MarkStrength.Possible : MarkStrength.None;
        var passes = Passes(rest);
        if (before is ',' or ';' or '”' or ')' or ':' or '.')
        {
            var digit = word > 1 && char.IsAsciiDigit(text[word - 2]);
            // no paragraph ends in a bare number after a comma
            if (rest.IsEmpty && before is ',' or ';') return MarkStrength.Sure;
            if (rest.IsEmpty && before == '.' && word > 1 && text[word - 2] != '.') return MarkStrength.Grammatical;
            if (before == '.' && (digit || Abbreviates(text, word - 1))) return known ? MarkStrength.Possible : MarkStrength.None;
            // "articles 66 (d), 77 and 80" continues a list
            var listed = digit || (word > 4 && text[word - 2] == ')' && text.AsSpan(word - 5, 3).Contains('('));
            if (before is ',' or ';' && listed && !AfterYear(text, word - 1))
                return !known ? MarkStrength.None
                    : passes && digit && Falls(text, word - 1, at, end) ? MarkStrength.Likely
                    : MarkStrength.Possible;
            if (rest.StartsWith("of ", StringComparison.Ordinal) || before is '.' or ':')
                return known ? MarkStrength.Likely : MarkStrength.None;
            return passes ? MarkStrength.Grammatical : known ? MarkStrength.Likely : MarkStrength.None;
        }
        // after a month or a year no number can be: "11 February 168 and"
        var continues = rest.IsEmpty || !char.IsAsciiDigit(rest[0]) && (passes || char.IsLower(rest[0]));
        if (continues && AfterYear(text, word)) return MarkStrength.Sure;
        if (end - at >= 2 && LineShapes.Value(text.AsSpan(at, end - at)) > LastDay && Months.EndsWith(text.AsSpan(0, word)))
            return MarkStrength.Sure;
        // "America, 162 163": one mark beside another
        if (char.IsAsciiDigit(before) && passes && Beside(text, word, LineShapes.Value(text.AsSpan(at, end - at))))
            return MarkStrength.Grammatical;
        if (Cued(text, word)) return known ? MarkStrength.Possible : MarkStrength.None;
        if (!notes && end - at is 2 or 3 && AfterName(text, word) && Joins(rest)) return MarkStrength.Grammatical;
        if (known && passes && end - at >= 2 && char.IsLetter(before)) return MarkStrength.Fitting;
        if (!known) return MarkStrength.None;
        return passes || !rest.IsEmpty && char.IsLower(rest[0]) ? MarkStrength.Likely : MarkStrength.Possible;
    }

    /// <summary>
    /// How many digits at the end of a run are a mark welded to a number: "20155" is 2015 and mark 5,
    /// "59/3009" is resolution 300 and mark 9, for no session has a thousand resolutions. 0 where the run is one number.
    /// </summary>
    public static int Welded(string text, int at, int end, HashSet<int> known)
    {
        var length = end - at;
        if (end < text.Length && char.IsLetterOrDigit(text[end])) return 0;
        if (length is ActDigits + 1 or ActDigits + 2 && IsAfterSession(text, at))
        {
            var tail = length - ActDigits;
            return LineShapes.Value(text.AsSpan(at, ActDigits)) < MostActs && text[at + ActDigits] != '0'
                && known.Contains(LineShapes.Value(text.AsSpan(at + ActDigits, tail))) ? tail : 0;
        }
        var afterYear = length - YearDigits;
        if (afterYear is < 1 or > LongestMark || at > 0 && text[at - 1] is not (' ' or '–' or '-' or '(' or '—')) return 0;
        return IsWeldedYear(text, at) && known.Contains(LineShapes.Value(text.AsSpan(at + YearDigits, afterYear))) ? afterYear : 0;
    }

    /// <summary>"20155": whether a year and the first digit of a mark begin at an offset.</summary>
    public static bool IsWeldedYear(string text, int at) => AfterYear(text, at + YearDigits) && text[at + YearDigits] != '0';

    /// <summary>"59/": whether the session of a resolution ends before an offset.</summary>
    private static bool IsAfterSession(string text, int at) =>
        at >= 3 && text[at - 1] == '/' && char.IsAsciiDigit(text[at - 2]) && char.IsAsciiDigit(text[at - 3]);

    /// <summary>
    /// Where a mark begins whose first digits a scan has made signs of: "(S/9521)?8 that", "1949,'°5";
    /// <paramref name="at"/> where none does.
    /// </summary>
    public static int Garbled(string text, int at)
    {
        var start = at;
        var raised = false;
        while (start > 1 && at - start < LongestMark && text[start - 1] is '°' or '®' or '™' or '?' or '!' or '\'')
            raised |= text[--start] is '°' or '®' or '™';
        if (start == at || (at - start == 1 && text[start] == '\'')) return at;
        return text[start - 1] is ',' or ';' or ')' or '”' || AfterYear(text, start) || (raised && char.IsLetter(text[start - 1]))
            ? start
            : at;
    }

    /// <summary>"items 5, 6 and 7, 5 for": whether a number is less than the one before it, so that it does not continue a list.</summary>
    private static bool Falls(string text, int comma, int at, int end)
    {
        var start = comma;
        while (start > 0 && comma - start <= LongestMark && char.IsAsciiDigit(text[start - 1])) start--;
        return comma - start <= LongestMark
            && LineShapes.Value(text.AsSpan(at, end - at)) < LineShapes.Value(text.AsSpan(start, comma - start));
    }

    /// <summary>Whether the number that ends at an offset follows a comma like a mark and is near in value.</summary>
    private static bool Beside(string text, int end, int value)
    {
        var start = end;
        while (start > 0 && end - start <= LongestMark && char.IsAsciiDigit(text[start - 1])) start--;
        if (end - start > LongestMark || start < 3 || text[start - 1] != ' ' || text[start - 2] is not (',' or ';' or '”' or ')'))
            return false;
        return !char.IsAsciiDigit(text[start - 3]) && value >= LeastNeighbour
            && Math.Abs(LineShapes.Value(text.AsSpan(start, end - start)) - value) < NeighbourDistance;
    }

    /// <summary>"61/ 144", "resolution 61/": whether the digits and the stroke that ends at <paramref name="end"/> are
    /// the first half of a number.</summary>
    public static bool IsNumberGoingOn(string text, int at, int end)
    {
        var next = end;
        while (next < text.Length && text[next] == ' ') next++;
        return (next < text.Length && char.IsAsciiDigit(text[next])) || Cued(text, at - 1);
    }

    /// <summary>"Add. 2/": whether an abbreviation that takes a number ends before it.</summary>
    public static bool IsAbbreviated(string text, int at) =>
        at > 1 && text[at - 1] == ' ' && text[at - 2] == '.' && Abbreviates(text, at - 2);

    /// <summary>"km²", "10⁶": whether raised digits at an offset are an exponent.</summary>
    public static bool IsPower(string text, int at)
    {
        if (at > 1 && text[at - 1] == '0' && text[at - 2] == '1') return at == 2 || text[at - 3] is ' ' or '(' or '×' or '\u00A0';
        return IsUnit(text, at);
    }

    /// <summary>"km²", "300 m³": whether a unit of length ends before an offset.</summary>
    public static bool IsUnit(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start <= MostLettersOfUnit && char.IsAsciiLetterLower(text[start - 1])) start--;
        if (start > 0 && char.IsLetter(text[start - 1])) return false;
        return text.AsSpan(start, at - start) is "m" or "km" or "cm" or "mm" or "dm" or "nm";
    }

    /// <summary>
    /// "Human Rights Council resolution 55/283", "resolution 5/727": a number that its body cannot have reached. Only the Assembly, whose
    /// sessions in this form begin at 31, passes a hundred resolutions in a session.
    /// </summary>
    public static bool IsTooGreat(string text, int at, int end)
    {
        if (end - at < ActDigits || text[at - 1] != '/') return false;
        var start = at - 1;
        while (start > 0 && at - 1 - start <= SessionDigits && char.IsAsciiDigit(text[start - 1])) start--;
        if (!LineShapes.IsDigits(text.AsSpan(start, at - 1 - start), SessionDigits) || (start > 0 && text[start - 1] != ' ')) return false;
        var session = LineShapes.Value(text.AsSpan(start, at - 1 - start));
        if (session < FirstSlashedSession) return true;
        var before = text.AsSpan(Math.Max(0, start - NameReach)..start);
        return before.Contains("Human Rights Council", StringComparison.Ordinal)
            && before.LastIndexOf("decision") <= before.LastIndexOf("resolution");
    }

    /// <summary>The latest year from 1900 to 2099 that a text prints, 0 where it prints none.</summary>
    public static int LastYear(string text)
    {
        var last = 0;
        for (var at = text.AsSpan().IndexOfAnyInRange('0', '9'); at >= 0;)
        {
            var end = at + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            if (end - at == YearDigits && AfterYear(text, end)) last = Math.Max(last, LineShapes.Value(text.AsSpan(at, YearDigits)));
            var next = end < text.Length ? text.AsSpan(end).IndexOfAnyInRange('0', '9') : -1;
            at = next < 0 ? -1 : end + next;
        }
        return last;
    }

    /// <summary>Whether a year ends at an offset.</summary>
    public static bool AfterYear(string text, int end)
    {
        var start = end - YearDigits;
        if (start < 0 || !LineShapes.IsDigits(text.AsSpan(start, YearDigits), YearDigits)) return false;
        return (text[start], text[start + 1]) is ('1', '9') or ('2', '0') && (start == 0 || !char.IsAsciiDigit(text[start - 1]));
    }

    /// <summary>"Viet Nam 77 for admission": after a name, before a word that joins.</summary>
    private static bool AfterName(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < LongestWord && char.IsLetter(text[start - 1])) start--;
        if (end - start < ShortestName || !char.IsUpper(text[start]) || start == 0 || char.IsUpper(text[end - 1])) return false;
        return !NumberedNames.Contains(text.AsSpan(start, end - start));
    }

    private static bool Joins(ReadOnlySpan<char> rest) => Joiners.Opens(rest);

    /// <summary>Words before a number that take one: "article 5", "No. 12", "of 12".</summary>
    private static bool Cued(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < LongestWord && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '-')) start--;
        var word = text.AsSpan(start, end - start);
        if (word.IsEmpty) return false;
        if (char.IsAsciiDigit(word[^1])) return true;
        return Cues.Contains(word);
    }

    /// <summary>"and 19 September", "to 5 May": the number before is a day.</summary>
    private static bool JoinsDays(ReadOnlySpan<char> rest)
    {
        foreach (var joint in BetweenDays.All)
        {
            if (!rest.StartsWith(joint, StringComparison.Ordinal)) continue;
            var day = rest[joint.Length..];
            var digits = 0;
            while (digits < day.Length && digits <= MostDigitsOfDay && char.IsAsciiDigit(day[digits])) digits++;
            return digits is > 0 and <= MostDigitsOfDay && Months.StartsWith(day[digits..].TrimStart());
        }
        return false;
    }

    /// <summary>Whether the sentence continues as it does after a mark: it ends, pauses, or takes a function word.</summary>
    private static bool Passes(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] is ',' or ';' or '.' or ')' or ':' or '”') return true;
        if (char.IsAsciiDigit(rest[0])) return rest.Length <= LongestMark || !char.IsAsciiDigit(rest[LongestMark]);
        if (JoinsNumber(rest)) return false;
        foreach (var word in GoesOn.All)
            if (rest[0] == word[0] && rest.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>"and 21 April", "to 5": whether a conjunction and a number follow, so that numbers make a list.</summary>
    private static bool JoinsNumber(ReadOnlySpan<char> rest)
    {
        const string and = "and ", to = "to ";
        if (rest.Length <= and.Length) return false;
        return rest.StartsWith(and, StringComparison.Ordinal) && char.IsAsciiDigit(rest[and.Length])
            || rest[to.Length - 1] == ' ' && char.IsAsciiDigit(rest[to.Length]);
    }

    /// <summary>Whether the full stop at <paramref name="stop"/> ends an abbreviation that a number follows:
    /// "para.", "Add.", "No.".</summary>
    public static bool Abbreviates(ReadOnlySpan<char> text, int stop)
    {
        var start = stop;
        while (start > 0 && stop - start < LongestAbbreviation && char.IsLetter(text[start - 1])) start--;
        if (start > 0 && (text[start - 1] == '/' || (text[start - 1] == '-' && stop - start <= LongestSuffix))) return true;
        return Abbreviations.Contains(text[start..stop]);
    }
}
