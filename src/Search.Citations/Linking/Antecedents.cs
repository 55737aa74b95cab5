using Search.Citations.Authorities;
using Search.Citations.Recognition;

namespace Search.Citations.Linking;

/// <summary>The memory of a document while it is read: works named so far, and terms defined or learned in it.</summary>
internal sealed class Antecedents(AuthorityList authorities)
{
    /// <summary>Works with one noun that are kept in mind, the latest ones: a document that names more of them
    /// points at none without its name.</summary>
    private const int MostWithOneNoun = 64;

    /// <summary>How many clauses back "that Convention" may look.</summary>
    private const int FarthestBack = 40;

    /// <summary>A work named this many times as often as any other of its kind is what the document is about.</summary>
    private const int Dominance = 3;

    private readonly Dictionary<WorkId, Antecedent> _works = [];
    private readonly Dictionary<Word, List<Antecedent>> _byNoun = [];
    private readonly Dictionary<Word, int> _unread = []; // titles that nothing reads, by their noun: the place of the last
    private int _order;
    private readonly Dictionary<string, WorkId> _terms = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Remembers that a work was named in a clause; works of the title are what the document is about.</summary>
    public void Add(WorkId id, string printed, int clause, bool topic)
    {
        if (!_works.TryGetValue(id, out var work))
        {
            work = new();
            _works[id] = work;
            work.Id = id;
            if (authorities.Find(id) is { } known)
            {
                work.Learn(known.Title);
                foreach (var name in known.Names) work.Learn(name);
            }
        }
        work.Learn(printed);
        if (printed.Length > 0) work.Mentions++;
        work.LastClause = clause;
        work.Order = _order++;
        work.IsTopic |= topic;
        foreach (var noun in work.Nouns)
        {
            if (!_byNoun.TryGetValue(noun, out var list)) _byNoun[noun] = list = [];
            if (list.Count > 0 && ReferenceEquals(list[^1], work)) continue;
            list.Remove(work);
            list.Add(work);
            if (list.Count > MostWithOneNoun) list.RemoveAt(0);
        }
    }

    /// <summary>Whether a work was named before.</summary>
    public bool Knows(WorkId id) => _works.ContainsKey(id);

    /// <summary>Remembers a term for a work: a definition in brackets, or a name that its footnote explains.</summary>
    public void Define(IEnumerable<string> words, WorkId id) => _terms[string.Join(' ', words)] = id;

    /// <summary>Remembers that a title with this noun was printed that nothing reads.</summary>
    public void AddUnread(Word noun) => _unread[noun] = _order++;

    /// <summary>The latest work whose first noun agrees, for "that Convention"; else the latest that has the noun at all.</summary>
    public WorkId? Latest(Word noun, int clause)
    {
        if (!_byNoun.TryGetValue(noun, out var works)) return null;
        WorkId? loose = null;
        for (var i = works.Count - 1; i >= 0 && clause - works[i].LastClause < FarthestBack; i--)
        {
            if (works[i].Nouns[0] == noun) return works[i].Id;
            loose ??= works[i].Id;
        }
        return loose;
    }

    /// <summary>The work of a set that was named last, with a noun that agrees where one is given; null where none was named.</summary>
    public WorkId? LatestOf(HashSet<WorkId> works, Word noun)
    {
        WorkId? latest = null;
        var at = -1;
        foreach (var id in works)
        {
            if (!_works.TryGetValue(id, out var work) || noun != Word.Other && !work.Nouns.Contains(noun) || work.Order <= at) continue;
            at = work.Order;
            latest = id;
        }
        return latest;
    }

    /// <summary>What a definite name means here: a defined term, else the only work that has its words: in the document,
    /// in the clause, in the title.</summary>
    public PointerReading Resolve(PointerMention pointer, int clause)
    {
        // "that Convention" is the one just named, also where the document calls another one "the Convention"
        var defined = _terms.TryGetValue(string.Join(' ', pointer.Words), out var term);
        if (defined && !pointer.Demonstrative) return new(term, [], EvidenceText.TermDefined);
        if (!_byNoun.TryGetValue(pointer.Noun, out var works))
            return defined ? new(term, [], EvidenceText.TermDefined) : PointerReading.None;
        var candidates = works.FindAll(w => w.Agrees(pointer));
        if (defined && candidates.Count == 0) return new(term, [], EvidenceText.TermDefined);
        if (_unread.TryGetValue(pointer.Noun, out var unread))
            candidates = pointer.Demonstrative ? candidates.FindAll(c => c.Order > unread) : [];
        if (candidates.Count == 0) return PointerReading.None;
        var ids = candidates.ConvertAll(c => c.Id);
        if (candidates.Count == 1) return new(ids[0], ids, EvidenceText.OnlyOneNamed);
        if (pointer.Demonstrative) return new(ids[^1], ids, EvidenceText.LastNamed);
        if (Only(candidates, c => c.LastClause == clause) is { } here) return new(here, ids, EvidenceText.NamedInClause);
        if (Only(candidates, c => c.Nouns[0] == pointer.Noun && c.LastClause == clause) is { } head)
            return new(head, ids, EvidenceText.NamedInClause);
        if (Only(candidates, c => c.IsTopic) is { } topic) return new(topic, ids, EvidenceText.InTitle);
        if (Only(candidates, c => c.Nouns[0] == pointer.Noun) is { } kind) return new(kind, ids, EvidenceText.OnlyOfKind);
        if (pointer is { Noun: Word.Charter, Words.Length: 1 } && authorities.InRole("charter") is { } charter && ids.Contains(charter))
            return new(charter, ids, EvidenceText.UsualCharter);
        var most = candidates.Max(c => c.Mentions);
        if (most >= 3 && Only(candidates, c => c.Mentions * Dominance > most) is { } main) return new(main, ids, EvidenceText.MostNamed);
        return new(null, ids, EvidenceText.SeveralNamed);
    }

