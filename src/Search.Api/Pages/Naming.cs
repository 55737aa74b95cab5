using System.Text;
using Search.Api.Pages.Words;
using Search.Catalog;

namespace Search.Api.Pages;

/// <summary>How works, documents and clauses are called where room is short, and in references.</summary>
internal static class Naming
{
    private const int Long = 70;

    /// <summary>A symbol where the work has one, else its title, cut where it is long.</summary>
    public static string Short(string canonical, string title) => Short(IsSymbol(canonical) ? canonical : title);

    /// <inheritdoc cref="Short(string, string)" />
    public static string Short(WorkSummary work) => Short(work.Canonical, work.Title);

    /// <inheritdoc cref="Short(string, string)" />
    public static string Short(WorkName work) => Short(work.Canonical, work.Title);

    /// <summary>A text cut to what a label holds.</summary>
    public static string Short(string text, int most = Long)
    {
        if (text.Length <= most) return text;
        var at = text.LastIndexOf(' ', most - 1);
        return text[..(at > most / 2 ? at : most - 1)] + "…";
    }

    /// <summary>Whether a canonical id is a UN symbol.</summary>
    public static bool IsSymbol(string canonical) => ResolutionCatalog.IsSymbol(canonical);

    /// <summary>What a document is called: its title, else its symbol, else its id.</summary>
    public static string Title(DocumentSummary document) => document.Title ?? document.Symbol ?? document.Id;

    /// <summary>A label as people read it: <c>OP5(b)(ii)</c> is "operative paragraph 5 (b) (ii)".</summary>
    public static string Clause(PageWords words, string label)
    {
        var scope = label.LastIndexOf(':');
        var own = label[(scope + 1)..];
        var prefix = scope < 0 ? "" : label[..scope] + ", ";
        if (own.StartsWith("OP", StringComparison.Ordinal)) return prefix + words.Filled("label.op", Spaced(own[2..]));
        if (own.StartsWith("PP", StringComparison.Ordinal)) return prefix + words.Filled("label.pp", Spaced(own[2..]));
        return prefix + words.Named("label", own);
    }

    /// <summary>Where words are used, where room is short: <c>A/RES/70/901, 2015</c>.</summary>
    public static string Use(PageWords words, ClauseUse use)
    {
        const char isolate = '\u2068', end = '\u2069'; // so that the day after it is not drawn into a symbol that runs the other way
        var name = use.Symbol ?? Short(use.Title);
        if (words.RightToLeft) name = $"{isolate}{name}{end}";
        return use.Date is { } date ? $"{name}, {words.Date(date)}" : name;
    }

    /// <summary>A label beside its clause, where the annex need not be repeated: <c>art. 6 (3)</c>.</summary>
    public static string WithinAnnex(string label) =>
        label.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma ? label[(comma + 2)..] : label;

    /// <summary>A reference to a document, or to a clause of it, to be pasted into a text.</summary>
    public static string Reference(PageWords words, DocumentSummary document, string? label)
    {
        var text = new StringBuilder(document.Symbol ?? Title(document));
        if (document.Date is not null) text.Append(" (").Append(words.Date(document.Date)).Append(')');
        if (label is not null) text.Append(", ").Append(Clause(words, label));
        return text.ToString();
    }

    private static string Spaced(string number) =>
        number.Replace("(", " (", StringComparison.Ordinal).Replace("[", " [", StringComparison.Ordinal);
}
