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

    /// <summary>Reads the head of a cleaned paragraph.</summary>
    public static Head Read(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && at < 8 && (text[at] is '“' or '"' or '‘' or '\'' or '(' or '[' or '*' or '_' or '…' or '.' or ' ')) at++;
        if (at >= text.Length || !char.IsUpper(text[at])) return default;
        Span<char> word = stackalloc char[24];
        for (var n = 0; n < 4; n++)
        {
            var end = WordEnd(text, at);
            var length = end - at;
            if (length is 0 or > 23) return default;
            text.Slice(at, length).CopyTo(word);
            word[0] = char.ToUpperInvariant(word[0]);
            var w = word[..length];
            var known = Lexicon.TryGetValue(w, out var kind);
            if (kind != HeadKind.None) return new(kind, Extend(text, at, end), Known: true);
            if (n == 0 && length > 5 && w.EndsWith("ing", StringComparison.Ordinal)) return new(HeadKind.Preambular, end, Known: false);
            if (length > 4 && w[^1] == 's' && w[^2] is not ('s' or 'u' or 'i') && TakesObject(text[end..]))
                return new(HeadKind.Operative, end, Known: false);
            var adverb = known || (length > 4 && w.EndsWith("ly", StringComparison.Ordinal));
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
        Span<char> words = stackalloc char[Math.Min(text.Length, 64)];
        text[..words.Length].CopyTo(words);
        words[0] = char.ToUpperInvariant(words[0]);
        return Read(words);
    }

    /// <summary>Whether what follows a word in -s makes it a verb.</summary>
    private static bool TakesObject(ReadOnlySpan<char> rest) =>
        rest.StartsWith(" the ", StringComparison.Ordinal) || rest.StartsWith(" that ", StringComparison.Ordinal)
            || rest.StartsWith(" its ", StringComparison.Ordinal)
        || rest.StartsWith(" a ", StringComparison.Ordinal) || rest.StartsWith(" an ", StringComparison.Ordinal)
        || rest.StartsWith(" upon ", StringComparison.Ordinal);

    /// <summary>The head as printed, or null. An emphasised opening of at most a few words is the head, for
    /// that is how the verb is set.</summary>
    public static string? Printed(string text, int emphasis, Head head)
    {
        var start = 0;
        while (start < text.Length && text[start] is '“' or '"' or '‘' or '[' or ' ') start++;
        if (start > 0) head = Read(text.AsSpan(start));
        if (emphasis > start && emphasis <= text.Length && emphasis - start <= 48) return text[start..emphasis].TrimEnd(' ', ',', ':');
        return head.Kind == HeadKind.None ? null : text[start..(start + head.Length)];
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
        return text[(end + 1)..next] is "also" or "further" or "again" or "moreover" or "furthermore" ? next : end;
    }

    /// <summary>"Recalling and reaffirming".</summary>
    private static int Coordinated(ReadOnlySpan<char> text, int end)
    {
        if (end + 5 >= text.Length || !text[end..].StartsWith(" and ", StringComparison.Ordinal)) return end;
        var next = WordEnd(text, end + 5);
        if (next - end - 5 is < 3 or > 20) return end;
        Span<char> word = stackalloc char[24];
        var length = next - end - 5;
        text.Slice(end + 5, length).CopyTo(word);
        word[0] = char.ToUpperInvariant(word[0]);
        return Lexicon.TryGetValue(word[..length], out var kind) && kind != HeadKind.None ? next : end;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsLetter(text[at]) || text[at] is '-' or '‑')) at++;
        return at;
    }
}
