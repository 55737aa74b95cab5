using System.Collections.Frozen;

namespace Search.Resolutions.Vocabulary;

/// <summary>The part of a resolution whose paragraphs words open.</summary>
internal enum OpeningPart : byte
{
    /// <summary>The preamble.</summary>
    Preambular,

    /// <summary>The operative part.</summary>
    Operative,

    /// <summary>Either: how the paragraph ends decides which.</summary>
    Either,
}

/// <summary>The words that open paragraphs of resolutions in a language: <c>heads.tsv</c>.</summary>
internal sealed class OpeningWords
{
    /// <summary>Letters by which the words are sorted.</summary>
    private const int KeyLength = 2;

    private readonly FrozenDictionary<string, List<Opening>>.AlternateLookup<ReadOnlySpan<char>> _byKey;
    private readonly IReadOnlyList<string> _endings;
    private readonly bool _spaced;

    public OpeningWords(Language language)
    {
        _spaced = language.HasSpaces;
        _endings = language.Wordings("ending");
        var openings = new Dictionary<string, Opening>(StringComparer.Ordinal);
        foreach (var row in Table.Read($"{language.Code}/heads.tsv"))
        {
            var part = row["part"] == "preambular" ? OpeningPart.Preambular : OpeningPart.Operative;
            var words = LooseMatch.Folded(row["head"]);
            var known = openings.GetValueOrDefault(words);
            if (known is null) openings[words] = new(words, part, row["english"]);
            else if (known.Part != part) openings[words] = known with { Part = OpeningPart.Either };
        }
        var byKey = openings.Values.Where(o => o.Words.Length > 0).GroupBy(o => o.Words[..Math.Min(KeyLength, o.Words.Length)])
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(o => o.Words.Length).ToList(), StringComparer.Ordinal);
        _byKey = byKey.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>All words.</summary>
    public IEnumerable<Opening> All => _byKey.Dictionary.Values.SelectMany(o => o);

    /// <summary>The longest words that a text begins with, and their length in it; null where it begins with none.</summary>
    public Opening? At(ReadOnlySpan<char> text, out int length)
    {
        Span<char> key = stackalloc char[KeyLength];
        for (var n = Math.Min(KeyLength, text.Length); n > 0; n--)
        {
            for (var i = 0; i < n; i++) key[i] = LooseMatch.Fold(text[i]);
            if (!_byKey.TryGetValue(key[..n], out var openings)) continue;
            foreach (var opening in openings)
                if (LooseMatch.Length(text, opening.Words) is > 0 and var end
                    && (!_spaced || end == text.Length || !char.IsLetter(text[end])))
                {
                    length = end;
                    return opening;
                }
        }
        length = 0;
        return null;
    }

    /// <summary>Whether a word ends as the verbs of preambles do, though it is not listed.</summary>
    public bool EndsAsPreambular(ReadOnlySpan<char> word)
    {
        foreach (var ending in _endings)
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>Words that open paragraphs.</summary>
    /// <param name="Words">In small letters.</param>
    /// <param name="Part">Which part's paragraphs.</param>
    /// <param name="English">The words that open the same paragraph in English.</param>
    internal sealed record Opening(string Words, OpeningPart Part, string English);
}
