namespace Search.Catalog.Citing;

/// <summary>A citation in one form.</summary>
/// <param name="Style">un, oscola, bluebook, apa, bibtex, ris or csl-json.</param>
/// <param name="Name">What the form is called.</param>
/// <param name="Text">The citation, or the file that programs read.</param>
public sealed record ReferenceForm(string Style, string Name, string Text);

/// <summary>All forms of a citation; docs/citing.md has an example of each, and where its rule is from.</summary>
public static class ReferenceForms
{
    private static readonly (string Style, string Name, string? Extension, string MediaType, Func<Reference, string> Write)[] Styles =
    [
        ("un", "United Nations editorial style", null, "text/plain", EditorialStyle.Write),
        ("oscola", "OSCOLA", null, "text/plain", LegalStyles.Oscola),
        ("bluebook", "Bluebook", null, "text/plain", LegalStyles.Bluebook),
        ("apa", "APA", null, "text/plain", LegalStyles.Apa),
        ("bibtex", "BibTeX", "bib", "application/x-bibtex", ReferenceFiles.BibTeX),
        ("ris", "RIS", "ris", "application/x-research-info-systems", ReferenceFiles.Ris),
        ("csl-json", "CSL JSON", "csl.json", "application/vnd.citationstyles.csl+json", ReferenceFiles.CslJson),
    ];

    /// <summary>The forms that programs read, with the extension of their files and their media type.</summary>
    public static IReadOnlyList<(string Style, string Name, string Extension, string MediaType)> Files { get; } =
        [.. Styles.Where(s => s.Extension is not null).Select(s => (s.Style, s.Name, s.Extension!, s.MediaType))];

    /// <summary>Every form of a citation.</summary>
    public static IReadOnlyList<ReferenceForm> Of(Reference reference) =>
        [.. Styles.Select(s => new ReferenceForm(s.Style, s.Name, s.Write(reference)))];

    /// <summary>One form of a citation.</summary>
    public static string Of(Reference reference, string style) => Styles.First(s => s.Style == style).Write(reference);
}
