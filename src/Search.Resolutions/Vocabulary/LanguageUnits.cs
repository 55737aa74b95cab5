using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Search.Resolutions.Vocabulary;

/// <summary>The words by which a language names parts of documents: its <c>units.tsv</c>.</summary>
public sealed class LanguageUnits
{
    /// <summary>Letters of the longest ending that a star matches.</summary>
    private const int LongestEnding = 4;

    private readonly FrozenDictionary<char, (string Word, bool IsOpen, PinpointUnit Unit)[]> _before;
    private readonly bool _hasSpaces;

    internal LanguageUnits(Language language)
    {
        _hasSpaces = language.HasSpaces;
        var rows = language.IsEnglish
            ? []
            : Table.Read($"{language.Code}/units.tsv")
                .ConvertAll(r => (Unit: PinpointUnit.Of(r["unit"]), Before: r.Parts("words", "|"), After: r.Parts("after", "|")));
        _before = rows.SelectMany(r => r.Before.Select(w => (Word: LooseMatch.Folded(w.TrimEnd('*')), IsOpen: w.EndsWith('*'), r.Unit)))
            .GroupBy(w => w.Word[0]).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(w => w.Word.Length).ToArray());
        After = [.. rows.SelectMany(r => r.After.Select(w => (w, r.Unit))).OrderByDescending(w => w.w.Length)];
    }

    /// <summary>Words that follow their number, the longest first: "第6条", "première partie".</summary>
    public ImmutableArray<(string Word, PinpointUnit Unit)> After { get; }

    /// <summary>The unit whose word begins a text and precedes its number, and the length of the word; null where none does.</summary>
    public PinpointUnit? At(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text.IsEmpty || !_before.TryGetValue(LooseMatch.Fold(text[0]), out var words)) return null;
        foreach (var (word, isOpen, unit) in words)
        {
            if (LooseMatch.Length(text, word) is not (> 0 and var used)) continue;
            var end = used;
            while (isOpen && end < text.Length && end - used < LongestEnding && char.IsLetter(text[end])) end++;
            if (_hasSpaces && end < text.Length && char.IsLetter(text[end])) continue;
            length = end;
            return unit;
        }
        return null;
    }
}
