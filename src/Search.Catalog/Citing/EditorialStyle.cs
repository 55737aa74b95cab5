using System.Globalization;
using Search.Resolutions;

namespace Search.Catalog.Citing;

/// <summary>How the editorial style of the United Nations writes citations; docs/citing.md names the source of each rule.</summary>
internal static class EditorialStyle
{
    /// <summary>What a presidential statement is called, which has no title.</summary>
    public const string Statement = "Statement by the President of the Security Council";

    /// <summary>"General Assembly resolution 217 A (III) of 10 December 1948"; null for what is no act of a body.</summary>
    /// <param name="symbol">Canonical symbol.</param>
    /// <param name="date">The day of adoption, or null where it is not known.</param>
    public static string? Act(string symbol, string? date) =>
        DocumentSymbol.TryParse(symbol, null, out var parsed) && parsed.Act is var (body, number, isDecision)
            ? Act(new ActReference(body, number, isDecision), date)
            : null;

    /// <summary>A work or a clause of it.</summary>
    public static string Write(Reference reference)
    {
        var work = reference switch
        {
            { Act: { } act } => Act(act, reference.Date),
            { IsTreaty: true, TreatySeries: [var first, ..] } => $"{reference.Heading} ({Series(first)})",
            { Symbol: { } symbol, Title: Statement } => $"{Statement}{(reference.Date is { } date ? $" of {Day(date)}" : "")} ({symbol})",
            { Symbol: { } symbol } => symbol,
            { PrintedIn: { } printed } => $"{reference.Heading} ({PrintedIn(printed)})",
            _ => reference.Heading,
        };
        var part = reference switch
        {
            { Paragraph: { } paragraph } => $", para. {paragraph}",
            { Preambular: { } paragraph } => $", preambular para. {paragraph}",
            { Clause: { Length: > 0 } label } => $", {Lower(label)}",
            _ => "",
        };
        return work + part;
    }

    /// <summary>The number of an act as running text prints it: <c>217 A (III)</c>, <c>1325 (2000)</c>,
    /// <c>55/25</c>, <c>46/36 L</c>.</summary>
    public static string Number(ActNumber number)
    {
        var letter = number.Letters is [var only] ? $" {only}" : "";
        return number.Shape switch
        {
            ActShape.Year or ActShape.Roman => string.Create(CultureInfo.InvariantCulture, $"{number.Number}{letter} ({number.Session})"),
            ActShape.Health => $"WHA{number.Canonical}",
            _ => number.Canonical + letter,
        };
    }

    /// <summary>"10 December 1948", "December 1948", "1948".</summary>
    public static string Day(string iso) => iso.Length switch
    {
        10 => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        7 => DateOnly.ParseExact(iso, "yyyy-MM", CultureInfo.InvariantCulture).ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => iso,
    };

    private static string Act(ActReference act, string? date)
    {
        var name = $"{act.Body.Name} {act.Noun} {act.Number}";
        return date is { Length: 10 } ? $"{name} of {Day(date)}" : name;
    }

    /// <summary>"LNTS vol. 60, No. 1414" is of the League of Nations.</summary>
    private static string Series(string reference) =>
        reference.StartsWith("LNTS ", StringComparison.Ordinal)
            ? $"League of Nations, Treaty Series, {reference["LNTS ".Length..]}"
            : $"United Nations, Treaty Series, {reference}";

    // "A/RES/55/25 annex II": the part after the symbol has a comma before it.
    private static string PrintedIn(string printed)
    {
        var space = printed.IndexOf(' ', StringComparison.Ordinal);
        var symbol = space < 0 ? printed : printed[..space];
        var act = Act(symbol, date: null) ?? symbol;
        return space < 0 ? act : $"{act}, {printed[(space + 1)..]}";
    }

    private static string Lower(string label) =>
        label.StartsWith("Annex", StringComparison.Ordinal) ? char.ToLowerInvariant(label[0]) + label[1..] : label;
}
