using Search.Citations.Authorities;
using Search.Resolutions;
using Search.Resolutions.Text;

namespace Search.Citations.Treatments;

/// <summary>
/// Reads a clause once from left to right and notes where what governs changes: heads and what is joined to them, asides between
/// commas, infinitives, phrases that give a basis, negation, passives, and the reach of verbs that act on their object.
/// </summary>
internal sealed partial class GovernorReader
{
    private const int AsideLength = 60;

    private readonly VerbLexicon _lexicon;
    private readonly List<ClauseWord> _words;
    private readonly int _clause;
    private readonly ClauseKind _kind;
    private readonly bool _followsTo; // the clause above ends in "to"
    private readonly WordContext _context;
    private readonly ListBounds _lists;
    private readonly ActContext _acts;
    private readonly GovernorChanges _changes;
    private readonly PendingSubject _subject;
    private readonly RecalledText _recalled;
    private ObjectReader _object;
    private Governor? _verb; // the newest acting verb, which a phrase of basis interrupts
    private bool _opened;
    private bool _finite;
    private bool _enclosed; // the nearer phrase began after a comma
    private int _headLast = -1;
    private int _verbLast = -1; // last word of the newest verb, chained ones included
    private int _deniedLast = -1; // last word of the newest negation
    private int _mainInfinitive = -1; // the word after the newest "to" that says what is decided
    private bool _hasComplement; // an infinitive or "that" followed the head
    private Governor? _outer; // what an aside interrupts
    private bool _outerAwaitsObject;
    private int _asideFrom = -1;
    private int _failureLast = -1; // "failure", "refusal"

    public GovernorReader(VerbLexicon lexicon, List<ClauseWord> words, int clause, GovernorState inherited, ClauseKind kind)
    {
        _lexicon = lexicon;
        _words = words;
        _clause = clause;
        _kind = kind;
        _followsTo = inherited.EndsInTo;
        _context = new(lexicon, words);
        _lists = new(lexicon, words, _context);
        _acts = new(lexicon, words, _context);
        _object = inherited.Object;
        _changes = new(Inherit(inherited.Governor));
        _subject = new(lexicon, words, _changes);
        _recalled = new(words, _context, _changes);
    }

    private Governor Now => _changes.Now;

    /// <summary>Positions from which something else governs, ascending; the first is 0.</summary>
    public (List<(int From, Governor Governor)> Changes, GovernorState End) Read()
    {
        if (Now.Head is null) _subject.Open(0);
        // "(m) Secure an outcome to close the gap": an infinitive in an item that has a verb of its own is
        // not what the clause above decides.
        else _hasComplement = _context.SkipAdverbs(0) is var first && first < _words.Count && _words[first].Id != _lexicon.To;
        for (var i = 0; i < _words.Count; i++)
        {
            End(i);
            if (_words[i].IsQuoted)
            {
                Follow(i);
                continue;
            }
            var last = Row(i);
            for (var k = i; k <= Math.Max(i, last); k++) Follow(k, k == i && last >= i);
            if (last > i) i = last;
        }
        return (_changes.All, new GovernorState(Now with { IsAside = false }, _object, _words.Count > 0 && _words[^1].Id == _lexicon.To));
    }

    /// <summary>Items below a clause that named the verb's object are about something else, unless the
    /// clause ends in "set out in:".</summary>
    private Governor Inherit(Governor above)
    {
        if (above.Acting is not { } acting) return above;
        if (!_object.HasObject || (_object.IsInOrigin && _object.Reach == Reach.Direct))
        {
            _verb = above;
            return above;
        }
        _object = ObjectReader.Beyond;
        return ReferenceEquals(acting, above.Head) ? above with { Reach = Reach.Lost } : above.WithoutNear();
    }

    /// <summary>Takes the longest row that counts at a word; the index of its last word, or -1.</summary>
    private int Row(int at)
    {
        if (_words[at].Id == _lexicon.To && ObjectReader.IsInfinitive(_lexicon, _words, at)) Infinitive(at);
        if (_words[at].Id == _lexicon.That && Now.Head is { } head && at == _context.SkipAdverbs(_headLast + 1))
        {
            _hasComplement = true;
            if (head.Words.StartsWith("decid", StringComparison.Ordinal) || head.Words.StartsWith("agree", StringComparison.Ordinal))
                _subject.StartClause(at + 1);
        }
        foreach (var (row, governing) in _lexicon.Rows(_words[at].Id))
        {
            var last = VerbLexicon.Match(row, _words, at);
            if (last < 0) continue;
            if (governing.Place == VerbPlace.Negator)
            {
                _deniedLast = last;
                if (governing.Treatment != Treatment.Cites) _failureLast = last;
                return -1;
            }
            if (governing.Place is VerbPlace.Head && IsChained(governing, at))
            {
                _verbLast = last;
                return last;
            }
            if (!Counts(governing, at, last)) continue;
            Take(governing, at, last);
            return last;
        }
        return -1;
    }

