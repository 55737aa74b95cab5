using Search.Citations.Authorities;
using Search.Resolutions.Text;

namespace Search.Citations.Treatments;

/// <summary>What governs at one place of a clause.</summary>
/// <param name="Head">The row of the governing head; null where none was met.</param>
/// <param name="HeadAt">Where the head stands.</param>
/// <param name="HeadClause">Index of the clause that it stands in.</param>
/// <param name="Tone">What "with concern" makes of a neutral head; null for nothing.</param>
/// <param name="Near">The row of a nearer phrase that governs instead of the head, or null.</param>
/// <param name="NearAt">Where that phrase stands.</param>
/// <param name="NearClause">Index of its clause.</param>
internal sealed record Governor(
    GoverningWords? Head, TextSpan HeadAt, int HeadClause, Treatment? Tone, GoverningWords? Near, TextSpan NearAt, int NearClause)
{
    public static Governor None { get; } = new(null, default, -1, null, null, default, -1);

    public Treatment Treatment => Near?.Treatment ?? Tone ?? Head?.Treatment ?? Treatment.Cites;

    public Governor WithoutNear() => Near is null ? this : this with { Near = null, NearAt = default, NearClause = -1 };
}

/// <summary>
/// Reads a clause once from left to right and notes where what governs changes. The rules are those of the marks in
/// <c>index-data/gold</c>: the nearest head before a mention governs, unless a connector or what a directive asks for stands nearer.
/// </summary>
internal sealed class GovernorReader(VerbLexicon lexicon, List<ClauseWord> words, int clause, Governor inherited)
{
    private readonly List<(int From, Governor Governor)> _changes = [(0, inherited)];
    private Governor _now = inherited;
    private bool _opened;
    private bool _finite;
    private bool _enclosed;

    /// <summary>Places from which something else governs, ascending; the first is 0.</summary>
    public List<(int From, Governor Governor)> Read()
    {
        for (var i = 0; i < words.Count; i++)
        {
            End(i);
            if (words[i].IsQuoted) continue;
            foreach (var (row, governing) in lexicon.Rows(words[i].Id))
            {
                var last = VerbLexicon.Match(row, words, i);
                if (last < 0 || !Counts(governing, i)) continue;
                Take(governing, i, last);
                i = last;
                break;
            }
        }
        return _changes;
    }

    private void Take(GoverningWords row, int first, int last)
    {
        var at = new TextSpan(words[WithAdverbs(first)].Start, words[last].End);
        if (row.Place is VerbPlace.Head or VerbPlace.Directive)
        {
            _opened = true;
            _finite |= IsFinite(row);
            Set(words[first].Start, new Governor(row, at, clause, row.Treatment == Treatment.TakesNote ? ToneBehind(last) : null, null, default, -1));
        }
        else if (row.Place == VerbPlace.Passive)
        {
            // what is decided about stands before the verb, so it governs from the head on
            _now = _now with { Near = row, NearAt = at, NearClause = clause };
            _changes[^1] = (_changes[^1].From, _now);
        }
        else
        {
            _enclosed = words[first].Sign == ',';
            Set(words[first].Start, _now with { Near = row, NearAt = at, NearClause = clause });
        }
    }

    private void Set(int from, Governor governor)
    {
        if (governor == _now) return;
        _now = governor;
        _changes.Add((from, governor));
    }

    /// <summary>Whether a row that matches at a word governs there.</summary>
    private bool Counts(GoverningWords row, int at)
    {
        var head = _now.Head;
        var directive = head?.Place == VerbPlace.Directive;
        if (row.Place is not (VerbPlace.Head or VerbPlace.Directive) && words[at].IsCapital && at > 0 && words[at].Sign == ' ' && !StartsSentence(at)) return false;
        return row.Place switch
        {
            VerbPlace.Head or VerbPlace.Directive => Opens(row, at) || Joins(row, at),
            VerbPlace.Passive => HeadBegins("decid") && _now.Near is null,
            VerbPlace.Act when HeadBegins("demand") => row.Treatment == Treatment.UrgesCompliance,
            VerbPlace.Act => (directive || HeadBegins("remind")) && !IsInRespectOf(row, at),
            VerbPlace.Infinitive => IsPast(row) ? HeadBegins("remind") : directive || FollowsTo(at) || _now.Near?.Place == VerbPlace.Infinitive,
            VerbPlace.Decision => FollowsTo(at) && (HeadBegins("decid") || Near(at, -8, lexicon.Decisions)),
            VerbPlace.Breach => HeadBegins("condemn"),
            VerbPlace.Connector => (at == 0 || words[at - 1].Id != lexicon.Not) && (!row.Words.StartsWith("defined", StringComparison.Ordinal) || _now.Near?.Place != VerbPlace.Connector),
            VerbPlace.WeakConnector => (head is null || directive || head.Treatment == Treatment.Cites) && _now.Near?.Place != VerbPlace.Decision,
            VerbPlace.Definition => Near(at, -8, lexicon.Definition),
            VerbPlace.Outsider => directive && Near(at, 40, lexicon.Joining) && (FollowsNot(at) || Near(at, 40, lexicon.Negation)),
            _ => false,
        };
    }

    /// <summary>Whether everything before a word is adverbs, "in this regard", or the organ as the subject of a sentence.</summary>
    private bool Opens(GoverningWords row, int at)
    {
        if (_opened && !StartsSentence(at)) return false;
        if (at == 0) return true;
        var subject = false;
        for (var i = at - 1; i >= 0; i--)
        {
            var word = words[i];
            subject |= lexicon.Subjects.Contains(word.Id) || word.Id == lexicon.It;
            if (!word.IsAdverb && !lexicon.Fillers.Contains(word.Id) && !word.IsCapital && word.Id != lexicon.The && !subject) return false;
            if (at - i > 8) return false;
            if (word.Sign == '.') break;
        }
        return subject ? IsFinite(row) || words[at].Sign == ',' : !IsBareSubject(at);
    }

