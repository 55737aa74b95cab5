using System.Collections.Immutable;

namespace Search.Catalog.Building;

/// <summary>Gives every document of a corpus an identity of its own.</summary>
internal static class CorpusIdentity
{
    /// <summary>Infers missing identities from what the corpus says; of several documents with one symbol the first keeps it.</summary>
    public static ImmutableArray<CorpusDocument> Settle(ImmutableArray<CorpusDocument> documents)
    {
        var taken = new HashSet<string>();
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
}
