using System.Collections.Frozen;
using System.Collections.Immutable;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Authorities;

/// <summary>The works that are known before any document is read: <c>index-data/authorities</c>.</summary>
public sealed class AuthorityList
{
    private readonly FrozenDictionary<string, Work> _byId;
    private readonly SymbolLookup _symbols;
    private readonly TreatySeriesLookup _series;
    private readonly FrozenDictionary<string, string> _joints;
    private readonly FrozenDictionary<string, WorkId> _roles;
    private readonly FrozenDictionary<string, int> _labourNumbers;
    private readonly FrozenDictionary<string, ImmutableArray<WorkRelation>> _incoming;
    private readonly Lazy<NameMatcher> _matcher;

    private AuthorityList(ImmutableArray<Work> works, ImmutableArray<WorkPart> parts)
    {
        Works = works;
        Parts = parts;
        _byId = works.ToFrozenDictionary(w => w.Id.Value);
        _symbols = new SymbolLookup(works);
        _series = new TreatySeriesLookup(works);
        _roles = works.Where(w => w.Role is not null).ToFrozenDictionary(w => w.Role!, w => w.Id);
        _joints = works.SelectMany(w => w.JointSymbols).DistinctBy(j => j.Second).ToFrozenDictionary(j => j.Second, j => j.First);
        _labourNumbers = works.Select(w => (w.Id.Value, Number: LabourNumber(w))).Where(w => w.Number > 0)
            .ToFrozenDictionary(w => w.Value, w => w.Number);
        _incoming = works.SelectMany(w => w.Relations.Select(r => (r.Target, Back: new WorkRelation(r.Kind, w.Id))))
            .GroupBy(r => r.Target.Value).ToFrozenDictionary(g => g.Key, g => g.Select(r => r.Back).ToImmutableArray());
        Statutes = [.. works.Where(w => w.Title.StartsWith(StatuteLead, StringComparison.Ordinal)
            || w.Title.StartsWith("Rome " + StatuteLead, StringComparison.Ordinal))
            .Select(w => (w.Title[(w.Title.IndexOf(StatuteLead, StringComparison.Ordinal) + StatuteLead.Length)..], w.Id))];
        _matcher = new(() => new NameMatcher(this));
    }

    /// <summary>All works, in file order.</summary>
    public ImmutableArray<Work> Works { get; }

    /// <summary>Parts of works that have a title of their own.</summary>
    internal ImmutableArray<WorkPart> Parts { get; }

    /// <summary>The words that say what a clause does to what it cites.</summary>
    internal VerbList Verbs { get; private init; } = VerbList.Empty;

    /// <summary>The names in other languages.</summary>
    internal FrozenDictionary<Language, TranslatedNames> Translated { get; private init; } =
        FrozenDictionary<Language, TranslatedNames>.Empty;

    /// <summary>The names of works in another language, as the table writes them.</summary>
    public IEnumerable<string> NamesIn(Language language) => Translated.TryGetValue(language, out var names) ? names.All : [];

    /// <summary>The automaton over all names, made at first use.</summary>
    internal NameMatcher Names => _matcher.Value;

    /// <summary>How the titles of courts' statutes begin.</summary>
    internal const string StatuteLead = "Statute of the ";

    /// <summary>Courts and other bodies that have a statute, as its title calls them.</summary>
    internal ImmutableArray<(string Court, WorkId Statute)> Statutes { get; }

    /// <summary>No works.</summary>
    public static AuthorityList Empty { get; } = new([], []);

    /// <summary>A list of works made in memory.</summary>
    internal static AuthorityList Of(ImmutableArray<Work> works, ImmutableArray<WorkPart> parts = default) =>
        new(works, parts.IsDefault ? [] : parts);

    /// <summary>The work with this id, or null.</summary>
    public Work? Find(WorkId id) => id.Value is null ? null : _byId.GetValueOrDefault(id.Value);

