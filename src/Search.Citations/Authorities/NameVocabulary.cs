using System.Collections.Immutable;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Authorities;

/// <summary>
/// The words of all names, each in the class of its spellings: British and American, singular and plural, and the
/// prepositions that titles exchange ("Convention on / for / of / concerning").
/// </summary>
internal sealed class NameVocabulary
{
    /// <summary>Nouns that distinguish one kind of instrument from several of them: their plural is another word.</summary>
    private static readonly WordList HeadNouns = WordList.Of("head-nouns");

    /// <summary>Prepositions that titles exchange, the class named by the first.</summary>
    private static readonly ImmutableArray<string> Prepositions = WordList.Of("exchanged-prepositions").All;

    private readonly Dictionary<string, int> _surfaces = [];
    private readonly List<int> _parents = [];
    private readonly WordTable _table;
    private readonly Lazy<SymmetricDeleteIndex> _near;

    public NameVocabulary(IEnumerable<string> names)
    {
        foreach (var word in Prepositions) Join(word, Prepositions[0]);
        foreach (var name in names)
        {
            var scanner = new NameScanner(name);
            while (scanner.Next()) Add(NameLetters.Fold(name.AsSpan(scanner.Start, scanner.End - scanner.Start)));
        }
        Count = _parents.Count;
        _table = new WordTable(
            [.. _surfaces.Select(s => KeyValuePair.Create(NameScanner.Hash(s.Key), s.Key == "the" ? NameToken.Article : Root(s.Value)))]);
        Of = Root(_surfaces[Prepositions[0]]);
        _near = new(() => new SymmetricDeleteIndex(_surfaces.Select(s => (s.Key, Root(s.Value)))));
    }

    /// <summary>Word numbers lie below this.</summary>
    public int Count { get; }

    /// <summary>The class of "of".</summary>
    public int Of { get; }

    /// <summary>The class of a hashed word, <see cref="NameToken.Article"/> or <see cref="NameToken.Unknown"/>.</summary>
    public int Find(ulong hash) => _table.Find(hash);

    /// <summary>The class of a word, or <see cref="NameToken.Unknown"/>.</summary>
    public int Find(string word) => Find(NameScanner.Hash(NameLetters.Fold(word)));

    /// <summary>Classes of words of six letters or more that are one edit away from a word no name has.</summary>
    public IReadOnlyList<int> FindNear(ReadOnlySpan<char> word) => _near.Value.Find(word);

    private void Add(string word)
    {
        if (_surfaces.ContainsKey(word)) return;
        foreach (var spelling in Spellings(word)) Join(spelling, word);
    }

    private static IEnumerable<string> Spellings(string word)
    {
        var forms = new List<string> { word };
        if (word.Length > 3 && !HeadNouns.Contains(word) && char.IsAsciiLetter(word[0]))
        {
            if (word.EndsWith("ies", StringComparison.Ordinal)) forms.Add(word[..^3] + "y");
            else if (word[^1] == 'y' && word[^2] is not ('a' or 'e' or 'o' or 'u')) forms.Add(word[..^1] + "ies");
            else if (word[^1] != 's') forms.Add(word + "s");
            else if (word[^2] is not ('s' or 'u' or 'i')) forms.Add(word[..^1]);
        }
        foreach (var form in forms)
        {
            yield return form;
            foreach (var (british, american) in Pairs)
            {
                if (form.Length < 6) break;
                var at = form.IndexOf(british, 1, StringComparison.Ordinal);
                if (at > 0) yield return form[..at] + american + form[(at + british.Length)..];
                at = form.IndexOf(american, 1, StringComparison.Ordinal);
                if (at > 0) yield return form[..at] + british + form[(at + american.Length)..];
            }
        }
    }

    /// <summary>Letters that British and American spelling exchange inside words of six letters or more.</summary>
    private static readonly (string British, string American)[] Pairs =
    [
        ("is", "iz"), ("ys", "yz"), ("our", "or"), ("ramme", "ram"), ("ntre", "nter"), ("ence", "ense"), ("lled", "led"),
        ("lling", "ling"), ("dgement", "dgment"), ("ageing", "aging"), ("ae", "e"),
    ];

    private void Join(string word, string other)
    {
        var a = Root(Number(word));
        var b = Root(Number(other));
        if (a != b) _parents[Math.Max(a, b)] = Math.Min(a, b);
    }

    private int Number(string word)
    {
        if (_surfaces.TryGetValue(word, out var number)) return number;
        _surfaces[word] = _parents.Count;
        _parents.Add(_parents.Count);
        return _parents.Count - 1;
    }

    private int Root(int word)
    {
        while (_parents[word] != word) word = _parents[word];
        return word;
    }
}
