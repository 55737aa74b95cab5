using System.Collections.Frozen;
using System.Globalization;

namespace Search.Api.Pages.Words;

/// <summary>The words of the pages in one language, out of <c>words.tsv</c>.</summary>
public sealed class PageWords
{
    private static readonly FrozenDictionary<string, PageWords> All = Load();

    private readonly FrozenDictionary<string, string> _words;
    private readonly CultureInfo _culture;

    private PageWords(string language, FrozenDictionary<string, string> words)
    {
        Language = language;
        _words = words;
        _culture = CultureInfo.GetCultureInfo(language switch { "en" => "en-GB", "zh" => "zh-Hans", _ => language });
    }

    /// <summary>The six languages, each with its own name for itself.</summary>
    public static IReadOnlyList<(string Code, string Name)> Languages { get; } =
        [("ar", "العربية"), ("zh", "中文"), ("en", "English"), ("fr", "Français"), ("ru", "Русский"), ("es", "Español")];

    /// <summary>ISO 639-1.</summary>
    public string Language { get; }

    /// <summary>Whether the language is written from right to left.</summary>
    public bool RightToLeft => Language == "ar";

    /// <summary>All keys, in the order of the table.</summary>
    public IEnumerable<string> Keys => _words.Keys;

    /// <summary>The word under a key.</summary>
    /// <exception cref="KeyNotFoundException">The table has no such key.</exception>
    public string this[string key] => _words[key];

    /// <summary>The word under a key with its places filled in.</summary>
    public string Filled(string key, params ReadOnlySpan<object?> values) => string.Format(_culture, _words[key], values);

    /// <summary>A count with its noun in the form that the number asks for.</summary>
    public string Count(string key, long n)
    {
        var forms = _words[key].Split(" | ");
        return string.Format(_culture, forms[Math.Min(Plurals.Form(Language, n), forms.Length - 1)], Number(n));
    }

    /// <summary>The word for a value of a closed list (<c>treatment.recalls</c>), or the value itself where the list has grown.</summary>
    public string Named(string list, string value) => _words.GetValueOrDefault($"{list}.{value}", value);

    /// <summary>A number with its thousands apart.</summary>
    public string Number(long n) => n.ToString("N0", _culture);

    /// <summary>An ISO date as far as it is known: day, month or year.</summary>
    public string Date(string? iso) =>
        iso is null ? ""
        : DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var day) ? day.ToString(Language == "zh" ? "yyyy年M月d日" : "d MMMM yyyy", _culture)
        : DateOnly.TryParseExact(iso, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var month) ? month.ToString(Language == "zh" ? "yyyy年M月" : "MMMM yyyy", _culture)
        : iso;

    /// <summary>The words of a language; English where there is no such table.</summary>
    public static PageWords In(string? language) => language is not null && All.TryGetValue(language, out var words) ? words : All["en"];

    /// <summary>Whether there is a table for this language.</summary>
    public static bool Has(string? language) => language is not null && All.ContainsKey(language);

    /// <summary>The language that a browser likes best of the six.</summary>
    public static string Preferred(HttpRequest request)
    {
        foreach (var accepted in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(a => a.Quality ?? 1))
        {
            var code = accepted.Value.Value?.Split('-')[0].ToLowerInvariant();
            if (Has(code)) return code!;
        }
        return "en";
    }

    private static FrozenDictionary<string, PageWords> Load()
    {
        using var stream = typeof(PageWords).Assembly.GetManifestResourceStream("words/words.tsv")!;
        using var reader = new StreamReader(stream);
        string[]? columns = null;
        var words = new Dictionary<string, Dictionary<string, string>>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (columns is null)
            {
                columns = cells;
                foreach (var language in columns.Skip(1)) words.Add(language, []);
                continue;
            }
            if (cells.Length != columns.Length)
                throw new FormatException($"words.tsv: '{cells[0]}' has {cells.Length} cells, not {columns.Length}.");
            for (var i = 1; i < cells.Length; i++) words[columns[i]].Add(cells[0], cells[i]);
        }
        return words.ToFrozenDictionary(w => w.Key, w => new PageWords(w.Key, w.Value.ToFrozenDictionary()));
    }
}
