using System.Collections.Immutable;
using System.Globalization;

namespace Search.Citations.Identity;

/// <summary>
/// Finds what documents without a printed symbol are, from organ, date and title and from what others say of the resolutions they
/// cite. Abstains when two resolutions fit or the evidence is thin; likeness of texts alone is never evidence, for drafts are like
/// what they became.
/// </summary>
public static class IdentityFinder
{
    /// <summary>The identity of each document that prints none and could be determined; null for the others.</summary>
    public static ImmutableArray<InferredIdentity?> Infer(IReadOnlyList<CorpusEntry> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return Infer([.. documents.Select(DocumentHead.Of)], d => documents[d]);
    }

    /// <summary>
    /// The identity of each document that prints none and could be determined; null for the others. A text is loaded
    /// only where it may say something of such a document, and none is kept.
    /// </summary>
    /// <param name="documents">What is known of all documents without their texts.</param>
    /// <param name="load">Loads a document by its index.</param>
    public static ImmutableArray<InferredIdentity?> Infer(IReadOnlyList<DocumentHead> documents, Func<int, CorpusEntry> load)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(load);
        var profiles = documents.Select((head, d) => new DocumentProfile(head, () => load(d))).ToArray();
        if (!Array.Exists(profiles, p => p.IsAdopted)) return [.. profiles.Select(_ => (InferredIdentity?)null)];
        var printed = documents.Select(d => d.Symbol).OfType<string>().ToHashSet();
        var testimonies = new Testimonies(documents, load, profiles.Where(p => p.IsAdopted).Select(p => p.Organ).ToHashSet(), printed);
        var decided = new Claim?[profiles.Length];
        var rarity = new Lazy<WordRarity>(() => new WordRarity(documents.Count, load));
        var council = new CouncilCalendar(documents, testimonies.All);
        Parallel.For(0, profiles.Length, i =>
        {
            if (!profiles[i].IsAdopted) return;
            decided[i] = new SymbolInference(i, profiles, testimonies, printed, rarity, council).Decide();
            profiles[i].Release();
        });
        var claims = decided.Index().Where(c => c.Item is not null).ToDictionary(c => c.Index, c => c.Item!);
        // One symbol is one document: where two claim it, neither is believed.
        var shared = claims.Values.GroupBy(c => c.Symbol).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        var identities = ImmutableArray.CreateBuilder<InferredIdentity?>(profiles.Length);
        for (var i = 0; i < profiles.Length; i++)
            identities.Add(claims.TryGetValue(i, out var claim) && !shared.Contains(claim.Symbol)
                ? new InferredIdentity(new WorkId(claim.Symbol), claim.Evidence, claim.Witnesses)
                : null);
        return identities.ToImmutable();
    }
}

/// <summary>A symbol that fits a document, with why.</summary>
internal sealed record Claim(string Symbol, ImmutableArray<string> Evidence, ImmutableArray<int> Witnesses)
{
    public static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}

/// <summary>How rare a word is among the documents of a corpus.</summary>
internal sealed class WordRarity
{
    private readonly Dictionary<string, int> _documents = [];
    private readonly int _count;

    public WordRarity(int documents, Func<int, CorpusEntry> load)
    {
        _count = documents;
        Parallel.For(0, documents, d =>
        {
            var stems = DocumentProfile.StemsOf(load(d)).Keys;
            lock (_documents)
                foreach (var stem in stems) _documents[stem] = _documents.GetValueOrDefault(stem) + 1;
        });
    }

    /// <summary>Natural logarithm of the share of documents without the word; 0 for a word that all have.</summary>
    public double Of(string stem) => Math.Log((_count + 1.0) / (_documents.GetValueOrDefault(stem) + 1.0));
}
