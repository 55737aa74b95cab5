using System.Globalization;
using Search.Citations.Authorities;
using Search.Citations.Recognition;

namespace Search.Citations.Linking;

/// <summary>Joins a Treaty Series reference to the instrument that volume and number mean, or that is at its note's mark.</summary>
internal static class SeriesLinker
{
    /// <summary>The reference linked, whatever comes of it.</summary>
    /// <param name="series">The reference.</param>
    /// <param name="authorities">The works known.</param>
    /// <param name="anchors">What the reference explains, the nearest first: one of them decides between several works, and
    /// stands in for an unknown volume.</param>
    public static LinkedMention Link(SeriesMention series, AuthorityList authorities, IReadOnlyList<LinkedMention> anchors)
    {
        var linked = new LinkedMention(series, CitationForm.Registered, series.Continued
            ? CitationKind.Backreference
            : CitationKind.TreatySeries)
        {
            Pinpoint = Registration(series) + (series.Pinpoint.Length > 0 ? ", " + series.Pinpoint : ""),
        };
        var works = series.Page > 0
            ? authorities.FindByVolume(series.League, series.Volume)
            : authorities.FindByTreatySeries(new TreatySeriesReference(series.League, series.Volume, series.First, series.Last));
        var anchored = anchors.FirstOrDefault(a => a.Node is { } node && works.Any(w => w.Id == node));
        if (anchored?.Node is { } same)
        {
            linked.Link = new Link.Linked(same);
            linked.Evidence = EvidenceText.VolumeAndMark;
        }
        else if (works.Length == 1 && series.Page == 0)
        {
            linked.Link = new Link.Linked(works[0].Id);
            linked.Evidence = EvidenceText.VolumeAndNumber;
        }
        else if (anchors.Count > 0 && anchors[0].Node is { } named)
        {
            linked.Link = new Link.Linked(named);
            linked.Evidence = EvidenceText.AtMark;
        }
        else
        {
            linked.Link = series.Page > 0 ? new Link.Unknown(EvidenceText.PageOfVolume)
                : works.Length > 1 ? new Link.Ambiguous([.. works.Select(w => w.Id)], EvidenceText.SeveralInVolume)
                : new Link.Unknown(EvidenceText.UnknownVolume);
        }
        return linked;
    }

    private static string Registration(SeriesMention series) => series.Page > 0
        ? string.Create(CultureInfo.InvariantCulture, $"vol. {series.Volume}, p. {series.Page}")
        : series.First == series.Last ? string.Create(CultureInfo.InvariantCulture, $"vol. {series.Volume}, No. {series.First}")
        : string.Create(CultureInfo.InvariantCulture, $"vol. {series.Volume}, Nos. {series.First}-{series.Last}");
}
