using Search.Api.Pages.Documents;
using Search.Api.Pages.Layout;
using Search.Catalog;
using Search.Catalog.Checking;

namespace Search.Api.Pages.Pasting;

/// <summary>A pasted text with its citations, or with what a check of it found.</summary>
/// <param name="Text">As pasted; empty before anything was.</param>
/// <param name="Pieces">The text in stretches, its citations among them.</param>
/// <param name="Citations">In the order of the text.</param>
public sealed record PasteView(string Text, IReadOnlyList<Piece> Pieces, IReadOnlyList<CitationFields> Citations)
{
    /// <summary>The longest text taken, in UTF-16 units.</summary>
    public const int Longest = 500_000;

    /// <summary>The longest text that can be part of an address.</summary>
    public const int LongestLinked = 4000;

    /// <summary>The views of a text, the first unless another is asked for.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["citations", "check", "reuse"];

    /// <summary>One of <see cref="Kinds"/>.</summary>
    public string Kind { get; init; } = Kinds[0];

    /// <summary>What the check found, or null in another view.</summary>
    public CheckedDraft? Check { get; init; }

    /// <summary>Where the words of the text come from, clause by clause, or null in another view.</summary>
    public IReadOnlyList<PastedClause>? Reuse { get; init; }

    /// <summary>The text in stretches, what the check found among them.</summary>
    public IReadOnlyList<Segment<CheckFinding>> Checked { get; init; } = [];

    /// <summary>How many citations have a status.</summary>
    public int Count(string status) => Citations.Count(c => c.Status == status);

    internal static PasteView Of(Site site, string text, string kind)
    {
        // Browsers send line breaks as CR LF; spans are counted in what is shown.
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        if (string.IsNullOrWhiteSpace(text)) return new("", [], []) { Kind = kind };
        if (kind == "reuse") return new(text, [], []) { Kind = kind, Reuse = site.Catalog.ReuseIn(text) };
        if (kind == "check") return OfCheck(site.Catalog.Checking.Check(text, site.Today));
        var citations = site.Catalog.Extraction.Extract(text);
        var segments = Segments.Cut(text, citations.Select((c, i) => (c.Start, c.End, new Piece.Mention(c.Text, c, Id(i)))));
        return new(text, [.. segments.Select(s => s.Mark is { } mention
            ? mention with { Text = s.Text }
            : (Piece)new Piece.Words(s.Text))], citations);
    }

    internal static PasteView OfCheck(CheckedDraft draft) => new(draft.Text, [], [])
    {
        Kind = "check",
        Check = draft,
        Checked = Segments.Cut(draft.Text, draft.Findings.Select(f => (f.Start, f.End, f))),
    };

    internal static string Id(int citation) => $"c-{citation + 1}";

    internal PageFrame Frame(Site site) =>
        new()
        {
            Title = site.Words["nav.paste"],
            Section = "paste",
            ApiPost = Kind switch { "check" => "/v1/check", "reuse" => "/v1/reuse", _ => "/v1/extract" },
            Wide = true
        };
}
