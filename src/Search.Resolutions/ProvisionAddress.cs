using System.Collections.Immutable;
using System.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions;

/// <summary>A step from the outer to the inner: a unit with its number, an item by its letter alone.</summary>
/// <param name="Unit">As pinpoints write it before one number: <c>annex</c>, <c>art.</c>, <c>para.</c>; empty for an item.</param>
/// <param name="Number">As printed: <c>II</c>, <c>6</c>, <c>a</c>; empty for the only annex.</param>
public readonly record struct ProvisionStep(string Unit, string Number);

/// <summary>
/// Where a provision of an annex or a treaty is: <c>Annex II, art. 6 (3) (a)</c>; in a URL <c>annex-ii/art-6/3/a</c>.
/// </summary>
public sealed class ProvisionAddress : IEquatable<ProvisionAddress>
{
    private const string Paragraph = "para.";
    private const string Article = "art.";

    private ProvisionAddress(ImmutableArray<ProvisionStep> steps)
    {
        Steps = steps;
        Slug = SlugOf(steps);
    }

    /// <summary>The steps that lead to it; none for the whole text.</summary>
    public ImmutableArray<ProvisionStep> Steps { get; }

    /// <summary>The form used in URLs: <c>annex-ii/art-6/3/a</c>.</summary>
    public string Slug { get; }

    /// <summary>The whole text.</summary>
    public static ProvisionAddress Whole { get; } = new([]);

    /// <summary>The address with these steps.</summary>
    public static ProvisionAddress Of(ImmutableArray<ProvisionStep> steps) => new(steps);

    /// <summary>A step further in.</summary>
    public ProvisionAddress Then(string unit, string number) => new(Steps.Add(new(unit, number)));

    /// <summary>The form that people use: <c>Annex II, art. 6 (3) (a)</c>.</summary>
    public string Label
    {
        get
        {
            var text = new StringBuilder();
            for (var i = 0; i < Steps.Length; i++)
            {
                var step = Steps[i];
                if (step.Unit.Length == 0 || IsParagraphOf(i)) text.Append(" (").Append(step.Number).Append(')');
                else text.Append(i == 0 ? "" : ", ").Append(step.Unit).Append(step.Number.Length > 0 ? " " : "").Append(step.Number);
            }
            if (text.Length > 0) text[0] = char.ToUpperInvariant(text[0]);
            return text.ToString();
        }
    }

    /// <summary>
    /// The address of the first provision that a pinpoint names, or the whole where it names none: <c>art. 9
    /// (5)</c>, <c>art. 9, para. 5</c> and
    /// <c>art. 9, paras. 5 and 6</c> are <c>art-9/5</c>.
    /// </summary>
    public static ProvisionAddress Of(Pinpoint pinpoint)
    {
        var address = Whole;
        var innermost = pinpoint.Innermost;
        if (innermost.IsEmpty) return address;
        foreach (var piece in innermost[0].Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (PinpointUnit.At(piece, out var at) is not { } unit) continue;
            var rest = piece.AsSpan(at).Trim();
            var open = rest.IndexOf('(');
            var number = (open < 0 ? rest : rest[..open]).Trim();
            if (unit.Name == "target" && address.Steps.Length > 0 && address.Steps[^1].Unit == "goal") address = new(address.Steps[..^1]);
            address = address.Then(unit.Short, number.ToString());
            while (open >= 0 && rest[open..].IndexOf(')') is > 1 and var close)
            {
                var inner = rest[(open + 1)..(open + close)].ToString();
                address = address.Then(address.Steps[^1].Unit == Article && char.IsAsciiDigit(inner[0]) ? Paragraph : "", inner);
                rest = rest[(open + close + 1)..];
                open = rest.IndexOf('(');
            }
        }
        return address;
    }

    /// <summary>Whether the address is this one or lies within it.</summary>
    public bool Contains(string slug) =>
        Slug.Length == 0
            || slug.StartsWith(Slug, StringComparison.Ordinal) && (slug.Length == Slug.Length || slug[Slug.Length] is '/' or '~');

    /// <inheritdoc />
    public bool Equals(ProvisionAddress? other) => other is not null && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ProvisionAddress);

    /// <inheritdoc />
    public override int GetHashCode() => Slug.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Label;

    // A paragraph of an article, a rule or a principle is its number in brackets.
    private static bool IsParagraphOf(ImmutableArray<ProvisionStep> steps, int i) =>
        steps[i].Unit == Paragraph && i > 0 && PinpointUnit.At(steps[i - 1].Unit, out _) is { IsProvision: true } outer
            && outer.Short != Paragraph;

    private bool IsParagraphOf(int i) => IsParagraphOf(Steps, i);

    private static string SlugOf(ImmutableArray<ProvisionStep> steps)
    {
        var text = new StringBuilder();
        for (var i = 0; i < steps.Length; i++)
        {
            if (i > 0) text.Append('/');
            if (steps[i].Unit.Length > 0 && !IsParagraphOf(steps, i))
                text.Append(steps[i].Unit.TrimEnd('.')).Append(steps[i].Number.Length > 0 ? "-" : "");
            foreach (var c in steps[i].Number) text.Append(char.IsAsciiLetterOrDigit(c) || c == '.' ? char.ToLowerInvariant(c) : '-');
        }
        return text.ToString();
    }
}
