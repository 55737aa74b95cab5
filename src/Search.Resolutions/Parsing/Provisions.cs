using System.Globalization;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>
/// Gives the paragraphs of annexes and treaties the addresses by which people cite them: annex, article,
/// paragraph, item. Articles, rules and principles are numbered through an annex; numbered paragraphs too,
/// unless each section begins with 1 again.
/// </summary>
internal sealed class Provisions
{
    /// <summary>The shortest and the longest title after "Article 6"; the longest heading of a section.</summary>
    private const int ShortestTitle = 4, LongestTitle = 160;

    /// <summary>Characters of the shortest heading: "Art 6"; of the longest number in letters or digits, and
    /// digits of the greatest.</summary>
    private const int ShortestHeading = 5, LongestNumber = 6, MostDigits = 3;

    /// <summary>Characters of the shortest text with an item at its start, and characters after the bracket
    /// within which it closes.</summary>
    private const int ShortestItem = 4, ItemReach = 5;

    /// <summary>Characters of the longest number of a target: "16.10".</summary>
    private const int LongestTarget = 6;

    /// <summary>The rank of the units that number the provisions of an annex: articles, rules, principles.</summary>
    private const int RankOfArticle = 4;

    /// <summary>Sections whose headings are not found in front of one that is.</summary>
    private const int MostSkipped = 4;

    private const string Paragraph = "para.", Section = "sect.", Text = "text";

    private static readonly PinpointUnit[] Units = [.. PinpointUnit.All.Where(u => u is { IsProvision: true, Rank: RankOfArticle })];

    private static readonly PinpointUnit[] Containers = [.. new[] { "section", "chapter", "part" }.Select(PinpointUnit.Of)];

    private readonly IReadOnlyList<ClauseDraft> _clauses;
    private readonly ItemLevels _items = new();
    private ProvisionAddress? _annex;
    private ProvisionAddress? _outerAnnex;
    private ProvisionAddress? _container;
    private ProvisionAddress? _section;
    private ProvisionAddress? _article;
    private ProvisionAddress? _paragraph;
    private PinpointUnit? _unit;
    private string _number = "";
    private int _last;
    private int _texts;
    private int _roman;
    private int _letter;
    private int _paragraphs;
    private bool _restarts;

    private Provisions(IReadOnlyList<ClauseDraft> clauses) => _clauses = clauses;

    /// <summary>Sets the addresses of the clauses that have one.</summary>
    public static void Apply(IReadOnlyList<ClauseDraft> clauses)
    {
        var provisions = new Provisions(clauses);
        for (var i = 0; i < clauses.Count; i++) clauses[i].Provision = provisions.Next(i);
    }

    private ProvisionAddress? Next(int i)
    {
        var clause = _clauses[i];
        var text = clause.Paragraph.Text.Text;
        if (clause.Kind != ClauseKind.Annex && _annex is not null) Leave();
        // also after the preamble of what is annexed
        if (clause.Kind == ClauseKind.Annex) _annex ??= _outerAnnex ?? ProvisionAddress.Whole.Then("annex", "");
        if (clause.Number is null && clause.Kind == ClauseKind.Annex && AnnexHeading.Is(text)) return Annex(i, text);
        if (clause.Kind == ClauseKind.Preambular) _article = _paragraph = null;
        if (clause.Number is null && Heading(text, Units, out var number) is { } unit) return Article(unit, number);
        if (Target(clause.Number) is { } target) return target;
        if (clause.Kind != ClauseKind.Annex)
        {
            if (clause.Label == ClauseLabel.Heading) return SectionOfResolution(clause.Number is { } letter ? $"{letter} {text}" : text);
            if (clause.Kind != ClauseKind.Operative) return null;
            return _article is not null ? Numbered(clause, text)
                : _section is not null ? InSection(_section, clause.Label.ToString())
                : null;
        }
        if (clause.Number is null && Heading(text, Containers, out number) is { } container && text.Length <= LongestTitle)
            return Contain(container.Short, number);
        if (clause.Number is { } printed && IsSection(printed, text))
            return Contain(Section, SectionNumber(printed.Trim('(', ')', '.', ' ')));
        if (clause.Number is not null) return Numbered(clause, text);
        return IsBetweenArticles(i, text) ? _container ?? _annex : _paragraph ?? _article ?? _container ?? _annex;
    }

