using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Search.Citations.Authorities;

/// <summary>Where in a clause a governing word stands.</summary>
public enum VerbPlace
{
    /// <summary>At the start of a paragraph of the preamble, or later in it behind a comma or "and".</summary>
    Participle,

    /// <summary>At the start of an operative paragraph, or later in it.</summary>
    Finite,

    /// <summary>Behind "to": what somebody else is asked to do.</summary>
    Infinitive,

    /// <summary>A phrase that governs what follows wherever it stands: "in accordance with".</summary>
    Phrase,
}

/// <summary>One word or phrase that says what a clause does to what it cites.</summary>
/// <param name="Words">The word or words in lower case, adverbs left out.</param>
/// <param name="Place">Where it counts.</param>
/// <param name="Treatment">What it says.</param>
/// <param name="Example">A sentence that must be classified by this row; <c>[...]</c> stands around what is cited.</param>
public sealed record GoverningWords(string Words, VerbPlace Place, Treatment Treatment, string Example);

/// <summary>The words that say what a clause does to what it cites.</summary>
public sealed class VerbList
{
    private VerbList(ImmutableArray<GoverningWords> rows)
    {
        Rows = rows;
        ByFirstWord = rows.GroupBy(r => r.Words.Split(' ')[0]).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(r => r.Words.Length).ToImmutableArray());
    }

    /// <summary>No words.</summary>
    public static VerbList Empty { get; } = new([]);

    /// <summary>All rows, in file order.</summary>
    public ImmutableArray<GoverningWords> Rows { get; }

    /// <summary>Rows by their first word, longer ones first.</summary>
    internal FrozenDictionary<string, ImmutableArray<GoverningWords>> ByFirstWord { get; }

    /// <summary>Reads <c>verbs.tsv</c>.</summary>
    internal static VerbList Read(string path)
    {
        var table = TableFile.Read(path, "words", "place", "treatment", "example");
        var rows = ImmutableArray.CreateBuilder<GoverningWords>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            if (!Enum.TryParse<VerbPlace>(row.Required("place"), ignoreCase: true, out var place))
                throw row.Wrong("place", $"'{row["place"]}' is not a place. Write one of {string.Join(", ", Enum.GetNames<VerbPlace>()).ToLowerInvariant()}.");
            if (!TreatmentWords.TryParse(row.Required("treatment"), out var treatment))
                throw row.Wrong("treatment", $"'{row["treatment"]}' is not a treatment. Write one of {string.Join(", ", TreatmentWords.All)}.");
            var example = row.Required("example");
            if (!example.Contains('[', StringComparison.Ordinal) || !example.Contains(']', StringComparison.Ordinal))
                throw row.Wrong("example", "nothing is in square brackets. Put [ ] around what the sentence cites.");
            rows.Add(new GoverningWords(row.Required("words").ToLowerInvariant(), place, treatment, example));
        }
        return new VerbList(rows.MoveToImmutable());
    }
}
