using System.Globalization;

namespace Search.Resolutions.Vocabulary;

/// <summary>The reports of <c>reports.tsv</c>: whose acts a supplement of the Official Records prints.</summary>
public static class Reports
{
    /// <summary>The Economic and Social Council numbers its documents of a year so that the supplements follow this number.</summary>
    private const int BeforeSupplements = 20;

    private static readonly (string Organ, int Supplement, int From, int To, Body Body)[] All =
    [
        .. Table.Read("reports.tsv")
            .Select(row => (row["organ"], Number(row["supplement"]), Number(row["from"]), row["to"].Length == 0
                ? int.MaxValue
                : Number(row["to"]), Bodies.Find(row["body"])!)),
    ];

    /// <summary>The body whose report a document, or what adds to it, is by its symbol; null where the table does not say: that of
    /// A/74/53/Add.1 is the Human Rights Council.</summary>
    public static Body? BodyOf(DocumentSymbol document)
    {
        var parts = document.ToString().Split('/');
        if (parts.Length < 3 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var session)
            || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        var organ = parts[0] switch { "A" => "GA", "E" => "ECOSOC", _ => "" };
        if (organ == "ECOSOC") number -= BeforeSupplements;
        foreach (var report in All)
            if (report.Organ == organ && report.Supplement == number && session >= report.From && session <= report.To) return report.Body;
        return null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
