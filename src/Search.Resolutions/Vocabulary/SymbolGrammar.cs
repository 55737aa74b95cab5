using System.Collections.Frozen;
using System.Text;

namespace Search.Resolutions.Vocabulary;

/// <summary>How symbols of documents are written: what they begin with, the spelling of their parts, and the symbols of acts.</summary>
public static class SymbolGrammar
{
    /// <summary>Letters of the longest root.</summary>
    private const int LongestWord = 32;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Roots =
        Table.Read("symbol-roots.tsv").Select(r => r["root"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Served =
        Table.Read("symbol-roots.tsv").Where(r => r["service"] == "yes").Select(r => r["root"]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Spelling =
        Table.Read("symbol-words.tsv").ToFrozenDictionary(r => r["word"].ToUpperInvariant(), r => r["word"])
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Modifiers =
        [.. Table.Read("symbol-words.tsv").Where(r => r["modifier"] == "yes").Select(r => r["word"])];

    private static readonly ActTemplate[] Templates = [.. Bodies.All.SelectMany(b => b.Printed.Select(p => new ActTemplate(p, b)))];

    /// <summary>Whether <paramref name="letters"/> can begin a symbol: <c>A</c>, <c>CEDAW</c>, <c>Assembly</c>.</summary>
    public static bool IsRoot(ReadOnlySpan<char> letters) =>
        Roots.Contains(letters) && (char.IsAsciiLetterUpper(letters[^1]) || letters is "Assembly");

    /// <summary>Whether a word makes an addendum, corrigendum, revision or amendment of the document before it: <c>Add</c>.</summary>
    public static bool IsModifierWord(ReadOnlySpan<char> word)
    {
        foreach (var modifier in Modifiers)
            if (word.Equals(modifier, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>Whether a segment adds to, corrects or revises the document before it: <c>Add.1</c>, <c>Summary</c>.</summary>
    public static bool IsModifier(ReadOnlySpan<char> segment)
    {
        var dot = segment.IndexOf('.');
        return dot > 0
            ? IsModifierWord(segment[..dot])
            : IsModifierWord(segment) && segment.Equals("Summary", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the Official Document System of the United Nations holds the documents whose symbols begin
    /// so: <c>A</c>, <c>CEDAW</c>.</summary>
    internal static bool IsServed(string root) => Served.Contains(root);

    /// <summary>Where the second symbol of a joint one begins, its hyphen or dash included:
    /// <c>A/74/845–S/2020/525</c>; -1 for one symbol.</summary>
    internal static int JointAt(ReadOnlySpan<char> printed)
    {
        for (var i = 2; i + 2 < printed.Length; i++)
        {
            if (!IsDash(printed[i]) || !printed[..i].Contains('/')) continue;
            var before = printed[..i].TrimEnd();
            if (!char.IsAsciiDigit(before[^1]) && before[^1] != ')') continue;
            var rest = printed[(i + 1)..].TrimStart();
            var slash = rest.IndexOf('/');
            if (slash > 0 && IsRoot(rest[..slash])) return i;
        }
        return -1;
    }

    /// <summary>The canonical form of a symbol in any printed form, or null for what is no symbol.</summary>
    internal static string? Canonical(ReadOnlySpan<char> printed)
    {
        Span<char> clean = stackalloc char[printed.Length * MostWritten];
        clean = clean[..Clean(printed, clean)];
        if (clean.IsEmpty || !char.IsAsciiLetter(clean[0])) return null;
        return Act(clean) ?? Document(clean);
    }

    private static bool IsDash(char c) => c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014';

    /// <summary>Characters that one of a printed symbol may become: "和" is " and ".</summary>
    private const int MostWritten = 5;

    /// <summary>
    /// Copies a symbol without invisible characters and trailing signs, with one kind of hyphen and of space, a
    /// stroke before "Add.1" where print has left it out, and "and" between its parts in every language:
    /// <c>A/75/457Add.6</c>, <c>(Parts I y II)</c>.
    /// </summary>
    private static int Clean(ReadOnlySpan<char> printed, Span<char> clean)
    {
        printed = printed.Trim().TrimEnd("*.,");
        var (n, depth) = (0, 0);
        for (var i = 0; i < printed.Length; i++)
        {
            var c = printed[i];
            depth += c switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth > 0 && AndAt(printed, i) is > 0 and var and)
            {
                " and ".CopyTo(clean[n..]);
                n += " and ".Length;
                i += and - 1;
                continue;
            }
            if (n > 0 && char.IsAsciiDigit(clean[n - 1]) && BeginsModifier(printed[i..])) clean[n++] = '/';
            if (c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF') continue;
            clean[n++] = IsDash(c) ? '-' : char.IsWhiteSpace(c) ? ' ' : c;
        }
        return n;
    }

    /// <summary>Whether "Add.6" begins: a modifier, a full stop and a number.</summary>
    private static bool BeginsModifier(ReadOnlySpan<char> text)
    {
        var stop = 0;
        while (stop < text.Length && char.IsAsciiLetter(text[stop])) stop++;
        return stop > 0 && text[stop..] is ['.', >= '0' and <= '9', ..] && IsModifierWord(text[..stop]);
    }

    /// <summary>The length of a word that joins roman numerals in another language: "I y II"; 0 where none is.</summary>
    private static int AndAt(ReadOnlySpan<char> text, int at)
    {
        var before = text[..at].TrimEnd();
        if (before.IsEmpty || before[^1] is not ('I' or 'V' or 'X')) return 0;
        foreach (var word in Conjunctions)
            if (text[at..].StartsWith(word, StringComparison.Ordinal) && text[(at + word.Length)..].TrimStart() is { IsEmpty: false } after
                && after[0] is 'I' or 'V' or 'X')
                return word.Length;
        return 0;
    }

    private static readonly string[] Conjunctions = [.. Language.All.SelectMany(l => l.Wordings("and").Take(1))];

    /// <summary>The symbol of a resolution or decision: <c>A/RES/2200 A (XXI)</c>, <c>UNEP/EA.5/Res.14</c>,
    /// <c>A/RES/58/I37</c> of a scan.</summary>
    private static string? Act(ReadOnlySpan<char> clean)
    {
        if (!clean.Contains("RES", StringComparison.OrdinalIgnoreCase) && !clean.Contains("DEC", StringComparison.OrdinalIgnoreCase))
            return null;
        if (Bodies.ActOf(clean, out var decision, out var at) is { } body) return Act(body, decision, clean[at..]);
        foreach (var template in Templates)
            if (template.Match(clean) is { } number) return Act(template.Body, template.IsDecision, number);
        return null;
    }

    private static string? Act(Body body, bool decision, ReadOnlySpan<char> rest)
    {
        var end = rest.Length;
        for (var i = 0; i < rest.Length; i++)
            if (rest[i] == '/' && IsModifier(rest[(i + 1)..].TrimStart()))
            {
                end = i;
                break;
            }
        Span<char> digits = stackalloc char[end];
        rest[..end].CopyTo(digits);
        CorrectMisreadDigits(digits);
        if (!ActNumber.TryParse(digits, null, out var number) || number.Number == 0) return null;
        if (number.Shape == ActShape.Plain && body.Sessions.OfNumber(number.Number) is { } year && body == Bodies.SecurityCouncil)
            number = number with { Shape = ActShape.Year, Session = year.Label };
        var symbol = body.Symbol(number, decision, number.Letters is [var letter] ? letter : null);
        return end == rest.Length ? symbol : symbol + Respell(rest[end..]);
    }

    /// <summary>A letter that a scan has made of a digit, before another digit: "I37", "2O0".</summary>
    private static void CorrectMisreadDigits(Span<char> number)
    {
        for (var i = number.Length - 2; i >= 0; i--)
            if (char.IsAsciiDigit(number[i + 1]) && number[i] is 'I' or 'l' or 'O' or 'o')
                number[i] = number[i] is 'I' or 'l' ? '1' : '0';
    }

    private static string? Document(ReadOnlySpan<char> clean)
    {
        var digit = false;
        var stroke = false;
        for (var i = 0; i < clean.Length; i++)
        {
            var c = clean[i];
            if (c == ' ' && IsBetweenWords(clean, i)) return null;
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('/' or '.' or '(' or ')' or '-' or '_' or ' ')) return null;
            digit |= char.IsAsciiDigit(c);
            stroke |= c == '/';
        }
        return stroke && digit && clean[^1] is not ('/' or '-' or '(') ? Respell(clean) : null;
    }

    /// <summary>Whether a space separates words outside brackets; between a number and the letter of a part, and beside signs,
    /// it is only a way of printing.</summary>
    private static bool IsBetweenWords(ReadOnlySpan<char> text, int space)
    {
        var next = text[space..].TrimStart();
        if (space == 0 || next.IsEmpty || !char.IsAsciiLetterOrDigit(text[space - 1]) || !char.IsAsciiLetterOrDigit(next[0])) return false;
        if (text[..space].LastIndexOf('(') > text[..space].LastIndexOf(')')) return false;
        return !(char.IsAsciiDigit(text[space - 1]) && char.IsAsciiLetterUpper(next[0])
            && (next.Length == 1 || !char.IsAsciiLetterOrDigit(next[1])));
    }

    /// <summary>Capitals without spaces, but for the words whose spelling is fixed.</summary>
    private static string Respell(ReadOnlySpan<char> text)
    {
        var spelled = new StringBuilder(text.Length);
        var slash = text.IndexOf('/');
        Span<char> word = stackalloc char[LongestWord];
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
            if (end == i)
            {
                if (text[i] != ' ') spelled.Append(text[i]);
                i++;
                continue;
            }
            if (end - i > LongestWord) spelled.Append(text[i..end]);
            else
            {
                text[i..end].ToUpperInvariant(word);
                AppendWord(spelled, word[..(end - i)], i > slash);
            }
            i = end;
        }
        return spelled.ToString();
    }

    private static void AppendWord(StringBuilder spelled, ReadOnlySpan<char> word, bool inside)
    {
        // "PartI", "PartsIandII": the word and numerals run together once spaces are gone
        for (var length = word.Length; inside && length >= 3; length--)
        {
            if (!Spelling.TryGetValue(word[..length], out var fixedForm) || !IsNumerals(word[length..])) continue;
            spelled.Append(fixedForm).Append(word[length..].ToString().Replace("AND", "and", StringComparison.Ordinal));
            return;
        }
        if (word is "AND" && spelled.Length > 0 && spelled[^1] is 'I' or 'V' or 'X') spelled.Append("and");
        else spelled.Append(word);
    }

    private static bool IsNumerals(ReadOnlySpan<char> letters)
    {
        var and = letters.IndexOf("AND");
        return letters.IsEmpty || (and > 0 ? IsRoman(letters[..and]) && IsRoman(letters[(and + 3)..]) : IsRoman(letters));
    }

    private static bool IsRoman(ReadOnlySpan<char> letters) => RomanNumeral.Value(letters) > 0;

    /// <summary>A way in which a body prints the symbols of its acts.</summary>
    private sealed class ActTemplate
    {
        private const string SessionPlace = "{session}";
        private const string NumberPlace = "{number}";

        private readonly string _first;
        private readonly string _second;

        public ActTemplate(string text, Body body)
        {
            var session = text.IndexOf(SessionPlace, StringComparison.Ordinal);
            var number = text.IndexOf(NumberPlace, StringComparison.Ordinal);
            _first = text[..session];
            _second = text[(session + SessionPlace.Length)..number];
            Body = body;
            IsDecision = text.Contains("DEC", StringComparison.OrdinalIgnoreCase);
        }

        public Body Body { get; }

        public bool IsDecision { get; }

        /// <summary>Session and number as <c>5/14</c>, with what follows them.</summary>
        public string? Match(ReadOnlySpan<char> symbol)
        {
            if (!symbol.StartsWith(_first, StringComparison.OrdinalIgnoreCase)) return null;
            var rest = symbol[_first.Length..];
            var middle = rest.IndexOf(_second, StringComparison.OrdinalIgnoreCase);
            return middle <= 0 || rest[..middle].Contains('/')
                ? null
                : $"{rest[..middle].Trim()}/{rest[(middle + _second.Length)..].Trim()}";
        }
    }
}
