using System.Collections.Immutable;
using Search.Citations;
using Search.Citations.Identity;
using Search.Resolutions;
using Search.Resolutions.Text;

namespace Search.Catalog.Building.Parses;

/// <summary>What a build asks of every document again and again; its text is in the store.</summary>
internal sealed record DocumentSheet
{
    /// <summary>The name of its source.</summary>
    public required string Name { get; init; }

    /// <summary>What is stated beside it.</summary>
    public required StatedFields Stated { get; init; }

    /// <summary>Its front matter.</summary>
    public required FrontMatter Front { get; init; }

    /// <summary>How many clauses it has.</summary>
    public required int Clauses { get; init; }

    /// <summary>The codes of the languages of its clauses, each once.</summary>
    public required ImmutableArray<string> Languages { get; init; }

    /// <summary>The letters over its parts: "AB".</summary>
    public required string Letters { get; init; }

    /// <summary>The works that its citations are linked to, each once, in the order in which they are first cited.</summary>
    public required ImmutableArray<Link.Linked> Cited { get; init; }

    /// <summary>The names that its notes teach.</summary>
    public required ImmutableArray<LearnedName> Taught { get; init; }

    /// <summary>How far its citations could be linked.</summary>
    public required LinkCounts Links { get; init; }

    /// <summary>The symbol that is stated beside the document or printed in it, or null.</summary>
    public string? Symbol => LinkedDocument.SymbolOf(Stated, Front);

    /// <summary>Its title as stated, else as printed, or null.</summary>
    public string? Title => Stated.Title ?? Front.Title;

    /// <summary>Its date as stated, else as printed, or null.</summary>
    public DateOnly? Date => Stated.Date ?? Front.Date;

    /// <summary>The sheet of a document.</summary>
    public static DocumentSheet Of(LinkedDocument document)
    {
        var (resolution, citations) = document;
        return new()
        {
            Name = resolution.Source.Name,
            Stated = resolution.Source.Stated,
            Front = resolution.Front,
            Clauses = resolution.Clauses.Length,
            Languages = [.. resolution.Clauses.Select(c => c.Language ?? resolution.Front.Language).Distinct()],
            Letters = string.Concat(WorkPlaces.Letters(resolution.Clauses)),
            Cited = [.. citations.Select(c => c.Link).OfType<Link.Linked>().Distinct()],
            Taught = [.. LearnedNames.TaughtBy(new(resolution, citations, document.Symbol))],
            Links = LinkCounts.Of(citations),
        };
    }
}

/// <summary>How many citations are linked, ambiguous, unknown and of a group without a list.</summary>
internal readonly record struct LinkCounts(int Linked, int Ambiguous, int Unknown, int Collective)
{
    /// <summary>All citations.</summary>
    public int All => Linked + Ambiguous + Unknown + Collective;

    /// <summary>Counts citations.</summary>
    public static LinkCounts Of(ImmutableArray<Citation> citations)
    {
        var counts = default(LinkCounts);
        foreach (var citation in citations)
            counts = citation.Link switch
            {
                Link.Linked => counts with { Linked = counts.Linked + 1 },
                Link.Ambiguous => counts with { Ambiguous = counts.Ambiguous + 1 },
                Link.Collective => counts with { Collective = counts.Collective + 1 },
                _ => counts with { Unknown = counts.Unknown + 1 },
            };
        return counts;
    }

    /// <summary>The counts of two documents together.</summary>
    public static LinkCounts operator +(LinkCounts a, LinkCounts b) =>
        new(a.Linked + b.Linked, a.Ambiguous + b.Ambiguous, a.Unknown + b.Unknown, a.Collective + b.Collective);
}