    private bool IsBareSubject(int at) => words[at - 1].IsCapital && !words[at - 1].IsAdverb && at - 1 > 0 && !lexicon.Fillers.Contains(words[at - 1].Id);

    /// <summary>Whether a head is joined to what stands before it by a comma, "and" or "while".</summary>
    private bool Joins(GoverningWords row, int at)
    {
        if (!_opened && _now.Head is null) return false;
        if (IsFinite(row) && !(_finite || (_now.Head is { } head && IsFinite(head)))) return false;
        if (words[at].IsCapital && words[at].Sign == ' ') return false;
        for (var i = at; i > 0 && at - i < 8; i--)
        {
            if (words[i].Sign is ',' or ';' or ':' or '.') return true;
            var before = words[i - 1].Id;
            if (before >= 0 && (before == lexicon.And || before == lexicon.Or || before == lexicon.But || before == lexicon.While)) return true;
            if (!words[i - 1].IsAdverb && !lexicon.Fillers.Contains(before)) return false;
        }
        return false;
    }

    private bool StartsSentence(int at)
    {
        for (var i = at; i > 0 && at - i < 6; i--)
            if (words[i].Sign == '.') return true;
        return at == 0;
    }

    private static bool IsFinite(GoverningWords row)
    {
        var first = row.Words.AsSpan(0, row.Words.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? space : row.Words.Length);
        return first[^1] == 's' && !first.EndsWith("ous", StringComparison.Ordinal);
    }

    private bool FollowsTo(int at)
    {
        for (var i = at - 1; i >= 0 && at - i <= 6; i--)
        {
            if (words[i].Id == lexicon.To) return true;
            if (words[i + 1].Sign is '.' or ';') return false;
            if (!words[i].IsAdverb && words[i].Id != lexicon.And && words[i].Id != lexicon.Or && at - i > 3) return false;
        }
        return false;
    }

    /// <summary>"in respect of", "with respect to": no respect is asked for.</summary>
    private bool IsInRespectOf(GoverningWords row, int at) =>
        at > 0 && row.Words.StartsWith("respect", StringComparison.Ordinal) && (words[at - 1].Id == lexicon.In || words[at - 1].Id == lexicon.With);

    private bool HeadBegins(string stem) => _now.Head?.Words.StartsWith(stem, StringComparison.Ordinal) ?? false;

    /// <summary>"ratified", "acceded to": what was done, not what is asked for.</summary>
    private static bool IsPast(GoverningWords row) => row.Words.Split(' ')[0].EndsWith("ed", StringComparison.Ordinal);

    /// <summary>Whether one of some words stands within a distance, forward or backward, in the same sentence.</summary>
    private bool Near(int at, int distance, HashSet<int> any)
    {
        var step = Math.Sign(distance);
        for (var i = at + step; i >= 0 && i < words.Count && Math.Abs(i - at) <= Math.Abs(distance); i += step)
        {
            if (words[step > 0 ? i : i + 1].Sign is '.' or ';') return false;
            if (any.Contains(words[i].Id)) return true;
        }
        return false;
    }

    private bool FollowsNot(int at)
    {
        for (var i = at - 1; i >= 0 && at - i <= 4; i--)
            if (words[i].Id == lexicon.Not) return true;
        return false;
    }

    /// <summary>Ends what governs nearer than the head: at a sentence's end, at another infinitive, behind the comma that closes a connector.</summary>
    private void End(int at)
    {
        if (_now.Near is not { } near || at == 0) return;
        var word = words[at];
        if (word.Sign is '.' or ';' || (EndsAtComma(near) && word.Sign == ',' && !GoesOn(at)) || IsOtherInfinitive(at)) Set(word.Start, _now.WithoutNear());
    }

    private static bool EndsAtComma(GoverningWords near) => near.Place is VerbPlace.Connector or VerbPlace.WeakConnector or VerbPlace.Definition or VerbPlace.Breach;

    /// <summary>Whether the words behind a comma continue the list of what a connector governs.</summary>
    private bool GoesOn(int at)
    {
        var word = words[at];
        if (_now.Near?.Place == VerbPlace.Breach && word.Id == lexicon.In) return false;
        if (word.IsCapital || lexicon.ListWords.Contains(word.Id)) return true;
        if (word.Id != lexicon.The && word.Id != lexicon.Its) return false;
        if (at + 1 >= words.Count) return true;
        // ", in accordance with article 7 of the Convention, the Conference": a connector between commas holds no list.
        return words[at + 1].IsCapital ? !_enclosed : lexicon.ListWords.Contains(words[at + 1].Id);
    }

    private bool IsOtherInfinitive(int at)
    {
        if (words[at].Id != lexicon.To || at + 1 >= words.Count) return false;
        var next = words[at + 1];
        if (next.IsCapital || lexicon.Determiners.Contains(next.Id)) return false;
        var before = words[at - 1].Id;
        return words[at].Sign == ',' || before == lexicon.And || before == lexicon.Or || words[at - 1].IsAdverb;
    }

    private Treatment? ToneBehind(int last)
    {
        var i = last + 1;
        while (i < words.Count && words[i].IsAdverb) i++;
        if (i >= words.Count || words[i].Id != lexicon.With) return null;
        for (var k = i + 1; k < words.Count && k <= i + 4; k++)
            if (lexicon.Tone(words[k].Id) is { } tone) return tone;
        return null;
    }

    private int WithAdverbs(int first)
    {
        while (first > 0 && words[first - 1].IsAdverb && words[first].Sign == ' ') first--;
        return first;
    }
}
