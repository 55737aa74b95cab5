using Search.Catalog;

namespace Search.Api.Pages.Searching;

/// <summary>Which works of a list are parts of others in it: annexes of the resolution that prints them, protocols of their convention, the
/// same under another symbol.</summary>
internal sealed class PartsOfWorks
{
    // In the order in which a whole is chosen where there are several.
    private static readonly string[] Kinds = ["annexed-to", "part-of", "same-as", "supplements"];

    private readonly Dictionary<string, string> _wholes = [];

    public PartsOfWorks(ResolutionCatalog catalog, IEnumerable<string> works)
    {
        var listed = works.ToList();
        foreach (var id in listed)
        {
            var relations = catalog.Work(id)?.Relations ?? [];
            var whole = Kinds.SelectMany(kind => relations.Where(r => r.Outgoing && r.Kind == kind))
                .FirstOrDefault(r => listed.Contains(r.Work.Id));
            if (whole is not null && WholeOf(whole.Work.Id) != id) _wholes[id] = whole.Work.Id;
        }
    }

    /// <summary>The largest whole of the list that a work belongs to, or the work itself.</summary>
    public string WholeOf(string work)
    {
        while (_wholes.TryGetValue(work, out var whole)) work = whole;
        return work;
    }
}
