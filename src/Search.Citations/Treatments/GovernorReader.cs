using Search.Citations.Authorities;
using Search.Resolutions.Text;

namespace Search.Citations.Treatments;

/// <summary>Where a clause's reader starts, and where it ends for the items of the clause.</summary>
/// <param name="Governor">What governs.</param>
/// <param name="Object">How far the object of an acting verb has been read.</param>
internal readonly record struct GovernorState(Governor Governor, ObjectReader Object)
{
    public static GovernorState None { get; } = new(Governor.None, default);
}

/// <summary>
/// Reads a clause once from left to right and notes where what governs changes: heads and what is joined to them, asides between
/// commas, infinitives, phrases that give a basis, negation, passives, and the reach of verbs that act on their object.
/// </summary>
internal sealed class GovernorReader(VerbLexicon lexicon, List<ClauseWord> words, int clause, GovernorState inherited, bool isAnnex)
{
    private const int JoiningDistance = 120; // words between those outside a treaty and the appeal to join it
    private const int AsideLength = 60;
    private const int FailureDistance = 40;

    private readonly WordContext _context = new(lexicon, words);
    private readonly List<(int From, Governor Governor)> _changes = [];
    private Governor _now = inherited.Governor;
    private ObjectReader _object = inherited.Object;
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
    private int _subjectFrom = -1; // first change of a clause whose passive verb is still to come
    private int _subjectWord; // its first word
    private bool _subjectHasVerb;
    private int _failureLast = -1; // "failure", "refusal"
    private ObjectReader _subject;

    /// <summary>Positions from which something else governs, ascending; the first is 0.</summary>
    public (List<(int From, Governor Governor)> Changes, GovernorState End) Read()
    {
        Inherit();
        _changes.Add((0, _now));
        if (_now.Head is null) OpenSubject(0);
        for (var i = 0; i < words.Count; i++)
        {
            End(i);
            if (words[i].IsQuoted)
            {
                Follow(i);
                continue;
            }
            var last = Row(i);
            for (var k = i; k <= Math.Max(i, last); k++) Follow(k, k == i && last >= i);
            if (last > i) i = last;
        }
        return (_changes, new GovernorState(_now with { IsAside = false }, _object));
    }

    /// <summary>Items below a clause that named the verb's object are about something else, unless the clause ends in "set out in:".</summary>
    private void Inherit()
    {
        if (_now.Acting is not { } acting) return;
        _verb = _now;
        if (!_object.HasObject || (_object.IsInOrigin && _object.Reach == Reach.Direct)) return;
        _verb = null;
        _object = ObjectReader.Beyond;
        _now = ReferenceEquals(acting, _now.Head) ? _now with { Reach = Reach.Lost } : _now.WithoutNear();
    }

