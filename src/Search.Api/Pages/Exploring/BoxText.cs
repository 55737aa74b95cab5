using Search.Api.Pages.Words;

namespace Search.Api.Pages.Exploring;

/// <summary>What a box of the timeline says in words, and where it leads.</summary>
internal static class BoxText
{
    /// <summary>What a box is called: A/RES/58/137, or "2025: 24".</summary>
    public static string Name(PageWords words, TimelineBox box) =>
        box.IsFold ? $"{(box.Years.Length > 0 ? box.Years : words["graph.undated"])}: {words.Number(box.Works.Count)}" : box.Lines[0];

    /// <summary>Its year, and how its citations treat what they cite.</summary>
    public static string How(PageWords words, TimelineBox box)
    {
        var treatments = box.Treatments.Select(t => t.Count == 1
            ? words.Named("treatment", t.Value)
            : $"{words.Named("treatment", t.Value)} {words.Number(t.Count)}");
        var year = box.IsFold ? null : box.Work.Date is { Length: >= 4 } date ? date[..4] : words["graph.undated"];
        return string.Join(" · ", treatments.Prepend(year).Where(s => !string.IsNullOrEmpty(s)));
    }

    /// <summary>All of it in one sentence. What the box says comes first and as it says it, so that it can be spoken to;
    /// then what it has no room for.</summary>
    public static string Described(PageWords words, TimelineBox box, IReadOnlyList<string> said, string lane)
    {
        var isCut = said.Any(line => line.EndsWith('…'));
        return string.Join(", ", (box.IsFold
            ? [string.Join(' ', said), ExploreView.LaneName(words, lane), isCut ? How(words, box) : ""]
            : new[]
            {
                string.Join(' ', said), isCut
                    ? Naming.Short(box.Work.Title, 120)
                    : "", words.Date(box.Work.Date), isCut ? How(words, box) : "", words.Count("citedby", box.Work.CitedBy),
            }).Where(part => part.Length > 0));
    }

    /// <summary>The address that opens a fold, or closes it where it is open.</summary>
    public static string Toggle(Site site, TimelineBox box) =>
        site.To(box.IsOpen ? site.Address.Without("open", box.Fold!) : site.Address.And("open", box.Fold!), $"box-{box.Id}");

    /// <summary>The same view around another work.</summary>
    public static PageAddress Around(Site site, string work) =>
        site.Address.With("work", work).Without("chain").Without("via").Without("open");
}
