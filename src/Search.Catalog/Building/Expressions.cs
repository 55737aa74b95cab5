using System.Collections.Immutable;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Building;

/// <summary>
/// Brings the texts of one document in several languages together. The English text, or else the first in the order of
/// <see cref="Language.All"/>, is the primary one: it carries the citations that count, so that translations add nothing to any count. A
/// second text in one language is a document of its own.
/// </summary>
internal static class Expressions
{
    /// <summary>The translations of each document that has some, by the numbers of both; documents without a symbol have none.</summary>
    public static Dictionary<int, ImmutableArray<int>> Of(IEnumerable<(string? Symbol, string Language)> documents)
    {
        var translations = new Dictionary<int, ImmutableArray<int>>();
        foreach (var group in documents.Index().Where(d => d.Item.Symbol is not null).GroupBy(d => d.Item.Symbol))
            if (group.DistinctBy(d => d.Item.Language).OrderBy(d => Rank(d.Item.Language)).Select(d => d.Index)
                .ToList() is [var primary, _, ..] texts)
                translations.Add(primary, [.. texts.Skip(1)]);
        return translations;
    }

    private static int Rank(string language) => Language.Find(language) is { } known ? Language.All.IndexOf(known) : Language.All.Length;
}
