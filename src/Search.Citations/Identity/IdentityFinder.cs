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
        var profiles = documents.Select(d => new DocumentProfile(d)).ToArray();
        var testimonies = new Testimonies(documents);
        var printed = documents.Select(d => d.Symbol).OfType<string>().ToHashSet();
        var claims = new Dictionary<int, Claim>();
        var rarity = new Lazy<WordRarity>(() => new WordRarity(profiles));
        var council = new CouncilCalendar(documents, testimonies.All);
        for (var i = 0; i < profiles.Length; i++)
        {
            if (!profiles[i].IsAdopted) continue;
            var court = new SymbolInference(i, profiles, testimonies, printed, rarity, council);
            if (court.Decide() is { } claim) claims[i] = claim;
        }
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

    public WordRarity(DocumentProfile[] profiles)
    {
        _count = profiles.Length;
        foreach (var profile in profiles)
            foreach (var stem in profile.Stems.Keys) _documents[stem] = _documents.GetValueOrDefault(stem) + 1;
    }

    /// <summary>Natural logarithm of the share of documents without the word; 0 for a word that all have.</summary>
    public double Of(string stem) => Math.Log((_count + 1.0) / (_documents.GetValueOrDefault(stem) + 1.0));
}