    private void Take(GoverningWords row, int first, int last)
    {
        var at = new TextSpan(_words[_context.WithAdverbs(first)].Start, _words[last].End);
        var denied = row.Place is not (VerbPlace.Connector or VerbPlace.WeakConnector or VerbPlace.Definition or VerbPlace.Breach
            or VerbPlace.Failing or VerbPlace.Outsider) && _context.IsDenied(first, _deniedLast)
            && !(row.Treatment == Treatment.UrgesRatification && IsOutside(first));
        switch (row.Place)
        {
            case VerbPlace.Head or VerbPlace.Concern or VerbPlace.Directive:
                TakeHead(row, first, last, at, denied);
                break;
            case VerbPlace.Passive or VerbPlace.Ending:
                _subject.Take(row, at, _clause);
                _verb = null;
                break;
            default:
                TakeNear(row, first, last, at, denied);
                break;
        }
        _verbLast = last;
    }

    private void TakeNear(GoverningWords row, int first, int last, TextSpan at, bool denied)
    {
        _enclosed = _words[first].Sign == ',';
        _lists.Begin(row, last);
        if (row.Place == VerbPlace.Breach && Now.Head?.Place == VerbPlace.Concern)
            row = row with { Treatment = Treatment.NotesWithConcern };
        if (!denied) _recalled.TakeUp(row, last, at, _clause);
        _changes.Set(_words[first].Start, Now with
        {
            Near = row,
            NearAt = at,
            NearClause = _clause,
            IsDenied = denied,
            Reach = Reach.Direct,
            IsAside = false
        });
        if (!Governor.ActsOn(row)) return;
        _verb = Now;
        _object = ObjectReader.Of(row);
        if (row.Place == VerbPlace.Decision) _subject.Close(); // "decides that, for six months, to renew"
        OpenAside(last + 1);
    }

    private void TakeHead(GoverningWords row, int first, int last, TextSpan at, bool denied)
    {
        var finite = WordContext.IsFinite(row);
        if (_opened && !finite && InterruptsHead(first))
        {
            _outer = Now.WithoutNear() with { IsAside = false };
            _outerAwaitsObject = first <= _context.SkipAsideOpening(_headLast + 1);
        }
        else if (finite || _words[first].StartsPart)
        {
            _outer = null;
        }
        if (_outer is null) _hasComplement = false;
        _opened = true;
        _finite |= finite;
        _enclosed = _outer is not null;
        _asideFrom = -1;
        _subject.Close();
        _headLast = last;
        _mainInfinitive = -1;
        if (!denied) _recalled.TakeUp(row, last, at, _clause);
        var tone = row.Treatment == Treatment.TakesNote ? _context.ToneAfter(last) : null;
        _changes.Set(_words[first].Start, new Governor { Head = row, HeadAt = at, HeadClause = _clause, Tone = tone, IsDenied = denied });
        if (row.Treatment == Treatment.Recalls) _recalled.Note(last + 1);
        else if (!HeadBegins("decid")) _recalled.Clear();
        _verb = row.Treatment.Acts() ? Now : null;
        _object = ObjectReader.Of(row);
        OpenAside(last + 1);
    }

    /// <summary>", recalling its resolution 1/2, ": whether a participle opens an aside in a sentence that has not ended.</summary>
    private bool InterruptsHead(int first) => _outer is null && _words[first].Sign is ',' or ' ' && AwaitsComplement(first);

    /// <summary>Whether the present head still lacks its object or what it asks for, so that a participle
    /// after a comma interrupts it.</summary>
    private bool AwaitsComplement(int at)
    {
        if (Now.Head is not { } head || _headLast < 0) return false;
        return at <= _context.SkipAsideOpening(_headLast + 1) || (head.Place == VerbPlace.Directive && !_hasComplement);
    }

