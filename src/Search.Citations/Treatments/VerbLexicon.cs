using Search.Citations.Authorities;

namespace Search.Citations.Treatments;

/// <summary>The verb list with its words numbered, ready to be matched.</summary>
internal sealed class VerbLexicon
{
    private readonly Dictionary<ulong, int> _ids = [];
    private readonly List<WordRoles> _roles = [];
    private readonly (int[] Words, GoverningWords Row)[]?[] _rows;
    private readonly Dictionary<int, Treatment> _tones = [];
    private readonly WordTable _table;

    public VerbLexicon(VerbList verbs)
    {
        var byFirst = new Dictionary<int, List<(int[] Words, GoverningWords Row)>>();
        foreach (var row in verbs.Rows.SelectMany(r => (GoverningWords[])[r, .. VerbForms.Of(r)]))
        {
            int[] words = [.. row.Words.Split(' ').Select(Number)];
            if (Role(row.Place) is not WordRoles.None and var role) _roles[words[0]] |= role;
            else if (row.Place == VerbPlace.Tone) _tones[words[0]] = row.Treatment;
            else
            {
                if (!byFirst.TryGetValue(words[0], out var list)) byFirst[words[0]] = list = [];
                list.Add((words, row));
            }
        }
        Give(WordRoles.Determiner, "the a an its their his her our all any each both such this that these those it them every no some");
        Give(WordRoles.Auxiliary, "is are was were be been being has have had");
        Give(WordRoles.Modal, "shall will");
        Give(WordRoles.Conjunction, "and or but");
        Give(WordRoles.Filler, "in this that regard respect context connection to end particular");
        Give(WordRoles.Subject, "council assembly commission committee they");
        Give(WordRoles.Text, "resolution decision agreement convention protocol");
        Give(WordRoles.TakesTo, "relating pursuant according referred respect regard contrary addition annex annexes access support assistance parties party preamble due prior subject up amendments amendment appendix schedule protocol protocols supplement respond response contributions contribution according related thanks attention attached");
        Give(WordRoles.ListWord, "and or resolution resolutions decision decisions article articles paragraph paragraphs as in of annex entitled adopted annexed dated by especially including inter section chapter to with international relevant other applicable containing contained known provisions principles purposes");
        Give(WordRoles.Doing, "consider ensure provide submit continue strengthen make keep develop include enhance facilitate allocate contribute engage undertake promote explore identify participate");
        Give(WordRoles.Doing, "considering ensuring providing submitting continuing strengthening making keeping developing enhancing facilitating allocating contributing engaging undertaking promoting raising taking supporting improving increasing addressing exploring identifying participating");
        Give(WordRoles.Generic, "policies strategies laws legislation standards guidelines criteria reforms initiatives actions activities projects systems programmes plans measures mechanisms practices");
        Give(WordRoles.Instrument, "declaration charter covenant convention protocol agreement treaty statute agenda programme plan framework pact compact principles guidelines code consensus initiative");
        Give(WordRoles.Occasion, "when upon after before while since");
        Give(WordRoles.Finite, "is are was were has have had shall will should must can may cannot");
        Nouns = [.. "implementation compliance ratification ratifications accessions universalization".Split(' ').Select(Number)];
        Including = Number("including");
        Give(WordRoles.Renewed, "renewed extended prolonged reauthorized");
        Weighing = [Number("consider"), Number("considering")];
        Inclusions = [Number("including")];
        Able = [.. "eligible eligibility intending intention intends wishing willing preparing".Split(' ').Select(Number)];
        Assessments = [.. "verify verifying verification monitor monitoring review reviewing assess assessing assessment determination report reports reporting event case information examine".Split(' ').Select(Number)];
        To = Number("to");
        And = Number("and");
        But = Number("but");
        While = Number("while");
        Not = Number("not");
        Only = Number("only");
        With = Number("with");
        Together = Number("together");
        The = Number("the");
        It = Number("it");
        Its = Number("its");
        In = Number("in");
        Of = Number("of");
        For = Number("for");
        Those = Number("those");
        Topics = [.. "on about regarding concerning".Split(' ').Select(Number)];
        As = Number("as");
        Particular = Number("particular");
        Parties = Number("parties");
        Under = Number("under");
        That = Number("that");
        This = Number("this");
        Present = Number("present");
        Order = Number("order");
        Decision = Number("decision");
        Definition = [Number("definition")];
        Well = Number("well");
        We = Number("we");
        Yet = Number("yet");
        Be = Number("be");
        IsVerb = Number("is");
        Are = Number("are");
        Joining = [.. "ratify accede ratification accession sign become ratifying acceding becoming do doing join joining".Split(' ').Select(Number)];
        References = [.. "resolution resolutions paragraph paragraphs annex annexes section sections decision decisions article articles its".Split(' ').Select(Number)];
        _table = new WordTable(_ids);
        _rows = new (int[], GoverningWords)[]?[_ids.Count];
        foreach (var (first, rows) in byFirst) _rows[first] = [.. rows.OrderByDescending(r => r.Words.Length)];
    }

