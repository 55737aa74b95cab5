using Search.Citations.Authorities;
using Search.Resolutions.Text;

namespace Search.Citations.Treatments;

/// <summary>The subject of a clause whose verb is still to come: a passive after it says what happens to the works that it names.</summary>
internal sealed class PendingSubject(VerbLexicon lexicon, List<ClauseWord> words, GovernorChanges changes)
{
    private ObjectReader _object;
    private int _change = -1; // first change of the clause
    private int _word;
    private bool _hasVerb;

    public bool IsOpen => _change >= 0;

    /// <summary>Whether no noun of the subject has been met yet.</summary>
    public bool IsUnnamed => IsOpen && !_object.HasObject;

    /// <summary>Whether the subject has a verb, so that a comma can begin another.</summary>
    public bool HasVerb => IsOpen && _hasVerb;

    /// <summary>Begins a clause at a word.</summary>
    public void StartClause(int at)
    {
        _hasVerb = false;
        Open(at);
    }

    /// <summary>Begins a subject at a word of the same clause.</summary>
    public void Open(int at)
    {
        _object = ObjectReader.OfSubject;
        _change = at > 0 && at < words.Count ? changes.Mark(words[at].Start) : changes.All.Count - 1;
        _word = at;
    }

    public void Close() => _change = -1;

    /// <summary>Reads the next word.</summary>
    public void Follow(int at)
    {
        if (at < _word) return;
        _hasVerb |= lexicon.Is(words[at].Id, WordRoles.Modal) || words[at].Id == lexicon.IsVerb || words[at].Id == lexicon.Are;
        _object.Read(lexicon, words, at);
        if (_object.Reach != changes.Now.Reach && changes.Now.Acting is null)
            changes.Set(words[at].Start, changes.Now with { Reach = _object.Reach });
    }

    /// <summary>Lets the verb that was awaited govern the subject.</summary>
    public void Take(GoverningWords row, TextSpan at, int clause)
    {
        changes.GoBack(_change, row, at, clause);
        changes.Leave(at.Start);
        Close();
    }
}
