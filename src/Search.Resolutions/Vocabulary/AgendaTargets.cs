using System.Globalization;

namespace Search.Resolutions.Vocabulary;

/// <summary>The targets of the 2030 Agenda, from <c>targets.tsv</c>: "7.D" and "7.11" are none of them, though the
/// Millennium Goals had a 7.D.</summary>
public static class AgendaTargets
{
    private static readonly (int Numbered, int Lettered)[] Goals =
        [.. Table.Read("targets.tsv").OrderBy(row => Number(row["goal"]))
            .Select(row => (Number(row["numbered"]), Number(row["lettered"])))];

    /// <summary>How many goals there are.</summary>
    public static int GoalCount => Goals.Length;

    /// <summary>How many targets there are.</summary>
    public static int Count => Goals.Sum(g => g.Numbered + g.Lettered);

    /// <summary>Whether a goal has a target.</summary>
    /// <param name="goal">Any number.</param>
    /// <param name="target">A number or a letter: "2", "b", "B".</param>
    public static bool Exists(int goal, ReadOnlySpan<char> target)
    {
        if (goal < 1 || goal > Goals.Length) return false;
        var (numbered, lettered) = Goals[goal - 1];
        if (int.TryParse(target, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number >= 1 && number <= numbered;
        return target.Length == 1 && char.ToLowerInvariant(target[0]) - 'a' is >= 0 and var letter && letter < lettered;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
