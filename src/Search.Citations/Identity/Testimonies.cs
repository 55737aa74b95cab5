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
    /// <param name="memory">What was read before.</param>
    public Testimonies(IReadOnlyList<DocumentHead> documents, Func<int, CorpusEntry> load, HashSet<Organ> organs, HashSet<string> printed,
        IdentityMemory memory)
    {
        memory.Ask(organs, printed);
        var read = new CitingContext[documents.Count][];
        var relevant = new ConcurrentDictionary<WorkId, bool>();
        var words = new ConcurrentDictionary<string, string>(); // a word that many descriptions have is in memory once
        Parallel.For(0, documents.Count, d =>
        {
            read[d] = [];
            if (!documents[d].Cited.Any(IsRelevant)) return;
            if (memory.Contexts(d) is { } known)
            {
                read[d] = [.. known.Where(c => IsRelevant(c.Symbol)).Select(c => c.Witness == d ? c : c with { Witness = d })];
                return;
            }
            var (resolution, citations, _) = load(d);
            var found = new List<CitingContext>();
            foreach (var citation in citations)
            {
                if (citation.Clause < 0 && citation.Note is null || citation.Link is not Link.Linked { Target: var target }
                    || !IsRelevant(target))
                    continue;
                var text = citation.Note is { } note ? resolution.Notes[note].Text.Text : resolution.Clauses[citation.Clause].Text.Text;
                if (CitingContext.Read(citation, text, d, Shared) is { } testimony) found.Add(testimony);
            }
            memory.Remember(d, read[d] = [.. found]);
        });
        List<CitingContext> all = [.. read.SelectMany(testimonies => testimonies)];
        All = all;
        _bySymbol = all.ToLookup(t => t.Symbol.Value);
        _byDay = all.Where(t => t.Date is not null).Select(t => (t.Date!.Value, t.Symbol.Value)).Distinct()
            .ToLookup(t => t.Item1, t => t.Item2);
        _byWords = all.Where(t => t.Words.Length > 0).Select(t => (Key: Key(t.Words), t.Symbol.Value)).Distinct()
            .ToLookup(t => t.Key, t => t.Value);

        string Shared(string word) => words.GetOrAdd(word, word);

        bool IsRelevant(WorkId work) =>
            relevant.GetOrAdd(work, cited => memory.SymbolOf(cited) is { } symbol && organs.Contains(symbol.Organ)
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