    private ProvisionAddress Annex(int i, string text)
    {
        Leave();
        var heading = text.AsSpan().Trim(AnnexHeading.Around);
        if (!AnnexHeading.IsTranslated(heading, out var word, out var token))
        {
            var words = heading.ToString().Split([' ', '\u00A0', '.', ':', '–', '—', '-', '*'], 3, StringSplitOptions.RemoveEmptyEntries);
            word = words[0].ToLowerInvariant();
            token = words.Length > 1
                && (Ordinals.IsLetterOrRoman(words[1]) && char.IsUpper(words[1][0]) || LineShapes.IsDigits(words[1], 2)) ? words[1] : "";
        }
        // an appendix belongs to the annex before it
        _annex = word == "annex" || _outerAnnex is null ? ProvisionAddress.Whole.Then(word, token) : _outerAnnex.Then(word, token);
        if (word == "annex") _outerAnnex = _annex;
        _restarts = Restarts(i);
        return _annex;
    }

    private void Leave()
    {
        _annex = _container = _section = _article = _paragraph = null;
        (_unit, _number, _last, _texts, _roman, _letter, _restarts) = (null, "", 0, 1, 0, 0, false);
        _items.Clear();
    }

    private ProvisionAddress Article(PinpointUnit unit, string number)
    {
        var value = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : Ordinals.Roman(number);
        // an annex with several instruments: the articles begin with 1 again
        if (_annex is not null && unit == _unit && value == 1 && _last > 1)
        {
            _texts = Math.Max(_texts, 1) + 1;
            _annex = (_annex.Steps[^1].Unit == Text ? Without(_annex) : _annex).Then(Text, Ordinals.Decimal(_texts));
        }
        (_unit, _number, _last) = (unit, number, value);
        _article = (_annex ?? ProvisionAddress.Whole).Then(unit.Short, number);
        _paragraph = null;
        _paragraphs = 0;
        _items.Clear();
        return _article;
    }

    /// <summary>"II" over a section of a resolution, alone or with its title, and "B. Public accounts" over
    /// a part of that section.</summary>
    private ProvisionAddress? SectionOfResolution(string text)
    {
        var line = text.AsSpan().Trim("*_# \t");
        var end = line.IndexOfAny(" \u00A0\t.");
        var token = end < 0 ? line : line[..end];
        var title = end < 0 ? "" : line[end..].Trim(" \u00A0\t.");
        if (token.IsEmpty || !char.IsUpper(token[0]) || !title.IsEmpty && !char.IsUpper(title[0])) return null;
        var (roman, letter) = (Ordinals.Roman(token), token.Length == 1 ? Ordinals.Letter(token) : 0);
        if (_roman > 0 && letter == _letter + 1)
        {
            _letter = letter;
            return _section = ProvisionAddress.Whole.Then(Section, $"{RomanNumeral.Of(_roman)}.{token}");
        }
        if (roman == 1 || roman > _roman && roman <= _roman + MostSkipped)
        {
            (_roman, _letter) = (roman, 0);
            _article = _paragraph = null;
            return _section = ProvisionAddress.Whole.Then(Section, token.ToString());
        }
        if (letter > 0 && title.IsEmpty) (_section, _roman, _letter) = (null, 0, 0); // another part of the resolution
        return null;
    }

