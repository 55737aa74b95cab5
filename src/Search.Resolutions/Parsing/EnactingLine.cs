using System.Collections.Frozen;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>"The General Assembly," and its like: the line that opens a resolution and names whose it is.</summary>
internal static class EnactingLine
{
    private static readonly WordList BodyNouns = WordList.Of("enacting-nouns");

    private static readonly WordList SmallWords = WordList.Of("enacting-small-words");

    /// <summary>Names in small letters without spaces, so that one misread letter is forgiven.</summary>
    private static readonly (string Squeezed, string Name, Organ Organ)[] Known =
        [.. Bodies.All.Where(b => b.Enacts)
            .Select(b => ("the" + b.Name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant(), b.Name, b.Organ))];

    /// <summary>The enacting lines of the other languages by their first letter.</summary>
    private static readonly FrozenDictionary<char, (string Line, Body Body, Language Language)[]> Others =
        Language.All.SelectMany(l => l.Bodies.Enacting.Select(e => (e.Line, e.Body, Language: l))).GroupBy(e => e.Line[0])
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(e => e.Line.Length).ToArray());

    /// <summary>Characters of the longest enacting line, and of the longest name of a body that is looked for.</summary>
    public const int Limit = 240;

    /// <summary>Characters of the shortest enacting line.</summary>
    private const int Shortest = 8;

    /// <summary>Characters of the shortest sentence that enacts and resolves, and of what it resolves at least.</summary>
    private const int ShortestSentence = 30, ShortestPredicate = 12;

    /// <summary>Letters of a name that are compared with those of the known bodies.</summary>
    private const int LettersCompared = 32;

    /// <summary>Lines of the longest enacting line.</summary>
    private const int MostLines = 3;

    /// <summary>
    /// The length of an enacting line at the start of <paramref name="text"/>, its comma included; 0 where there is none.
    /// Without a comma the whole text must be the name of a body.
    /// </summary>
    public static int Match(ReadOnlySpan<char> text)
    {
        if (Translated(text, out var translated, out _) is not null) return translated;
        var at = 0;
        while (at < text.Length && text[at] is '“' or '"' or '‘' or '*' or '_' or '«' or ' ') at++;
        if (text.Length - at < Shortest || !text[at..].StartsWith("The ", StringComparison.OrdinalIgnoreCase)) return 0;
        var window = text[..Math.Min(text.Length, Limit)];
        var comma = window[at..].IndexOf(',');
        var end = comma < 0 ? window.Length : at + comma;
        if (comma < 0 && text.Length > Limit) return 0;
        var name = window[at..end].TrimEnd(" *_:");
        if (!name.StartsWith("The", StringComparison.Ordinal) && !IsOfOneCase(name)) return 0; // "by / the General Assembly," in a sentence
        if (!IsName(name)) return 0;
        var after = comma < 0 ? end : end + 1;
        while (after < text.Length && text[after] is '*' or '_') after++;
        return after;
    }

    /// <summary>The body whose enacting line in a language other than English a text begins with, and the length of the line with its
    /// comma; null where it does not.</summary>
    private static Body? Translated(ReadOnlySpan<char> text, out int length, out Language language)
    {
        length = 0;
        language = Language.English;
        var at = 0;
        while (at < text.Length && text[at] is '“' or '"' or '«' or '*' or '_' or ' ' or '\u00A0') at++;
        if (at >= text.Length || char.IsLower(text[at])) return null;
        if (!Others.TryGetValue(LooseMatch.Fold(text[at]), out var lines)) return null;
        foreach (var (line, body, spoken) in lines)
        {
            if (LooseMatch.Length(text[at..], line) is not (> 0 and var used)) continue;
            var end = at + used;
            while (end < text.Length && text[end] is ' ' or '\u00A0' or '*' or '_') end++;
            if (end < text.Length && text[end] is not ',') continue;
            length = Math.Min(end + 1, text.Length);
            language = spoken;
            return body;
        }
        return null;
    }

    /// <summary>The language that an enacting line is in.</summary>
    public static Language LanguageOf(ReadOnlySpan<char> line)
    {
        Translated(line, out _, out var language);
        return language;
    }

    /// <summary>Whether a line is an enacting line and nothing else, with its comma or without.</summary>
    public static bool IsAlone(ReadOnlySpan<char> line) => Match(line) is > 0 and var length && line[length..].Trim(" *_:").IsEmpty;

    /// <summary>Whether a line of an enacting line ends in its comma.</summary>
    public static bool EndsInComma(ReadOnlySpan<char> line) => line.TrimEnd("*_ ").EndsWith(',');

    /// <summary>Whether a paragraph is an enacting line and nothing else.</summary>
    public static bool IsWhole(string text, Paragraph paragraph)
    {
        if (paragraph.Number.Style != EnumeratorStyle.None || paragraph.Pieces.Count is 0 or > MostLines
            || paragraph.End - paragraph.Start > Limit)
            return false;
        Span<char> joined = stackalloc char[Limit];
        var n = 0;
        for (var i = 0; i < paragraph.Pieces.Count; i++)
        {
            var piece = paragraph.Pieces[i];
            if (n > 0) joined[n++] = ' ';
            piece.In(text).CopyTo(joined[n..]);
            n += piece.Length;
        }
        var line = joined[..n].TrimEnd(" *_\u200B");
        return line.EndsWith(",") && Match(line) >= line.Length - 1;
    }

    /// <summary>"The States Parties to the present Protocol,": the opening of a treaty, which resolves nothing.</summary>
    public static bool IsTreaty(string text) =>
        text.Contains("arties", StringComparison.Ordinal) && !text.Contains("Conference", StringComparison.Ordinal)
            && !text.Contains("Meeting", StringComparison.Ordinal);

    /// <summary>
    /// Whether a paragraph enacts and resolves in one sentence: "The General Assembly approves ...", "Therefore
    /// the General Assembly, noting ...". So drafts of decisions are written, and many resolutions of 1946.
    /// </summary>
    public static bool Resolves(ReadOnlySpan<char> text)
    {
        text = text.TrimStart("“\"* ");
        if (text.StartsWith("Therefore", StringComparison.Ordinal)) text = text["Therefore".Length..].TrimStart(", ");
        if (text.Length < ShortestSentence || text[0] is not ('T' or 't') || !text[1..].StartsWith("he ", StringComparison.Ordinal))
            return false;
        text = text["The ".Length..];
        foreach (var (_, name, _) in Known)
        {
            if (!text.StartsWith(name, StringComparison.Ordinal) || text.Length < name.Length + ShortestPredicate) continue;
            var rest = text[name.Length..];
            var kind = rest[0] == ',' ? HeadKind.Preambular : HeadKind.Operative;
            return rest[0] is ',' or ' ' && Head.Inside(rest[1..].TrimStart()) is { Known: true } head && head.Kind == kind;
        }
        return false;
    }

    /// <summary>The organ that the line names.</summary>
    public static Organ OrganOf(ReadOnlySpan<char> line)
    {
        if (Translated(line, out _, out _) is { } body) return Organ.Of(body);
        Span<char> letters = stackalloc char[LettersCompared];
        var n = Squeeze(line, letters);
        foreach (var (squeezed, _, organ) in Known)
            if (Near(letters[..n], squeezed)) return organ;
        return Organ.None;
    }

    /// <summary>"THE GENERAL ASSEMBLY", "the general assembly": as plain texts and papers of model conferences have it.</summary>
    private static bool IsOfOneCase(ReadOnlySpan<char> name)
    {
        var (upper, lower) = (false, false);
        foreach (var c in name) (upper, lower) = (upper || char.IsUpper(c), lower || char.IsLower(c));
        return upper != lower;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        Span<char> letters = stackalloc char[LettersCompared];
        var n = Squeeze(name, letters);
        if (n < LettersCompared)
            foreach (var (squeezed, _, _) in Known)
                if (Near(letters[..n], squeezed)) return true;

        var body = false;
        foreach (var range in name.Split(' '))
        {
            var word = name[range].Trim("\u00A0\t\r\n");
            if (word.IsEmpty) continue;
            if (char.IsLower(word[0]) && !SmallWords.Contains(word)) return false;
            foreach (var b in BodyNouns.All)
                if (word.SequenceEqual(b) || (char.IsUpper(word[^1]) && word.Equals(b, StringComparison.OrdinalIgnoreCase))) body = true;
        }
        return body;
    }

    private static int Squeeze(ReadOnlySpan<char> text, Span<char> letters)
    {
        var n = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetter(c)) continue;
            if (n == letters.Length) return n;
            letters[n++] = char.ToLowerInvariant(c);
        }
        return n;
    }

    /// <summary>Whether two words differ by at most one letter lost, added or misread at one place.</summary>
    private static bool Near(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        var i = a.CommonPrefixLength(b);
        var x = a[i..];
        var y = b[i..];
        if (x.IsEmpty && y.IsEmpty) return true;
        return x.Length == y.Length ? x[1..].SequenceEqual(y[1..])
            : x.Length > y.Length ? x[1..].SequenceEqual(y)
            : x.SequenceEqual(y[1..]);
    }
}
