using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Search.Catalog.Querying;

namespace Search.Catalog;

/// <summary>
/// Writes a folder that the embedded search box searches without a server: <c>manifest.json</c>, <c>w/w-PREFIX.json</c> (words that begin so,
/// each with its clauses) and <c>c/N.json</c> (a few clauses each). Described in docs/formats/static.md.
/// </summary>
internal sealed class StaticExport(Database db)
{
    /// <summary>Clauses that a folder may hold: beyond, a server answers better.</summary>
    public const int MostClauses = 20_000;

    private const int ClausesPerFile = 8;
    private const int LargestShard = 12 << 10;
    private const int LongestPrefix = 6;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the folder anew.</summary>
    /// <param name="folder">Made if it is not there.</param>
    /// <param name="site">Address of the server whose pages the hits lead to.</param>
    /// <returns>Clauses and files written.</returns>
    /// <exception cref="InvalidDataException">The snapshot has too many clauses.</exception>
    public (int Clauses, int Files) Write(string folder, string site)
    {
        var clauses = db.Rows(
            "SELECT d.slug || '/' || c.slug, c.label, coalesce(d.symbol, d.title, d.slug), c.text, d.date FROM clauses c JOIN documents d ON d.number = c.document"
            + " WHERE c.label NOT IN ('front', 'back') ORDER BY c.number",
            r => new[] { r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.Text(4) });
        if (clauses.Count > MostClauses)
            throw new InvalidDataException($"a static export holds at most {MostClauses} clauses and this snapshot has {clauses.Count}. Build one of fewer documents, or use api= with a server.");
        Directory.CreateDirectory(Path.Combine(folder, "w"));
        Directory.CreateDirectory(Path.Combine(folder, "c"));
        var files = 1;
        foreach (var (number, chunk) in clauses.Chunk(ClausesPerFile).Index())
        {
            WriteJson(Path.Combine(folder, "c", number.ToString(CultureInfo.InvariantCulture) + ".json"), chunk);
            files++;
        }
        var shards = new List<string>();
        foreach (var (prefix, words) in Shards(Postings(clauses), 2))
        {
            WriteJson(Path.Combine(folder, "w", $"w-{prefix}.json"), words); // a word alone may be a name that Windows keeps for devices: con, aux, nul
            shards.Add(prefix);
            files++;
        }
        WriteJson(Path.Combine(folder, "manifest.json"), new { format = 2, site = site.TrimEnd('/'), clauses = clauses.Count, chunk = ClausesPerFile, shards = string.Join(' ', shards) });
        return (clauses.Count, files);
    }

    /// <summary>Words with the numbers of their clauses from 1, as base-36 gaps; a word of more than a quarter of all clauses tells nothing and has none.</summary>
    private static SortedDictionary<string, string> Postings(List<string?[]> clauses)
    {
        var all = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < clauses.Count; i++)
            foreach (var word in Words(clauses[i][3]!).Concat(Words(clauses[i][2]!)).Distinct())
            {
                if (!all.TryGetValue(word, out var list)) all.Add(word, list = []);
                list.Add(i + 1);
            }
        var most = Math.Max(50, clauses.Count / 4);
        return new(all.ToDictionary(w => w.Key, w => w.Value.Count > most ? "" : Gaps(w.Value)), StringComparer.Ordinal);
    }

    /// <summary>Splits words by longer and longer beginnings until every shard is small.</summary>
    private static IEnumerable<(string Prefix, SortedDictionary<string, string> Words)> Shards(IEnumerable<KeyValuePair<string, string>> words, int length)
    {
        foreach (var group in words.GroupBy(w => w.Key.Length <= length ? w.Key : w.Key[..length]))
        {
            var own = new SortedDictionary<string, string>(group.ToDictionary(), StringComparer.Ordinal);
            if (own.Count > 1 && length < LongestPrefix && own.Sum(w => w.Key.Length + w.Value.Length + 6) > LargestShard)
                foreach (var shard in Shards(own, length + 1)) yield return shard;
            else yield return (group.Key, own);
        }
    }

    // The same letters that the element takes for words: letters and digits, without marks, lower case, two or more.
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormD).Append(' '))
        {
            if (c is >= '\u0300' and <= '\u036f') continue;
            if (char.IsLetterOrDigit(c)) word.Append(c);
            else
            {
                if (word.Length is >= 2 and <= 60) yield return word.ToString();
                word.Clear();
            }
        }
    }

    private static string Gaps(List<int> clauses)
    {
        var gaps = new StringBuilder();
        var last = 0;
        foreach (var clause in clauses)
        {
            if (last > 0) gaps.Append(' ');
            gaps.Append(Base36(clause - last));
            last = clause;
        }
        return gaps.ToString();
    }

    private static string Base36(int number)
    {
        Span<char> digits = stackalloc char[8];
        var at = digits.Length;
        do digits[--at] = "0123456789abcdefghijklmnopqrstuvwxyz"[number % 36];
        while ((number /= 36) > 0);
        return new string(digits[at..]);
    }

    private static void WriteJson<T>(string path, T value) => File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(value, Json));
}
