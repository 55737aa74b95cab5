using Search.Catalog;

namespace Search.Api.Serving;

/// <summary>Addresses of originals on other sites, made from templates. They are shown to readers and
/// never followed by the server.</summary>
internal sealed record OriginalLinks
{
    /// <summary>The places that templates have.</summary>
    public const string Symbol = "{symbol}", Language = "{language}", Volume = "{volume}", Number = "{number}";

    /// <summary>The Official Document System of the United Nations.</summary>
    public const string DefaultDocuments = "https://docs.un.org/{language}/{symbol}";

    /// <summary>Volumes of the United Nations Treaty Series.</summary>
    public const string DefaultTreaties = "https://treaties.un.org/doc/Publication/UNTS/Volume%20{volume}/v{volume}.pdf";

    /// <summary>Volumes of the League of Nations Treaty Series.</summary>
    public const string DefaultLeague = "https://treaties.un.org/doc/Publication/UNTS/LON/Volume%20{volume}/v{volume}.pdf";

    private static readonly string[] Languages = ["ar", "zh", "en", "fr", "ru", "es"];

    /// <summary>Where a document is by symbol and language, or null for no links.</summary>
    public required string? Documents { get; init; }

    /// <summary>Where a treaty is by volume and number, or null for no links.</summary>
    public required string? Treaties { get; init; }

    /// <summary>The same for the League of Nations.</summary>
    public required string? League { get; init; }

    /// <summary>The originals of a work: of its document, else of the document that prints it, in each language; of its Treaty Series
    /// references; its stated IRIs.</summary>
    public IReadOnlyList<OriginalAnswer> Of(WorkDetails work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return
        [
            .. work.IssuedAs.SelectMany(OfDocument),
            .. work.TreatySeries.Select(OfTreaty).OfType<OriginalAnswer>(),
            .. work.Iris.Select(iri => new OriginalAnswer("akn", iri, null, null)),
        ];
    }

    private IEnumerable<OriginalAnswer> OfDocument(string symbol)
    {
        if (Documents is not { } template) return [];
        var address = template.Replace(Symbol, Escaped(symbol), StringComparison.Ordinal);
        return template.Contains(Language, StringComparison.Ordinal)
            ? Languages.Select(language =>
                new OriginalAnswer("document", symbol, language, address.Replace(Language, language, StringComparison.Ordinal)))
            : [new OriginalAnswer("document", symbol, null, address)];
    }

    /// <summary>"vol. 2237, No. 39574"; "LNTS vol. 60, No. 1414" is of the League of Nations.</summary>
    private OriginalAnswer? OfTreaty(string reference)
    {
        const string league = "LNTS ", volume = "vol. ", number = ", No. ";
        var isLeague = reference.StartsWith(league, StringComparison.Ordinal);
        var rest = isLeague ? reference[league.Length..] : reference;
        if ((isLeague ? League : Treaties) is not { } template || !rest.StartsWith(volume, StringComparison.Ordinal)) return null;
        var at = rest.IndexOf(number, StringComparison.Ordinal);
        var (inVolume, registered) = at < 0 ? (rest[volume.Length..], "") : (rest[volume.Length..at], rest[(at + number.Length)..]);
        if (inVolume.Length == 0 || inVolume.AsSpan().ContainsAnyExceptInRange('0', '9')) return null;
        if (template.Contains(Number, StringComparison.Ordinal) && registered.Length == 0) return null;
        return new("treaty-series", reference, null, template.Replace(Volume, inVolume, StringComparison.Ordinal)
            .Replace(Number, Escaped(registered), StringComparison.Ordinal));
    }

    /// <summary>A symbol for a path: its strokes and brackets stay, whatever else is no letter or digit is escaped.</summary>
    private static string Escaped(string text) => Uri.EscapeDataString(text)
        .Replace("%2F", "/", StringComparison.Ordinal).Replace("%28", "(", StringComparison.Ordinal)
        .Replace("%29", ")", StringComparison.Ordinal);
}
