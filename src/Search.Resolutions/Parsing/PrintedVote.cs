using System.Buffers;
using System.Collections.Immutable;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>How a document says that it was adopted: "Adopted unanimously", "[Adopted by a recorded vote of 27 to
/// 15, with 5 abstentions ...]".</summary>
/// <param name="How"><c>recorded</c>, <c>unanimous</c> or <c>without-vote</c>.</param>
public sealed record PrintedVote(string How)
{
    /// <summary>Paragraphs in which the lists of a vote are looked for.</summary>
    private const int MostParagraphs = 60;

    private const string VotesTo = " votes to ";

    private static readonly SearchValues<char> WordLetters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly string[] Lists = ["In favour:", "Against:", "Abstaining:"];

    /// <summary>The States printed as voting for it; empty where none are printed.</summary>
    public IReadOnlyList<string> InFavour { get; private init; } = [];

    /// <summary>The States printed as voting against it.</summary>
    public IReadOnlyList<string> Against { get; private init; } = [];

    /// <summary>The States printed as abstaining.</summary>
    public IReadOnlyList<string> Abstaining { get; private init; } = [];

    /// <summary>The vote that a document prints after its last clause, or null.</summary>
    public static PrintedVote? Of(Resolution resolution)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        if (resolution.Front.Vote is not { } printed) return null;
        if (printed.Contains("unanimously", StringComparison.Ordinal)) return new("unanimous");
        if (printed.Contains("without a vote", StringComparison.Ordinal) || printed.Contains("without vote", StringComparison.Ordinal)
            || printed.Contains("consensus", StringComparison.Ordinal))
            return new("without-vote");
        if (printed.Contains("recorded vote", StringComparison.Ordinal)) return Listed(After(resolution.Clauses, printed));
        return printed.Contains(VotesTo, StringComparison.Ordinal) ? Counted(printed) : null;
    }

    /// <summary>"In favour: ... Against: ... Abstaining: ...".</summary>
    private static PrintedVote Listed(string text)
    {
        string[] voters = ["", "", ""];
        for (var i = 0; i < Lists.Length; i++)
        {
            var start = text.IndexOf(Lists[i], StringComparison.OrdinalIgnoreCase);
            if (start < 0) continue;
            start += Lists[i].Length;
            var end = text.Length;
            foreach (var other in Lists)
                if (text.IndexOf(other, start, StringComparison.OrdinalIgnoreCase) is >= 0 and var next && next < end) end = next;
            voters[i] = text[start..end];
        }
        return new("recorded") { InFavour = States.In(voters[0]), Against = States.In(voters[1]), Abstaining = States.In(voters[2]) };
    }

    /// <summary>"by 13 votes to 1 (Cuba), with 1 abstention (Yemen)": those in favour are counted and not named.</summary>
    private static PrintedVote Counted(string text)
    {
        var against = text.AsSpan(text.IndexOf(VotesTo, StringComparison.Ordinal) + VotesTo.Length);
        var abstained = text.IndexOf("abstention", StringComparison.Ordinal);
        return new("recorded")
        {
            Against = InBrackets(against[WordLength(against)..]),
            Abstaining = abstained < 0 ? [] : InBrackets(text.AsSpan(abstained)[WordLength(text.AsSpan(abstained))..]),
        };
    }

    private static int WordLength(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(WordLetters) is >= 0 and var end ? end : text.Length;

    /// <summary>The States in the brackets that a text begins with; a scan closes some with another sign.</summary>
    private static IReadOnlyList<string> InBrackets(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        if (text is not ['(', ..]) return [];
        var end = text.IndexOf("),", StringComparison.Ordinal);
        if (end < 0) end = text.LastIndexOfAny(")}]");
        return end > 0 ? States.In(text[1..end].ToString()) : [];
    }

    /// <summary>The paragraph that holds the vote and those after it, up to the bracket that closes it.</summary>
    private static string After(ImmutableArray<Clause> clauses, string printed)
    {
        var first = clauses.Length;
        while (first > 0 && !clauses[first - 1].Text.Text.EndsWith(printed, StringComparison.Ordinal)) first--;
        if (first == 0) return printed;
        var paragraphs = new List<string>();
        for (var i = first - 1; i < clauses.Length && paragraphs.Count < MostParagraphs; i++)
        {
            paragraphs.Add(clauses[i].Text.Text);
            if (paragraphs[^1].Contains(']', StringComparison.Ordinal)) break;
        }
        return string.Join(' ', paragraphs);
    }
}
