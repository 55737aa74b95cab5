using Search.Resolutions.Vocabulary;
using Search.Resolutions;

namespace Search.Citations.Recognition;

/// <summary>The bodies named so far in a text, with their places.</summary>
internal sealed class BodyTrail(TokenText text)
{
    private static readonly List<(int First, int End, Body Body)> None = [];

    private List<(int First, int End, Body Body)> _named = None; // most clauses name no body

    /// <summary>All bodies named, in text order.</summary>
    public IReadOnlyList<(int First, int End, Body Body)> Named => _named;

    /// <summary>Remembers a name.</summary>
    public void Add(int first, int end, Body body)
    {
        if (_named == None) _named = [];
        _named.Add((first, end, body));
    }

    /// <summary>The body whose name ends just before token <paramref name="end"/>.</summary>
    public (int First, Body Body)? EndingAt(int end)
    {
        for (var n = _named.Count - 1; n >= 0 && _named[n].End >= end; n--)
            if (_named[n].End == end) return (_named[n].First, _named[n].Body);
        return null;
    }

    /// <summary>The last body of this sentence whose resolutions were spoken of without numbers: "relevant Human Rights Council
    /// resolutions, in particular resolutions 7/34".</summary>
    public Body? ActsOf(int sentence)
    {
        for (var n = _named.Count - 1; n >= 0; n--)
        {
            var (_, end, body) = _named[n];
            if (text.Sentence(end - 1) != sentence) return null;
            if (text[end].IsAct() || text[end] == Word.Sign && text[end + 2].IsAct()) return body;
            // "resolutions of the General Assembly"
            var before = _named[n].First - 1;
            if (text[before] == Word.The) before--;
            if (text[before] == Word.Of && text[before - 1].IsAct()) return body;
        }
        return null;
    }

    /// <summary>
    /// Whose act it is where a body is the subject just before token <paramref name="i"/>: "the General Assembly,
    /// in its resolution", "endorsed by the Council in its resolution", "which the Council took note of in its decision";
    /// null where the enacting organ speaks.
    /// </summary>
    public BodyPhrase? OwnerOf(int i)
    {
        if (text[i - 1] == Word.And) return null;
        for (var at = i - 1; at >= 0 && i - at <= FarthestOwner; at--)
        {
            if (EndingAt(at + 1) is { } named) return new(named.Body, Word.Other, false);
            if (IsShortName(at)) return new(null, text[at], false);
            if (!LeadsToAct(at)) return null;
        }
        return null;
    }

    /// <summary>Words from the name of a body to its act.</summary>
    private const int FarthestAct = 5;

    /// <summary>Words from the name of an owner to "its", the name's last included.</summary>
    private const int FarthestOwner = 7;

    /// <summary>"the Council": the noun of a body with no more of its name.</summary>
    private bool IsShortName(int i) => text[i].IsBody() && text.IsCapitalized(i) && text[i - 1] == Word.The;

    /// <summary>Words between a subject and its act: ", in", "adopted", "recalled in", "took note of in".</summary>
    private bool LeadsToAct(int i)
    {
        if (text[i] is Word.In or Word.By or Word.Under or Word.Through or Word.With or Word.Pursuant or Word.To or Word.On
            or Word.Adopted or Word.Which)
            return true;
        if (text[i] == Word.Of) return text.Chars(i - 1) is "note";
        return text.Is(i, ',') || text.IsLetters(i) && text.Chars(i) switch
        {
            "took" => true,
            "note" => text.Chars(i - 1) is "took",
            var word => word.EndsWith("ed", StringComparison.Ordinal),
        };
    }

    /// <summary>Whether the last body was named a few words before token <paramref name="i"/>: "the Security Council,
    /// in its landmark resolution".</summary>
    public bool IsJustBefore(int i) => _named.Count > 0 && i - _named[^1].End is >= 0 and <= FarthestAct;

    /// <summary>
    /// The body just named, where what was given to it follows: "her report to the Human Rights Council submitted
    /// pursuant to resolutions". It asked for what it is given; null otherwise.
    /// </summary>
    public Body? Receiver(int i)
    {
        if (_named.Count == 0) return null;
        var (_, end, body) = _named[^1];
        if (i - end is <= 0 or > LongestBasis) return null;
        if (text.Chars(end) is not ("submitted" or "presented")) return null;
        for (var at = end + 1; at < i; at++)
            if (text.Chars(at) is not ("pursuant" or "to" or "in" or "accordance" or "with" or "under" or "response" or "line"))
                return null;
        return body;
    }

    /// <summary>Words of "submitted in accordance with" and the like.</summary>
    private const int LongestBasis = 4;

    /// <summary>"the Economic and Social Council adopted resolution": the body whose act token <paramref name="i"/> is; null where the text
    /// names no body that adopted it.</summary>
    public BodyPhrase? AdopterOf(int i) => text[i - 1] == Word.Adopted ? OwnerOf(i) : null;

    /// <summary>The body named nearest in a sentence, before token <paramref name="i"/> or else after it,
    /// that can have such a number.</summary>
    public Body? Nearest(ActNumber number, bool decision, int i)
    {
        var sentence = text.Sentence(i);
        var low = 0;
        var high = _named.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_named[middle].First < i) low = middle + 1;
            else high = middle;
        }
        for (var n = low - 1; n >= 0 && low - n <= Reach && text.Sentence(_named[n].First) == sentence; n--)
            if (Can(_named[n].Body, number, decision)) return _named[n].Body;
        for (var n = low; n < _named.Count && n - low < Reach && text.Sentence(_named[n].First) == sentence; n++)
            if (Can(_named[n].Body, number, decision)) return _named[n].Body;
        return null;
    }

    /// <summary>How many names away a body may be.</summary>
    private const int Reach = 12;

    private static bool Can(Body body, ActNumber number, bool decision) =>
        !body.Numbers.AllowsAny && body.CanHave(number) && (decision || body.Resolution.Length > 0);

    /// <summary>The last body of this sentence that can have such a number: "the Ninth United Nations Congress
    /// ... adopted resolution 7".</summary>
    public Body? LastWith(ActNumber number, int sentence)
    {
        for (var n = _named.Count - 1; n >= 0 && text.Sentence(_named[n].End - 1) == sentence; n--)
            if (_named[n].Body.CanHave(number) && !_named[n].Body.Numbers.AllowsAny) return _named[n].Body;
        return null;
    }
}