    public int To { get; }

    public int And { get; }

    public int But { get; }

    public int While { get; }

    public int Not { get; }

    public int Only { get; }

    public int With { get; }

    public int Together { get; }

    public int The { get; }

    public int It { get; }

    public int Its { get; }

    public int In { get; }

    public int Of { get; }

    public int For { get; }

    public int Those { get; }

    /// <summary>Prepositions that say what a text is about.</summary>
    public HashSet<int> Topics { get; }

    public int As { get; }

    public int Particular { get; }

    public int Parties { get; }

    public int Under { get; }

    public int That { get; }

    public int This { get; }

    public int Present { get; }

    public int Order { get; }

    public int Decision { get; }

    public HashSet<int> Definition { get; }

    public int Well { get; }

    public int We { get; }

    public int Yet { get; }

    public int Be { get; }

    public int IsVerb { get; }

    public int Are { get; }

    public int Including { get; }

    /// <summary>"consider, as appropriate, renewing": no head follows.</summary>
    public HashSet<int> Weighing { get; }

    /// <summary>"including", before one more of what a phrase names.</summary>
    public HashSet<int> Inclusions { get; }

    /// <summary>Words before "to" after which nothing is asked for: "eligible to accede to".</summary>
    public HashSet<int> Able { get; }

    /// <summary>What is done about compliance without asking for it: "review the compliance with".</summary>
    public HashSet<int> Assessments { get; }

    /// <summary>What is asked for, as a noun: no act where another noun follows ("<em>implementation</em> plan").</summary>
    public HashSet<int> Nouns { get; }

    /// <summary>Words that ask a State to join a treaty, "do" and "doing" among them.</summary>
    public HashSet<int> Joining { get; }

    /// <summary>Words that begin the mention of a text: "in <em>resolution</em>".</summary>
    public HashSet<int> References { get; }

    /// <summary>The number of a word, or -1.</summary>
    public int Find(ulong hash) => _table.Find(hash);

    /// <summary>Whether a word has one of some roles.</summary>
    public bool Is(int id, WordRoles any) => id >= 0 && (_roles[id] & any) != WordRoles.None;

    /// <summary>What "with ... concern" makes of a neutral note, or null.</summary>
    public Treatment? Tone(int id) => _tones.TryGetValue(id, out var treatment) ? treatment : null;

    /// <summary>Rows that may match at a word, the longest first; none for most words.</summary>
    public ReadOnlySpan<(int[] Words, GoverningWords Row)> Rows(int id) =>
        id < 0 || _rows[id] is not { } rows ? default : rows;

    /// <summary>The index of a row's last word where it matches at a word, or -1. Adverbs may be between its words.</summary>
    public static int Match(int[] row, List<ClauseWord> words, int at)
    {
        var i = at;
        for (var k = 1; k < row.Length;)
        {
            if (++i >= words.Count || words[i].StartsPart) return -1;
            if (words[i].Id == row[k]) k++;
            else if (!words[i].IsAdverb) return -1;
        }
        return i;
    }

    private static WordRoles Role(VerbPlace place) => place switch
    {
        VerbPlace.Adverb => WordRoles.Adverb,
        VerbPlace.Part => WordRoles.Part,
        VerbPlace.Creation => WordRoles.Creation,
        VerbPlace.Origin => WordRoles.Origin,
        VerbPlace.Demanded => WordRoles.Demanded,
        VerbPlace.Subordinator => WordRoles.Subordinator,
        VerbPlace.Preposition => WordRoles.Preposition,
        VerbPlace.Time => WordRoles.Time,
        VerbPlace.Abbreviation => WordRoles.Abbreviation,
        _ => WordRoles.None,
    };

    private void Give(WordRoles role, string words)
    {
        foreach (var word in words.Split(' ')) _roles[Number(word)] |= role;
    }

    private int Number(string word)
    {
        var hash = NameScanner.Hash(NameLetters.Fold(word));
        if (_ids.TryGetValue(hash, out var id)) return id;
        _ids[hash] = _ids.Count;
        _roles.Add(WordRoles.None);
        return _ids.Count - 1;
    }
}
