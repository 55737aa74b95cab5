namespace Search.Citations.Identity;

/// <summary>All that a corpus says about resolutions, by symbol, by day and by the words that a description begins with.</summary>
internal sealed class Testimonies
{
    /// <summary>Words of a description that are looked up.</summary>
    private const int KeyWords = 2;

    private readonly ILookup<string, CitingContext> _bySymbol;
    private readonly ILookup<DateOnly, string> _byDay;
    private readonly ILookup<string, string> _byWords;

    public Testimonies(IReadOnlyList<CorpusEntry> documents)
    {
        var all = new List<CitingContext>();
        for (var d = 0; d < documents.Count; d++)
            foreach (var citation in documents[d].Citations)
            {
                var resolution = documents[d].Resolution;
                if (citation.Clause < 0 && citation.Note is null) continue;
                var text = citation.Note is { } note ? resolution.Notes[note].Text.Text : resolution.Clauses[citation.Clause].Text.Text;
                if (CitingContext.Read(citation, text, d) is { } testimony) all.Add(testimony);
            }
        All = all;
        _bySymbol = all.ToLookup(t => t.Symbol.Value);
        _byDay = all.Where(t => t.Date is not null).Select(t => (t.Date!.Value, t.Symbol.Value)).Distinct().ToLookup(t => t.Item1, t => t.Item2);
        _byWords = all.Where(t => t.Words.Length > 0).Select(t => (Key: Key(t.Words), t.Symbol.Value)).Distinct().ToLookup(t => t.Key, t => t.Value);
    }

    /// <summary>All testimonies, document by document.</summary>
    public List<CitingContext> All { get; }

    /// <summary>What is said about a symbol.</summary>
    public IEnumerable<CitingContext> Of(string symbol) => _bySymbol[symbol];

    /// <summary>Symbols that are said to be of a day, or to be about what a title says.</summary>
    public IEnumerable<string> Near(DateOnly day, string[] title) => title.Length == 0 ? _byDay[day] : _byDay[day].Union(_byWords[Key(title)]);

    private static string Key(string[] words) => string.Join(' ', words.Take(KeyWords));
}
