using System.Globalization;
using Search.Resolutions.Text;

namespace Search.Citations.Authorities;

/// <summary>How far a name reaches: the organization before it, its year and number, a second name in brackets.</summary>
internal sealed class NameExtent
{
    /// <summary>Words that the rules below compare with.</summary>
    public static readonly string[] Vocabulary =
    [
        "United Nations International Labour Organization ILO draft a an the to of and No Convention Recommendation Protocol known also as entitled adopted in guideline",
        "January February March April May June July August September October November December", "UN", "Labour",
    ];

    /// <summary>Between two names of one work are at most this many words.</summary>
    private const int WidestGap = 4;

    private readonly AuthorityList _authorities;
    private readonly NameVocabulary _words;
    private readonly int[][] _organizations;
    private readonly int _of;
    private readonly int _number;
    private readonly int[] _kinds;
    private readonly int[] _months;
    private readonly int[] _bridges;
    private readonly int[] _labour;
    private readonly Dictionary<string, int[][]> _subjects;

    public NameExtent(AuthorityList authorities, NameVocabulary words)
    {
        _authorities = authorities;
        _words = words;
        int[] Find(string text) => [.. text.Split(' ').Select(words.Find)];
        _organizations = [Find("United Nations"), Find("UN"), Find("International Labour Organization"), Find("ILO")];
        _of = words.Of;
        _number = words.Find("No");
        _kinds = Find("Convention Recommendation Protocol");
        _months = Find(Vocabulary[1]);
        _bridges = [.. Find("of known also as entitled No Convention Recommendation"), NameToken.Article];
        _labour = Find("ILO Labour");
        _subjects = Subjects(authorities, words);
    }

    /// <summary>"1951 Convention": whether the year of a work is printed directly before its name.</summary>
    private static bool IsYearBefore(ReadOnlySpan<char> text, NameTokens tokens, int first, int year) =>
        !tokens[first].Broken && IsNumber(text, tokens[first - 1], year) && IsBlank(text, tokens, first);

    /// <summary>The first and last token of a name with what belongs to it.</summary>
    public (int First, int Last) Widen(ReadOnlySpan<char> text, NameTokens tokens, int first, int last, int free, WorkName name)
    {
        if (name.Kind is NameKind.Abbreviation or NameKind.Anaphoric) return (first, last);
        if (name.Kind == NameKind.Part) return (WithLabel(text, tokens, first, free, name.Pinpoint), last);
        var work = _authorities.Find(name.Works[0]);
        var year = work?.Adopted is { Length: >= 4 } adopted ? int.Parse(adopted.AsSpan(0, 4), CultureInfo.InvariantCulture) : 0;
        first = WithOrganization(text, tokens, first, free);
        if (year > 0 && first > free && IsYearBefore(text, tokens, first, year)) first--;
        var number = work is null ? 0 : _authorities.LabourNumber(work.Id);
        for (var i = 0; i < 2; i++)
        {
            last = WithYear(text, tokens, last, year);
            last = WithNumber(text, tokens, last, number);
        }
        if (name.Kind == NameKind.Numbered) last = WithSubject(tokens, last, work!.Id);
        return (first, last);
    }

    /// <summary>
    /// Whether a short name only begins the title of another work, or the name of an organization: "Beijing Declaration" in
    /// "Beijing Declaration on Mountain Roads", for no name of its work has these words.
    /// </summary>
    public bool IsOfAnother(ReadOnlySpan<char> text, NameTokens tokens, int first, int last, WorkName name)
    {
        if (name.Kind is NameKind.Abbreviation or NameKind.Anaphoric or NameKind.Part or NameKind.Numbered) return false;
        var next = last + 1;
        if (next >= tokens.Count || tokens[next].Broken || !IsBlank(text, tokens, next)) return false;
        var word = text[tokens[next].Start..tokens[next].End];
        // but the body that is to become an organization is called after the treaty: "the Preparatory Commission for the ... Organization"
        if (word is "Organization" or "Organisation")
            return first == 0 || !text[..tokens[first].Start].TrimEnd().EndsWith("Commission for the", StringComparison.Ordinal);
        if (word is "between") return IsBetweenOthers(text, tokens, next);
        var to = word is "to"; // "Additional Protocol I to the Treaty of Tlatelolco"
        if (word is not ("on" or "for" or "concerning" or "regarding" or "against" or "to")) return false;
        do next++;
        while (next < tokens.Count && tokens[next].Word == NameToken.Article);
        if (next >= tokens.Count || tokens[next].Broken || !tokens[next].Capital || !IsBlank(text, tokens, next)) return false;
        word = text[tokens[next].Start..tokens[next].End];
        if (to && word is not ("Treaty" or "Agreement") || !to && Lexicon.Find(word).IsWork()) return false;
        if (word.Length < 2 || char.IsUpper(word[1]) || Addressees.Contains(word) || word is "United" or "World") return false;
        if (Array.IndexOf(_months, tokens[next].Word) >= 0) return false;
        // "for Africa’s industrialization"
        if (tokens[next].End < text.Length && NameLetters.IsApostrophe(text[tokens[next].End])
            || word.EndsWith("’s", StringComparison.Ordinal))
            return false;
        for (var (i, capitals) = (next, 0); i < tokens.Count && i < next + 12 && capitals < 4 && !tokens[i].Broken; i++)
        {
            if (!tokens[i].Capital) continue;
            capitals++;
            foreach (var id in name.Works)
                if (_authorities.Find(id) is not { } work || work.Names.Prepend(work.Title).Any(n => Mentions(n, tokens[i].Word)))
                    return false;
        }
        return true;
    }

