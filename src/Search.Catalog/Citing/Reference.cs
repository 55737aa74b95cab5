using System.Globalization;
using Search.Citations;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Citing;

/// <summary>What a citation of a work or of one of its clauses is made from.</summary>
public sealed record Reference
{
    /// <summary>The work's id.</summary>
    public required string Id { get; init; }

    /// <summary>Title, or null where none is known.</summary>
    public required string? Title { get; init; }

    /// <summary>The symbol under which it was issued, else its canonical symbol; null for a work without one.</summary>
    public required string? Symbol { get; init; }

    /// <summary>Date of adoption, ISO, as far as known; or null.</summary>
    public required string? Date { get; init; }

    /// <summary>References to the Treaty Series: <c>vol. 1577, No. 27531</c>.</summary>
    public required IReadOnlyList<string> TreatySeries { get; init; }

    /// <summary>The document or provision that prints it: <c>A/RES/55/25 annex II</c>; null where it is not printed in another.</summary>
    public required string? PrintedIn { get; init; }

    /// <summary>Whether it is a treaty.</summary>
    public required bool IsTreaty { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    /// <summary>The address at which it is read.</summary>
    public required string Address { get; init; }

    /// <summary>The clause that is cited, as its label; null for the whole.</summary>
    public string? Clause { get; init; }

    /// <summary>The resolution or decision that it is, or null.</summary>
    public ActReference? Act { get; init; }

    /// <summary>The body that issued it: "United Nations General Assembly"; "United Nations" where the symbol does not say; null for
    /// treaties and works without a symbol.</summary>
    public string? Author =>
        Act is { Body: var body } ? Named(body)
            : Symbol is null || IsTreaty ? null
            : Bodies.OfSymbol(Symbol) is { } issuer ? Named(issuer)
            : "United Nations";

    /// <summary>The title, else what it is called: "General Assembly resolution 1325 (2000)", its symbol.</summary>
    public string Heading => Title ?? (Act is { } act ? $"{act.Body.Name} {act.Noun} {act.Number}" : Symbol ?? Id);

    /// <summary>The date's day, or null where it is not known to the day.</summary>
    public DateOnly? Day => Date is { Length: 10 } ? DateOnly.ParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>The paragraph of <see cref="Clause"/> as a number with its items: <c>5 (b)</c>; null where the clause is
    /// not an operative paragraph.</summary>
    public string? Paragraph =>
        Clause is { } label && label.StartsWith("OP", StringComparison.Ordinal) && label.Length > 2 && char.IsAsciiDigit(label[2])
            ? Spaced(label[2..])
            : null;

    /// <summary>The number of a preambular paragraph, or null.</summary>
    public string? Preambular =>
        Clause is { } label && label.StartsWith("PP", StringComparison.Ordinal) && label.Length > 2 && char.IsAsciiDigit(label[2])
            ? Spaced(label[2..])
            : null;

    /// <summary>What a work, and the document that is its text, say about it.</summary>
    /// <param name="work">The work.</param>
    /// <param name="document">The document that is its text, or null.</param>
    /// <param name="clause">The clause to cite, or null.</param>
    /// <param name="address">The address at which it is read.</param>
    public static Reference Of(WorkDetails work, DocumentDetails? document, string? clause, string address)
    {
        ArgumentNullException.ThrowIfNull(work);
        var summary = work.Summary;
        var canonical = new WorkId(summary.Canonical).IsSymbol ? summary.Canonical : null;
        var parsed = DocumentSymbol.TryParse(canonical, null, out var symbol) ? symbol.Act : null;
        return new()
        {
            Id = summary.Id,
            Title = summary.Title != summary.Canonical ? summary.Title
                : canonical?.Contains("/PRST/", StringComparison.Ordinal) == true ? EditorialStyle.Statement
                : null,
            Symbol = canonical is null ? null : work.IssuedAs.Count > 0 ? work.IssuedAs[0] : canonical,
            Date = document?.Summary.Date ?? summary.Date,
            TreatySeries = work.TreatySeries,
            PrintedIn = canonical is null && work.Symbols.Count > 0 ? work.Symbols[0] : null,
            IsTreaty = canonical is null && work.TreatySeries.Count > 0
                || summary.Kind is "treaty" or "protocol" or "convention" or "covenant" or "agreement",
            Language = document?.Language ?? "en",
            Address = address,
            Clause = clause,
            Act = parsed is var (body, number, isDecision) ? new(body, number, isDecision) : null,
        };
    }

    private static string Named(Body body) =>
        body.IsOutsideUnitedNations || body.Name.StartsWith("United Nations", StringComparison.Ordinal)
            ? body.Name
            : $"United Nations {body.Name}";

    private static string Spaced(string label)
    {
        var open = label.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? label : $"{label[..open]} {label[open..].Replace(")(", ") (", StringComparison.Ordinal)}";
    }
}

/// <summary>A resolution or decision by its body and number.</summary>
/// <param name="Body">Whose it is.</param>
/// <param name="Of">Its number.</param>
/// <param name="IsDecision">Whether it is a decision.</param>
public sealed record ActReference(Body Body, ActNumber Of, bool IsDecision)
{
    /// <summary>The number as running text prints it: <c>217 A (III)</c>.</summary>
    public string Number => EditorialStyle.Number(Of);

    /// <summary>resolution or decision.</summary>
    public string Noun => IsDecision ? "decision" : "resolution";
}
