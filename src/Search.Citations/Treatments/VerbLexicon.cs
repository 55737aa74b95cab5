using Search.Citations.Authorities;

namespace Search.Citations.Treatments;

/// <summary>The verb list with its words numbered, ready to be matched.</summary>
internal sealed class VerbLexicon
{
    /// <summary>Adverbs besides those in "-ly"; they may stand inside a head: "taking also note", "having carefully considered".</summary>
    private static readonly string[] Adverbs = ["also", "further", "again", "once", "more", "moreover", "likewise", "hereby", "thus", "still", "therefore", "always", "duly", "fully", "carefully", "furthermore"];

    private readonly Dictionary<ulong, int> _ids = [];
    private readonly List<bool> _adverbs = [];
    private readonly (int[] Words, GoverningWords Row)[]?[] _rows;
    private readonly Dictionary<int, Treatment> _tones = [];
    private readonly WordTable _table;

    public VerbLexicon(VerbList verbs)
    {
        var byFirst = new Dictionary<int, List<(int[] Words, GoverningWords Row)>>();
        foreach (var row in verbs.Rows)
        {
            int[] words = [.. row.Words.Split(' ').Select(Number)];
            if (row.Place == VerbPlace.Tone)
            {
                _tones[words[0]] = row.Treatment;
                continue;
            }
            if (!byFirst.TryGetValue(words[0], out var list)) byFirst[words[0]] = list = [];
            list.Add((words, row));
        }
        foreach (var word in Adverbs) _adverbs[Number(word)] = true;
        To = Number("to");
        And = Number("and");
        Or = Number("or");
        But = Number("but");
        While = Number("while");
        Not = Number("not");
        With = Number("with");
        The = Number("the");
        It = Number("it");
        Its = Number("its");
        Decisions = Numbers("decision decided");
        Definition = Numbers("definition");
        Negation = Numbers("not");
        In = Number("in");
        Joining = Numbers("ratify accede ratification accession sign become");
        Subjects = [Number("council"), Number("assembly"), Number("commission"), Number("committee")];
        Fillers = Numbers("in this that regard respect context connection to end particular");
        Determiners = Numbers("the a an its their all this that those these it them which any each both such date paragraph article resolution resolutions");
        ListWords = Numbers("and or resolution resolutions decision decisions article articles paragraph paragraphs as in of annex entitled adopted annexed dated by especially including inter section chapter to with international relevant other applicable containing contained known provisions principles purposes");
        _table = new WordTable(_ids);
        _rows = new (int[], GoverningWords)[]?[_ids.Count];
        foreach (var (first, rows) in byFirst) _rows[first] = [.. rows.OrderByDescending(r => r.Words.Length)];
    }

    public int To { get; }

    public int And { get; }

    public int Or { get; }

    public int But { get; }

    public int While { get; }

    public int Not { get; }

    public int With { get; }

    public int The { get; }

    public int It { get; }

    public int Its { get; }

    public int In { get; }

    public HashSet<int> Definition { get; }

    public HashSet<int> Negation { get; }

    public HashSet<int> Decisions { get; }

    /// <summary>Words that ask a State to join a treaty.</summary>
    public HashSet<int> Joining { get; }

    /// <summary>Nouns that a statement's paragraphs begin with: "The Council recalls".</summary>
    public HashSet<int> Subjects { get; }

    /// <summary>Words of "in this regard", "to that end", which may stand before a joined head.</summary>
    public HashSet<int> Fillers { get; }

    /// <summary>Words behind which "to" is a preposition.</summary>
    public HashSet<int> Determiners { get; }

    /// <summary>Words by which a list goes on behind a comma.</summary>
    public HashSet<int> ListWords { get; }

    /// <summary>The number of a word, or -1.</summary>
    public int Find(ulong hash) => _table.Find(hash);

    /// <summary>Whether a word is an adverb that may stand in a head.</summary>
    public bool IsAdverb(int id) => id >= 0 && _adverbs[id];

    /// <summary>What "with ... concern" makes of a neutral note, or null.</summary>
    public Treatment? Tone(int id) => _tones.TryGetValue(id, out var treatment) ? treatment : null;

    /// <summary>Rows that may match at a word, the longest first; none for most words.</summary>
    public ReadOnlySpan<(int[] Words, GoverningWords Row)> Rows(int id) =>
        id < 0 || _rows[id] is not { } rows ? default : rows;

    /// <summary>The index of a row's last word where it matches at a word, or -1. Adverbs may stand between its words.</summary>
    public static int Match(int[] row, List<ClauseWord> words, int at)
    {
        var i = at;
        for (var k = 1; k < row.Length;)
        {
            if (++i >= words.Count) return -1;
            if (words[i].Id == row[k]) k++;
            else if (!words[i].IsAdverb) return -1;
        }
        return i;
    }

    private HashSet<int> Numbers(string words) => [.. words.Split(' ').Select(Number)];

    private int Number(string word)
    {
        var hash = NameScanner.Hash(NameLetters.Fold(word));
        if (_ids.TryGetValue(hash, out var id)) return id;
        _ids[hash] = _ids.Count;
        _adverbs.Add(false);
        return _ids.Count - 1;
    }
}