    /// <summary>Whether a work is of the kind that a noun names: its title's own noun, not one of another work inside the title.</summary>
    public bool IsCalled(WorkId id, Word noun) => _works.TryGetValue(id, out var work) && work.Nouns.Contains(noun);

    /// <summary>A work named before whose names hold all words of a shorter title, or null.</summary>
    public WorkId? Containing(string title, Word noun)
    {
        if (!_byNoun.TryGetValue(noun, out var works)) return null;
        var words = Antecedent.WordsOf(title).ToList();
        return Only(works, w => words.TrueForAll(w.Words.Contains));
    }

    /// <summary>The nouns that say what works with these titles are.</summary>
    public static HashSet<Word> NounsOf(IEnumerable<string> titles)
    {
        var named = new Antecedent();
        foreach (var title in titles) named.Learn(title);
        return [.. named.Nouns];
    }

    private static WorkId? Only(List<Antecedent> works, Func<Antecedent, bool> fits)
    {
        WorkId? found = null;
        foreach (var work in works)
        {
            if (!fits(work)) continue;
            if (found is not null) return null;
            found = work.Id;
        }
        return found;
    }

    /// <summary>A work named before, by which a later short word can be understood.</summary>
    private sealed class Antecedent
    {
        /// <summary>Nouns that alone mean a body or an activity as often as a work.</summary>
        private static bool IsWeak(Word noun) =>
            noun is Word.Programme or Word.Plan or Word.Action or Word.Framework or Word.Code or Word.Outcome or Word.Memorandum
                or Word.Platform;

        private readonly HashSet<string> _learned = [];

        public WorkId Id { get; set; }

        public HashSet<string> Words { get; } = new(StringComparer.OrdinalIgnoreCase);

        /// <summary>The nouns that say what it is, the title's first: Declaration and Programme of the Durban
        /// Declaration and Programme of Action.</summary>
        public List<Word> Nouns { get; } = [];

        public int LastClause { get; set; }

        /// <summary>Counts mentions: the higher, the later.</summary>
        public int Order { get; set; }

        /// <summary>How often it was named, pointing words not counted.</summary>
        public int Mentions { get; set; }

        public bool IsTopic { get; set; }

        public bool Agrees(PointerMention pointer)
        {
            if (pointer.Words.Length == 1) return !IsWeak(pointer.Noun);
            foreach (var word in pointer.Words)
                if (!Words.Contains(word)) return false;
            return true;
        }

        public void Learn(string name)
        {
            if (name.Length == 0 || !_learned.Add(name)) return;
            var inside = false;
            var words = WordsOf(name);
            for (var i = 0; i < words.Length; i++)
            {
                Words.Add(words[i]);
                var word = Lexicon.Find(words[i]);
                // "Kigali Amendment to the Montreal Protocol" is no protocol
                var isOfAction = word == Word.Of && i + 1 < words.Length && Lexicon.Find(words[i + 1]) == Word.Action;
                inside |= words[i] is "Amendment" or "Amendments" || Nouns.Count > 0 && !isOfAction && Opens(word, words[i]);
                if (!inside && word.IsWork() && !Nouns.Contains(word.Singular())) Nouns.Add(word.Singular());
            }
        }

        /// <summary>Whether what follows says what the work is about, and its nouns are other works'.</summary>
        private static bool Opens(Word word, string text) =>
            word is Word.Under or Word.Adopted or Word.Of or Word.On or Word.For or Word.To or Word.In or Word.From or Word.With
                || text is "against" or "concerning" or "relating" or "supplementing" or "relative" or "regarding" or "between";

        public static string[] WordsOf(string name) =>
            name.Split([' ', ',', '-', '(', ')', ':', '“', '”', '"', '’'], StringSplitOptions.RemoveEmptyEntries
                | StringSplitOptions.TrimEntries);
    }
}

/// <summary>What a pointing word was understood to mean.</summary>
/// <param name="Id">The work, or null.</param>
/// <param name="Candidates">All works that agree.</param>
/// <param name="How">Why, for a person.</param>
internal sealed record PointerReading(WorkId? Id, List<WorkId> Candidates, string How)
{
    /// <summary>Nothing named before agrees.</summary>
    public static PointerReading None { get; } = new(null, [], "");
}
