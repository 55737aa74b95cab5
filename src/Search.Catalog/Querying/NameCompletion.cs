namespace Search.Catalog.Querying;

/// <summary>
/// Completes what a user types of a work's names: each typed word begins a word of one of them, in any
/// order, so that "conv rights child" finds the Convention on the Rights of the Child, and "ILO 182" the convention that is called
/// "ilo-c182" and "... (No. 182)".
/// </summary>
internal sealed class NameCompletion
{
    private readonly (int Number, string[] Words)[] _works;
    private readonly (string Word, int Place)[] _words;

    /// <summary>Takes the words of the names apart.</summary>
    /// <param name="names">Works' numbers and names, the most cited work first, the names of a work together.</param>
    public NameCompletion(IEnumerable<(int Work, string Name)> names)
    {
        var known = new Dictionary<string, string>();
        _works = [.. names.GroupBy(n => n.Work, n => n.Name)
            .Select(g => (g.Key, g.SelectMany(name => WordsOf(name, known)).Distinct().ToArray()))];
        _words = [.. _works.SelectMany((work, place) => work.Words.Select(word => (word, place)))];
        Array.Sort(_words, static (a, b) => string.CompareOrdinal(a.Word, b.Word) is var c && c != 0 ? c : a.Place.CompareTo(b.Place));
    }

    /// <summary>The works whose names fit, the most cited first. Linear in the number of words that begin as
    /// the rarest typed one does.</summary>
    /// <param name="typed">What is typed.</param>
    /// <param name="most">How many works at most.</param>
    public List<int> Complete(string typed, int most)
    {
        var asked = WordsOf(typed, known: null);
        if (asked.Length == 0) return [];
        var (from, to) = asked.Select(Range).MinBy(r => r.To - r.From);
        var fitting = new List<int>();
        for (var i = from; i < to; i++)
            if (asked.Length == 1 || Fits(_works[_words[i].Place].Words, asked)) fitting.Add(_words[i].Place);
        fitting.Sort();
        return [.. fitting.Distinct().Take(most).Select(place => _works[place].Number)];
    }

    private static bool Fits(string[] words, string[] asked) =>
        Array.TrueForAll(asked, typed => Array.Exists(words, word => word.StartsWith(typed, StringComparison.Ordinal)));

    /// <summary>Where the words that begin with a prefix are among all words.</summary>
    private (int From, int To) Range(string prefix)
    {
        var from = First(word => string.CompareOrdinal(word, prefix) >= 0, 0);
        return (from, First(word => !word.StartsWith(prefix, StringComparison.Ordinal), from));
    }

    /// <summary>The first word from a place on of which something is true that then stays true.</summary>
    private int First(Predicate<string> isTrue, int from)
    {
        var to = _words.Length;
        while (from < to)
        {
            var middle = from + (to - from) / 2;
            if (isTrue(_words[middle].Word)) to = middle;
            else from = middle + 1;
        }
        return from;
    }

    /// <summary>Runs of letters and digits in lower case.</summary>
    private static string[] WordsOf(string name, Dictionary<string, string>? known)
    {
        var words = new List<string>();
        for (var at = 0; at < name.Length; at++)
        {
            if (!char.IsLetterOrDigit(name[at])) continue;
            var start = at;
            while (at < name.Length && char.IsLetterOrDigit(name[at])) at++;
            var word = name[start..at].ToLowerInvariant();
            if (known is not null && !known.TryAdd(word, word)) word = known[word]; // names share their words
            words.Add(word);
        }
        return [.. words];
    }
}
