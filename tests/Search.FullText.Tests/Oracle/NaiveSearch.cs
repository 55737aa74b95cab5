using Search.FullText.Analysis;
using Search.FullText.Queries;

namespace Search.FullText.Tests.Oracle;

/// <summary>What every query means, computed by looking at every word of every document.</summary>
internal sealed class NaiveSearch(Schema schema)
{
    private readonly SortedDictionary<long, IndexDocument> _documents = [];
    private readonly Dictionary<(long, string), List<Word>> _words = [];

    private readonly Dictionary<string, List<Word>> _broken = [];
    private readonly Dictionary<string, string> _stems = [];

    private sealed record Word(string Term, int Position, int Span, bool HasDigit);

    public IReadOnlyCollection<long> Keys => _documents.Keys;

    public void Add(IndexDocument document)
    {
        Delete(document.Key);
        _documents[document.Key] = document;
        foreach (var (field, text) in document.Texts)
        {
            if (!_words.TryGetValue((document.Key, field), out var words)) _words[(document.Key, field)] = words = [];
            var first = words.Count == 0 ? 0 : words.Max(w => w.Position) + 200;
            words.AddRange(Words(text).Select(w => w with { Position = w.Position + first }));
        }
    }

    public void Delete(long key)
    {
        _documents.Remove(key);
        foreach (var field in schema.Fields) _words.Remove((key, field.Name));
    }

    public long[] Matching(Query query) => [.. _documents.Keys.Where(k => Matches(k, query))];

    public bool Matches(long key, Query query) => query switch
    {
        AllQuery => true,
        BoostQuery q => Matches(key, q.Query),
        KeywordQuery q => _documents[key].Keywords.Contains((q.Field, q.Value)),
        RangeQuery q => _documents[key].Numbers.LastOrDefault(n => n.Field == q.Field).Value is var v && v >= q.From && v <= q.To,
        BooleanQuery q =>
            q.Must.Count + q.Should.Count > 0 && q.Must.All(p => Matches(key, p)) && !q.MustNot.Any(p => Matches(key, p))
                && q.Should.Count(p => Matches(key, p)) >= q.Required,
        TermQuery q => Fields(q.Field).Any(f => Term(key, f, q.Text, q.Exact)),
        PhraseQuery q => Fields(q.Field).Any(f => Phrase(Of(key, f), Words(q.Text), q.Slop)),
        PrefixQuery q =>
            Whole(q.Text)! is var beginning
                && Fields(q.Field).Any(f => Of(key, f).Exists(w => w.Term.StartsWith(beginning, StringComparison.Ordinal))),
        FuzzyQuery q =>
            Whole(q.Text)! is var word && Fields(q.Field).Any(f => Of(key, f).Exists(w => Distance(w.Term, word) <= q.MaxEdits)),
        _ => false,
    };

    private bool Term(long key, Field field, string text, bool exact)
    {
        if (Whole(text) is not { } whole) return Phrase(Of(key, field), Words(text), 0);
        var stemmed = field.Stemmed && !exact && !whole.Any(char.IsAsciiDigit);
        return Of(key, field).Any(w => stemmed ? Stem(w.Term) == Stem(whole) : w.Term == whole);
    }

    private static bool Phrase(List<Word> document, List<Word> phrase, int slop)
    {
        if (phrase.Find(w => w.Position == 0 && w.Span == phrase.Max(p => p.Position) + 1) is { } whole)
            return document.Exists(w => w.Term == whole.Term);
        var wanted = phrase.Where(w => w.Span == 1).ToList();
        return Place(0, int.MaxValue, int.MinValue, []);

        bool Place(int at, int low, int high, List<int> used) =>
            at == wanted.Count || document.Exists(w => w.Term == wanted[at].Term && !used.Contains(w.Position)
                && Math.Max(high, w.Position - wanted[at].Position) - Math.Min(low, w.Position - wanted[at].Position) <= slop
                && Place(at + 1, Math.Min(low, w.Position
                    - wanted[at].Position), Math.Max(high, w.Position - wanted[at].Position), [.. used, w.Position]));
    }

    private IEnumerable<Field> Fields(string? name) =>
        schema.Fields.Where(f => f.Kind == FieldKind.Text && (name is null || f.Name == name));

    private List<Word> Of(long key, Field field) => _words.GetValueOrDefault((key, field.Name), []);

    private string? Whole(string text)
    {
        var words = Words(text);
        return words.Find(w => w.Position == 0 && w.Span == words.Max(p => p.Position) + 1)?.Term;
    }

    private List<Word> Words(string text)
    {
        if (_broken.TryGetValue(text, out var known)) return known;
        var tokens = new TokenList();
        Tokenizer.Tokenize(text, tokens);
        return _broken[text] =
            [.. Enumerable.Range(0, tokens.Count)
                .Select(i => new Word(tokens.Term(i).ToString(), tokens[i].Position, tokens[i].Span, tokens[i].HasDigit))];
    }

    private string Stem(string word) => _stems.TryGetValue(word, out var stem) ? stem : _stems[word] = WordForms.Stem(word);

    /// <summary>Optimal string alignment: insertions, deletions, substitutions and exchanges of neighbours.</summary>
    public static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2) return 3;
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
