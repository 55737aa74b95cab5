using Search.Catalog.Snapshots;
using Search.Resolutions;
using Search.Reuse;

namespace Search.Catalog.Building;

/// <summary>Writes which clauses share their words: <c>reuse.bin</c>. A passage is a clause, its number one
/// less than the clause's row.</summary>
internal static class ReuseWriter
{
    /// <summary>A builder that has the documents of the generation before, or none where what that one's
    /// builder saved is missing.</summary>
    /// <param name="last">The generation before, or null.</param>
    /// <param name="texts">The texts compared of a document by its index; null for one that is gone.</param>
    public static ReuseIndexBuilder Continue(LastBuild? last, Func<int, IReadOnlyList<string>?> texts)
    {
        try
        {
            if (last?.OpenReuseState() is { } state)
                using (state)
                    return ReuseIndexBuilder.Continue(DocumentOrder.Year,
                        ReuseIndex.Open(Path.Combine(last.Folder, SnapshotParts.ReuseFile)), state, texts);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ReuseCorruptException)
        {
            // All documents are read again.
        }
        return new(DocumentOrder.Year);
    }

    /// <summary>Writes the file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="state">Where what a builder needs to continue is saved, or null.</param>
    /// <param name="disk">Makes the files.</param>
    /// <param name="builder">The documents that come first.</param>
    /// <param name="isContinued">Whether the builder is used again.</param>
    /// <param name="documents">The texts compared of the other documents, in the order of their numbers, each
    /// document with its place in time.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The index that was written.</returns>
    public static ReuseIndex Write(
        string path, string? state, Disk disk, ReuseIndexBuilder builder, bool isContinued,
        IEnumerable<(IReadOnlyList<string> Texts, int Order)> documents, CancellationToken cancellation)
    {
        foreach (var (texts, order) in documents)
        {
            cancellation.ThrowIfCancellationRequested();
            builder.AddDocument(order);
            foreach (var text in texts) builder.Add(text);
        }
        if (state is not null)
            using (var file = disk.Create(state)) builder.Save(file);
        using (var file = disk.Create(path)) builder.Write(file, isContinued);
        return ReuseIndex.Open(path);
    }

    /// <summary>The texts of a document's clauses that are compared. Front and closing matter share their words with
    /// everything: they count as empty.</summary>
    public static IReadOnlyList<string> TextsOf(Resolution resolution) =>
        [.. resolution.Clauses.Select(c => ComparedClauses.Include(c.Label) ? c.Text.Text : "")];

    /// <summary>What takes the places of the passages of a document that is gone.</summary>
    public static IReadOnlyList<string> NoTexts((int First, int End) passages) => [.. Enumerable.Repeat("", passages.End - passages.First)];
}

/// <summary>Where documents are in time.</summary>
internal static class DocumentOrder
{
    private const int PlacesOfDay = 2;

    /// <summary>Places in a year.</summary>
    public const int Year = PlacesOfDay * 365;

    /// <summary>The place of a document: its day, on which drafts come before what is adopted; 0 where the day is not known.</summary>
    public static int Of(string? date, DocumentKind kind) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", out var day) ? (day.DayNumber * PlacesOfDay) + (kind == DocumentKind.Draft ? 0 : 1) : 0;

    /// <summary>The calendar year of a place.</summary>
    public static int YearOf(int order) => DateOnly.FromDayNumber(order / PlacesOfDay).Year;
}