    /// <summary>
    /// The works that a document or a part of it is: <c>A/RES/55/25</c> with <c>annex II</c> is the palermo-protocol, <c>A/RES/70/1</c>
    /// with any part the 2030-agenda. Several where one annex holds several (<c>A/RES/2200(XXI) A</c>), none where none is known.
    /// </summary>
    /// <param name="symbol">Canonical symbol.</param>
    /// <param name="part">Pinpoint in normal form, empty for the whole.</param>
    public ImmutableArray<Work> FindBySymbol(string symbol, string part = "") => _symbols.Find(symbol, Pinpoint.Of(part));

    /// <summary>The work that texts mean by a common noun: the Charter by <c>charter</c>, the rules of a body by <c>rules-of:GA</c>; null
    /// where none has the role.</summary>
    public WorkId? InRole(string role) => _roles.TryGetValue(role, out var work) ? work : null;

    /// <summary>The symbol by which a document goes: of a joint one the first half (<c>A/47/277</c> for
    /// <c>S/24111</c>), any other symbol itself.</summary>
    public string DocumentOf(string symbol) => _joints.GetValueOrDefault(symbol, symbol);

    /// <summary>All works that any part of a document is, also a part with a letter of its own ("2200 A (XXI)").</summary>
    public ImmutableArray<Work> PartsOf(string symbol) => _symbols.PartsOf(symbol);

    /// <summary>The works at a place of a treaty series; several where one volume and number print several.</summary>
    internal ImmutableArray<Work> FindByTreatySeries(TreatySeriesReference reference) => _series.Find(reference);

    /// <summary>The listed works that a volume of a treaty series prints.</summary>
    internal ImmutableArray<Work> FindByVolume(bool league, int volume) => _series.InVolume(league, volume);

    /// <inheritdoc cref="FindByTreatySeries(TreatySeriesReference)" />
    public ImmutableArray<Work> FindByTreatySeries(int volume, int number) =>
        _series.Find(new TreatySeriesReference(false, volume, number, number));

    /// <summary>The works at a place of a treaty series as a pinpoint prints it: <c>vol. 2237, No. 39574</c>, <c>vols. 2225, 2237, 2241 and
    /// 2326, No. 39574</c>.</summary>
    public ImmutableArray<Work> FindByTreatySeries(string printed) => _series.Find(printed);

    /// <summary>Number in the series of the International Labour Organization's conventions or
    /// recommendations; 0 for other works.</summary>
    public int LabourNumber(WorkId id) => _labourNumbers.GetValueOrDefault(id.Value);

    /// <summary>Relations that other works have to this one: each with its kind and the other work.</summary>
    public ImmutableArray<WorkRelation> RelationsTo(WorkId id) => _incoming.GetValueOrDefault(id.Value, []);

    /// <summary>The works that supplement a work: a convention's protocols.</summary>
    public ImmutableArray<Work> SupplementsOf(WorkId id) =>
        [.. RelationsTo(id).Where(r => r.Kind == WorkRelationKind.Supplements).Select(r => Find(r.Target)!)];

    /// <summary>The works of the list that are called exactly so, signs, case and "the" apart; empty where none is.</summary>
    internal ImmutableArray<WorkId> NamedExactly(string name) => [.. _matcher.Value.Exactly(name).SelectMany(n => n.Works).Distinct()];

    /// <summary>Reads <c>works.tsv</c> and its companions <c>parts.tsv</c>, <c>verbs.tsv</c> and, for other languages,
    /// <c>names.CODE.tsv</c> from a folder.</summary>
    /// <exception cref="FormatException">A row is malformed or a file missing; the message names file, line and column.</exception>
    public static AuthorityList Load(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var works = WorkTable.Read(Path.Combine(folder, "works.tsv"));
        var ids = works.Select(w => w.Id).ToHashSet();
        return new AuthorityList(works, WorkPart.Read(Path.Combine(folder, "parts.tsv"), ids.Contains))
        {
            Verbs = VerbList.Read(Path.Combine(folder, "verbs.tsv")),
            Translated = TranslatedNames.Load(folder, ids.Contains),
        };
    }

    private static int LabourNumber(Work work) => NameVariants.Labour(work.Title)?.Number ?? 0;
}
