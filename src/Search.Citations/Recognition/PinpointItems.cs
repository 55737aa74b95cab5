using System.Buffers;
using System.Globalization;
using System.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>
/// Reads the numbers of provisions in languages other than English, as their normal form writes them: "3 a) à
/// f)" is <c>3 (a)-(f)</c>. Ordinals and Chinese numerals do not say how the English text counts: articles and paragraphs get figures,
/// larger parts roman numerals, as they usually have.
/// </summary>
internal sealed class PinpointItems(string text, Language language)
{
    /// <summary>Items of one list.</summary>
    private const int MostItems = 60;

    /// <summary>Digits of the longest number of a provision.</summary>
    private const int MostDigits = 4;

    private readonly IReadOnlyList<string> _letters = language.Wordings("letters");
    private readonly IReadOnlyList<string> _parts = language.Wordings("part");
    private readonly SearchValues<char> _first =
        SearchValues.Create([.. language.Wordings("ordinal").Concat(language.Wordings("ordinal-feminine")).Select(o => o[0])]);
    private readonly IReadOnlyList<string>[] _ordinals = [language.Wordings("ordinal"), language.Wordings("ordinal-feminine")];

    /// <summary>Whether a word that counts can begin with a letter.</summary>
    public bool MayBeOrdinal(char first) => _first.Contains(char.ToLowerInvariant(first));

    /// <summary>A list of items in normal form; empty where none begins.</summary>
    /// <param name="at">Where the first begins.</param>
    /// <param name="provision">Whether provisions are numbered, which have figures, and no larger parts.</param>
    /// <param name="end">After the last.</param>
    /// <param name="count">How many there are; the ends of a range are two.</param>
    /// <param name="number">The first number, where that is printed in figures; else 0.</param>
    public string List(int at, bool provision, out int end, out int count, out int number)
    {
        (end, count, number) = (at, 0, 0);
        var list = new StringBuilder();
        while (count < MostItems)
        {
            var next = end;
            var joint = "";
            if (count > 0 && (joint = Joint(ref next)).Length == 0) break;
            if (Item(next, provision, out var after) is not { } item) break;
            if (count == 0 && char.IsAsciiDigit(text[next])) number = Digits(next, out _);
            list.Append(joint).Append(item);
            end = Brackets(after, list);
            count++;
        }
        return list.ToString();
    }

    /// <summary>Appends letters in brackets after an item or its unit: "3 (b)", "第2段(a)".</summary>
    public int Brackets(int at, ref string list)
    {
        var all = new StringBuilder(list);
        var end = Brackets(at, all);
        list = all.ToString();
        return end;
    }

    private int Brackets(int at, StringBuilder list)
    {
        var end = at;
        while (true)
        {
            var next = Blank(end);
            var open = next < text.Length && text[next] == '(';
            if (open) next++;
            if (Letter(next, out var after) is not { } letter || after >= text.Length || text[after] != ')') return end;
            list.Append(list.Length > 0 && list[^1] == ')' ? "" : " ").Append('(').Append(letter).Append(')');
            end = after + 1;
        }
    }

    /// <summary>What separates two items, in normal form; empty where nothing does.</summary>
    private string Joint(ref int at)
    {
        var next = Blank(at);
        if (next < text.Length && text[next] is '-' or '–' or '‑')
        {
            at = Blank(next + 1);
            return "-";
        }
        var comma = next < text.Length && text[next] == ',';
        if (comma) next = Blank(next + 1);
        foreach (var to in language.Wordings("to"))
            if (!comma && IsWord(next, to))
            {
                at = Blank(next + to.Length);
                return "-";
            }
        foreach (var and in language.Wordings("and"))
            if (IsWord(next, and))
            {
                at = Blank(next + and.Length);
                return " and ";
            }
        if (!comma) return "";
        at = next;
        return ", ";
    }

    /// <summary>Whether a word begins at a place that letters do not continue; in Arabic "and" is written
    /// together with what follows.</summary>
    private bool IsWord(int at, string word)
    {
        if (string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0) return false;
        var after = at + word.Length;
        return !language.HasSpaces || language.Script == Script.Arabic || after >= text.Length || !char.IsLetter(text[after]);
    }

    /// <summary>Whether a letter or digit continues a word.</summary>
    private bool IsInsideWord(int at) => language.HasSpaces && at < text.Length && char.IsLetterOrDigit(text[at]);

    private string? Item(int at, bool provision, out int end)
    {
        end = at;
        if (at >= text.Length) return null;
        if (char.IsAsciiDigit(text[at])) return Figures(at, out end);
        if (Numeral(at, out end) is { } numeral) return numeral;
        if (Ordinal(at, out end) is > 0 and var value)
            return provision ? value.ToString(CultureInfo.InvariantCulture) : RomanNumeral.Of(value);
        if (provision) return LetterAlone(at, out end);
        for (var i = 0; i < _parts.Count; i++)
            if (IsWord(at, _parts[i]) && !GoesOn(at + _parts[i].Length))
            {
                end = at + _parts[i].Length;
                return ((char)('A' + i)).ToString();
            }
        return null;
    }

