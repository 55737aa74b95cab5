using System.Globalization;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Citing;

/// <summary>OSCOLA, Bluebook and APA, as plain text: what they set in italics is not marked.</summary>
internal static class LegalStyles
{
    private static readonly string[] BluebookMonths =
        ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

    /// <summary>"UNGA Res 55/25 (15 November 2000) UN Doc A/RES/55/25, para 4".</summary>
    public static string Oscola(Reference reference)
    {
        var date = reference.Date is { } iso ? $" ({EditorialStyle.Day(iso)})" : "";
        var work = reference switch
        {
            { Act: { } act } =>
                $"{OscolaBody(act.Body)} {(act.IsDecision ? "Dec" : "Res")} {ShortNumber(act)}{date}{Document(reference, "UN Doc")}",
            { IsTreaty: true } =>
                $"{reference.Heading}{(reference.Date is { } adopted ? $" (adopted {EditorialStyle.Day(adopted)})" : "")}{Series(reference, "UNTS", "LNTS", " ")}",
            { Symbol: { } symbol } =>
                $"{Titled(reference)}{date[(date.Length > 0 ? 1 : 0)..]}{(date.Length > 0 ? " " : "")}UN Doc {symbol}",
            { PrintedIn: { } printed } => $"{reference.Heading}{date} UN Doc {printed}",
            _ => $"{reference.Heading}{date}",
        };
        return work + Part(reference, "para ", ", ", p => p.Replace(" (", "(", StringComparison.Ordinal));
    }

    /// <summary>"G.A. Res. 55/25, ¶ 4, U.N. Doc. A/RES/55/25 (Nov. 15, 2000)."</summary>
    public static string Bluebook(Reference reference)
    {
        var date = reference.Date is { } iso ? $" ({American(iso)})" : "";
        var part = Part(reference, "¶ ", ", ", p => p.Replace(" (", "(", StringComparison.Ordinal));
        return reference switch
        {
            { Act: { } act } =>
                $"{BluebookBody(act.Body)} {(act.IsDecision ? "Dec." : "Res.")} {ShortNumber(act)}{part}{Document(reference, "U.N. Doc.", ",")}{date}.",
            { IsTreaty: true } =>
                $"{reference.Heading}{part}{(reference.Date is { } adopted ? $", {American(adopted)}" : "")}{Series(reference, "U.N.T.S.", "L.N.T.S.", ", ")}.",
            { Symbol: { } symbol } =>
                $"{(reference.Author is { } author ? $"{author}, " : "")}{reference.Title ?? symbol}{part}, U.N. Doc. {symbol}{date}.",
            { PrintedIn: { } printed } => $"{reference.Heading}{part}, U.N. Doc. {printed}{date}.",
            _ => $"{reference.Heading}{part}{date}.",
        };
    }

    /// <summary>"United Nations General Assembly. (2000, November 15). Title (A/RES/55/25, para. 4). address".</summary>
    public static string Apa(Reference reference)
    {
        var date = reference.Date switch
        {
            null => "(n.d.)",
            { Length: 10 } iso =>
                $"({iso[..4]}, {DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("MMMM d", CultureInfo.InvariantCulture)})",
            { Length: 7 } iso =>
                $"({iso[..4]}, {DateOnly.ParseExact(iso, "yyyy-MM", CultureInfo.InvariantCulture).ToString("MMMM", CultureInfo.InvariantCulture)})",
            var iso => $"({iso})",
        };
        var part = Part(reference, "para. ", "", p => p);
        var numbers = string.Join(", ", ((string?[])[reference.Symbol
            ?? reference.PrintedIn, reference.IsTreaty && reference.TreatySeries is [var series, ..] ? $"Treaty Series, {series}" : null,
            part.Length > 0 ? part : null]).OfType<string>());
        var title = numbers.Length > 0 ? $"{reference.Heading} ({numbers})" : reference.Heading;
        return reference.Author is { } author ? $"{author}. {date}. {title}. {reference.Address}" : $"{title}. {date}. {reference.Address}";
    }

    private static string Titled(Reference reference) =>
        reference.Title is { } title ? $"{(reference.Author is { } author ? $"{author}, " : "")}‘{title}’ " : "";

    private static string Document(Reference reference, string name, string comma = "") =>
        reference.Symbol is { } symbol && DocumentSymbol.TryParse(symbol, null, out var parsed) && parsed.Issued is not null
            ? $"{comma} {name} {symbol}"
            : "";

    // The session or year of the Security Council's numbers is the date's.
    private static string ShortNumber(ActReference act) =>
        act.Of.Shape == ActShape.Year ? act.Of.Number.ToString(CultureInfo.InvariantCulture) : act.Number;

    private static string Series(Reference reference, string united, string league, string lead)
    {
        if (reference.TreatySeries is not [var first, ..]) return "";
        var (name, rest) = first.StartsWith("LNTS ", StringComparison.Ordinal) ? (league, first["LNTS ".Length..]) : (united, first);
        var comma = rest.IndexOf(", No. ", StringComparison.Ordinal);
        if (!rest.StartsWith("vol. ", StringComparison.Ordinal) || comma < 0) return $"{lead}{name} {rest}";
        return $"{lead}{rest["vol. ".Length..comma]} {name} No{(united.Contains('.', StringComparison.Ordinal) ? "." : "")} {rest[(comma + ", No. ".Length)..]}";
    }

    private static string Part(Reference reference, string unit, string lead, Func<string, string> number) => reference switch
    {
        { Paragraph: { } paragraph } => $"{lead}{unit}{number(paragraph)}",
        { Preambular: { } paragraph } => $"{lead}preambular {unit}{number(paragraph)}",
        { Clause: { Length: > 0 } label } => $"{lead}{char.ToLowerInvariant(label[0])}{label[1..]}",
        _ => "",
    };

    private static string OscolaBody(Body body) => body.Code switch
    {
        "GA" => "UNGA",
        "SC" => "UNSC",
        "ECOSOC" => "UN ECOSOC",
        "HRC" => "UNHRC",
        "CHR" => "UN Commission on Human Rights",
        _ => body.Name,
    };

    private static string BluebookBody(Body body) => body.Code switch
    {
        "GA" => "G.A.",
        "SC" => "S.C.",
        "ECOSOC" => "E.S.C.",
        "TC" => "T.C.",
        _ => body.Name,
    };

    private static string American(string iso) => iso.Length switch
    {
        10 =>
            DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture) is var day
                ? string.Create(CultureInfo.InvariantCulture, $"{BluebookMonths[day.Month - 1]} {day.Day}, {day.Year}")
                : "",
        7 => $"{BluebookMonths[int.Parse(iso.AsSpan(5), CultureInfo.InvariantCulture) - 1]} {iso[..4]}",
        _ => iso,
    };
}
