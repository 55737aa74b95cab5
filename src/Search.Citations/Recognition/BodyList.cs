using System.Collections.Frozen;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>Finds the bodies of the vocabulary by the names that texts use for them.</summary>
internal static class BodyList
{
    private static readonly FrozenDictionary<string, BodyName[]> ByFirstWord = Bodies.All
        .SelectMany(b => BodyNames.Of(b).Select(n => new BodyName(BodyNames.Words(n), b)))
        .GroupBy(n => n.Words[0], StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(n => n.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, BodyName[]>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        ByFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, Word> Nouns = Bodies.All.ToFrozenDictionary(b => b.Code, b => NounOf(b.Name));

    private static readonly FrozenDictionary<Word, Body[]> ByNoun =
        Bodies.All.Where(b => b.Noun() != Word.Other).GroupBy(b => b.Noun()).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>Bodies called by this noun for short, in the order of the vocabulary.</summary>
    public static IReadOnlyList<Body> Called(Word noun) => ByNoun.TryGetValue(noun, out var bodies) ? bodies : [];

    /// <summary>The noun by which a body is called for short ("the Council"); <see cref="Word.Other"/> where there is none.</summary>
    public static Word Noun(this Body body) => Nouns[body.Code];

    /// <summary>The canonical id of an act of a body.</summary>
    public static WorkId Act(this Body body, ActNumber number, bool decision, char? letter) => new(body.Symbol(number, decision, letter));

    /// <summary>The body whose name begins at token <paramref name="i"/>, the longest name first, and the index after the name.</summary>
    public static Body? At(TokenText text, int i, out int end)
    {
        end = i;
        if (!text.MayBeginBody(i)) return null;
        if (!Lookup.TryGetValue(text.Chars(i), out var names)) return null;
        foreach (var name in names)
            if (name.Matches(text, i, out end)) return name.Body;
        end = i;
        return null;
    }

    private static Word NounOf(string name)
    {
        foreach (var word in name.Split(' ', '-'))
            if (Lexicon.Find(word) is var w && w.IsBody()) return w;
        return Word.Other;
    }

    private sealed record BodyName(string[] Words, Body Body)
    {
        private const int LongestAcronym = 6;

        public bool Matches(TokenText text, int i, out int end)
        {
            end = i;
            foreach (var word in Words)
            {
                while (text.IsDash(end) || end > i && text.Sign(end) is '’' or '\'' or ',' or ':' or '/') end++;
                if (!text.IsLetters(end) || !text.Equals(end, word)) return false;
                end++;
            }
            // An acronym must be printed as one.
            return Words.Length > 1 || Words[0].Length > LongestAcronym || text.Chars(i).SequenceEqual(Words[0]);
        }
    }
}
