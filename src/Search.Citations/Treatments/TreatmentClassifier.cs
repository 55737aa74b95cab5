using Search.Citations.Authorities;
using Search.Resolutions;
using Search.Resolutions.Text;

namespace Search.Citations.Treatments;

/// <summary>Says what a clause does to what it cites, by the verb that governs the mention.</summary>
/// <remarks>Each clause is read once, when it is first asked about; a question after that is a binary search. Not safe
/// for several threads at once.</remarks>
internal sealed class TreatmentClassifier
{
    private const int LongestTerm = 1000; // characters after a verb in which its term is looked for

    private readonly VerbLexicon _lexicon;
    private readonly Resolution _resolution;
    private readonly List<(int From, Governor Governor)>?[] _read;
    private readonly GovernorState[] _ends;
    private readonly Func<int, string> _textOf;
    private Dictionary<ClauseLabel, int>? _labels; // once a clause with a parent is read

    [ThreadStatic]
    private static List<ClauseWord>? t_words; // of the clause that is being read

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
        _textOf = clause => resolution.Clauses[clause].Text.Text;
    }

    /// <summary>What the clause does to a mention, and why.</summary>
    /// <param name="clause">Index of the clause; for a note that gives a source, of the clause that carries its
    /// mark; -1 where that is not known.</param>
    /// <param name="mention">The mention in the clause's cleaned text; for such a note, the place of its mark.</param>
    /// <param name="isSelf">Whether the mention is of the text itself: it can end what it ordered, but does not renew,
    /// amend, establish or deplore itself.</param>
    public TreatmentReading Classify(int clause, TextSpan mention, bool isSelf = false)
    {
        if (clause < 0 || clause >= _read.Length) return new(Treatment.Cites, null, TreatmentReason.NoVerb, null);
        var changes = Read(clause);
        var at = ChangeAt(changes, mention.Start);
        var governor = changes[at].Governor;
        var treatment = governor.Treatment;
        var verb = Verb(governor);
        if (isSelf && treatment.Acts() && treatment != Treatment.Terminates)
            return new(Treatment.Cites, verb, TreatmentReason.OfSelf(verb), null);
        var why = TreatmentReason.Of(governor, _textOf(clause), clause, _textOf, mention);
        return new(treatment, verb, why, treatment == Treatment.Renews ? Until(governor, clause) : null);
    }

    private static int ChangeAt(List<(int From, Governor Governor)> changes, int position)
    {
        var low = 0;
        var high = changes.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (changes[middle].From <= position) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    private GoverningVerb? Verb(Governor governor)
    {
        var (holder, at) = governor.Decider;
        if (holder < 0) return null;
        var text = _resolution.Clauses[holder].Text;
        return new GoverningVerb(at.In(text.Text).ToString(), text.ToSource(at));
    }

    /// <summary>The day named after the verb, before the next head; else between its head and the verb, else in the item below.</summary>
    private DateOnly? Until(Governor governor, int clause)
    {
        var (holder, at) = governor.Decider;
        var adopted = _resolution.Front.Date;
        var text = _textOf(holder);
        return RenewalTerm.Until(text[at.End..NextHead(holder, at)], adopted)
            ?? (governor.HeadClause == holder && governor.HeadAt.End < at.Start
                ? RenewalTerm.Until(text[Math.Max(governor.HeadAt.End, at.Start - LongestTerm)..at.Start], adopted)
                : null)
            ?? (holder == clause ? null : RenewalTerm.Until(_textOf(clause)[..Math.Min(LongestTerm, _textOf(clause).Length)], adopted));
    }

    /// <summary>Where the next head begins after a verb, at most <see cref="LongestTerm"/> characters on.</summary>
    private int NextHead(int clause, TextSpan verb)
    {
        var changes = Read(clause);
        var most = Math.Min(_textOf(clause).Length, verb.End + LongestTerm);
        for (var i = ChangeAt(changes, verb.End) + 1; i < changes.Count && changes[i].From < most; i++)
            if (changes[i].Governor is var next && next.HeadClause == clause && next.HeadAt.Start > verb.Start) return changes[i].From;
        return most;
    }

    private List<(int From, Governor Governor)> Read(int index)
    {
        if (_read[index] is { } known) return known;
        var words = t_words ??= [];
        // An item is read after its parents; the chain is walked without recursion, for it may be long.
        var chain = new Stack<int>();
        for (int? i = index; i is { } k && _read[k] is null && chain.Count <= _read.Length; i = Parent(k)) chain.Push(k);
        while (chain.TryPop(out var i))
        {
            var clause = _resolution.Clauses[i];
            var inherited = Parent(i) is { } parent && _read[parent] is not null ? _ends[parent] : GovernorState.None;
            if (_resolution.LanguageOf(clause) is { IsEnglish: false } language)
                TranslatedVerbs.Of(_lexicon, language, clause.Kind).Read(clause.Text.Text, words);
            else ClauseWords.Read(clause.Text.Text, _lexicon, words);
            (_read[i], _ends[i]) = new GovernorReader(_lexicon, words, i, inherited, clause.Kind).Read();
        }
        return _read[index]!;
    }

    private int? Parent(int index)
    {
        if (_resolution.Clauses[index].Parent is not { } label) return null;
        if (_labels is null)
        {
            _labels = [];
            for (var i = 0; i < _resolution.Clauses.Length; i++) _labels.TryAdd(_resolution.Clauses[i].Label, i);
        }
        return _labels.TryGetValue(label, out var parent) && parent < index ? parent : null;
    }
}
