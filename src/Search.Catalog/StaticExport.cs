using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Search.Catalog.Querying;

namespace Search.Catalog;

/// <summary>
/// Writes a folder that the embedded search box searches without a server: <c>manifest.json</c>,
/// <c>w/w-PREFIX.json</c> (words that begin so, each with its clauses, and names of works) and <c>c/N.json</c> (a few clauses each).
/// Described in docs/formats/static.md.
/// </summary>
internal sealed class StaticExport(Database db)
{
    /// <summary>The most clauses that a folder may hold; for more, a server answers better.</summary>
    public const int MostClauses = 200_000;

    private const int ClausesPerFile = 4;
    private const int LargestShard = 12 << 10;
    private const int LongestPrefix = 12;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the folder, or over one that is there.</summary>
    /// <param name="folder">Created if it does not exist.</param>
    /// <param name="site">Address of the server whose pages the hits lead to; null where they lead to pages in the folder.</param>
    /// <returns>Clauses and files written.</returns>
    /// <exception cref="InvalidDataException">The snapshot has too many clauses.</exception>
    public (int Clauses, int Files) Write(string folder, string? site)
    {
        var clauses = db.Rows(
            "SELECT d.slug, c.slug, c.label, c.text, d.symbol, d.title, d.date FROM clauses c JOIN documents d ON d.number = c.document WHERE c.label NOT IN ('front', 'back') ORDER BY c.number",
            r => new Row(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.Text(4), r.Text(5), r.Text(6)));
        if (clauses.Count > MostClauses)
            throw new InvalidDataException(
                $"a static export holds at most {MostClauses} clauses and this snapshot has {clauses.Count}. Build one of fewer documents, or use api= with a server.");
        Directory.CreateDirectory(Path.Combine(folder, "w"));
        Directory.CreateDirectory(Path.Combine(folder, "c"));
        var files = 1;
        foreach (var (number, chunk) in clauses.Chunk(ClausesPerFile).Index())
        {
            WriteJson(Path.Combine(folder, "c", number.ToString(CultureInfo.InvariantCulture) + ".json"), ChunkOf(chunk));
            files++;
        }
        var shards = new List<string>();
        foreach (var (prefix, words) in Shards([.. Entries(clauses).Values], 2))
        {
            // a word alone may be a name that Windows keeps for devices: con, aux, nul
            WriteJson(Path.Combine(folder, "w", $"w-{prefix}.json"), ShardOf(words));
            shards.Add(prefix);
            files++;
        }
        WriteJson(Path.Combine(folder, "manifest.json"), new
        {
            format = 3,
            site = site?.TrimEnd('/') ?? "",
            clauses = clauses.Count,
            chunk = ClausesPerFile,
            shards = string.Join(' ', shards)
        });
        return (clauses.Count, files);
    }

    /// <summary>A document once, then its clauses.</summary>
    private static object ChunkOf(Row[] clauses)
    {
        var documents = clauses.DistinctBy(c => c.Document).Select(c => new[] { c.Document, c.Symbol, c.Title, c.Date }).ToList();
        return new
        {
            d = documents,
            c = clauses.Select(c => new object[] { documents.FindIndex(d => d[0] == c.Document), c.Slug, c.Label, c.Text })
        };
    }

    private static object ShardOf(IReadOnlyList<Entry> words) => new
    {
        w = words.Where(w => w.Clauses is not null).ToDictionary(w => w.Word, w => w.Clauses),
        n = words.SelectMany(w => w.Names).GroupBy(n => n.Name, StringComparer.Ordinal)
            .ToDictionary(n => n.Key, n => n.Select(w => w.Work).Distinct()
                .Select(w => new object[] { w.Slug, w.Title, w.CitedBy, w.IsHere ? 1 : 0 })),
    };

