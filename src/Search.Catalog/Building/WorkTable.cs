using System.Collections.Immutable;
using Search.Citations;
using Search.Citations.Authorities;
using Search.Citations.Facts;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Building;

/// <summary>A row of the table of works.</summary>
internal sealed class WorkRow(int number, string slug, Work work)
{
    /// <summary>Row number from 1; the graph's node is one less.</summary>
    public int Number { get; } = number;

    /// <summary>Its id in URLs, unique.</summary>
    public string Slug { get; } = slug;

    /// <summary>What is known of it.</summary>
    public Work Work { get; set; } = work;

    /// <summary>Whether nothing but its id is known: it was only named by another work or by a citation.</summary>
    public bool IsBare { get; set; }

    /// <summary>Whether anything names it: the authorities, the corpus, or a work that these name.</summary>
    public bool IsNamed { get; set; }

    /// <summary>Whether it is a document of the corpus, and no part of one.</summary>
    public bool IsDocument { get; set; }

    /// <summary>Number of the document that is its text, or null.</summary>
    public int? Document { get; set; }

    /// <summary>Where in that document its text is, as in URLs: <c>annex-ii</c>; empty for the whole, null
    /// where it is not certain.</summary>
    public string? Place { get; set; }

    /// <summary>Edges that reach the work itself.</summary>
    public int CitedBy { get; set; }

    /// <summary>Edges that leave its own text.</summary>
    public int Cites { get; set; }
}

/// <summary>All works of a snapshot: the authorities', the documents of the corpus, and everything that is cited.</summary>
internal sealed class WorkTable
{
    private readonly Dictionary<string, WorkRow> _byId = [];
    private readonly HashSet<string> _slugs = [];
    private readonly List<WorkRow> _rows = [];

    /// <summary>A table with the works of the authorities.</summary>
    /// <param name="authorities">Works known beforehand.</param>
    /// <param name="earlier">The ids and slugs of works that keep their numbers, in the order of these.</param>
    public WorkTable(AuthorityList authorities, IReadOnlyList<(string Id, string Slug)> earlier)
    {
        foreach (var (id, slug) in earlier)
        {
            _slugs.Add(slug);
            Add(Bare(new(id)), slug, isNamed: false).IsBare = true;
        }
        foreach (var work in authorities.Works)
        {
            if (_byId.TryGetValue(work.Id.Value, out var row)) (row.Work, row.IsBare, row.IsNamed) = (work, false, true);
            else Add(work);
        }
        foreach (var work in authorities.Works)
            foreach (var symbol in work.Symbols)
                if (PartOf(symbol) is { } whole) Get(whole);
    }

    /// <summary>Rows in the order of their numbers.</summary>
    public IReadOnlyList<WorkRow> Rows => _rows;

    /// <summary>The row of a work; one that was not known is added.</summary>
    public WorkRow Get(WorkId id)
    {
        if (!_byId.TryGetValue(id.Value, out var row))
        {
            row = Add(Bare(id));
            row.IsBare = true;
        }
        row.IsNamed = true;
        return row;
    }

    /// <summary>The row of a work, or null where nothing else names it.</summary>
    public WorkRow? Find(WorkId id) => _byId.TryGetValue(id.Value, out var row) && row.IsNamed ? row : null;

    /// <summary>Numbers of the works of the earlier build that nothing names any more, ascending; to be asked for after
    /// <see cref="Relations"/>.</summary>
    public ImmutableArray<int> Unnamed => [.. _rows.Where(r => !r.IsNamed).Select(r => r.Number)];

    /// <summary>The row of a document of the corpus. A work that was only named so far takes the document's title, kind and date.</summary>
    /// <param name="work">What the document says about itself.</param>
    /// <param name="document">Its number.</param>
    public WorkRow Describe(Work work, int document)
    {
        if (!_byId.TryGetValue(work.Id.Value, out var row)) row = Add(work);
        else if (row.IsBare) row.Work = work;
        row.IsBare = false;
        row.IsNamed = true;
        row.IsDocument = true;
        row.Document ??= document;
        return row;
    }

