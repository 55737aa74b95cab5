using System.Collections.Immutable;
using Search.Resolutions;

namespace Search.Citations.Identity;

/// <summary>A document of a corpus as identity is inferred from it.</summary>
/// <param name="Resolution">Its clauses and front matter.</param>
/// <param name="Citations">What it cites.</param>
/// <param name="Symbol">The symbol that it prints, or null.</param>
public sealed record CorpusEntry(Resolution Resolution, ImmutableArray<Citation> Citations, string? Symbol);

/// <summary>What is known of a document of a corpus without its text.</summary>
/// <param name="Front">Its front matter.</param>
/// <param name="Cited">The works that it cites, each once.</param>
/// <param name="Symbol">The symbol that it prints, or null.</param>
public sealed record DocumentHead(FrontMatter Front, IReadOnlyCollection<WorkId> Cited, string? Symbol)
{
    /// <summary>The head of a document.</summary>
    public static DocumentHead Of(CorpusEntry document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(document.Resolution.Front, [.. document.Citations.Select(c => c.Link).OfType<Link.Linked>().Select(l => l.Target)
            .Distinct()], document.Symbol);
    }
}

/// <summary>What a document that prints no symbol is, by what the corpus says.</summary>
/// <param name="Symbol">The symbol, canonical.</param>
/// <param name="Evidence">Why, one sentence for a person each.</param>
/// <param name="Witnesses">Indices of the documents that say so.</param>
public sealed record InferredIdentity(WorkId Symbol, ImmutableArray<string> Evidence, ImmutableArray<int> Witnesses);