    /// <summary>A comma right after a head opens an aside, if another closes it: "Recalls, as a first step, ...".</summary>
    private void OpenAside(int at)
    {
        var first = at;
        at = _context.SkipAdverbs(first);
        if (at >= _words.Count || ObjectReader.IsInfinitive(_lexicon, _words, at)) return;
        // "welcomes, therefore, the adoption"
        if (at > first && _words[first].Sign == ',' ? _words[at].Sign == ',' : _words[at].Sign != ',') return;
        if (!_context.OpensAside(at, Now.Acting is not null)) return;
        at = at > first && _words[first].Sign == ',' ? first : at;
        for (var i = at + 1; i < _words.Count && i - at < AsideLength && !_words[i].StartsPart; i++)
        {
            if (_words[i].Sign != ',') continue;
            _asideFrom = at;
            return;
        }
    }

    /// <summary>Moves the reader of the object past a word, and notes where its reach changes.</summary>
    private void Follow(int at, bool isVerb = false)
    {
        if (_asideFrom == at && !isVerb) _changes.Set(_words[at].Start, Now with { IsAside = true });
        if (_subject.IsOpen)
        {
            _subject.Follow(at);
            return;
        }
        if (_verb is null || Now.IsAside || at <= _verbLast - (Now.Acting is null ? _words.Count : 0)) return;
        _object.Read(_lexicon, _words, at);
        if (Now.Acting is not null && _object.Reach != Now.Reach) _changes.Set(_words[at].Start, Now with { Reach = _object.Reach });
    }

    private void Infinitive(int at)
    {
        var isMain = !_hasComplement || _subject.IsUnnamed || _words[at].Sign == ',' || _context.FollowsConjunction(at);
        if (at > 0 && _words[at].Sign != ',' && (_words[at - 1].Id == _lexicon.Order || _words[at - 1].Id == _lexicon.As)) return;
        if (isMain) _mainInfinitive = at + 1;
        _hasComplement = true;
    }

    /// <summary>Ends what a sign or another infinitive ends: sentences, asides, and what governs nearer than the head.</summary>
    private void End(int at)
    {
        if (at == 0) return;
        _lists.Pass(at);
        _acts.Pass(at);
        var word = _words[at];
        if (word.Sign == '.')
        {
            _outer = _verb = null;
            _recalled.Clear();
            _asideFrom = -1;
            _hasComplement = false;
            _changes.Set(word.Start, Governor.None);
            _subject.StartClause(at);
            return;
        }
        if (word.StartsPart)
        {
            _outer = null;
            _recalled.Clear();
            _hasComplement = false;
            if (Now.Near is not null) _verb = null;
        }
        if (word.Sign == ',' && _outer is { } outer && ClosesAside(at))
        {
            _outer = null;
            _asideFrom = -1;
            _changes.Set(word.Start, outer);
            return;
        }
        if (_subject.HasVerb && word.Sign == ',') _subject.Open(at);
        if (Now.IsAside && word.Sign == ',' && at > _asideFrom)
        {
            _asideFrom = -1;
            _changes.Set(word.Start, Now with { IsAside = false });
        }
        if (Now.Near is not { } near) return;
        if (word.StartsPart || _context.IsOtherInfinitive(at) || near.Place == VerbPlace.Act && BeginsWithParties(near, at))
        {
            _verb = Now.Head is { } head && head.Treatment.Acts() ? _verb : null;
            _changes.Set(word.Start, Now.WithoutNear());
        }
        else if ((near.Place is VerbPlace.Connector && ObjectReader.IsInfinitive(_lexicon, _words, at)) || _lists.Ends(near, at, _verbLast))
        {
            _changes.Set(word.Start, _verb is { } interrupted ? interrupted with { Reach = _object.Reach } : Now.WithoutNear());
        }
        else if (word.Sign == ',' && (ListBounds.EndsAtComma(near) ? !GoesOn(at) : _lists.LeavesAct(near, at)))
        {
            _changes.Set(word.Start, _verb is { } verb ? verb with { Reach = _object.Reach } : Now.WithoutNear());
        }
    }

    /// <summary>", and parties to": whether another request follows that an act does not reach.</summary>
    private bool BeginsWithParties(GoverningWords near, int at) =>
        _words[at].Id == _lexicon.And && _lists.LeavesAct(near, at) && _words[at + 1].Id == _lexicon.Parties;

    private bool ClosesAside(int at)
    {
        if (ObjectReader.IsInfinitive(_lexicon, _words, at)) return _outer!.Head!.Place == VerbPlace.Directive;
        return _outerAwaitsObject && !GoesOn(at);
    }

    private bool GoesOn(int at) => _lists.Continues(at, Now.Near, _enclosed);
}