    /// <summary>Paragraph 7 (a) of a section, by its label; null for labels that are not of this text.</summary>
    private static ProvisionAddress? InSection(ProvisionAddress section, string label)
    {
        if (!label.StartsWith("OP", StringComparison.Ordinal) || label.Contains(':', StringComparison.Ordinal)) return null;
        var steps = label[2..].Split('[')[0].Split(['(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var address = section.Then(Paragraph, steps[0]);
        foreach (var item in steps.AsSpan(1)) address = address.Then("", item);
        return address;
    }

    private ProvisionAddress Contain(string unit, string number)
    {
        _article = _paragraph = null;
        _items.Clear();
        return _container = _annex!.Then(unit, number);
    }

    /// <summary>"5.", "(a)", "(ii)", also two in a row: "(a) (i) The conversion ...".</summary>
    private ProvisionAddress? Numbered(ClauseDraft clause, string text)
    {
        var enumerator = clause.Paragraph.Number;
        if (clause.Number is null || enumerator.Style == EnumeratorStyle.Bullet) return _paragraph ?? _article ?? _container ?? _annex;
        // a scan's "I." for the first paragraph of an article
        if (clause.Number == "I." && _article is not null && _paragraph is null) return _paragraph = _article.Then(Paragraph, "1");
        var token = clause.Number.Trim('(', ')', '.', ' ', ',');
        if (token.Length == 0) return _paragraph ?? _article ?? _container ?? _annex;
        var outer = _article ?? (_restarts ? _container : null) ?? _annex ?? ProvisionAddress.Whole;
        if (char.IsAsciiDigit(token[0]) && enumerator.Style is EnumeratorStyle.Number or EnumeratorStyle.Decimal)
        {
            // outside annexes the paragraphs of the document itself may continue under a heading
            if (clause.Kind != ClauseKind.Annex && token != Ordinals.Decimal(++_paragraphs)) return _article = _paragraph = null;
            _items.Clear();
            return _paragraph = outer.Then(Paragraph, token);
        }
        var address = _paragraph ?? outer;
        var style = enumerator.Style;
        foreach (var item in _items.Place(token, style, out _)) address = address.Then("", item);
        return Second(text) is { } second ? address.Then("", second) : address;
    }

    // "(i) The conversion or transfer" after "(a)"
    private static string? Second(string text)
    {
        if (text.Length < ShortestItem || text[0] != '(') return null;
        var close = text.IndexOf(')', 1, Math.Min(ItemReach, text.Length - 1));
        return close > 1 && Ordinals.IsLetterOrRoman(text.AsSpan(1, close - 1)) && char.IsAsciiLetterLower(text[1]) ? text[1..close] : null;
    }

    /// <summary>"5.2" under "Goal 5": a target, which is cited without its goal.</summary>
    private ProvisionAddress? Target(string? number)
    {
        if (number is null || _unit is not { Name: "goal" } || _article is null) return null;
        var token = number.Trim('(', ')', ' ').TrimEnd('.');
        if (token == $"{Ordinals.Decimal(_last + 1)}.1") _number = Ordinals.Decimal(++_last); // the heading of its goal was not found
        if (!token.StartsWith(_number + ".", StringComparison.Ordinal) || token.Length > LongestTarget) return null;
        return (_annex ?? ProvisionAddress.Whole).Then("target", token);
    }

    /// <summary>The unit and number of a heading: "Article 6", "Rule 3.", "Principle 1 Right to legal aid"; null for
    /// a sentence that begins so.</summary>
    private static PinpointUnit? Heading(string text, PinpointUnit[] units, out string number)
    {
        number = "";
        if (text.Length < ShortestHeading || !char.IsAsciiLetterUpper(text[0])) return null;
        foreach (var unit in units)
        {
            var at = unit.Name.Length;
            if (text.Length < at + 2 || text[at] is not (' ' or '\u00A0' or '\t')
                || !text.StartsWith(unit.Name, StringComparison.OrdinalIgnoreCase))
                continue;
            while (at < text.Length && text[at] is ' ' or '\u00A0' or '\t') at++;
            var end = at;
            while (end < text.Length && end - at < LongestNumber && char.IsAsciiLetterOrDigit(text[end])) end++;
            var token = text.AsSpan(at, end - at);
            if (!IsNumber(token) || !EndsHeading(text.AsSpan(end))) return null;
            number = token.ToString();
            return unit;
        }
        return null;
    }

    /// <summary>"6", "6bis", "VI", "A".</summary>
    private static bool IsNumber(ReadOnlySpan<char> token)
    {
        const string bis = "bis";
        if (token.EndsWith(bis, StringComparison.Ordinal)) return LineShapes.IsDigits(token[..^bis.Length], MostDigits);
        return LineShapes.IsDigits(token, MostDigits) || Ordinals.IsLetterOrRoman(token) && char.IsUpper(token[0]);
    }

    private static bool EndsHeading(ReadOnlySpan<char> rest)
    {
        if (rest is [] or ['.' or ':' or '—' or '–' or '*', ..] or [' ', '–' or '—' or '-', ..]) return true;
        var title = rest.TrimStart(" \u00A0\t");
        return title.Length < rest.Length && title.Length >= ShortestTitle && IsTitle(title);
    }

    /// <summary>A title of a passage: not too long, a capital first and no sign of a sentence last.</summary>
    private static bool IsTitle(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= LongestTitle && char.IsUpper(text[0]) && text[^1] is not ('.' or ';' or ',' or ':');

    private static bool IsSection(string printed, string text) => char.IsAsciiLetterUpper(printed[0]) && IsTitle(text);

    // "II." opens a section and "B." a part of it, "C." after "B." its next.
    private string SectionNumber(string token)
    {
        var (letter, roman) = (Ordinals.Letter(token), Ordinals.Roman(token));
        if (letter > 0 && (letter == _letter + 1 || roman == 0))
        {
            _letter = letter;
            return _roman > 0 ? $"{RomanNumeral.Of(_roman)}.{token}" : token;
        }
        (_roman, _letter) = (roman, 0);
        return token;
    }

    /// <summary>A title over the next article belongs to neither.</summary>
    private bool IsBetweenArticles(int i, string text)
    {
        if (_paragraph is null && _article is null || !IsTitle(text) || i + 1 >= _clauses.Count) return false;
        var next = _clauses[i + 1];
        var isTitleOfArticle = i > 0 && _clauses[i - 1].Number is null
            && Heading(_clauses[i - 1].Paragraph.Text.Text, Units, out _) is not null;
        return !isTitleOfArticle && next.Number is null
            && (Heading(next.Paragraph.Text.Text, Units, out _) ?? Heading(next.Paragraph.Text.Text, Containers, out _)) is not null;
    }

    /// <summary>Whether the sections of the annex that begins here each number their paragraphs from 1.</summary>
    private bool Restarts(int i)
    {
        var (sections, firsts) = (0, 0);
        var awaitsFirst = false;
        for (var k = i + 1; k < _clauses.Count && _clauses[k].Kind == ClauseKind.Annex; k++)
        {
            var (number, text) = (_clauses[k].Number, _clauses[k].Paragraph.Text.Text);
            if (number is null)
            {
                if (AnnexHeading.Is(text)) break;
                if (Heading(text, Units, out _) is not null) return false;
                if (Heading(text, Containers, out _) is null) continue;
                (sections, awaitsFirst) = (sections + 1, true);
            }
            else if (IsSection(number, text)) (sections, awaitsFirst) = (sections + 1, true);
            else if (awaitsFirst && char.IsAsciiDigit(number[0]))
            {
                awaitsFirst = false;
                if (number.TrimEnd('.') == "1") firsts++;
            }
        }
        return sections > 1 && firsts > 1;
    }

    private static ProvisionAddress Without(ProvisionAddress address)
    {
        var outer = ProvisionAddress.Whole;
        foreach (var step in address.Steps[..^1]) outer = outer.Then(step.Unit, step.Number);
        return outer;
    }
}
