using Search.Citations.Authorities;
using Search.Resolutions;

namespace Search.Citations.Treatments;

/// <content>Whether words of the lexicon govern where they are: <em>requests</em> as a verb or as a noun.</content>
internal sealed partial class GovernorReader
{
    private const int JoiningDistance = 120; // words between those outside a treaty and the appeal to join it
    private const int FailureDistance = 40;
    private const int DefinitionDistance = 8; // words between "definition" and "in" or "contained in"
    private const int OriginReach = 3; // words after "as" within which a participle leads back to the work
    private const int SubjectLength = 8; // words between the start of a sentence and its verb

    /// <summary>Whether a row that matches at a word governs there.</summary>
    private bool Counts(GoverningWords row, int at, int last)
    {
        var head = Now.Head;
        var directive = head?.Place == VerbPlace.Directive;
        var isHead = row.Place is VerbPlace.Head or VerbPlace.Concern or VerbPlace.Directive;
        // "extends its thanks", not "its mandate"
        if (row.Words.EndsWith(" its", StringComparison.Ordinal) && _context.IsPossessedCreation(last)) return false;
        if (!isHead && IsOfName(at)) return false;
        return row.Place switch
        {
            VerbPlace.Head or VerbPlace.Concern or VerbPlace.Directive =>
                (_kind != ClauseKind.Annex || (row.Place == VerbPlace.Head && !row.Treatment.Acts())) && Fits(row, at, last),
            VerbPlace.Passive => _subject.IsOpen && _context.FollowsPassiveAuxiliary(at),
            VerbPlace.Ending => _subject.IsOpen,
            VerbPlace.Act when Now.Near?.Treatment.Acts() == true
                && (row.Treatment == Treatment.UrgesCompliance || _object.IsRepeated(_lexicon, _words, last + 1)) => false,
            VerbPlace.Act when !_acts.IsAsked(row, at, last, Now, _headLast) => false,
            VerbPlace.Infinitive when !IsPast(row) && !_acts.IsUrged(row, at, last, directive) => false,
            VerbPlace.Connector
                when (row.Treatment == Treatment.Cites && at > 0 && _words[at].Sign != ',') || _context.IsPredicate(row, at) => false,
            VerbPlace.Act when HeadBegins("demand") => row.Treatment == Treatment.UrgesCompliance,
            VerbPlace.Act => (directive || HeadBegins("remind")) && (Now.Near?.Treatment.Acts() != true || !_object.IsInObject),
            VerbPlace.Infinitive =>
                IsPast(row) ? HeadBegins("remind") : directive || _context.FollowsToLoosely(at) || Now.Near?.Place == VerbPlace.Infinitive,
            VerbPlace.Decision => IsDecided(at),
            VerbPlace.Failing => head is { Treatment: Treatment.Deplores } && HasFailed(at),
            VerbPlace.Breach => head is { Treatment: Treatment.Deplores } or { Place: VerbPlace.Concern },
            VerbPlace.Connector => !IsNegatedConnector(at) && !IsDefinedInConnector(row) && !LeadsToObject(row, at),
            VerbPlace.WeakConnector => (directive || TakesWeakConnector(head)) && !LeadsToObject(row, at),
            VerbPlace.Definition => _context.Near(at, -DefinitionDistance, _lexicon.Definition),
            VerbPlace.Outsider => directive && _context.FollowsNot(at) && _context.Near(at, JoiningDistance, _lexicon.Joining),
            _ => false,
        };
    }

    /// <summary>Whether the place of a head suits its form.</summary>
    private bool Fits(GoverningWords row, int at, int last) => row.Form switch
    {
        VerbForm.Plural or VerbForm.Past when _kind == ClauseKind.Other => false,
        VerbForm.Plural =>
            _context.FollowsWe(at) || (Now.Head?.Form == VerbForm.Plural && (_context.FollowsComma(at) || at == _context.SkipAdverbs(0))),
        VerbForm.Past => Opens(row, at) && IsFinitePast(row, at, last) || ContinuesPast(at, last),
        _ => Opens(row, at) || Joins(row, at, last),
    };

    /// <summary>"The Committee noted the ...", "decided to": a verb of the past, not a participle.</summary>
    private bool IsFinitePast(GoverningWords row, int at, int last)
    {
        if (row.Place == VerbPlace.Directive || row.Words.Contains(' ', StringComparison.Ordinal)) return true;
        return _context.TakesObject(last) || _context.IsCoordinated(last) || _context.FollowsOrgan(at);
    }

    /// <summary>"noted ... and welcomed the": a verb of the past that is joined to one.</summary>
    private bool ContinuesPast(int at, int last) =>
        Now.Head?.Form == VerbForm.Past && _context.IsJoined(at) && _context.TakesObject(last);

    /// <summary>Whether a capital in the middle of a sentence makes a word part of a name.</summary>
    private bool IsOfName(int at) => at > 0 && _words[at] is { IsCapital: true, Sign: ' ' } && !_context.StartsSentence(at);

    /// <summary>"not in accordance with".</summary>
    private bool IsNegatedConnector(int at) => at > 0 && _words[at - 1].Id == _lexicon.Not;

    /// <summary>"in accordance with their obligations as defined in": the first basis goes on.</summary>
    private bool IsDefinedInConnector(GoverningWords row) =>
        Now.Near?.Place == VerbPlace.Connector && row.Words.StartsWith("defined", StringComparison.Ordinal);