    /// <summary>Gives works without a date or title what the texts that cite them agree on, or the year that their number gives.</summary>
    public void Complete(LearnedFacts facts)
    {
        foreach (var row in _rows)
        {
            var work = row.Work;
            var title = work.Title == work.Id.Value ? facts.Value(work.Id, FactKind.Title) : null;
            var date = work.Adopted is null ? facts.Value(work.Id, FactKind.Date) ?? LearnedFacts.YearOf(work.Id) : null;
            if (title is not null || date is not null) row.Work = work with { Title = title ?? work.Title, Adopted = date ?? work.Adopted };
        }
    }

    /// <summary>Structural relations of every work, each pair once, both works in the table: those stated, those of the
    /// authorities, those of the symbols.</summary>
    public ImmutableArray<StructuralRelation> Relations(IEnumerable<(WorkId Source, WorkRelationKind Kind, WorkId Target)> told)
    {
        var all = new SortedDictionary<(int Source, WorkRelationKind Kind, int Target), string?>();
        // A part of a document may be a work with a name: "A/CONF.203/18 chap. I, resolution 1".
        var named = _rows.SelectMany(r => r.Work.Symbols.Where(s => PlaceIn(s) is not null), (r, symbol) => (symbol, r.Work.Id))
            .DistinctBy(s => s.symbol).ToDictionary(s => s.symbol, s => s.Id);
        foreach (var (source, kind, target) in told) all[(Get(source).Number, kind, Get(target).Number)] = null;
        foreach (var row in AllNamed())
        {
            foreach (var relation in row.Work.Relations) all.TryAdd((row.Number, relation.Kind, Get(relation.Target).Number), null);
            foreach (var symbol in row.Work.Symbols)
                if (PartOf(symbol) is { } whole && whole != row.Work.Id)
                    all[(row.Number, RelationTo(symbol), Get(named.GetValueOrDefault(whole.Value, whole)).Number)] = PlaceIn(symbol);
            if (row.IsBare && PlaceIn(row.Work.Id.Value) is { } place && PartOf(row.Work.Id.Value) is { } outer)
                all.TryAdd((row.Number, WorkRelationKind.PartOf, Get(outer).Number), place);
            if (SymbolRelations.Of(row.Work.Id.Value) is { } related)
                all.TryAdd((row.Number, related.Kind, Get(new(related.Parent)).Number), null);
        }
        return [.. all.Where(r => r.Key.Source != r.Key.Target)
            .Select(r => new StructuralRelation(r.Key.Source, r.Key.Kind, r.Key.Target, r.Value))];
    }

    /// <summary>The works that are named, also by what is asked for meanwhile.</summary>
    private IEnumerable<WorkRow> AllNamed()
    {
        var seen = new HashSet<WorkRow>();
        for (var before = -1; before != seen.Count;)
        {
            before = seen.Count;
            for (var i = 0; i < _rows.Count; i++)
                if (_rows[i] is { IsNamed: true } row && seen.Add(row))
                    yield return row;
        }
    }

    /// <summary>
    /// Of every work that has them, itself and the works that it counts for: what cites a part cites the whole.
    /// The same walk, read the other way, gives a work's parts when it is asked for.
    /// </summary>
    public Dictionary<int, ImmutableArray<WorkRow>> Wholes(ImmutableArray<StructuralRelation> relations)
    {
        var up = new Dictionary<int, List<int>>();
        foreach (var (source, kind, target, _) in relations)
        {
            if (kind.IsOfWhole()) Step(source, target);
            if (kind == WorkRelationKind.SameAs) Step(target, source);
        }
        var wholes = new Dictionary<int, ImmutableArray<WorkRow>>();
        foreach (var start in up.Keys)
        {
            var seen = new List<int> { start };
            for (var i = 0; i < seen.Count; i++)
                foreach (var next in up.GetValueOrDefault(seen[i], []))
                    if (!seen.Contains(next)) seen.Add(next);
            wholes.Add(start, [.. seen.Select(n => _rows[n - 1])]);
        }
        return wholes;

        void Step(int from, int to)
        {
            if (!up.TryGetValue(from, out var list)) up.Add(from, list = []);
            list.Add(to);
        }
    }