    /// <summary>Takes the longest row that counts at a word; the index of its last word, or -1.</summary>
    private int Row(int at)
    {
        if (words[at].Id == lexicon.To && ObjectReader.IsInfinitive(lexicon, words, at)) Infinitive(at);
        if (words[at].Id == lexicon.That && _now.Head is { } head && at == _context.SkipAdverbs(_headLast + 1))
        {
            _hasComplement = true;
            if (head.Words.StartsWith("decid", StringComparison.Ordinal) || head.Words.StartsWith("agree", StringComparison.Ordinal)) StartClause(at + 1);
        }
        foreach (var (row, governing) in lexicon.Rows(words[at].Id))
        {
            var last = VerbLexicon.Match(row, words, at);
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
        var at = new TextSpan(words[_context.WithAdverbs(first)].Start, words[last].End);
        var denied = row.Place is not (VerbPlace.Connector or VerbPlace.WeakConnector or VerbPlace.Definition or VerbPlace.Breach or VerbPlace.Failing or VerbPlace.Outsider) && _context.IsDenied(first, _deniedLast)
            && !(row.Treatment == Treatment.UrgesRatification && IsOutside(first));
        switch (row.Place)
        {
            case VerbPlace.Head or VerbPlace.Concern or VerbPlace.Directive:
                TakeHead(row, first, last, at, denied);
                break;
            case VerbPlace.Passive or VerbPlace.Ending:
                TakePassive(row, at);
                break;
            default:
                TakeNear(row, first, last, at, denied);
                break;
        }
        _verbLast = last;
    }

    private void TakeNear(GoverningWords row, int first, int last, TextSpan at, bool denied)
    {
        _enclosed = words[first].Sign == ',';
        if (row.Place == VerbPlace.Breach && _now.Head?.Place == VerbPlace.Concern) row = row with { Treatment = Treatment.NotesWithConcern };
        Set(words[first].Start, _now with { Near = row, NearAt = at, NearClause = clause, IsDenied = denied, Reach = Reach.Direct, IsAside = false });
        if (!Governor.ActsOn(row)) return;
        _verb = _now;
        _object = ObjectReader.Of(row);
        OpenAside(last + 1);
    }

    private void TakeHead(GoverningWords row, int first, int last, TextSpan at, bool denied)
    {
        var finite = WordContext.IsFinite(row);
        if (_opened && !finite && _outer is null && words[first].Sign is ',' or ' ' && AwaitsComplement(first))
        {
            _outer = _now.WithoutNear() with { IsAside = false };
            _outerAwaitsObject = first <= _context.SkipAsideOpening(_headLast + 1);
        }
        else if (finite || words[first].StartsPart)
        {
            _outer = null;
        }
        if (_outer is null) _hasComplement = false;
        _opened = true;
        _finite |= finite;
        _enclosed = _outer is not null;
        _asideFrom = -1;
        _subjectFrom = -1;
        _headLast = last;
        _mainInfinitive = -1;
        var tone = row.Treatment == Treatment.TakesNote ? _context.ToneAfter(last) : null;
        Set(words[first].Start, new Governor { Head = row, HeadAt = at, HeadClause = clause, Tone = tone, IsDenied = denied });
        _verb = row.Treatment.Acts() ? _now : null;
        _object = ObjectReader.Of(row);
        OpenAside(last + 1);
    }

    /// <summary>Whether the present head still lacks its object or what it asks for, so that a participle after a comma interrupts it.</summary>
    private bool AwaitsComplement(int at)
    {
        if (_now.Head is not { } head || _headLast < 0) return false;
        return at <= _context.SkipAsideOpening(_headLast + 1) || (head.Place == VerbPlace.Directive && !_hasComplement);
    }

    /// <summary>A comma right after a head opens an aside, if another closes it: "Recalls, as a first step, ...".</summary>
    private void OpenAside(int at)
    {
        var first = at;
        at = _context.SkipAdverbs(first);
        if (at >= words.Count || ObjectReader.IsInfinitive(lexicon, words, at)) return;
        if (at > first && words[first].Sign == ',' ? words[at].Sign == ',' : words[at].Sign != ',') return; // "welcomes, therefore, the adoption"
        if (!_context.OpensAside(at, _now.Acting is not null)) return;
        at = at > first && words[first].Sign == ',' ? first : at;
        for (var i = at + 1; i < words.Count && i - at < AsideLength && !words[i].StartsPart; i++)
        {
            if (words[i].Sign != ',') continue;
            _asideFrom = at;
            return;
        }
    }

    private void TakePassive(GoverningWords row, TextSpan at)
    {
        for (var i = _subjectFrom; i < _changes.Count; i++)
        {
            var governor = _changes[i].Governor;
            if (governor.Near is not null || governor.Reach != Reach.Direct) continue;
            _changes[i] = (_changes[i].From, governor with { Near = row, NearAt = at, NearClause = clause });
        }
        _subjectFrom = -1;
        _verb = null;
        _now = _now with { Near = null, NearAt = default, NearClause = -1, Reach = Reach.Direct };
        _changes.Add((at.Start, _now));
    }

    private void StartClause(int at)
    {
        _subjectHasVerb = false;
        OpenSubject(at);
    }

    private void OpenSubject(int at)
    {
        _subject = ObjectReader.OfSubject;
        if (at > 0 && at < words.Count && _changes[^1].From != words[at].Start) _changes.Add((words[at].Start, _now));
        _subjectFrom = _changes.Count - 1;
        _subjectWord = at;
    }

    /// <summary>Moves the reader of the object past a word, and notes where its reach changes.</summary>
    private void Follow(int at, bool isVerb = false)
    {
        if (_asideFrom == at && !isVerb) Set(words[at].Start, _now with { IsAside = true });
        if (_subjectFrom >= 0)
        {
            if (at < _subjectWord) return;
            _subjectHasVerb |= lexicon.Is(words[at].Id, WordRoles.Modal) || words[at].Id == lexicon.IsVerb || words[at].Id == lexicon.Are;
            _subject.Read(lexicon, words, at);
            if (_subject.Reach != _now.Reach && _now.Acting is null) Set(words[at].Start, _now with { Reach = _subject.Reach });
            return;
        }
        if (_verb is null || _now.IsAside || at <= _verbLast - (_now.Acting is null ? words.Count : 0)) return;
        _object.Read(lexicon, words, at);
        if (_now.Acting is not null && _object.Reach != _now.Reach) Set(words[at].Start, _now with { Reach = _object.Reach });
    }

    private void Set(int from, Governor governor)
    {
        if (governor == _now) return;
        _now = governor;
        if (_changes[^1].From == from) _changes[^1] = (from, governor);
        else _changes.Add((from, governor));
    }

    /// <summary>Whether a row that matches at a word governs there.</summary>
    private bool Counts(GoverningWords row, int at, int last)
    {
        var head = _now.Head;
        var directive = head?.Place == VerbPlace.Directive;
        var isHead = row.Place is VerbPlace.Head or VerbPlace.Concern or VerbPlace.Directive;
        if (!isHead && words[at].IsCapital && at > 0 && words[at].Sign == ' ' && !_context.StartsSentence(at)) return false;
        return row.Place switch
        {
            VerbPlace.Head or VerbPlace.Concern or VerbPlace.Directive => (!isAnnex || (row.Place == VerbPlace.Head && !row.Treatment.Acts())) && (Opens(row, at) || Joins(row, at, last)),
            VerbPlace.Passive => _subjectFrom >= 0 && _context.FollowsPassiveAuxiliary(at),
            VerbPlace.Ending => _subjectFrom >= 0,
            VerbPlace.Act when HeadBegins("demand") => row.Treatment == Treatment.UrgesCompliance,
            VerbPlace.Act => (directive || HeadBegins("remind")) && !_context.IsInRespectOf(row, at) && (_now.Near?.Treatment.Acts() != true || !_object.IsInObject) && (at == 0 || words[at - 1].Id != lexicon.While),
            VerbPlace.Infinitive => IsPast(row) ? HeadBegins("remind") : directive || _context.FollowsToLoosely(at) || _now.Near?.Place == VerbPlace.Infinitive,
            VerbPlace.Decision => IsDecided(at),
            VerbPlace.Failing => head is { Treatment: Treatment.Deplores } && HasFailed(at) && !_context.IsInRespectOf(row, at),
            VerbPlace.Breach => head is { Treatment: Treatment.Deplores } or { Place: VerbPlace.Concern },
            VerbPlace.Connector => (at == 0 || words[at - 1].Id != lexicon.Not) && !LeadsToObject(row, at) && (!row.Words.StartsWith("defined", StringComparison.Ordinal) || _now.Near?.Place != VerbPlace.Connector),
            VerbPlace.WeakConnector => (head is null || directive || head.Treatment is Treatment.Cites or Treatment.Deplores || IsBeyondObject) && !LeadsToObject(row, at),
            VerbPlace.Definition => _context.Near(at, -8, lexicon.Definition),
            VerbPlace.Outsider => directive && _context.FollowsNot(at) && _context.Near(at, JoiningDistance, lexicon.Joining),
            _ => false,
        };
    }

    /// <summary>"have not yet become parties to ... to do so": those who have not joined are asked to.</summary>
    private bool IsOutside(int at) => HeadBegins("remind") || (_now.Head?.Place == VerbPlace.Directive && _context.FollowsHaveNot(at) && _context.Near(at, JoiningDistance, lexicon.Joining));

    /// <summary>"have not complied with", "the refusal of both sides to comply with".</summary>
    private bool HasFailed(int at) => _context.IsDenied(at, _deniedLast) || (_failureLast >= 0 && at - _failureLast <= FailureDistance && _context.FollowsTo(at));

    private bool IsBeyondObject => _now.Acting is not null && _now.Reach != Reach.Direct;

    /// <summary>Whether a phrase of basis belongs to the words that lead from a creation back to its work: "established pursuant to".</summary>
    private bool LeadsToObject(GoverningWords row, int at)
    {
        if (_now.Acting is not { } acting || acting.Treatment == Treatment.Deplores) return false;
        if (lexicon.Is(words[at].Id, WordRoles.Origin) || (words[at].Id == lexicon.As && at + 1 < words.Count && lexicon.Is(words[_context.SkipAdverbs(at + 1)].Id, WordRoles.Origin)))
        {
            var reached = _object;
            for (var i = at; i < words.Count && i <= at + 3; i++)
            {
                reached.Read(lexicon, words, i);
                if (lexicon.Is(words[i].Id, WordRoles.Origin)) return reached.Reach == Reach.Direct;
            }
        }
        return row.Treatment == Treatment.GuidedBy && words[at].Id == lexicon.Pursuant && words[at].Sign == ' ' && _object.IsInOrigin && _now.Reach == Reach.Direct;
    }

    /// <summary>Whether everything before a word is adverbs, "in this regard", or the organ as the subject of a sentence.</summary>
    private bool Opens(GoverningWords row, int at)
    {
        if (row.Words == "considering" && at + 1 < words.Count && words[at + 1].IsGerund) return false; // "Considering signing" asks for it
        if (_opened && !_context.StartsSentence(at)) return false;
        if (at == 0) return true;
        var subject = false;
        for (var i = at - 1; i >= 0; i--)
        {
            var word = words[i];
            subject |= lexicon.Is(word.Id, WordRoles.Subject) || word.Id == lexicon.It || (row.Treatment.Acts() && lexicon.Is(word.Id, WordRoles.Text));
            if (!_context.IsSkippable(i) && !word.IsCapital && word.Id != lexicon.The && !subject) return false;
            if (at - i > 8) return false;
            if (word.Sign == '.') break;
        }
        return subject ? WordContext.IsFinite(row) || words[at].Sign == ',' : !_context.IsBareSubject(at);
    }

    /// <summary>Whether a head is joined to what stands before it by a comma, "and" or "while".</summary>
    private bool Joins(GoverningWords row, int at, int last)
    {
        var finite = WordContext.IsFinite(row);
        if (words[at].IsCapital && words[at].Sign == ' ') return false;
        if (!_opened && _now.Head is null) return finite && _context.FollowsComma(at) && _context.TakesObject(last);
        if (finite && !_finite && !(_now.Head is { } head && WordContext.IsFinite(head)) && !_context.TakesObject(last)) return false;
        if (!finite && row.Treatment.Acts() && row.Treatment != Treatment.Deplores) return false;
        return _context.IsJoined(at);
    }

    /// <summary>"ratifying, accepting, approving or acceding to": a participle in a chain that an infinitive or a gerund began.</summary>
    private bool IsChained(GoverningWords row, int at) =>
        !WordContext.IsFinite(row) && _now.Near?.Place == VerbPlace.Infinitive && _context.IsChainedTo(_verbLast, at);

    /// <summary>Whether an acting infinitive says what is decided, not what others are to do: "Decides ... to extend".</summary>
    private bool IsDecided(int at)
    {
        if (!_context.FollowsTo(at, out var to)) return false;
        return HeadBegins("decid") ? to + 1 == _mainInfinitive : _context.IsDecisionOfThis(to);
    }

    private void Infinitive(int at)
    {
        var isMain = !_hasComplement || (_subjectFrom >= 0 && !_subject.HasObject) || words[at].Sign == ',' || (at > 0 && lexicon.Is(words[at - 1].Id, WordRoles.Conjunction));
        if (at > 0 && words[at].Sign != ',' && (words[at - 1].Id == lexicon.Order || words[at - 1].Id == lexicon.As)) return;
        if (isMain) _mainInfinitive = at + 1;
        _hasComplement = true;
    }

    private bool HeadBegins(string stem) => _now.Head?.Words.StartsWith(stem, StringComparison.Ordinal) ?? false;

    /// <summary>"ratified", "acceded to": what was done, not what is asked for.</summary>
    private static bool IsPast(GoverningWords row) => row.Words.Split(' ')[0].EndsWith("ed", StringComparison.Ordinal);

    /// <summary>Ends what a sign or another infinitive ends: sentences, asides, and what governs nearer than the head.</summary>
    private void End(int at)
    {
        if (at == 0) return;
        var word = words[at];
        if (word.Sign == '.')
        {
            _outer = _verb = null;
            _asideFrom = -1;
            _hasComplement = false;
            Set(word.Start, Governor.None);
            StartClause(at);
            return;
        }
        if (word.StartsPart)
        {
            _outer = null;
            _hasComplement = false;
            if (_now.Near is not null) _verb = null;
        }
        if (word.Sign == ',' && _outer is { } outer && ClosesAside(at))
        {
            _outer = null;
            _asideFrom = -1;
            Set(word.Start, outer);
            return;
        }
        if (_subjectFrom >= 0 && _subjectHasVerb && word.Sign == ',') OpenSubject(at);
        if (_now.IsAside && word.Sign == ',' && at > _asideFrom)
        {
            _asideFrom = -1;
            Set(word.Start, _now with { IsAside = false });
        }
        if (_now.Near is not { } near) return;
        if (word.StartsPart || _context.IsOtherInfinitive(at) || (word.Id == lexicon.And && near.Place == VerbPlace.Act && LeavesAct(near, at) && words[at + 1].Id == lexicon.Parties))
        {
            _verb = _now.Head is { } head && head.Treatment.Acts() ? _verb : null;
            Set(word.Start, _now.WithoutNear());
        }
        else if (word.Sign == ',' && (EndsAtComma(near) ? !GoesOn(at) : LeavesAct(near, at)))
        {
            Set(word.Start, _verb is { } verb ? verb with { Reach = _object.Reach } : _now.WithoutNear());
        }
    }

    private bool ClosesAside(int at)
    {
        if (ObjectReader.IsInfinitive(lexicon, words, at)) return _outer!.Head!.Place == VerbPlace.Directive;
        return _outerAwaitsObject && !GoesOn(at);
    }

    private static bool EndsAtComma(GoverningWords near) => near.Place is VerbPlace.Connector or VerbPlace.WeakConnector or VerbPlace.Definition or VerbPlace.Breach or VerbPlace.Failing;

    /// <summary>Whether ", and" begins another request instead of going on with the list: ", and parties to".</summary>
    private bool LeavesAct(GoverningWords near, int at)
    {
        if (near.Place is not (VerbPlace.Act or VerbPlace.Infinitive) || words[at].Id != lexicon.And || at + 1 >= words.Count) return false;
        var next = words[at + 1];
        if (next.Id >= 0 && next.Id == lexicon.Parties) return true;
        return !next.IsCapital && !next.IsAdverb && !lexicon.Is(next.Id, WordRoles.Determiner | WordRoles.ListWord | WordRoles.Part | WordRoles.Creation | WordRoles.Preposition | WordRoles.Origin);
    }

    /// <summary>Whether the words after a comma continue the list of what a connector governs.</summary>
    private bool GoesOn(int at)
    {
        var word = words[at];
        if (_now.Near?.Place is VerbPlace.Breach or VerbPlace.Failing)
            return word.Id == lexicon.In ? at + 1 < words.Count && lexicon.Is(words[at + 1].Id, WordRoles.Filler) : word.Id != lexicon.As && (word.IsCapital || lexicon.Is(word.Id, WordRoles.ListWord | WordRoles.Determiner));
        if (word.IsCapital || lexicon.Is(word.Id, WordRoles.ListWord)) return true;
        if (word.Id != lexicon.The && word.Id != lexicon.Its) return false;
        if (at + 1 >= words.Count) return true;
        // ", in accordance with article 7 of the Convention, the Conference": a connector between commas holds no list.
        return words[at + 1].IsCapital ? !_enclosed : lexicon.Is(words[at + 1].Id, WordRoles.ListWord);
    }
}
