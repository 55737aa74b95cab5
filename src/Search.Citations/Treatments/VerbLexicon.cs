using Search.Citations.Authorities;
using Search.Resolutions.Vocabulary;

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
        Give(WordRoles.Determiner, "determiners");
        Give(WordRoles.Auxiliary, "auxiliaries");
        Give(WordRoles.Modal, "modals");
        Give(WordRoles.Conjunction, "conjunctions");
        Give(WordRoles.Filler, "fillers");
        Give(WordRoles.Subject, "subjects");
        Give(WordRoles.Text, "texts");
        Give(WordRoles.TakesTo, "takes-to");
        Give(WordRoles.ListWord, "list-words");
        Give(WordRoles.Doing, "doings");
        Give(WordRoles.Generic, "generic-objects");
        Give(WordRoles.Instrument, "instruments");
        Give(WordRoles.Occasion, "occasions");
        Give(WordRoles.Finite, "finite-verbs");
        Nouns = [.. WordList.Of("carrying-out").All.Select(Number)];
        Including = Number("including");
        Give(WordRoles.Renewed, "renewed");
        Weighing = [Number("consider"), Number("considering")];
        Inclusions = [Number("including")];
        Able = [.. "eligible eligibility intending intention intends wishing willing preparing".Split(' ').Select(Number)];
        Assessments = [.. WordList.Of("assessments").All.Select(Number)];
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
        Joining = [.. WordList.Of("joining").All.Select(Number)];
        References = [.. WordList.Of("references").All.Select(Number)];
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

    private void Give(WordRoles role, string list)
    {
        foreach (var word in WordList.Of(list).All) _roles[Number(word)] |= role;
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