    /// <summary>A part whose whole is in the corpus is in the corpus: its document is the whole's.</summary>
    /// <param name="relations">All structural relations.</param>
    /// <param name="letters">The letters of the parts that a document prints.</param>
    public void PlaceParts(ImmutableArray<StructuralRelation> relations, Func<int, IReadOnlyList<char>> letters)
    {
        foreach (var (source, kind, target, _) in relations)
        {
            var (part, whole) = (_rows[source - 1], _rows[target - 1]);
            if (!kind.IsOfWhole() || part.Document is not null || whole.Document is not { } document) continue;
            if (LetterOf(part.Work.Id.Value, whole.Work.Id.Value) is { } letter)
            {
                // Parts may be documents of their own, under one number: one without a letter was the first, before there was a second.
                var printed = letters(document);
                if (printed.Count == 0 ? letter != 'A' : !printed.Contains(letter)) continue;
                part.Place = printed.Count > 1 ? null : "";
            }
            part.Document = document;
        }
    }

    /// <summary>B of <c>A/RES/48/218 B</c> as a part of <c>A/RES/48/218</c>; null for other parts.</summary>
    private static char? LetterOf(string part, string whole) =>
        part.Length == whole.Length + 2 && part[^2] == ' ' && char.IsAsciiLetterUpper(part[^1])
            && part.StartsWith(whole, StringComparison.Ordinal) ? part[^1] : null;

    private static Work Bare(WorkId id) => new() { Id = id, Title = id.Name, Kind = SymbolKind(id) };

    private WorkRow Add(Work work)
    {
        var slug = work.Id.Slug;
        if (slug.Length == 0) slug = "work";
        if (slug.Length > 120) slug = slug[..120].TrimEnd('-', '.');
        var unique = slug;
        for (var n = 2; !_slugs.Add(unique); n++) unique = $"{slug}-{n}";
        return Add(work, unique, isNamed: true);
    }

    private WorkRow Add(Work work, string slug, bool isNamed)
    {
        var row = new WorkRow(_rows.Count + 1, slug, work) { IsNamed = isNamed };
        _rows.Add(row);
        _byId.Add(work.Id.Value, row);
        return row;
    }

    // "A/RES/55/25 annex II" → A/RES/55/25; "A/CONF.203/18 chap. I, resolution 1, annex" → "A/CONF.203/18 chap. I,
    // resolution 1", and that → A/CONF.203/18; "A/RES/217(III) A" is a whole.
    private static WorkId? PartOf(string symbol)
    {
        var cut = PartStart(symbol);
        var whole = cut < 0 ? symbol : symbol[..cut].TrimEnd(',');
        return whole.Length == 0 ? null : new(whole);
    }

    private static WorkRelationKind RelationTo(string symbol)
    {
        var cut = PartStart(symbol);
        if (cut < 0) return WorkRelationKind.SameAs;
        return symbol.AsSpan(cut).Contains("annex", StringComparison.Ordinal) ? WorkRelationKind.AnnexedTo : WorkRelationKind.PartOf;
    }

    /// <summary>The part of the document that prints a work: <c>annex II</c>; null where the whole does.</summary>
    private static string? PlaceIn(string symbol) => PartStart(symbol) is > 0 and var cut ? symbol[(cut + 1)..] : null;

    private static int PartStart(string symbol)
    {
        foreach (var word in (ReadOnlySpan<string>)[" annex", " chap.", " sect.", " part ", " resolution ", " decision ", " and Corr",
            " appendix"])
            if (symbol.IndexOf(word, StringComparison.Ordinal) is var at and > 0) return at;
        return -1;
    }

    private static string SymbolKind(WorkId id) =>
        DocumentKinds.OfSymbol(id.Value)?.Word() ?? (id.IsTitle ? "named" : DocumentKind.Document.Word());
}

/// <summary>A structural relation between two rows of the table of works.</summary>
/// <param name="Source">The work that is annexed, part, addendum ...</param>
/// <param name="Kind">annexed-to, part-of, adds-to ...</param>
/// <param name="Target">The other work.</param>
/// <param name="Place">Where in the other work's text the first one is printed: <c>annex II</c>; null where that is not known.</param>
internal readonly record struct StructuralRelation(int Source, WorkRelationKind Kind, int Target, string? Place);
