using System.Globalization;

namespace Search.Citations.Recognition;

/// <summary>A body whose resolutions and decisions are cited by number: a row of <c>bodies.tsv</c>.</summary>
/// <param name="Code">Acronym, as in <see cref="Resolutions.Organ.Code"/>.</param>
/// <param name="Resolution">Beginning of its resolutions' symbols, without the last stroke; empty where it only takes decisions.</param>
/// <param name="Decision">Beginning of its decisions' symbols.</param>
/// <param name="Noun">The noun by which it is called for short ("the Council"); <see cref="Word.Other"/> where there is none.</param>
/// <param name="Numbers">The numbers that it can have.</param>
internal sealed record Body(string Code, string Resolution, string Decision, Word Noun, BodyNumbers Numbers)
{
    /// <summary>The canonical id of an act of this body.</summary>
    public WorkId Act(ActNumber number, bool decision, char? letter)
    {
        var prefix = decision || Resolution.Length == 0 ? Decision : Resolution;
        return new(letter is { } c ? $"{prefix}/{number.Canonical} {c}" : $"{prefix}/{number.Canonical}");
    }

    /// <summary>Whether a number of this form can be one of this body's.</summary>
    public bool CanHave(ActNumber number) => Numbers.Allow(number);
}

/// <summary>The forms and ranges of a body's numbers, as the column <c>numbers</c> writes them.</summary>
internal sealed class BodyNumbers
{
    private readonly List<(ActShape Shape, int First, int Last, bool Annual)> _ranges = [];
    private readonly bool _special;
    private readonly bool _any;

    public BodyNumbers(string text)
    {
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? part : part[..colon];
            var (first, last) = colon < 0 ? (0, int.MaxValue) : Range(part[(colon + 1)..]);
            switch (name)
            {
                case "session": _ranges.Add((ActShape.Session, first, last, false)); break;
                case "annual": _ranges.Add((ActShape.Session, first, last, true)); break;
                case "roman": _ranges.Add((ActShape.Roman, first, last, false)); break;
                case "year": _ranges.Add((ActShape.Year, 1946, 2100, false)); break;
                case "party": _ranges.Add((ActShape.Party, 0, int.MaxValue, false)); break;
                case "health": _ranges.Add((ActShape.Health, 0, int.MaxValue, false)); break;
                case "plain": _ranges.Add((ActShape.Plain, 0, int.MaxValue, false)); break;
                case "special": _special = true; break;
                case "any": _any = true; break;
                default: throw new FormatException($"bodies.tsv: '{part}' is not a form of numbers.");
            }
        }
    }

    /// <summary>Whether numbers of any form are taken.</summary>
    public bool AllowsAny => _any;

    /// <summary>Whether a number of this form and session is possible.</summary>
    public bool Allow(ActNumber number)
    {
        if (_any) return true;
        if (number.IsSpecial && number.Shape is ActShape.Session or ActShape.Roman) return number.IsSpecial ? _special : InRange(number);
        return InRange(number);
    }

    private bool InRange(ActNumber number)
    {
        foreach (var (shape, first, last, _) in _ranges)
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
