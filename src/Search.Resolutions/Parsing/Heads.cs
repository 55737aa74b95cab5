using System.Collections.Frozen;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>Which part of a resolution a paragraph's first words belong to.</summary>
internal enum HeadKind : byte
{
    /// <summary>No governing head.</summary>
    None,

    /// <summary>A participle or adjective: "Recalling", "Deeply concerned".</summary>
    Preambular,

    /// <summary>A verb of the present tense: "Urges", "Also invites".</summary>
    Operative,
}

/// <summary>The governing head at the start of a paragraph.</summary>
/// <param name="Kind">What it governs.</param>
/// <param name="Length">Characters from the paragraph's start to the end of the head, adverbs and particles included.</param>
/// <param name="Known">Whether the word is in the list, not only of the right shape.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Head(HeadKind Kind, int Length, bool Known)
{
    private static readonly List<(string Word, HeadKind Kind, string[] Tails)> Openings =
        [.. Table.Read("en/openings.tsv")
            .Select(r => (r["word"], Enum.TryParse<HeadKind>(r["part"], ignoreCase: true, out var kind)
                ? kind
                : HeadKind.None, r.Parts("continues", "|")))];

    /// <summary>Heads that continue: what may follow which verb, the longest first.</summary>
    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> Tails =
        Openings.Where(o => o.Tails.Length > 0).ToFrozenDictionary(o => o.Word, o => o.Tails, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All words with what they are; an adverb has no kind.</summary>
    private static readonly FrozenDictionary<string, HeadKind>.AlternateLookup<ReadOnlySpan<char>> Lexicon =
        Openings.ToFrozenDictionary(o => o.Word, o => o.Kind, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What follows a word in -s where it is a verb.</summary>
    private static readonly WordList ObjectOpenings = WordList.Of("object-openings");

    /// <summary>Adverbs after a verb that belong to the head.</summary>
    private static readonly WordList Adverbs = WordList.Of("head-adverbs");

    /// <summary>Signs before the first word that are passed.</summary>
    public const int MostOpeningSigns = 8;

    /// <summary>Words of the longest head: adverbs, a conjunction and the verb.</summary>
    private const int MostWords = 4;

    /// <summary>Letters of the longest word.</summary>
    private const int LongestWord = 23;

    /// <summary>Letters of the shortest participle in -ing, and of the shortest verb in -s and adverb in
    /// -ly, that no table lists.</summary>
    private const int ShortestParticiple = 6, ShortestUnlisted = 5;

    /// <summary>Characters of the longest emphasised opening that is the head.</summary>
    private const int LongestEmphasis = 48;

    /// <summary>Letters of the shortest and the longest second verb: "Recalling and reaffirming".</summary>
    private const int ShortestSecond = 3, LongestSecond = 20;

    /// <summary>Reads the head of a cleaned paragraph.</summary>
    public static Head Read(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && at < MostOpeningSigns
            && (text[at] is '“' or '"' or '‘' or '\'' or '(' or '[' or '*' or '_' or '…' or '.' or ' '))
            at++;
        if (at >= text.Length || !char.IsUpper(text[at])) return default;
        Span<char> word = stackalloc char[LongestWord];
        for (var n = 0; n < MostWords; n++)
        {
            var end = WordEnd(text, at);
            var length = end - at;
            if (length is 0 or > LongestWord) return default;
            text.Slice(at, length).CopyTo(word);
            word[0] = char.ToUpperInvariant(word[0]);
            var w = word[..length];
            var known = Lexicon.TryGetValue(w, out var kind);
            if (kind != HeadKind.None) return new(kind, Extend(text, at, end), Known: true);
            if (n == 0 && length >= ShortestParticiple && w.EndsWith("ing", StringComparison.Ordinal))
                return new(HeadKind.Preambular, end, Known: false);
            if (length >= ShortestUnlisted && IsInS(w) && ObjectOpenings.Opens(text[end..]))
                return new(HeadKind.Operative, end, Known: false);
            var adverb = known || (length >= ShortestUnlisted && w.EndsWith("ly", StringComparison.Ordinal));
            if (!adverb && !(n > 0 && w is "And")) return default;
            at = end;
            while (at < text.Length && text[at] is ' ' or ',') at++;
            if (at >= text.Length || !char.IsLetter(text[at])) return default;
        }
        return default;
    }

    /// <summary>Reads a head in the middle of a sentence, where it has a small letter.</summary>
    public static Head Inside(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return default;
        Span<char> words = stackalloc char[Math.Min(text.Length, HeadReader.Reach)];
        text[..words.Length].CopyTo(words);
        words[0] = char.ToUpperInvariant(words[0]);
        return Read(words);
    }

    /// <summary>"Urges", but not "Progress", "Status" or "Basis".</summary>
    private static bool IsInS(ReadOnlySpan<char> word) => word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i');

    /// <summary>The head as printed, or null. An emphasised opening of at most a few words is the head, for
    /// that is how the verb is set.</summary>
    public static string? Printed(string text, int emphasis, Head head)
    {
        var start = 0;
        while (start < text.Length && text[start] is '“' or '"' or '‘' or '[' or ' ') start++;
        if (start > 0) head = Read(text.AsSpan(start));
        if (emphasis > start && emphasis <= text.Length && emphasis - start <= LongestEmphasis)
            return text[start..emphasis].TrimEnd(' ', ',', ':');
        return head.Kind == HeadKind.None ? null : RepeatedStrings.Of(text.AsSpan(start, head.Length));
    }

    private static int Extend(ReadOnlySpan<char> text, int start, int end)
    {
        if (!Tails.TryGetValue(text[start..end], out var tails)) return Coordinated(text, Adverb(text, end));
        var from = Adverb(text, end);
        foreach (var tail in tails)
        {
            if (from + 1 + tail.Length > text.Length || text[from] != ' ') continue;
            if (!text.Slice(from + 1, tail.Length).SequenceEqual(tail)) continue;
            var after = from + 1 + tail.Length;
            if (after == text.Length || !char.IsLetter(text[after])) return after;
        }
        return Coordinated(text, from);
    }

    /// <summary>"Recalling also", "Notes further".</summary>
    private static int Adverb(ReadOnlySpan<char> text, int end)
    {
        if (end + 1 >= text.Length || text[end] != ' ') return end;
        var next = WordEnd(text, end + 1);
        return Adverbs.Contains(text[(end + 1)..next]) ? next : end;
    }

    /// <summary>"Recalling and reaffirming".</summary>
    private static int Coordinated(ReadOnlySpan<char> text, int end)
    {
        const string and = " and ";
        var start = end + and.Length;
        if (start >= text.Length || !text[end..].StartsWith(and, StringComparison.Ordinal)) return end;
        var next = WordEnd(text, start);
        var length = next - start;
        if (length is < ShortestSecond or > LongestSecond) return end;
        Span<char> word = stackalloc char[LongestSecond];
        text.Slice(start, length).CopyTo(word);
        word[0] = char.ToUpperInvariant(word[0]);
        return Lexicon.TryGetValue(word[..length], out var kind) && kind != HeadKind.None ? next : end;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsLetter(text[at]) || text[at] is '-' or '‑')) at++;
        return at;
    }
}
