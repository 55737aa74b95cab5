using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Search.Catalog.Citing;

/// <summary>References as programs read them.</summary>
internal static class ReferenceFiles
{
    private static readonly JsonSerializerOptions Json =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An entry of BibTeX that BibLaTeX reads too. Braces keep the capitals of names and titles.</summary>
    public static string BibTeX(Reference reference)
    {
        var entry = new StringBuilder();
        entry.Append(CultureInfo.InvariantCulture,
            $"@{(reference.IsTreaty || reference.Symbol is null ? "misc" : "techreport")}{{{reference.Id},\n");
        Field("author", reference.Author);
        Field("title", reference.Heading);
        Field("institution", reference.Symbol is null || reference.IsTreaty ? null : reference.Author);
        Field("number", reference.Symbol);
        Plain("year", reference.Date?[..4]);
        Plain("month", reference.Date is { Length: >= 7 } iso ? iso[5..7].TrimStart('0') : null);
        Plain("date", reference.Date);
        Field("note", Note(reference));
        Plain("url", reference.Address);
        Plain("language", reference.Language == "en" ? "english" : null);
        return entry.Append("}\n").ToString();

        void Field(string name, string? value)
        {
            if (value is not null) entry.Append(CultureInfo.InvariantCulture, $"  {name} = {{{{{Latex(value)}}}}},\n");
        }

        void Plain(string name, string? value)
        {
            if (value is not null) entry.Append(CultureInfo.InvariantCulture, $"  {name} = {{{value}}},\n");
        }
    }

    /// <summary>A record of RIS: a field a line, each with its tag of two letters.</summary>
    public static string Ris(Reference reference)
    {
        var record = new StringBuilder();
        Line("TY", reference.IsTreaty || reference.Symbol is null ? "GEN" : "RPRT");
        Line("AU", reference.Author is { } author ? author + "," : null); // the comma: a family name alone, as a body has
        Line("TI", reference.Heading);
        Line("PB", reference.Symbol is null || reference.IsTreaty ? null : reference.Author);
        Line("M1", reference.Symbol);
        Line("PY", reference.Date?[..4]);
        Line("DA", reference.Date switch
        { { Length: 10 } d => d.Replace('-', '/') + "/", { Length: 7 } m => m.Replace('-', '/') + "//",
            { } y => y + "///",
            null => null
        });
        Line("N1", Note(reference));
        Line("LA", reference.Language);
        Line("UR", reference.Address);
        Line("ID", reference.Id);
        return record.Append("ER  - \n").ToString();

        void Line(string tag, string? value)
        {
            if (value is not null) record.Append(CultureInfo.InvariantCulture, $"{tag}  - {value.ReplaceLineEndings(" ")}\n");
        }
    }

    /// <summary>A list with one item of CSL JSON.</summary>
    public static string CslJson(Reference reference)
    {
        var item = new Dictionary<string, object>
        {
            ["id"] = reference.Id,
            ["type"] = reference.IsTreaty ? "treaty" : reference.Symbol is null ? "document" : "report",
            ["title"] = reference.Heading,
        };
        if (reference.Author is { } author) item["author"] = new[] { new Dictionary<string, string> { ["literal"] = author } };
        if (reference.Author is { } publisher && reference.Symbol is not null) item["publisher"] = publisher;
        if (reference.Symbol is { } symbol) item["number"] = symbol;
        if (reference.Date is { } date)
            item["issued"] = new Dictionary<string, object>
            {
                ["date-parts"] =
                new[] { date.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray() }
            };
        if (Note(reference) is { } note) item["note"] = note;
        item["language"] = reference.Language;
        item["URL"] = reference.Address;
        return JsonSerializer.Serialize(new[] { item }, Json) + "\n";
    }

    private static string? Note(Reference reference)
    {
        var parts = ((string?[])
        [
            reference.IsTreaty && reference.TreatySeries is [var series, ..] ? $"Treaty Series, {series}" : null,
            reference.PrintedIn,
            reference.Paragraph is { } paragraph ? $"para. {paragraph}"
                : reference.Preambular is { } preambular ? $"preambular para. {preambular}"
                : reference.Clause,
        ]).OfType<string>().ToList();
        return parts.Count > 0 ? string.Join("; ", parts) : null;
    }

    private static string Latex(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
            escaped.Append(c switch
            {
                '\\' => @"\textbackslash{}",
                '{' or '}' or '#' or '$' or '%' or '&' or '_' => $@"\{c}",
                '~' => @"\textasciitilde{}",
                '^' => @"\textasciicircum{}",
                '\r' or '\n' => " ",
                _ => c.ToString(),
            });
        return escaped.ToString();
    }
}
