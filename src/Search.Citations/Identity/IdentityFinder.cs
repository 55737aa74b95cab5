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
        return Infer([.. documents.Select(DocumentHead.Of)], d => documents[d], d => StemsOf(documents[d]));
    }

    /// <summary>
    /// The identity of each document that prints none and could be determined; null for the others. A text is loaded
    /// only where it may say something of such a document, and none is kept.
    /// </summary>
    /// <param name="documents">What is known of all documents without their texts.</param>
    /// <param name="load">Loads a document by its index; called on several threads.</param>
    /// <param name="stems">What <see cref="StemsOf"/> gives of a document by its index; called on several threads.</param>
    public static ImmutableArray<InferredIdentity?> Infer(
        IReadOnlyList<DocumentHead> documents, Func<int, CorpusEntry> load, Func<int, string> stems) =>
        Infer(documents, load, stems, new(), new string?[documents?.Count ?? 0]);

    /// <summary>The identity of each document that prints none and could be determined; null for the others. Texts that an earlier
    /// call read with the same memory are not read again.</summary>
    /// <param name="documents">What is known of all documents without their texts.</param>
    /// <param name="load">Loads a document by its index; called on several threads.</param>
    /// <param name="stems">What <see cref="StemsOf"/> gives of a document by its index; called on several threads.</param>
    /// <param name="memory">What was read before.</param>
    /// <param name="keys">Names the text and the links of each document: other ones have another name. Null where they are not to be
    /// remembered.</param>
    public static ImmutableArray<InferredIdentity?> Infer(IReadOnlyList<DocumentHead> documents, Func<int, CorpusEntry> load,
        Func<int, string> stems, IdentityMemory memory, IReadOnlyList<string?> keys)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(stems);
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(keys);
        memory.Begin(keys);
        var profiles = documents.Select((head, d) => new DocumentProfile(head, () => load(d))).ToArray();
        if (!Array.Exists(profiles, p => p.IsAdopted)) return [.. profiles.Select(_ => (InferredIdentity?)null)];
        var printed = documents.Select(d => d.Symbol).OfType<string>().ToHashSet();
        var testimonies = new Testimonies(documents, load, profiles.Where(p => p.IsAdopted).Select(p => p.Organ).ToHashSet(), printed,
            memory);
        var decided = new Claim?[profiles.Length];
        var rarity = new Lazy<WordRarity>(() =>
            new WordRarity(documents.Count, profiles.SelectMany(p => p.Title).Select(DocumentProfile.Stem), stems, memory));
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

    /// <summary>The words of a document cut to their stems, each once, with a space between them: all that the
    /// rarity of words is counted from.</summary>
    public static string StemsOf(CorpusEntry document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return string.Join(' ', DocumentProfile.StemsOf(document).Keys);
    }
}

/// <summary>A symbol that fits a document, with why.</summary>
internal sealed record Claim(string Symbol, ImmutableArray<string> Evidence, ImmutableArray<int> Witnesses)
{
    public static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}

/// <summary>How rare words of titles are among the documents of a corpus.</summary>
internal sealed class WordRarity
{
    private readonly Dictionary<string, int> _documents = [];
    private readonly int _count;

    /// <summary>Counts the documents that have each stem.</summary>
    /// <param name="documents">How many documents there are.</param>
    /// <param name="asked">The stems whose rarity may be asked for.</param>
    /// <param name="stems">The stems of a document, with a space between them.</param>
    /// <param name="memory">The stems that were found before.</param>
    public WordRarity(int documents, IEnumerable<string> asked, Func<int, string> stems, IdentityMemory memory)
    {
        _count = documents;
        foreach (var stem in asked) _documents.TryAdd(stem, 0);
        var known = memory.Ask(_documents.Keys).GetAlternateLookup<ReadOnlySpan<char>>();
        Parallel.For(0, documents, d =>
        {
            var found = memory.Stems(d);
            if (found is null) memory.Remember(d, found = Known(stems(d)));
            lock (_documents)
                foreach (var stem in found)
                    if (_documents.TryGetValue(stem, out var count)) _documents[stem] = count + 1;
        });

        string[] Known(ReadOnlySpan<char> own)
        {
            var found = new List<string>();
            foreach (var range in own.Split(' '))
                if (known.TryGetValue(own[range], out var stem)) found.Add(stem);
            return [.. found];
        }
    }

    /// <summary>Natural logarithm of the share of documents without the stem; 0 for one that all have.</summary>
    public double Of(string stem) => Math.Log((_count + 1.0) / (_documents.GetValueOrDefault(stem) + 1.0));
}
