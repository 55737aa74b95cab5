using System.Globalization;
using Search.Resolutions;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>Finds document symbols with their modifiers: "E/2002/68/Add.1", "S/20883 and Add.1-3", "A/CONF. 203/18",
/// "A/80/6 (Sect. 24)/Corr.1".</summary>
internal readonly struct SymbolScanner(TokenText text, List<Mention> mentions)
{
    private static readonly WordList Standards = WordList.Of("standards");
    /// <summary>Documents of the early years have numbers from here on; a smaller one after "A/" and a space is something else.</summary>
    private const int LeastDocumentNumber = 300;

    /// <summary>The least number after one letter and a stroke alone, and the tokens of that.</summary>
    private const int LeastNumberOfOneLetter = 100, TokensOfOneNumber = 3;

    /// <summary>Letters of the longest root, and of the shortest that is not known.</summary>
    private const int LongestRoot = 8, ShortestUnknownRoot = 2;

    /// <summary>Strokes of the shortest symbol with a root that is not known, with a full stop in it and without.</summary>
    private const int FewestStrokesWithDot = 2, FewestStrokes = 3;

    /// <summary>Tokens in brackets after a symbol, and characters of the longest part: "Sect. 24".</summary>
    private const int MostTokensInBrackets = 6, LongestPart = 16;

    /// <summary>The greatest number of an addendum.</summary>
    private const int GreatestModifier = 99;

    /// <summary>Reads the symbol whose root is token <paramref name="i"/>; returns the index after it and its modifiers, or
    /// <paramref name="i"/>.</summary>
    public int At(int i)
    {
        if (!text.Is(i + 1, '/') || !text.Glued(i + 1) || !text.IsCapitalized(i)) return i;
        var root = text.Chars(i);
        if (root.Length > LongestRoot || text.Glued(i) && !IsOpening(i - 1)) return i;
        var known = SymbolGrammar.IsRoot(root);
        if (known && root.Length == 1 && !IsPrincipalSeries(i + 2)) return i;
        if (ReadSegments(i, out var end, out var strokes, out var dotted, out var digits) is false || !digits) return i;
        if (!known && (IsStandard(root) || !IsShapedAsSymbol(root, strokes, dotted) || HasMixedSegment(i + 1, end))) return i;
        if (known && root.Length == 1 && strokes == 1 && !IsPlainDocument(i, end)) return i;
        var first = text.Start(i);
        end = ReadBracket(i, end);
        end = ReadPartLetter(i, end);
        if (!Add(new(first, text.EndOf(end - 1)), out var symbol)) return i;
        return ReadModifiers(symbol, end);
    }

    /// <summary>"GC.15/INF/3", "IDB.44/9/Rev.1": organs that write the session after their letters. The letters are token
    /// <paramref name="i"/>.</summary>
    public int AtNumberedRoot(int i)
    {
        if (text.Chars(i) is not ("GC" or "IDB" or "PBC") || text.Glued(i) && !IsOpening(i - 1)) return i;
        if (!text.Is(i + 1, '.') || text[i + 2] != Word.Digits || !text.Glued(i + 2) || !text.Is(i + 3, '/')) return i;
        if (!ReadSegments(i + 2, out var end, out _, out _, out var digits) || !digits) return i;
        return Add(text.Span(i, end), out var symbol) ? ReadModifiers(symbol, end) : i;
    }

    /// <summary>
    /// Whether a principal organ's letter can be followed so: by a number, letters with a full stop ("C.3",
    /// "CN.4", "CONF. 203"), or letters alone ("RES", "FFDF"). "A/CDK2" is a gene.
    /// </summary>
    private bool IsPrincipalSeries(int at) =>
        text[at] == Word.Digits || text.IsLetters(at) && !(text.Glued(at + 1) && text[at + 1] == Word.Digits);

    /// <summary>Letters after a principal organ's letter that no series is known by: "A/PR/8/34" is a virus where nothing
    /// speaks of the United Nations.</summary>
    private bool IsUnknownSeries(int at) =>
        text.IsLetters(at) && !text.Is(at + 1, '.')
        && text.Chars(at) is not ("RES" or "DEC" or "PRST" or "PV" or "SR" or "INF" or "HRC" or "BUR" or "CONF" or "SPC" or "S" or "ES"
            or "NGO" or "CRP" or "ICEF" or "Res" or "Dec" or "C" or "CN" or "AC");

    /// <summary>"ICCD/COP.9/18": capitals, and more strokes than a fraction has.</summary>
    private static bool IsShapedAsSymbol(ReadOnlySpan<char> root, int strokes, bool dotted) =>
        root.Length >= ShortestUnknownRoot && strokes >= (dotted ? FewestStrokesWithDot : FewestStrokes) && IsAllUpper(root);

    /// <summary>"BMP2", "TSC2": letters with digits and no full stop between, as genes are called and no series is.</summary>
    private bool HasMixedSegment(int from, int end)
    {
        for (var i = from; i < end - 1; i++)
            if (text.IsLetters(i) && text.Glued(i + 1) && text[i + 1] == Word.Digits) return true;
        return false;
    }

    /// <summary>"document EB136/8", "documents CL 144/9": a symbol of another organization, recognised by the word before it. The word is
    /// token <paramref name="i"/>.</summary>
    public int AfterDocument(int i)
    {
        var first = i + 1;
        if (!text.IsCapitalized(first) || text.EndOf(first) - text.Start(first) > LongestRoot || text.Is(first + 1, '/')
            || !IsAllUpper(text.Chars(first)))
            return i;
        var at = first + 1;
        if (text[at] != Word.Digits || text.Gap(at) > 1 || !text.IsGlued(at + 1, '/') || !text.Glued(at + 2)) return i;
        var end = at + 1;
        var dotted = false;
        var digits = false;
        while (text.Is(end, '/') && text.Glued(end) && text.Glued(end + 1))
        {
            var next = end + 1;
            if (!ReadSegment(ref next, ref dotted, ref digits)) break;
            end = next;
        }
        var printed = text.Span(first, end).In(text.Text).ToString();
        if (!DocumentSymbol.TryParse(printed.Replace(" ", "", StringComparison.Ordinal), null, out var symbol)) return i;
        mentions.Add(new SymbolMention { Span = text.Span(first, end), Symbol = symbol });
        return ReadModifiers(symbol, end);
    }

    /// <summary>"C-25/DEC.9", "EC-81/DEC.4": sessions of the chemical weapons organization's organs. The letters are token
    /// <paramref name="i"/>.</summary>
    public int AtSessionSymbol(int i)
    {
        if (text.Chars(i) is not ("C" or "EC" or "M") || !text.IsDash(i + 1) || !text.Glued(i + 1)) return i;
        if (!text.IsGluedDigits(i + 2) || !text.IsGlued(i + 3, '/')) return i;
        if (!text.IsLetters(i + 4) || !text.Is(i + 5, '.') || !text.IsGluedDigits(i + 6)) return i;
        return Add(text.Span(i, i + 7), out var symbol) ? ReadModifiers(symbol, i + 7) : i;
    }

    /// <summary>One letter and one number: "S/20883" is a document, "A/5" a fraction of a word.</summary>
    private bool IsPlainDocument(int i, int end) =>
        text.Chars(i + 2) is not ("C" or "AC" or "CN" or "CONF" or "WG" or "SUB" or "Sub")
            && (text.Number(end - 1) is >= LeastNumberOfOneLetter or -1
                || text.Chars(i) is "S" or "E" or "A" && end - i > TokensOfOneNumber);

    private bool IsOpening(int i) => text.IsDash(i) || text.Sign(i) is '(' or '[' or '“' or '"' or '‘' or ',' or ';';

    /// <summary>Publishers of technical standards, whose numbers look like symbols: "CAN/CSA-B44.1/ASME-A17.5-04".</summary>
    private static bool IsStandard(ReadOnlySpan<char> root) =>
        Standards.Contains(root);

    private static bool IsAllUpper(ReadOnlySpan<char> letters)
    {
        foreach (var c in letters)
            if (!char.IsAsciiLetterUpper(c)) return false;
        return true;
    }

    /// <summary>Strokes with what is between them; a space after a stroke or full stop is residue of a scan.</summary>
    private bool ReadSegments(int i, out int end, out int strokes, out bool dotted, out bool digits)
    {
        end = i + 1;
        strokes = 0;
        dotted = false;
        digits = false;
        while (text.Is(end, '/') && text.Glued(end))
        {
            var at = end + 1;
            if (at >= text.Count || !text.Glued(at) && !(IsSplitNumber(i, at, strokes) || IsSplitSegment(at))) break;
            if (text.Is(at, '(') && text.Glued(at)) break;
            if (!ReadSegment(ref at, ref dotted, ref digits)) break;
            end = at;
            strokes++;
        }
        return strokes > 0;
    }

    /// <summary>"E/ 2002/68", "A/48/ 573": a number after a stroke and one space.</summary>
    private bool IsSplitNumber(int root, int at, int strokes)
    {
        if (text[at] != Word.Digits || text.Gap(at) != 1) return false;
        return strokes > 0 || text.Chars(root) is "S" or "A" or "E" && text.Number(at) >= LeastDocumentNumber;
    }

    /// <summary>"A/9000/ Rev.1", "A/C.3/58/ L.12": an addendum, correction, revision or kind of document with its number
    /// after a stroke and one space.</summary>
    private bool IsSplitSegment(int at)
    {
        if (!text.IsLetters(at) || text.Gap(at) != 1 || !text.Is(at + 1, '.')) return false;
        if (SymbolGrammar.IsModifierWord(text.Chars(at))) return true;
        return text.IsGluedDigits(at + 2)
            && text.Chars(at) is "L" or "INF" or "CRP" or "WP" or "PV" or "SR" or "NGO" or "CN" or "AC" or "CONF" or "C";
    }

    /// <summary>Letters or digits with no space before them.</summary>
    private bool IsGluedPart(int at) => text.Glued(at) && (text[at] == Word.Digits || text.IsLetters(at));

    /// <summary>"ICCD/COP(9)/18": a session in brackets between letters and a stroke.</summary>
    private bool IsBracketedSession(int at)
    {
        if (!text.IsGlued(at, '(') || !text.IsLetters(at - 1)) return false;
        return text[at + 1] == Word.Digits && text.Is(at + 2, ')') && text.IsGlued(at + 3, '/');
    }

    private bool ReadSegment(ref int at, ref bool dotted, ref bool digits)
    {
        if (text[at] is not Word.Digits && !text.IsLetters(at)) return false;
        var start = at;
        if (text[at] == Word.Digits) digits = true;
        at++;
        while (at < text.Count)
        {
            if (IsGluedPart(at))
            {
                digits |= text[at] == Word.Digits;
                at++;
            }
            else if (text.IsGlued(at, '.') && (IsGluedPart(at + 1) || IsSplitAtDot(at)))
            {
                dotted = true;
                at++;
                digits |= text[at] == Word.Digits;
                at++;
            }
            else if (IsBracketedSession(at))
            {
                digits = true;
                at += 3;
            }
            else if (text.IsDash(at) && text.Glued(at) && IsGluedPart(at + 1))
            {
                at += 2;
            }
            else
            {
                break;
            }
        }
        return at > start;
    }

    /// <summary>"A/CONF. 203/18": letters, a full stop, one space, digits that a stroke follows, or "Add. 1".</summary>
    private bool IsSplitAtDot(int dot)
    {
        if (text[dot + 1] != Word.Digits || text.Gap(dot + 1) != 1 || !text.IsLetters(dot - 1)) return false;
        return text.IsGlued(dot + 2, '/') || SymbolGrammar.IsModifierWord(text.Chars(dot - 1))
            || text.Chars(dot - 1) is "Dec" or "Decl" or "L" or "PV" or "SR" or "CONF" or "CN" or "AC" or "C";
    }

    /// <summary>"(Part I)", "(Vol. II)", "(Sect. 24)", "(XXI)", "(2000)" after the number, and a modifier after that.</summary>
    private int ReadBracket(int first, int end)
    {
        if (!text.Is(end, '(') || text.Gap(end) > 1) return end;
        var close = end + 1;
        while (close < end + MostTokensInBrackets && !text.Is(close, ')')) close++;
        if (!text.Is(close, ')') || !IsPartOrSession(end, close, text.Chars(first + 2) is "RES" or "DEC")) return end;
        var after = close + 1;
        if (text.IsGlued(after, '/') && text.Glued(after + 1))
        {
            var dotted = false;
            var digits = false;
            var at = after + 1;
            if (ReadSegment(ref at, ref dotted, ref digits)) after = at;
        }
        return after;
    }

    /// <summary>Whether what is in brackets belongs to a symbol: a part of the document, or the session or year of an act.</summary>
    private bool IsPartOrSession(int open, int close, bool isAct)
    {
        var inside = open + 1;
        if (text[inside] is Word.Part or Word.Vol or Word.Section or Word.Plan || text.Chars(inside) is "Prog")
            return text.Start(close) - text.EndOf(open) <= LongestPart;
        if (isAct && text.Chars(inside) is "S" or "ES") return true;
        return close == inside + 1 && (text.Roman(inside) > 0 || isAct && text[inside] == Word.Digits);
    }

    /// <summary>"A/RES/46/36 L", "A/RES/2200(XXI) A".</summary>
    private int ReadPartLetter(int first, int end)
    {
        if (text.Chars(first + 2) is not ("RES" or "DEC") || !text.IsLetter(end) || text.Gap(end) > 1) return end;
        return text.Glued(end + 1) && text.Sign(end + 1) is not (',' or ';' or '.' or ')') ? end : end + 1;
    }

    /// <summary>Adds the symbol that is printed in a span.</summary>
    private bool Add(TextSpan span, out DocumentSymbol symbol)
    {
        var printed = span.In(text.Text);
        if (!DocumentSymbol.TryParse(printed, null, out symbol)) return false;
        var first = text.IndexAt(span.Start);
        mentions.Add(new SymbolMention
        {
            Span = span,
            Symbol = symbol,
            Second = DocumentSymbol.TryParseJoint(printed, out _, out var second) ? second : null,
            IsWeak = !SymbolGrammar.IsRoot(text.Chars(first)) || text.Chars(first).Length == 1 && IsUnknownSeries(first + 2),
        });
        return true;
    }

    /// <summary>"Corr.1 and 2": whether a number continues a list of modifiers, and is no symbol or day.</summary>
    private bool IsNumberOfModifier(int at) =>
        text[at] == Word.Digits && text.Number(at) <= GreatestModifier && !text.Is(at + 1, '/') && !DateReader.IsDayAndMonth(text, at);

    /// <summary>"and Add.1-3", ", Corr.1 and 2", "and Corr. 1": each is a document of its own.</summary>
    private int ReadModifiers(DocumentSymbol symbol, int i)
    {
        var parent = symbol;
        var word = "";
        while (true)
        {
            var at = i;
            if (text.Is(at, ',')) at++;
            if (text[at] is Word.And or Word.Or || text.Is(at, '&')) at++;
            if (at == i) return i;
            var first = at;
            if (text.IsLetters(at) && text.Is(at + 1, '.') && text[at + 2] == Word.Digits && SymbolGrammar.IsModifierWord(text.Chars(at)))
            {
                word = text.Chars(at).ToString();
                at += 2;
            }
            else if (word.Length == 0 || !IsNumberOfModifier(at))
            {
                return i;
            }
            var number = text.Number(at);
            var last = number;
            at++;
            if ((text.IsDash(at) || text[at] == Word.To) && text.Number(at + 1) > number && text.Number(at + 1) <= GreatestModifier)
            {
                last = text.Number(at + 1);
                at += 2;
            }
            var tail = "";
            if (text.IsGlued(at, '/') && SymbolGrammar.IsModifierWord(text.Chars(at + 1)) && text.Is(at + 2, '.')
                && text[at + 3] == Word.Digits)
            {
                tail = string.Create(CultureInfo.InvariantCulture, $"/{text.Chars(at + 1)}.{text.Chars(at + 3)}");
                at += 4;
            }
            for (var n = number; n <= last; n++)
                if (DocumentSymbol.TryParse(string.Create(CultureInfo.InvariantCulture, $"{parent}/{word}.{n}{tail}"), null,
                    out var modified))
                    mentions.Add(new SymbolMention { Span = text.Span(first, at), Symbol = modified });
            i = at;
        }
    }
}
