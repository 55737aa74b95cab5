using System.Collections.Concurrent;
using Search.Resolutions;

namespace Search.Citations.Identity;

/// <summary>All that a corpus says about resolutions, by symbol, by day and by the words that a description begins with.</summary>
internal sealed class Testimonies
{
    /// <summary>Words of a description that are looked up.</summary>
    private const int KeyWords = 2;

    private readonly ILookup<string, CitingContext> _bySymbol;
    private readonly ILookup<DateOnly, string> _byDay;
    private readonly ILookup<string, string> _byWords;

    /// <summary>Reads what the texts say of resolutions that documents without a symbol may be, and of every resolution of the Security
    /// Council if one may be its.</summary>
    /// <param name="documents">All documents.</param>
    /// <param name="load">Loads the text of one; called on several threads.</param>
    /// <param name="organs">The organs of documents without a symbol.</param>
    /// <param name="printed">Symbols that documents print: no other document can be one of these.</param>
    public Testimonies(IReadOnlyList<DocumentHead> documents, Func<int, CorpusEntry> load, HashSet<Organ> organs, HashSet<string> printed)
    {
        var read = new List<CitingContext>?[documents.Count];
        var relevant = new ConcurrentDictionary<WorkId, bool>();
        var words = new ConcurrentDictionary<string, string>(); // a word that many descriptions have is in memory once
        Parallel.For(0, documents.Count, d =>
        {
            if (!documents[d].Cited.Any(IsRelevant)) return;
            var (resolution, citations, _) = load(d);
            read[d] = [];
            foreach (var citation in citations)
            {
                if (citation.Clause < 0 && citation.Note is null || citation.Link is not Link.Linked { Target: var target }
                    || !IsRelevant(target))
                    continue;
                var text = citation.Note is { } note ? resolution.Notes[note].Text.Text : resolution.Clauses[citation.Clause].Text.Text;
                if (CitingContext.Read(citation, text, d, Shared) is { } testimony) read[d]!.Add(testimony);
            }
        });
        List<CitingContext> all = [.. read.OfType<List<CitingContext>>().SelectMany(testimonies => testimonies)];
        All = all;
        _bySymbol = all.ToLookup(t => t.Symbol.Value);
        _byDay = all.Where(t => t.Date is not null).Select(t => (t.Date!.Value, t.Symbol.Value)).Distinct()
            .ToLookup(t => t.Item1, t => t.Item2);
        _byWords = all.Where(t => t.Words.Length > 0).Select(t => (Key: Key(t.Words), t.Symbol.Value)).Distinct()
            .ToLookup(t => t.Key, t => t.Value);

        string Shared(string word) => words.GetOrAdd(word, word);

        bool IsRelevant(WorkId work) =>
            relevant.GetOrAdd(work, cited => DocumentSymbol.TryParse(cited.Value, null, out var symbol) && organs.Contains(symbol.Organ)
            && (symbol.Organ == Organ.SecurityCouncil || !printed.Contains(cited.Value)));
    }

    /// <summary>All that were read, document by document.</summary>
    public List<CitingContext> All { get; }

    /// <summary>What is said about a symbol.</summary>
    public IEnumerable<CitingContext> Of(string symbol) => _bySymbol[symbol];

    /// <summary>Symbols that are said to be of a day, or to be about what a title says.</summary>
    public IEnumerable<string> Near(DateOnly day, string[] title) =>
        title.Length == 0 ? _byDay[day] : _byDay[day].Union(_byWords[Key(title)]);

    private static string Key(string[] words) => string.Join(' ', words.Take(KeyWords));
}
