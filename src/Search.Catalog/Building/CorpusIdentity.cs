using System.Collections.Immutable;
using Search.Citations;
using Search.Citations.Identity;

namespace Search.Catalog.Building;

/// <summary>Gives every document of a corpus an identity of its own.</summary>
internal static class CorpusIdentity
{
    /// <summary>
    /// Infers missing symbols from what the corpus says, and gathers the texts of one document in several languages; of
    /// several documents with one symbol in one language the first keeps it.
    /// </summary>
    /// <param name="documents">The documents under the symbols that they print.</param>
    /// <param name="cited">The works that a document cites.</param>
    /// <param name="load">Loads the text of a document.</param>
    /// <param name="stems">Loads the words of a document, as their rarity is counted.</param>
    /// <param name="memory">What was read before, or null.</param>
    /// <param name="key">A name for the text and links of a document, or null where they are not to be remembered.</param>
    public static ImmutableArray<CorpusDocument> Settle(
        ImmutableArray<CorpusDocument> documents, Func<CorpusDocument, IEnumerable<Link.Linked>> cited,
        Func<CorpusDocument, CorpusEntry> load, Func<CorpusDocument, string> stems, IdentityMemory? memory,
        Func<CorpusDocument, string?> key)
    {
        var translations = Expressions.Of(documents.Select(d => (d.Symbol, d.Language))).Values.SelectMany(t => t).ToHashSet();
        // a translation is no second witness
        int[] witnesses = [.. Enumerable.Range(0, documents.Length).Where(i => !translations.Contains(i))];
        var inferred = IdentityFinder.Infer(
            new ListOf<DocumentHead>(witnesses.Length, n => HeadOf(documents[witnesses[n]])),
            n => load(documents[witnesses[n]]), n => stems(documents[witnesses[n]]),
            memory ?? new(), memory is null ? new string?[witnesses.Length] : [.. witnesses.Select(i => key(documents[i]))]);

        var identified = documents.ToBuilder();
        foreach (var (n, i) in witnesses.Index()) identified[i] = Identified(documents[i], inferred[n]);
        return Named(Gather(identified.ToImmutable()));

        DocumentHead HeadOf(CorpusDocument document) =>
            new(document.Sheet.Front, [.. cited(document).Select(l => l.Target).Distinct()], document.Symbol);
    }

    /// <summary>The documents in their order, each with its translations inside it.</summary>
    private static ImmutableArray<CorpusDocument> Gather(ImmutableArray<CorpusDocument> documents)
    {
        var translations = Expressions.Of(documents.Select(d => (d.Symbol, d.Language)));
        var inside = translations.Values.SelectMany(t => t).ToHashSet();
        return [.. documents.Index().Where(d => !inside.Contains(d.Index)).Select(d =>
            translations.TryGetValue(d.Index, out var texts)
                ? d.Item with { Translations = [.. texts.Select(t => documents[t])] }
                : d.Item)];
    }

    private static CorpusDocument Identified(CorpusDocument document, InferredIdentity? inferred) =>
        document.Symbol is not null || inferred is null
        ? document
        : document with
        {
            Id = inferred.Symbol,
            Symbol = inferred.Symbol.Value,
            IdentifiedBy = Identification.Inferred,
            Evidence = string.Join(" ", inferred.Evidence)
        };

    private static ImmutableArray<CorpusDocument> Named(ImmutableArray<CorpusDocument> documents)
    {
        var taken = new HashSet<string>();
        var settled = ImmutableArray.CreateBuilder<CorpusDocument>(documents.Length);
        foreach (var one in documents)
        {
            var document = one;
            if (!taken.Add(document.Id.Value))
            {
                var name = document.File;
                for (var n = 2; !taken.Add(name); n++) name = $"{document.File} ({n})";
                document = document with { Id = new(name), Evidence = $"another file has the symbol {document.Id} too" };
            }
            settled.Add(document);
        }
        return settled.ToImmutable();
    }
}
