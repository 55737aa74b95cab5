using Search.Catalog.Querying;
using Search.Citations.Authorities;
using Search.Resolutions.Reading;

namespace Search.Catalog.Checking;

/// <summary>Checks what a draft says about the works that it cites against what a snapshot knows of them. Safe to use
/// from any number of threads.</summary>
public sealed class DraftCheck
{
    private readonly DocumentPipeline _pipeline;
    private readonly CheckSources _sources;

    internal DraftCheck(DocumentPipeline pipeline, CheckSources sources)
    {
        _pipeline = pipeline;
        _sources = sources;
    }

    /// <summary>Checks a text. Linear in its length.</summary>
    /// <param name="text">A draft, a passage or a sentence.</param>
    /// <param name="today">A session that opens later does not exist yet.</param>
    public CheckedDraft Check(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new DraftFindings(PastedText.Read(_pipeline, text), _sources, today).Check();
    }

    /// <summary>Checks a file in any format that can be indexed, with all its documents; spans count in the
    /// text that was read from it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="today">A session that opens later does not exist yet.</param>
    /// <returns>The check, or why the file cannot be read.</returns>
    public (CheckedDraft? Draft, string? Code, string? Message) CheckFile(string path, DateOnly today) =>
        CheckFile(path, today, ReadLimits.Default);

    /// <summary>Checks a file that a visitor sent, within the limits of <see cref="Uploads"/>.</summary>
    public (CheckedDraft? Draft, string? Code, string? Message) CheckUpload(string path, DateOnly today) =>
        CheckFile(path, today, Uploads.Limits);

    private (CheckedDraft? Draft, string? Code, string? Message) CheckFile(string path, DateOnly today, ReadLimits limits)
    {
        var (resolutions, read, rejected) = DocumentPipeline.Parse(path, limits);
        if (rejected is not null) return (null, rejected.Code, rejected.Message);
        var (findings, citations, left) = (new List<CheckFinding>(), new List<CheckedCitation>(), new List<UncheckedPart>());
        foreach (var resolution in resolutions)
        {
            var (at, first) = (resolution.Source.Offset, citations.Count);
            var draft = new DraftFindings(PastedText.Of(_pipeline, resolution), _sources, today).Check();
            findings.AddRange(draft.Findings.Select(f => f with { Start = f.Start + at, End = f.End + at, Citation = f.Citation + first }));
            citations.AddRange(draft.Citations.Select(c => c with { Start = c.Start + at, End = c.End + at }));
            left.AddRange(draft.NotChecked);
        }
        return (new(read!.Source.Text, findings, citations, [.. left.GroupBy(u => u.Code)
            .Select(g => g.First() with { Count = g.Sum(u => u.Count) })]), null, null);
    }
}

/// <summary>Where a check looks up works and documents.</summary>
/// <param name="Db">The snapshot.</param>
/// <param name="Authorities">The works known beforehand.</param>
/// <param name="Works">Works and edges.</param>
/// <param name="Documents">Documents and clauses.</param>
/// <param name="Series">Works of one title.</param>
/// <param name="HasFacts">Whether the snapshot has facts that texts say about works.</param>
internal sealed record CheckSources(Database Db, AuthorityList Authorities, WorkQueries Works, DocumentQueries Documents,
    TitleSeries Series, bool HasFacts);
