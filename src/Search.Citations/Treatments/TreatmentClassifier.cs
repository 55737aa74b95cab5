using Search.Citations.Authorities;
using Search.Resolutions;
using Search.Resolutions.Text;

namespace Search.Citations.Treatments;

/// <summary>Says what a clause does to what it cites, by the verb that governs the mention.</summary>
/// <remarks>Each clause is read once, when it is first asked about; a question after that is a binary search. Not safe for several threads at once.</remarks>
public sealed class TreatmentClassifier
{
    private readonly VerbLexicon _lexicon;
    private readonly Resolution _resolution;
    private readonly Dictionary<ClauseLabel, int> _labels = [];
    private readonly List<(int From, Governor Governor)>?[] _read;
    private readonly GovernorState[] _ends;
    private readonly List<ClauseWord> _words = []; // of the clause that is being read

    /// <summary>Makes a classifier for the clauses of one document.</summary>
    public TreatmentClassifier(AuthorityList authorities, Resolution resolution)
        : this((authorities ?? throw new ArgumentNullException(nameof(authorities))).Lexicon, resolution)
    {
    }

    internal TreatmentClassifier(VerbLexicon lexicon, Resolution resolution)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        _lexicon = lexicon;
        _resolution = resolution;
        _read = new List<(int, Governor)>?[resolution.Clauses.Length];
        _ends = new GovernorState[resolution.Clauses.Length];
        for (var i = 0; i < resolution.Clauses.Length; i++) _labels.TryAdd(resolution.Clauses[i].Label, i);
    }

    /// <summary>The treatment of a mention, and the words that decided it; null where no verb governs.</summary>
    /// <param name="clause">Index of the clause; for a note that gives a source, of the clause that carries its mark; -1 where that is not known.</param>
    /// <param name="mention">The mention in the clause's cleaned text; for such a note, the place of its mark.</param>
    public (Treatment Treatment, GoverningVerb? Verb) Classify(int clause, TextSpan mention)
    {
        if (clause < 0 || clause >= _read.Length) return (Treatment.Cites, null);
        var changes = Read(clause);
        var low = 0;
        var high = changes.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (changes[middle].From <= mention.Start) low = middle;
            else high = middle - 1;
        }
        var governor = changes[low].Governor;
        return (governor.Treatment, Verb(governor, clause, mention));
    }

    private GoverningVerb? Verb(Governor governor, int clause, TextSpan mention)
    {
        var (holder, at) = governor.NearDecides ? (governor.NearClause, governor.NearAt) : (governor.HeadClause, governor.HeadAt);
        if (holder < 0) return null;
        var text = _resolution.Clauses[holder].Text;
        var verb = at.In(text.Text).ToString();
        var near = governor.NearClause < 0 ? null : governor.NearAt.In(_resolution.Clauses[governor.NearClause].Text.Text).ToString();
        return new GoverningVerb(verb, text.ToSource(at)) { Reason = TreatmentReason.Of(governor, verb, near, holder == clause ? text.Text : null, at, mention) };
    }

    private List<(int From, Governor Governor)> Read(int index)
    {
        // An item is read after its parents; the chain is walked without recursion, for it may be long.
        var chain = new Stack<int>();
        for (int? i = index; i is { } k && _read[k] is null && chain.Count <= _read.Length; i = Parent(k)) chain.Push(k);
        while (chain.TryPop(out var i))
        {
            var clause = _resolution.Clauses[i];
            var inherited = Parent(i) is { } parent && _read[parent] is not null ? _ends[parent] : GovernorState.None;
            ClauseWords.Read(clause.Text.Text, _lexicon, _words);
            (_read[i], _ends[i]) = new GovernorReader(_lexicon, _words, i, inherited, clause.Kind == ClauseKind.Annex).Read();
        }
        return _read[index]!;
    }

    private int? Parent(int index) =>
        _resolution.Clauses[index].Parent is { } label && _labels.TryGetValue(label, out var parent) && parent < index ? parent : null;
}