    /// <summary>"3", "4.10", "5 bis"; not "48/57", a date, a year in brackets or a share.</summary>
    private string? Figures(int at, out int end)
    {
        end = at;
        if (language.Dates.At(text.AsSpan(at), out _) is not null) return null;
        Digits(at, out var after);
        if (after - at > MostDigits) return null;
        while (after + 1 < text.Length && text[after] == '.' && char.IsAsciiDigit(text[after + 1])) Digits(after + 1, out after);
        if (after < text.Length && text[after] is '/' or '%') return null;
        if (language.HasSpaces && after < text.Length && char.IsLetter(text[after]) && !IsItemLetter(after)) return null;
        end = after;
        var item = text[at..end];
        foreach (var again in (ReadOnlySpan<string>)["bis", "ter", "quater"])
            if (IsWord(Blank(end), again))
            {
                end = Blank(end) + again.Length;
                return $"{item} {again}";
            }
        return item;
    }

    /// <summary>"3a)": a letter in a bracket that belongs to the number.</summary>
    private bool IsItemLetter(int at) => Letter(at, out var after) is not null && after < text.Length && text[after] == ')';

    /// <summary>Roman capitals, or one capital by which parts are lettered: "IV", "C", "IV.B".</summary>
    private string? Numeral(int at, out int end)
    {
        end = at;
        while (end < text.Length && end - at < RomanNumeral.Longest && Capital(text[end]) != '\0') end++;
        if (end == at || IsInsideWord(end) || end < text.Length && text[end] is '/' or '’' or '-') return null;
        var letters = string.Concat(text[at..end].Select(Capital));
        if (letters.Length > 1 && RomanNumeral.Value(letters) == 0) return null;
        while (SubItem(end) is { } sub)
        {
            letters += $".{sub}";
            end += 1 + sub.Length;
        }
        return letters;
    }

    /// <summary>What follows the full stop in "IV.B" and "B.2"; null where the full stop ends the sentence or a symbol begins.</summary>
    private string? SubItem(int stop)
    {
        if (stop + 1 >= text.Length || text[stop] != '.') return null;
        var end = stop + 1;
        if (char.IsAsciiDigit(text[end])) while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        else if (Capital(text[end]) != '\0') end++;
        if (end == stop + 1 || IsInsideWord(end) || end < text.Length && text[end] is '/' or '-') return null;
        return string.Concat(text[(stop + 1)..end].Select(c => Capital(c) is var capital and not '\0' ? capital : c));
    }

    private static char Capital(char c) => LookAlikes.Of(c) is var latin && char.IsAsciiLetterUpper(latin) ? latin : '\0';

    private int Ordinal(int at, out int end)
    {
        if (!language.HasSpaces)
        {
            var length = 0;
            var value = HanNumeral.Read(text.AsSpan(at), ref length);
            end = at + length;
            return value;
        }
        // "الحادي عشر" before "الحادي"
        foreach (var ordinals in _ordinals)
            for (var i = ordinals.Count - 1; i >= 0; i--)
                if (LooseMatch.Length(text.AsSpan(at), ordinals[i]) is > 0 and var length && !GoesOn(at + length))
                {
                    end = at + length;
                    return i + 1;
                }
        end = at;
        return 0;
    }

    /// <summary>"alinéa e de l’Article 73": a letter of its own.</summary>
    private string? LetterAlone(int at, out int end)
    {
        var open = text[at] == '(';
        if (Letter(open ? at + 1 : at, out end) is not { } letter) return null;
        if (end < text.Length && text[end] == ')') end++;
        else if (open || GoesOn(end) || !language.HasSpaces) return null;
        return $"({letter})";
    }

    /// <summary>The letter of an item, as the Latin alphabet counts it.</summary>
    private string? Letter(int at, out int end)
    {
        end = at;
        if (at >= text.Length || at + 1 < text.Length && char.IsLetter(text[at + 1]) && text[at + 1] != text[at]) return null;
        var repeated = at + 1 < text.Length && text[at + 1] == text[at] ? 2 : 1;
        if (char.IsAsciiLetterLower(text[at]) || char.IsAsciiDigit(text[at]) && at > 0 && text[at - 1] == '(')
        {
            end = at + repeated;
            return text[at..end];
        }
        for (var i = 0; i < _letters.Count && i < 26; i++)
            if (text[at] == _letters[i][0])
            {
                end = at + repeated;
                return new((char)('a' + i), repeated);
            }
        return null;
    }

    private int Digits(int at, out int end)
    {
        end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - at <= MostDigits ? int.Parse(text.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture) : 0;
    }

    private bool GoesOn(int at) => at < text.Length && char.IsLetterOrDigit(text[at]);

    private int Blank(int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at;
    }
}
