using System.Collections.Immutable;
using Search.Citations;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Checking;

/// <summary>The numbered acts that a text cites, and the bodies that it speaks of.</summary>
internal sealed class ActsOfText(PastedText text)
{
    /// <summary>No body has had more acts of one kind in a session or a year.</summary>
    private const int MostInSession = 400;

    /// <summary>Running numbers by which a session that is only known to be "about" at one can be apart from it.</summary>
    private const int Apart = 100;

    private const int FirstYear = 1900;

    private static readonly ImmutableArray<Body> Principal =
        [Bodies.GeneralAssembly, Bodies.SecurityCouncil, Bodies.EconomicAndSocialCouncil, Bodies.HumanRightsCouncil];

    private readonly Lazy<ImmutableArray<Body>> _spokenOf = new(() =>
        [.. Bodies.All.Where(b => !b.Numbers.AllowsAny && (Principal.Contains(b) || IsNamedIn(b, text.Document.Source.Text)))]);

    /// <summary>The act that a citation is joined to or whose symbol it prints.</summary>
    public static (Body Body, ActNumber Number, bool IsDecision)? ActOf(Citation citation)
    {
        var symbol = citation.Link is Link.Linked linked ? linked.Target.Value
            : citation is { Form: CitationForm.Symbol, Link: Link.Unknown } ? citation.Text
            : null;
        return DocumentSymbol.TryParse(symbol, null, out var parsed) ? parsed.Act : null;
    }

    /// <summary>The number that a citation prints, and whether it is a decision's; null for citations without one.</summary>
    public static (ActNumber Number, bool IsDecision)? NumberOf(Citation citation)
    {
        if (citation.Kind is not (CitationKind.Resolution or CitationKind.Decision)) return null;
        var digit = citation.Text.AsSpan().IndexOfAnyInRange('0', '9');
        if (digit < 0 || !ActNumber.TryRead(citation.Text.AsSpan(digit), out var number, out _)
            || number.Shape is not (ActShape.Session or ActShape.Year or ActShape.Roman))
            return null;
        // "7/2025": some bodies write the year last
        return number.Shape == ActShape.Session && number.Number >= FirstYear ? null : (number, citation.Kind == CitationKind.Decision);
    }

    /// <summary>Whether a number is one that a body can have adopted, as far as the tables say.</summary>
    public static bool MayExist(Body body, ActNumber number, bool isDecision) =>
        body.MayAdopt(number, isDecision) && body.Sessions.IsNear(number);

    /// <summary>Whether any body that the text speaks of, or a body of any numbers that the clause names, can have
    /// adopted a number by a day.</summary>
    public bool MayExist(Citation citation, ActNumber number, bool isDecision, DateOnly day)
    {
        foreach (var body in _spokenOf.Value)
        {
            if (number.Shape == ActShape.Roman && body.Sessions.Find(number.Session)?.Numbers is { } numbers
                && (number.Number < numbers.First - Apart || number.Number > numbers.Last + Apart))
                continue;
            var isBounded = isDecision || number.Shape != ActShape.Session || number.Number <= (body.MostResolutions ?? MostInSession);
            if (isBounded && MayExist(body, number, isDecision) && body.MayHaveMetBy(number, day)) return true;
        }
        return text.TextOf(citation) is { } clause && Bodies.All.Any(b => b.Numbers.AllowsAny && IsNamedIn(b, clause.Text));
    }

    private static bool IsNamedIn(Body body, string text) =>
        body.Names.Prepend(body.Name).Any(name => text.Contains(name, StringComparison.Ordinal));

    /// <summary>The act that such a number usually is, for a citation that is joined to none.</summary>
    public static WorkId? Usual(Citation citation)
    {
        if (citation.Link is not (Link.Unknown or Link.Ambiguous) || NumberOf(citation) is not var (number, isDecision)
            || Bodies.Usual(number) is not { } body)
            return null;
        return new(body.Symbol(number, isDecision, number.Letters is [var letter] ? letter : null));
    }
}
