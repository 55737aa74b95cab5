using System.Text.Json;
using Search.FullText.Analysis;
using Search.FullText.Queries;

namespace Search.FullText.Segments;

/// <summary>Documents searched by reading all of them: the plainest meaning of every query.</summary>
internal sealed class ScanningIndex
{
    private readonly List<Entry> _documents = [];
    private readonly Schema _schema;

    public ScanningIndex(Schema schema) => _schema = schema;

    public IReadOnlyList<Entry> Documents => _documents;

    public void Delete(long key) => _documents.RemoveAll(d => d.Key == key);

    public void Add(Entry entry)
    {
        Delete(entry.Key);
        entry.Analyse(_schema);
        _documents.Add(entry);
    }

    public void Sort() => _documents.Sort((a, b) => a.Key.CompareTo(b.Key));

    public bool Matches(Entry d, Query query, out float score)
    {
        score = 0;
        switch (query)
        {
            case AllQuery: score = 1; return true;
            case BoostQuery b: var ok = Matches(d, b.Query, out score); score *= b.Factor; return ok;
            case KeywordQuery k: score = 1; return d.Keywords.Any(p => p.Field == k.Field && p.Value == k.Value);
            case RangeQuery r: score = 1; var v = d.Number(r.Field); return v >= r.From && v <= r.To;
            case TermQuery t: return Phrase(d, t.Text, 0, t.Field, (a, b) => a == b, out score);
            case PhraseQuery p: return Phrase(d, p.Text, p.Slop, p.Field, (a, b) => a == b, out score);
            case PrefixQuery p: return Phrase(d, p.Text, 0, p.Field, (a, b) => a.StartsWith(b, StringComparison.Ordinal), out score);
            case FuzzyQuery f: return Phrase(d, f.Text, 0, f.Field, (a, b) => Distance(a, b) <= f.MaxEdits, out score);
            case BooleanQuery b:
                foreach (var m in b.Must)
                {
                    if (!Matches(d, m, out var s)) return false;
                    score += s;
                }

                if (b.MustNot.Any(n => Matches(d, n, out _))) return false;
                var hit = 0;
                foreach (var m in b.Should)
                {
                    if (!Matches(d, m, out var s)) continue;
                    score += s;
                    hit++;
                }

                return hit >= b.Required && (b.Must.Count > 0 || b.Should.Count > 0);
            default: return false;
        }
    }

    private bool Phrase(Entry d, string text, int slop, string? field, Func<string, string, bool> same, out float score)
    {
        var words = Words(text);
        score = 0;
        if (words.Count == 0) return false;
        foreach (var f in _schema.Fields)
        {
            if (f.Kind != FieldKind.Text || (field is not null && f.Name != field) || !d.Tokens.TryGetValue(f.Name, out var tokens)) continue;
            var count = 0;
            for (var i = 0; i < tokens.Count; i++)
            {
                if (slop == 0 && i + words.Count <= tokens.Count && Enumerable.Range(0, words.Count).All(j => same(tokens[i + j], words[j]))) count++;
                if (slop > 0 && words.TrueForAll(w => tokens.Skip(i).Take(words.Count + slop).Any(t => same(t, w)))) count++;
            }

            score += f.Weight * count / (count + 0.5f + (tokens.Count / 100f));
        }

        return score > 0;
    }

    internal static List<string> Words(string text)
    {
        var tokens = new TokenList();
        Tokenizer.Tokenize(text, tokens);
        return [.. Enumerable.Range(0, tokens.Count).Select(i => tokens.Term(i).ToString())];
    }

    private static int Distance(string a, string b)
    {
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

    public void Save(string path) => File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(new Stored(_schema.Fields, _documents)));

    public static ScanningIndex Load(string path)
    {
        var stored = JsonSerializer.Deserialize<Stored>(File.ReadAllBytes(path))!;
        var index = new ScanningIndex(new Schema(stored.Fields));
        foreach (var d in stored.Documents)
        {
            d.Analyse(index._schema);
            index._documents.Add(d);
        }

        return index;
    }

    public Schema Schema => _schema;

    internal sealed record Stored(IReadOnlyList<Field> Fields, List<Entry> Documents);

    internal sealed record Pair<T>(string Field, T Value);

    internal sealed class Entry
    {
        public long Key { get; init; }
        public List<Pair<string>> Texts { get; init; } = [];
        public List<Pair<string>> Keywords { get; init; } = [];
        public List<Pair<long>> Numbers { get; init; } = [];

        internal Dictionary<string, List<string>> Tokens { get; } = [];

        public long Number(string field) => Numbers.LastOrDefault(n => n.Field == field)?.Value ?? 0;

        internal void Analyse(Schema schema)
        {
            foreach (var (field, value) in Texts)
            {
                if (!Tokens.TryGetValue(field, out var list)) Tokens[field] = list = [];
                list.AddRange(Words(value));
            }
        }
    }
}