    /// <summary>"the Paris Agreement between the two companies": parties in small letters are no States, and
    /// the agreement is theirs.</summary>
    private static bool IsBetweenOthers(ReadOnlySpan<char> text, NameTokens tokens, int between)
    {
        var party = between + 1;
        while (party < tokens.Count && tokens[party].Word == NameToken.Article) party++;
        return party < tokens.Count && !tokens[party].Broken && char.IsLower(text[tokens[party].Start]);
    }

    private bool Mentions(string name, int word)
    {
        var scanner = new NameScanner(name);
        while (scanner.Next())
            if (_words.Find(scanner.Word) == word) return true;
        return false;
    }

    /// <summary>The span with the bracket or quotation mark closed that it opened.</summary>
    public static TextSpan Close(ReadOnlySpan<char> text, TextSpan span)
    {
        var brackets = 0;
        var quotes = 0;
        var plain = 0;
        foreach (var c in text[span.Start..span.End])
        {
            if (c == '(') brackets++;
            else if (c == ')' && brackets > 0) brackets--;
            else if (c is '\u201c' or '\u2018') quotes++;
            else if (c == '\u201d' || (c == '\u2019' && quotes > 0)) quotes--;
            else if (c == '"') plain++;
        }
        var start = span.Start;
        var end = span.End;
        if (plain % 2 != 0 && end < text.Length && text[end] == '"') end++;
        else if (plain % 2 != 0 && start > 0 && text[start - 1] == '"') start--;
        if (quotes < 0 && start > 0 && text[start - 1] == '\u201c') start--;
        if (end < text.Length && text[end] is '\u201d' or '\u2019' && quotes > 0) end++;
        if (end < text.Length && text[end] == ')' && brackets > 0) end++;
        return new(start, end);
    }

    /// <summary>Whether a name only repeats the last one ("... (the Bangkok Rules)", "Convention No. 182 of 1999, concerning the
    /// Prohibition ..."); then that one is made longer.</summary>
    public bool MergesInto(List<NameMatch> found, ReadOnlySpan<char> text, NameTokens tokens, int free, int first, TextSpan span,
        WorkName name)
    {
        if (found.Count == 0 || first - free > WidestGap || first == 0) return false;
        var last = found[^1];
        if (!name.Works.SequenceEqual(last.Works) || name.Pinpoint != last.Name.Pinpoint) return false;
        var gap = text[last.Span.End..span.Start];
        if (gap.ContainsAny(';', '.') && !gap.Contains("No.", StringComparison.OrdinalIgnoreCase)) return false;
        for (var i = free; i < first; i++)
            if (Array.IndexOf(_bridges, tokens[i].Word) < 0 && !char.IsAsciiDigit(text[tokens[i].Start])) return false;
        var bracket = gap.ContainsAny('(', '\u201c', '"');
        var numbered = last.Name.Kind == NameKind.Numbered || name.Kind == NameKind.Numbered;
        if (!bracket && !numbered) return false;
        var whole = new TextSpan(last.Span.Start, span.End);
        found[^1] = new NameMatch(Close(text, whole), numbered && name.Kind != NameKind.Numbered ? name : last.Name);
        return true;
    }

    /// <summary>Drops what only a wider look can judge: "Convention No. 108" where nothing speaks of labour.</summary>
    public void Check(List<NameMatch> found, NameTokens tokens)
    {
        if (!found.Exists(m => m.Name.Kind == NameKind.Numbered)) return;
        for (var i = 0; i < tokens.Count; i++)
            if (Array.IndexOf(_labour, tokens[i].Word) >= 0) return;
        found.RemoveAll(m => m.Name.Kind == NameKind.Numbered);
    }

    private int WithOrganization(ReadOnlySpan<char> text, NameTokens tokens, int first, int free)
    {
        foreach (var organization in _organizations)
        {
            var start = first - organization.Length;
            if (start < free || Holds(tokens, first, organization)) continue;
            if (!Holds(tokens, start, organization)) continue;
            var joined = true;
            for (var i = start + 1; i <= first; i++) joined &= IsBlank(text, tokens, i);
            if (joined) return start;
        }
        return first;
    }

