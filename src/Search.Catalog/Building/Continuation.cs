using System.Collections.Immutable;

namespace Search.Catalog.Building;

/// <summary>How a generation continues the live one: what is taken from it as it is, and what is removed of it.</summary>
internal sealed record Continuation
{
    /// <summary>The live generation.</summary>
    public required LastBuild Last { get; init; }

    /// <summary>Its documents in the order of their numbers, without those that are removed.</summary>
    public required ImmutableArray<WrittenDocument> Documents { get; init; }

    /// <summary>The numbers of the documents that are removed, ascending: they are gone, or have changed and are written again.</summary>
    public required ImmutableArray<int> Removed { get; init; }

    /// <summary>The ids and slugs of its works, in the order of their numbers, without those that nothing names any more.</summary>
    public required IReadOnlyList<(string Id, string Slug)> Works { get; init; }

    /// <summary>Works that get the number of one that nothing names any more, so that there is no gap.</summary>
    public required ImmutableArray<(int From, int To)> MovedWorks { get; init; }

    /// <summary>Whether nothing is removed.</summary>
    public bool IsWhole => Removed.IsEmpty && Works.Count == LastWork;

    private int LastWork => Last.Manifest.Counts.Works;

    /// <summary>All of a generation.</summary>
    public static Continuation Of(LastBuild last) => new()
    {
        Last = last,
        Documents = last.Documents,
        Removed = [],
        Works = last.Works(),
        MovedWorks = [],
    };

    /// <summary>The same without some documents and works.</summary>
    /// <param name="documents">The numbers of the documents, ascending.</param>
    /// <param name="works">The numbers of the works, ascending.</param>
    public Continuation Without(ImmutableArray<int> documents, ImmutableArray<int> works)
    {
        var kept = Documents.ToBuilder();
        foreach (var document in documents) kept[document - 1] = WrittenDocument.Gone;
        var left = Works.Count - works.Length;
        var free = works.Where(w => w <= left);
        var beyond = Enumerable.Range(left + 1, works.Length).Except(works);
        ImmutableArray<(int From, int To)> moved = [.. beyond.Zip(free)];
        var remaining = Works.ToArray();
        foreach (var (from, to) in moved) remaining[to - 1] = remaining[from - 1];
        return this with { Documents = kept.ToImmutable(), Removed = documents, Works = remaining[..left], MovedWorks = moved };
    }

    /// <summary>Whether no work of another continuation that is not in this one has the slug that a second work took with a number
    /// after it: in a whole build that one would get it without.</summary>
    public bool KeepsSlugs(Continuation before)
    {
        var kept = Works.Select(w => w.Slug).ToHashSet();
        return !before.Works.Any(w => !kept.Contains(w.Slug) && kept.Contains($"{w.Slug}-2"));
    }
}
