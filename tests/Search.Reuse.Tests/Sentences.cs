namespace Search.Reuse;

/// <summary>Invented sentences of a vocabulary whose words are as unequally frequent as in real texts.</summary>
internal static class Sentences
{
    private const int Vocabulary = 6000;

    /// <summary>A sentence of a number of words.</summary>
    public static string Of(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(random)));

    /// <summary>Families of sentences of which each version is the one before with words replaced, inserted, dropped or moved.</summary>
    public static IEnumerable<string> Edited(int seed, int families, int versions)
    {
        var random = new Random(seed);
        for (var f = 0; f < families; f++)
        {
            var words = Of(random, random.Next(10, 120)).Split(' ').ToList();
            for (var v = 0; v < versions; v++)
            {
                yield return string.Join(' ', words);
                for (var edits = random.Next(0, Math.Max(2, words.Count / 6)); edits > 0; edits--) Edit(random, words);
            }
        }
    }

    private static void Edit(Random random, List<string> words)
    {
        var at = random.Next(words.Count);
        switch (random.Next(10))
        {
            case < 4: words[at] = Word(random); break;
            case < 7: words.Insert(at, Word(random)); break;
            case < 9 when words.Count > 8: words.RemoveAt(at); break;
            default:
                var run = words.GetRange(at, Math.Min(5, words.Count - at));
                words.RemoveRange(at, run.Count);
                words.InsertRange(random.Next(words.Count + 1), run);
                break;
        }
    }

    private static string Word(Random random) => $"w{(int)(Vocabulary * Math.Pow(random.NextDouble(), 3))}";
}