    /// <summary>All words, each with its clauses, and with the names that are found through it.</summary>
    private SortedDictionary<string, Entry> Entries(List<Row> clauses)
    {
        var entries = new SortedDictionary<string, Entry>(StringComparer.Ordinal);
        var numbers = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < clauses.Count; i++)
            foreach (var word in Words(clauses[i].Text).Concat(Words(clauses[i].Symbol ?? clauses[i].Title ?? clauses[i].Document))
                .Where(IsSearched).Distinct())
            {
                if (!numbers.TryGetValue(word, out var list)) numbers.Add(word, list = []);
                list.Add(i + 1);
            }
        var most = Math.Max(50, clauses.Count / 4);
        foreach (var (word, list) in numbers) entries.Add(word, new(word)
        {
            Clauses = list.Count > most
            ? ""
            : NumberText.Encode(list, clauses.Count)
        });
        foreach (var (name, work) in Names())
        {
            // A reader of the name has the shards of all its words: it is kept in the one with the least.
            var through = Words(name).Where(IsSearched).Select(w => entries.TryGetValue(w, out var entry) ? entry : new Entry(w))
                .MinBy(e => e.Size);
            if (through is null) continue;
            entries.TryAdd(through.Word, through);
            through.Add(name, work);
        }
        return entries;
    }

    /// <summary>Names as the search box compares them: words with a space between. Works that are neither here nor cited
    /// have no page, and so no name.</summary>
    private IEnumerable<(string Name, NamedWork Work)> Names()
    {
        var works = db.Rows(
            "SELECT number, slug, title, cited_by, document IS NOT NULL FROM works WHERE cited_by > 0 OR document IS NOT NULL ORDER BY number",
            r => (Number: r.GetInt64(0), Work: new NamedWork(r.GetString(1), r.GetString(2), r.GetInt32(3), r.GetBoolean(4))));
        var names = db.Rows("SELECT work, name FROM names UNION ALL SELECT number, id FROM works", r =>
            (Work: r.GetInt64(0), Name: r.GetString(1))).ToLookup(n => n.Work, n => n.Name);
        foreach (var (number, work) in works)
            foreach (var name in names[number].Append(work.Title).SelectMany(Forms).Distinct())
                yield return (name, work);
    }

    // A/RES/55/25 is also known by its number alone.
    private static IEnumerable<string> Forms(string name)
    {
        const int longest = 120;
        var words = Words(name).ToList();
        if (words.Count == 0 || words.Sum(w => w.Length + 1) > longest) yield break;
        yield return string.Join(' ', words);
        if (words is ["a" or "s" or "e", "res", _, ..]) yield return string.Join(' ', words.Skip(2));
    }

    /// <summary>Splits words by longer and longer beginnings until every shard is small.</summary>
    private static IEnumerable<(string Prefix, IReadOnlyList<Entry> Words)> Shards(IReadOnlyList<Entry> words, int length)
    {
        foreach (var group in words.GroupBy(w => w.Word.Length <= length ? w.Word : w.Word[..length]))
        {
            List<Entry> own = [.. group];
            if (own.Count > 1 && length < LongestPrefix && own.Sum(w => w.Size) > LargestShard)
                foreach (var shard in Shards(own, length + 1)) yield return shard;
            else yield return (group.Key, own);
        }
    }

    private static bool IsSearched(string word) => word.Length is >= 2 and <= 60;

    // The same letters that the element takes for words: letters and digits, without marks, lower case.
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormD).Append(' '))
        {
            if (c is >= '\u0300' and <= '\u036f') continue;
            if (char.IsLetterOrDigit(c)) word.Append(c);
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }

    private static void WriteJson<T>(string path, T value) => File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(value, Json));

    private sealed record Row(string Document, string Slug, string Label, string Text, string? Symbol, string? Title, string? Date);

    private sealed record NamedWork(string Slug, string Title, int CitedBy, bool IsHere);

    /// <summary>A word of the index.</summary>
    private sealed class Entry(string word)
    {
        private const int Punctuation = 20; // quotes, brackets, commas and a count

        private readonly List<(string Name, NamedWork Work)> _names = [];
        private int _sizeOfNames;

        public string Word { get; } = word;

        /// <summary>The clauses that have it; empty for a word of too many, null for one that only names have.</summary>
        public string? Clauses { get; init; }

        public IReadOnlyList<(string Name, NamedWork Work)> Names => _names;

        /// <summary>About how many bytes it takes.</summary>
        public int Size => Word.Length + (Clauses?.Length ?? 0) + 6 + _sizeOfNames;

        public void Add(string name, NamedWork work)
        {
            _names.Add((name, work));
            _sizeOfNames += name.Length + work.Slug.Length + work.Title.Length + Punctuation;
        }
    }
}
