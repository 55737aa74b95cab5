using System.Collections.Immutable;
using Search.Citations.Identity;

namespace Search.Catalog.Building;

/// <summary>Gives every document of a corpus an identity of its own.</summary>
internal static class CorpusIdentity
{
    /// <summary>Infers missing symbols from what the corpus says; of several documents with one symbol the first keeps it.</summary>
    public static ImmutableArray<CorpusDocument> Settle(ImmutableArray<CorpusDocument> documents)
    {
        var inferred = IdentityFinder.Infer([.. documents.Select(d => new CorpusEntry(d.Linked.Resolution, d.Linked.Citations, d.Symbol))]);
        var taken = new HashSet<string>();
        var settled = ImmutableArray.CreateBuilder<CorpusDocument>(documents.Length);
        for (var i = 0; i < documents.Length; i++)
        {
            var document = documents[i];
            if (document.Symbol is null && inferred[i] is { } identity)
                document = document with { Id = identity.Symbol, Symbol = identity.Symbol.Value, IdentifiedBy = "inferred", Evidence = string.Join(" ", identity.Evidence) };
            if (!taken.Add(document.Id.Value))
            {
                var name = document.File.Name;
                for (var n = 2; !taken.Add(name); n++) name = $"{document.File.Name} ({n})";
                document = document with { Id = new(name), Evidence = $"another file has the symbol {document.Id} too" };
            }
            settled.Add(document);
        }
        return settled.ToImmutable();
    }
}
