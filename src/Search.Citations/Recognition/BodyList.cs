using System.Collections.Frozen;

namespace Search.Citations.Recognition;

/// <summary>All bodies of <c>bodies.tsv</c>, found by code and by name.</summary>
internal sealed class BodyList
{
    private readonly FrozenDictionary<string, Body> _byCode;
    private readonly FrozenDictionary<string, BodyName[]> _byFirstWord;
    private readonly FrozenDictionary<string, BodyName[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<Word, Body[]> _byNoun;

    private BodyList()
    {
        var bodies = new List<Body>();
        var names = new Dictionary<string, List<BodyName>>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in EmbeddedTable.Rows("bodies.tsv"))
        {
            var all = row[4].Split(" | ");
            var body = new Body(row[0], row[1], row[2], NounOf(all[0]), new(row[3]));
            bodies.Add(body);
            foreach (var name in all)
            {
                var words = Words(name);
                if (!names.TryGetValue(words[0], out var list)) names[words[0]] = list = [];
                list.Add(new(words, body));
            }
        }
        All = [.. bodies];
        _byCode = bodies.ToFrozenDictionary(b => b.Code);
        _byFirstWord = names.ToFrozenDictionary(n => n.Key, n => n.Value.OrderByDescending(v => v.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase);
        _lookup = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        _byNoun = bodies.Where(b => b.Noun != Word.Other).GroupBy(b => b.Noun).ToDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>The list compiled into the assembly.</summary>
    public static BodyList Instance { get; } = new();

    /// <summary>The words that names of bodies begin with.</summary>
    public static IEnumerable<string> FirstWords() => EmbeddedTable.Rows("bodies.tsv").SelectMany(r => r[4].Split(" | ")).Select(n => Words(n)[0]).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>All bodies, in file order.</summary>
    public IReadOnlyList<Body> All { get; }

    /// <summary>The body with this acronym, or null.</summary>
    public Body? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    /// <summary>Bodies called by this noun for short, in file order.</summary>
    public IReadOnlyList<Body> Called(Word noun) => _byNoun.TryGetValue(noun, out var bodies) ? bodies : [];

    /// <summary>The body whose name begins at token <paramref name="i"/>, the longest name first, and the index behind the name.</summary>
    public Body? At(TokenText text, int i, out int end)
    {
        end = i;
        if (!text.MayBeginBody(i)) return null;
        var first = text.Chars(i);
        if (!_lookup.TryGetValue(first, out var names)) return null;
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

    private static string[] Words(string name) => name.Split([' ', '-', ',', ':', '’', '/'], StringSplitOptions.RemoveEmptyEntries);

    private sealed record BodyName(string[] Words, Body Body)
    {
        public bool Matches(TokenText text, int i, out int end)
        {
            end = i;
            foreach (var word in Words)
            {
                while (text.IsDash(end) || end > i && (text.Is(end, '’') || text.Is(end, '\'') || text.Is(end, ',') || text.Is(end, ':') || text.Is(end, '/'))) end++;
                if (!text.IsLetters(end) || !text.Equals(end, word)) return false;
                end++;
            }
            // An acronym must be printed as one.
            return Words.Length > 1 || Words[0].Length > 6 || text.Chars(i).SequenceEqual(Words[0]);
        }
    }
}
