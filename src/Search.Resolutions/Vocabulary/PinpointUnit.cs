using System.Collections.Immutable;
using System.Globalization;

namespace Search.Resolutions.Vocabulary;

/// <summary>A part of documents by which pinpoints cite: a row of <c>units.tsv</c>.</summary>
/// <param name="Name">The word: <c>article</c>.</param>
/// <param name="Short">As the normal form writes it before one number: <c>art.</c></param>
/// <param name="Plural">The same before several: <c>arts.</c></param>
/// <param name="Rank">A unit is inside units of a smaller rank.</param>
/// <param name="Words">Other spellings in running text.</param>
public sealed record PinpointUnit(string Name, string Short, string Plural, int Rank, ImmutableArray<string> Words)
{
    /// <summary>From this rank on a unit is a provision; before, a place in a document.</summary>
    private const int FirstProvision = 4;

    /// <summary>All units, in file order.</summary>
    public static ImmutableArray<PinpointUnit> All { get; } =
    [
        .. Table.Read("en/units.tsv").Select(r => new PinpointUnit(
            r["unit"], r["short"], r["plural"], int.Parse(r["rank"], CultureInfo.InvariantCulture), [.. r.Parts("words", " ")])),
    ];

    private static readonly (string Word, PinpointUnit Unit)[] Forms =
    [
        .. All.SelectMany(u => u.Words.Concat([u.Name, u.Name + "s", u.Short, u.Plural, u.Short.TrimEnd('.'), u.Plural.TrimEnd('.')])
            .Distinct().Select(w => (w, u)))
            .OrderByDescending(f => f.w.Length),
    ];

    /// <summary>Whether the unit is a provision and no place.</summary>
    public bool IsProvision => Rank >= FirstProvision;

    /// <summary>The unit of this name.</summary>
    public static PinpointUnit Of(string name) => All.First(u => u.Name == name);

    /// <summary>The unit that a text begins with, in any form, before a number or alone, and where its number
    /// begins; null where none does.</summary>
    public static PinpointUnit? At(ReadOnlySpan<char> text, out int number)
    {
        foreach (var (word, unit) in Forms)
        {
            number = word.Length;
            if (!text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            if (text.Length == number || text[number] == ' ' || char.IsAsciiDigit(text[number])) return unit;
        }
        number = 0;
        return null;
    }
}
