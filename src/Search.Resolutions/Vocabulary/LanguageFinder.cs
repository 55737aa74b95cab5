using System.Collections.Frozen;

namespace Search.Resolutions.Vocabulary;

/// <summary>Tells the language of a text by its script, and among languages of one script by their small words.</summary>
public static class LanguageFinder
{
    /// <summary>Characters of a paragraph that are looked at.</summary>
    private const int Window = 240;

    /// <summary>Characters of a document that are looked at.</summary>
    private const int DocumentWindow = 20_000;

    /// <summary>A paragraph of fewer characters is taken to be in the language of its document.</summary>
    private const int ShortestParagraph = 24;

    /// <summary>Words of a Latin text that no language's small words make up enough of: it is in none of them.</summary>
    private const int LeastWords = 100, LeastShare = 20;

    /// <summary>How many times as many small words as English has another language must have.</summary>
    private const int ClearMajority = 3;

    /// <summary>A Chinese character says as much as three letters.</summary>
    private const int HanWeight = 3;

    private static readonly Language[] Latin = [.. Language.All.Where(l => l.Script == Script.Latin)];

    /// <summary>For each small word a bit for each language that has it.</summary>
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Small = SmallWords();

    /// <summary>The language of a whole text; null where it is none that is known.</summary>
    public static Language? OfDocument(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sample = text.AsSpan(0, Math.Min(text.Length, DocumentWindow));
        if (MainScript(sample) is not Script.Latin and not Script.None and var script) return OfScript(script);
        Span<int> votes = stackalloc int[Latin.Length];
        var words = Vote(sample, votes, -1, out _);
        AddSigns(sample, votes);
        var best = 0;
        for (var i = 1; i < votes.Length; i++)
            if (votes[i] > votes[best]) best = i;
        if (votes[best] <= votes[0] * ClearMajority) best = 0; // a text in two languages is read in English, the other passages are marked
        return words >= LeastWords && votes[best] * LeastShare < words ? null : Latin[best];
    }

    /// <summary>The language of a paragraph where it is certainly another than that of its document; null where nothing says so.</summary>
    public static Language? OfForeign(ReadOnlySpan<char> paragraph, Language document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (paragraph.Length < ShortestParagraph) return null;
        if (paragraph.Length > Window) paragraph = paragraph[..Window];
        var script = MainScript(paragraph);
        if (script == Script.None) return null;
        if (script != Script.Latin) return script == document.Script ? null : OfScript(script);
        Span<int> votes = stackalloc int[Latin.Length];
        var own = Array.IndexOf(Latin, document);
        var words = Vote(paragraph, votes, own, out var foreign);
        const int fewestWords = 5, fewestSmall = 3, density = 6;
        if (words < fewestWords || foreign < fewestSmall || foreign * density < words) return null;
        if (own >= 0 && foreign <= votes[own] * 2) return null;
        var best = -1;
        for (var i = 0; i < votes.Length; i++)
            if (i != own && (best < 0 || votes[i] > votes[best])) best = i;
        return Latin[best];
    }

    /// <summary>The script of most letters of a text; None where it has none.</summary>
    public static Script MainScript(ReadOnlySpan<char> text)
    {
        var (latin, cyrillic, arabic, han) = (0, 0, 0, 0);
        foreach (var c in text)
        {
            if (char.IsAscii(c)) latin += char.IsAsciiLetter(c) ? 1 : 0;
            else if (c < '\u0250') latin++;
            else if (c is >= '\u0400' and <= '\u052F') cyrillic++;
            else if (c is (>= '\u0600' and <= '\u06FF') or (>= '\uFB50' and <= '\uFEFC')) arabic++;
            else if (c is (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF')) han += HanWeight;
        }
        var most = Math.Max(Math.Max(latin, cyrillic), Math.Max(arabic, han));
        return most == 0 ? Script.None
            : most == latin ? Script.Latin
            : most == cyrillic ? Script.Cyrillic
            : most == arabic ? Script.Arabic
            : Script.Han;
    }

    private static Language? OfScript(Script script) => Language.All.FirstOrDefault(l => l.Script == script);

    /// <summary>Counts the small words of each Latin language in a text, and those that one of them does not have;
    /// returns the number of its words.</summary>
    private static int Vote(ReadOnlySpan<char> text, Span<int> votes, int own, out int foreign)
    {
        foreign = 0;
        Span<char> lower = stackalloc char[12];
        var words = 0;
        for (var at = 0; at < text.Length;)
        {
            while (at < text.Length && !char.IsLetter(text[at])) at++;
            var start = at;
            while (at < text.Length && char.IsLetter(text[at])) at++;
            if (at == start) break;
            words++;
            if (at - start > lower.Length) continue;
            text[start..at].ToLowerInvariant(lower);
            if (!Small.TryGetValue(lower[..(at - start)], out var languages)) continue;
            for (var i = 0; i < votes.Length; i++) votes[i] += languages >> i & 1;
            if (own >= 0 ? (languages >> own & 1) == 0 : languages > 0) foreign++;
        }
        return words;
    }

    /// <summary>Counts the letters that one Latin language has and another lacks: ñ, ç.</summary>
    private static void AddSigns(ReadOnlySpan<char> text, Span<int> votes)
    {
        foreach (var c in text)
        {
            if (char.IsAscii(c)) continue;
            for (var i = 0; i < votes.Length; i++)
                if (Signs[i].Contains(c, StringComparison.Ordinal)) votes[i]++;
        }
    }

    private static readonly string[] Signs = [.. Latin.Select(l => string.Concat(l.Wordings("signs")))];

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> SmallWords()
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Latin.Length; i++)
            foreach (var word in Latin[i].Wordings("small")) words[word] = words.GetValueOrDefault(word) | 1 << i;
        return words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
