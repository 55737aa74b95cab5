using Search.Citations.Authorities;
using Search.Resolutions.Text;

namespace Search.Citations.Treatments;

/// <summary>A text that a clause recalls and then acts on with a possessive: "Recalls paragraph 2 of resolution N
/// and extends its measures".</summary>
internal sealed class RecalledText(List<ClauseWord> words, WordContext context, GovernorChanges changes)
{
    private int _change = -1; // where it is recalled, while no other head followed
    private int _first; // the word at which the reference begins

    /// <summary>Notes what follows the head that was met last, if it is a reference to a text.</summary>
    public void Note(int first) => (_change, _first) = (context.IsReference(first) ? changes.All.Count - 1 : -1, first);

    public void Clear() => _change = -1;

    /// <summary>Lets a verb govern the text where "its" and a part or a creation follow the verb.</summary>
    public void TakeUp(GoverningWords row, int last, TextSpan at, int clause)
    {
        if (_change < 0 || !row.Treatment.Acts() || !context.IsPossessedCreation(last + 1)) return;
        // ", as extended by resolution M" is not taken up.
        var comma = _first;
        while (comma < last && (words[comma].Sign != ',' || words[comma].IsNumber)) comma++;
        changes.GoBack(_change, row, at, clause, Math.Min(words[comma].Start, at.Start));
        Clear();
    }
}
