using System.Collections.Immutable;
using Search.Citations.Identity;

namespace Search.Catalog.Building;

/// <summary>Gives every document of a corpus an identity of its own.</summary>
internal static class CorpusIdentity
{
    /// <summary>Infers missing identities from what the corpus says; of several documents with one symbol the first keeps it.</summary>
    public static ImmutableArray<CorpusDocument> Settle(ImmutableArray<CorpusDocument> documents)
    {
        var taken = new HashSet<string>();
        documents = Infer(documents);
        var settled = ImmutableArray.CreateBuilder<CorpusDocument>(documents.Length);
        foreach (var document in documents)
        {
            if (taken.Add(document.Id.Value))
            {
                settled.Add(document);
                continue;
            }
            var name = document.File.Name;
            for (var n = 2; !taken.Add(name); n++) name = $"{document.File.Name} ({n})";
            settled.Add(document with { Id = new(name), Evidence = $"another file has the symbol {document.Id} too" });
        }
        return settled.ToImmutable();
    }

    /// <summary>Gives documents that print no symbol the one that the others tell, with the evidence.</summary>
    private static ImmutableArray<CorpusDocument> Infer(ImmutableArray<CorpusDocument> documents)
    {
        if (documents.All(d => d.Symbol is not null)) return documents;
        var inferred = IdentityFinder.Infer([.. documents.Select(d => new CorpusEntry(d.Linked.Resolution, d.Linked.Citations, d.Symbol))]);
        return [.. documents.Select((d, i) => inferred[i] is not { } identity ? d : d with
        {
            Id = identity.Symbol,
            Symbol = identity.Symbol.Value,
            IdentifiedBy = "inferred",
            Evidence = $"{string.Join("; ", identity.Evidence)} ({string.Join(", ", identity.Witnesses.Take(3).Select(w => documents[w].Symbol ?? documents[w].File.Name))})",
        })];
    }
}
