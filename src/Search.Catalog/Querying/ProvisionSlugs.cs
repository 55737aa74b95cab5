using System.Globalization;
using System.Text;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Querying;

/// <summary>Between the pinpoints of citations and the addresses of clauses.</summary>
internal static class ProvisionSlugs
{
    /// <summary>The addresses at which a provision of a work may be: the paragraph of a resolution is <c>op3</c>, article 6 of an annexed
    /// treaty <c>annex-ii/art-6</c>.</summary>
    /// <param name="place">Where the work's text is in its document; empty for the whole.</param>
    /// <param name="pinpoint">The provision.</param>
    public static IEnumerable<string> Of(string place, Pinpoint pinpoint)
    {
        var address = ProvisionAddress.Of(pinpoint);
        if (address.Steps.IsEmpty) yield break;
        if (place.Length == 0 && PartOf(address.Steps[0].Unit) is { } part)
            yield return part + string.Join('-', address.Steps.Select(s => s.Number.ToLowerInvariant()));
        var slug = place.Length == 0 ? address.Slug : $"{place}/{address.Slug}";
        yield return slug;
        if (place.Length > 0) yield break;
        // The only annex of a document may be printed with a number or without.
        yield return "annex/" + slug;
        yield return "annex-i/" + slug;
        var outer = address.Steps[0];
        if (outer.Unit != "annex") yield break;
        var rest = slug.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? slug[slash..] : "";
        if (int.TryParse(outer.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && RomanNumeral.Of(number) is { } roman)
            yield return $"annex-{roman.ToLowerInvariant()}{rest}";
        if (outer.Number is "" or "I" or "1") yield return (outer.Number.Length == 0 ? "annex-i" : "annex") + rest;
    }

    /// <summary>With what the addresses of a resolution's own paragraphs begin.</summary>
    private static string? PartOf(string unit) =>
        unit == PinpointUnit.Of("paragraph").Short ? "op" : unit == PinpointUnit.Of("preambular").Short ? "pp" : null;

    /// <summary>As what a clause is cited: the innermost work that holds it, and the pinpoint within.</summary>
    public static ProvisionName? CitedAs(IEnumerable<(string Work, string Place)> works, ClauseDetails clause)
    {
        var slug = clause.Id[(clause.Id.IndexOf('/', StringComparison.Ordinal) + 1)..];
        foreach (var (work, place) in works)
        {
            if (place.Length == 0)
            {
                if (clause.Kind == "operative" && clause.Label.StartsWith("OP", StringComparison.Ordinal))
                    return new(work, "para. " + Number(clause));
                if (clause.Kind == "preambular" && clause.Label.StartsWith("PP", StringComparison.Ordinal))
                    return new(work, "preambular para. " + Number(clause));
                // of a report
                if (clause.Kind == "operative" && slug.StartsWith("para-", StringComparison.Ordinal)) return new(work, Pinpoint(slug));
                if (clause.Kind == "annex" && slug.StartsWith("annex", StringComparison.Ordinal)) return new(work, Pinpoint(slug));
            }
            else if (clause.Kind == "annex" && slug.StartsWith(place + "/", StringComparison.Ordinal))
                return new(work, Pinpoint(slug[(place.Length + 1)..]));
        }
        return null;
    }

    private static string Number(ClauseDetails clause) => clause.Label[2..].Replace("(", " (", StringComparison.Ordinal);

    /// <summary><c>art-6/3/a</c> as pinpoints write it: <c>art. 6, para. 3 (a)</c>.</summary>
    private static string Pinpoint(string slug)
    {
        var text = new StringBuilder();
        foreach (var step in slug.Split('~')[0].Split('/'))
        {
            var dash = step.IndexOf('-', StringComparison.Ordinal);
            var unit = dash < 0 ? step : step[..dash];
            if (dash < 0 && char.IsAsciiDigit(step[0])) text.Append(text.Length > 0 ? ", " : "").Append("para. ").Append(step);
            else if (dash < 0 && unit is not ("annex" or "appendix" or "enclosure" or "attachment" or "schedule"))
                text.Append(" (").Append(step).Append(')');
            else
            {
                var number = dash < 0
                    ? ""
                    : " " + (unit is "annex" or "appendix" or "sect" or "part" or "chap"
                        ? step[(dash + 1)..].ToUpperInvariant()
                        : step[(dash + 1)..]);
                text.Append(text.Length > 0 ? ", " : "").Append(unit).Append(unit is "art" or "para" or "sect" or "chap" ? "." : "")
                    .Append(number);
            }
        }
        return text.ToString();
    }
}