    /// <summary>Whether a phrase that may give a basis does so under a head: where the head asks for nothing else.</summary>
    private bool TakesWeakConnector(GoverningWords? head) =>
        head is null || head.Treatment is Treatment.Cites or Treatment.Deplores || IsBeyondObject;

    /// <summary>"have not yet become parties to ... to do so": those who have not joined are asked to.</summary>
    private bool IsOutside(int at) =>
        HeadBegins("remind")
            || (Now.Head?.Place == VerbPlace.Directive && _context.FollowsHaveNot(at)
                && _context.Near(at, JoiningDistance, _lexicon.Joining));

    /// <summary>"have not complied with", "the refusal of both sides to comply with".</summary>
    private bool HasFailed(int at) =>
        _context.IsDenied(at, _deniedLast) || (_failureLast >= 0 && at - _failureLast <= FailureDistance && _context.FollowsTo(at));

    private bool IsBeyondObject => Now.Acting is not null && Now.Reach != Reach.Direct;

    /// <summary>Whether a phrase of basis belongs to the words that lead from a creation back to its work:
    /// "established pursuant to".</summary>
    private bool LeadsToObject(GoverningWords row, int at)
    {
        if (Now.Acting is not { } acting || acting.Treatment == Treatment.Deplores) return false;
        if (_lexicon.Is(_words[at].Id, WordRoles.Origin) || IsAsBeforeOrigin(at))
        {
            var reached = _object;
            for (var i = at; i < _words.Count && i <= at + OriginReach; i++)
            {
                reached.Read(_lexicon, _words, i);
                if (_lexicon.Is(_words[i].Id, WordRoles.Origin)) return reached.Reach == Reach.Direct;
            }
        }
        return row.Words is "pursuant to" or "in pursuance of" or "in pursuance to" && _words[at].Sign == ' ' && _object.IsInOrigin
            && Now.Reach == Reach.Direct;
    }

    /// <summary>"as subsequently amended by".</summary>
    private bool IsAsBeforeOrigin(int at) =>
        _words[at].Id == _lexicon.As && at + 1 < _words.Count
            && _lexicon.Is(_words[_context.SkipAdverbs(at + 1)].Id, WordRoles.Origin);

    /// <summary>Whether everything before a word is adverbs, "in this regard", or the organ as the subject of a sentence.</summary>
    private bool Opens(GoverningWords row, int at)
    {
        // "Considering signing" asks for it
        if (row.Words == "considering" && at + 1 < _words.Count && _words[at + 1].IsGerund) return false;
        if (_opened && !_context.StartsSentence(at)) return false;
        if (at == 0) return true;
        var subject = false;
        for (var i = at - 1; i >= 0; i--)
        {
            var word = _words[i];
            subject |= _lexicon.Is(word.Id, WordRoles.Subject) || word.Id == _lexicon.It
                || (row.Treatment.Acts() && _lexicon.Is(word.Id, WordRoles.Text));
            if (!_context.IsSkippable(i) && !word.IsCapital && word.Id != _lexicon.The && !subject) return false;
            if (at - i > SubjectLength) return false;
            if (word.Sign == '.') break;
        }
        return subject ? WordContext.IsFinite(row) || _words[at].Sign == ',' : !_context.IsBareSubject(at);
    }

    /// <summary>Whether a head is joined to what precedes it by a comma, "and" or "while".</summary>
    private bool Joins(GoverningWords row, int at, int last)
    {
        var finite = WordContext.IsFinite(row);
        if (_words[at].IsCapital && (_words[at].Sign == ' ' || (_words[at].Sign == ':' && _opened))) return false; // a title
        if (!_opened && Now.Head is null) return finite && FollowsSubject(at) && _context.TakesObject(last);
        var isFirstFinite = finite && !_finite && (Now.Head is null || !WordContext.IsFinite(Now.Head));
        if (isFirstFinite && !_context.TakesObject(last)) return false;
        if (!finite && row.Treatment.Acts() && row.Treatment != Treatment.Deplores) return false;
        return (finite || !_acts.IsWeighed(at)) && _context.IsJoined(at);
    }

    /// <summary>Whether a comma, or the verb that was denied, precedes the verb of a clause without a head.</summary>
    private bool FollowsSubject(int at) => _context.FollowsComma(at) || _deniedLast >= 0 && _context.IsJoined(at);

    /// <summary>"ratifying, accepting, approving or acceding to": a participle in a chain that an infinitive or a gerund began.</summary>
    private bool IsChained(GoverningWords row, int at) =>
        !WordContext.IsFinite(row) && Now.Near?.Place == VerbPlace.Infinitive && _context.IsChainedTo(_verbLast, at);

    /// <summary>Whether an acting infinitive says what is decided, not what others are to do: "Decides ... to extend".</summary>
    private bool IsDecided(int at)
    {
        if (_followsTo && at == _context.SkipAdverbs(0)) return HeadBegins("decid");
        if (!_context.FollowsTo(at, out var to)) return false;
        return HeadBegins("decid") || HeadBegins("approv") ? to + 1 == _mainInfinitive : _context.IsDecisionOfThis(to);
    }

    private bool HeadBegins(string stem) => Now.Head?.Words.StartsWith(stem, StringComparison.Ordinal) ?? false;

    /// <summary>"ratified", "acceded to": what was done, not what is asked for.</summary>
    private static bool IsPast(GoverningWords row) => row.Words.Split(' ')[0].EndsWith("ed", StringComparison.Ordinal);
}
