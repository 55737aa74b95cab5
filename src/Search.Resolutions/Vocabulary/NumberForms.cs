using System.Globalization;

namespace Search.Resolutions.Vocabulary;

/// <summary>The forms and ranges of a body's numbers, as the column <c>numbers</c> of <c>bodies.tsv</c> writes them.</summary>
public sealed class NumberForms
{
    private readonly List<(ActShape Shape, int First, int Last)> _ranges = [];
    private readonly bool _special;

    internal NumberForms(string text)
    {
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? part : part[..colon];
            var (first, last) = colon < 0 ? (0, int.MaxValue) : Range(part[(colon + 1)..]);
            switch (name)
            {
                case "session": _ranges.Add((ActShape.Session, first, last)); break;
                case "annual":
                    _ranges.Add((ActShape.Session, first, last));
                    IsAnnual = true;
                    break;
                case "roman": _ranges.Add((ActShape.Roman, first, last)); break;
                case "year": _ranges.Add((ActShape.Year, 1946, 2100)); break;
                case "party": _ranges.Add((ActShape.Party, 0, int.MaxValue)); break;
                case "health": _ranges.Add((ActShape.Health, 0, int.MaxValue)); break;
                case "plain": _ranges.Add((ActShape.Plain, 0, int.MaxValue)); break;
                case "special": _special = true; break;
                case "any": AllowsAny = true; break;
                default: throw new FormatException($"bodies.tsv: '{part}' is not a form of numbers.");
            }
        }
    }

    /// <summary>Whether numbers of any form are taken.</summary>
    public bool AllowsAny { get; }

    /// <summary>Whether the number before the stroke is a year.</summary>
    public bool IsAnnual { get; }

    /// <summary>Whether a number of this form and session is possible.</summary>
    public bool Allow(ActNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        if (AllowsAny) return true;
        return number is { IsSpecial: true, Shape: ActShape.Session or ActShape.Roman } ? _special : InRange(number);
    }

    private bool InRange(ActNumber number)
    {
        foreach (var (shape, first, last) in _ranges)
            if (shape == number.Shape && number.SessionValue >= first && number.SessionValue <= last) return true;
        return false;
    }

    private static (int First, int Last) Range(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash < 0
            ? throw new FormatException($"bodies.tsv: '{text}' is not a range such as 31-120.")
            : (int.Parse(text[..dash], CultureInfo.InvariantCulture), int.Parse(text[(dash + 1)..], CultureInfo.InvariantCulture));
    }
}