    private static bool Holds(NameTokens tokens, int at, int[] words)
    {
        if (at + words.Length > tokens.Count) return false;
        for (var i = 0; i < words.Length; i++)
            if (tokens[at + i].Word != words[i]) return false;
        return true;
    }

    /// <summary>", 1949", "of 1949", "(1949)", "of 12 August 1949" where the year is that of the work.</summary>
    private int WithYear(ReadOnlySpan<char> text, NameTokens tokens, int last, int year)
    {
        if (year == 0) return last;
        var i = last + 1;
        if (i < tokens.Count && !tokens[i].Broken && tokens[i].Word == _of && text[tokens[i].Start] is 'o' or 'O') i++;
        if (i + 2 < tokens.Count && IsDay(text, tokens[i]) && Array.IndexOf(_months, tokens[i + 1].Word) >= 0) i += 2;
        if (i >= tokens.Count || !IsNumber(text, tokens[i], year)) return last;
        for (var k = last + 1; k <= i; k++)
            if (tokens[k].Broken || text[tokens[k - 1].End..tokens[k].Start].ContainsAnyExcept(" ,(\u00a0\n")) return last;
        return i;
    }

    /// <summary>"(No. 182)", "(Convention No. 182)", ", No. 182".</summary>
    private int WithNumber(ReadOnlySpan<char> text, NameTokens tokens, int last, int number)
    {
        if (number == 0) return last;
        var i = last + 1;
        if (i < tokens.Count && Array.IndexOf(_kinds, tokens[i].Word) >= 0) i++;
        if (i + 1 >= tokens.Count || tokens[i].Word != _number || !IsNumber(text, tokens[i + 1], number)) return last;
        return text[tokens[last].End..tokens[i + 1].Start].ContainsAny(';', ':') ? last : i + 1;
    }

    /// <summary>"concerning the Prohibition and Immediate Action ...", "on the Worst Forms of Child Labour" after a number.</summary>
    private int WithSubject(NameTokens tokens, int last, WorkId work)
    {
        if (last + 2 >= tokens.Count || tokens[last + 1].Broken || tokens[last + 1].Word != _of) return last;
        foreach (var subject in _subjects.GetValueOrDefault(work.Value, []))
        {
            var i = last + 2;
            var k = 0;
            for (; i < tokens.Count && k < subject.Length && !tokens[i].Broken; i++)
                if (tokens[i].Word == subject[k]) k++;
                else if (tokens[i].Word != NameToken.Article) break;
            if (k == subject.Length) return i - 1;
        }
        return last;
    }

    /// <summary>What the labour instruments are about, as words, the longer first.</summary>
    private static Dictionary<string, int[][]> Subjects(AuthorityList authorities, NameVocabulary words)
    {
        var subjects = new Dictionary<string, int[][]>();
        foreach (var work in authorities.Works)
        {
            if (NameVariants.Labour(work.Title) is not { } labour) continue;
            var texts = work.Names.Select(n => n.IndexOf(" concerning ", StringComparison.Ordinal) is > 0 and var at ? n[(at + 12)..] : "")
                .Append(labour.Subject);
            subjects[work.Id.Value] = [.. texts.Select(t => Words(t, words)).Where(t => t.Length > 0).OrderByDescending(t => t.Length)];
        }
        return subjects;
    }

    private static int[] Words(string text, NameVocabulary words)
    {
        var numbers = new List<int>();
        var scanner = new NameScanner(text);
        while (scanner.Next())
            if (words.Find(scanner.Word) is var word && word != NameToken.Article) numbers.Add(word);
        return [.. numbers];
    }

    /// <summary>The label before a part's title: "guideline 8, Special measures ...", "guideline 8, entitled ...".</summary>
    private static int WithLabel(ReadOnlySpan<char> text, NameTokens tokens, int first, int free, string pinpoint)
    {
        var words = pinpoint.Split(' ');
        for (var start = first - 1; start >= Math.Max(free, first - words.Length - 2); start--)
        {
            var k = 0;
            while (k < words.Length && start + k < first
                && text[tokens[start + k].Start..tokens[start + k].End].Equals(words[k], StringComparison.OrdinalIgnoreCase))
                k++;
            if (k == words.Length) return start;
        }
        return first;
    }

    private static bool IsBlank(ReadOnlySpan<char> text, NameTokens tokens, int at) =>
        !text[tokens[at - 1].End..tokens[at].Start].ContainsAnyExcept(" \u00a0\n");

    private static bool IsNumber(ReadOnlySpan<char> text, NameToken token, int number) =>
        token.End - token.Start <= 6
            && int.TryParse(text[token.Start..token.End], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n == number;

    private static bool IsDay(ReadOnlySpan<char> text, NameToken token) =>
        token.End - token.Start <= 2 && char.IsAsciiDigit(text[token.Start]);
}
