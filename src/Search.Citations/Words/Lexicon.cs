using System.Globalization;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Words;

/// <summary>Finds the <see cref="Word"/> that letters spell, abbreviations included, by a hash that is computed
/// while the letters are read.</summary>
internal static class Lexicon
{
    private const int LongestWord = 16;

    private static readonly uint[] Hashes = new uint[2048];
    private static readonly Entry[] Entries = new Entry[2048];

    static Lexicon()
    {
        foreach (var word in Enum.GetValues<Word>())
            if (word > Word.Sign) Add(word.ToString().ToLower(CultureInfo.InvariantCulture), word, false);
        foreach (var (word, spellings) in Spellings.All)
            foreach (var spelling in spellings) Add(spelling, Enum.Parse<Word>(word), false);
        foreach (var unit in PinpointUnit.All)
            foreach (var text in unit.Words) Add(text, Enum.Parse<Word>(unit.Name, ignoreCase: true), false);
        foreach (var (text, month) in Months.Abbreviations) Add(text, (Word)((int)Word.January + month - 1), false);
        foreach (var first in BodyNames.FirstWords()) Add(first.ToLower(CultureInfo.InvariantCulture), Find(first), true);
    }

    /// <summary>The hash of letters, as <see cref="NameScanner"/> makes it.</summary>
    public static ulong Hash(ReadOnlySpan<char> letters)
    {
        var hash = NameScanner.Seed;
        foreach (var c in letters) hash = NameScanner.Step(hash, NameLetters.Fold(c));
        return hash;
    }

    /// <summary>The word that <paramref name="letters"/> spell in any case; <see cref="Word.Other"/> for all the rest.</summary>
    public static Word Find(ReadOnlySpan<char> letters) => Find(letters, Hash(letters)).Word;

    /// <summary>The entry for letters whose hash is known.</summary>
    public static Entry Find(ReadOnlySpan<char> letters, ulong hash)
    {
        if (letters.Length is < 2 or > LongestWord) return default(Entry) with { Word = Word.Other };
        for (var i = Slot(hash); Hashes[i] != 0; i = (i + 1) & (Hashes.Length - 1))
            if (Hashes[i] == (uint)hash && letters.Equals(Entries[i].Spelling, StringComparison.OrdinalIgnoreCase)) return Entries[i];
        return default(Entry) with { Word = Word.Other };
    }

    private static void Add(string spelling, Word word, bool beginsBody)
    {
        var hash = Hash(spelling);
        var i = Slot(hash);
        while (Hashes[i] != 0 && !(Hashes[i] == (uint)hash && Entries[i].Spelling == spelling)) i = (i + 1) & (Hashes.Length - 1);
        var traits = Hashes[i] != 0 ? Entries[i].Traits : TokenTraits.None;
        if (beginsBody) traits |= TokenTraits.BodyStart;
        if (word.MayOpen()) traits |= TokenTraits.Opener;
        if (word.MayOpenPinpoint()) traits |= TokenTraits.Unit;
        Hashes[i] = (uint)hash;
        Entries[i] = new(spelling, word, traits);
    }

    private static int Slot(ulong hash) => (int)(hash >> 32) & (Hashes.Length - 1);

    /// <summary>A word of the list.</summary>
    /// <param name="Spelling">In small letters.</param>
    /// <param name="Word">What it is.</param>
    /// <param name="Traits">What can begin with it: a mention, a pinpoint, the name of a body.</param>
    internal readonly record struct Entry(string Spelling, Word Word, TokenTraits Traits);
}
