using System.Collections.Immutable;

namespace Search.Citations.Authorities;

/// <summary>A part of a work that documents cite by a title of its own.</summary>
/// <param name="Work">The work.</param>
/// <param name="Pinpoint">Where the part is in it, normalised: <c>guideline 8</c>.</param>
/// <param name="Title">Its title.</param>
internal sealed record WorkPart(WorkId Work, string Pinpoint, string Title)
{
    /// <summary>Reads <c>parts.tsv</c>.</summary>
    internal static ImmutableArray<WorkPart> Read(string path, Func<WorkId, bool> isKnown)
    {
        var table = TableFile.Read(path, "work", "pinpoint", "title");
        var parts = ImmutableArray.CreateBuilder<WorkPart>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            var work = new WorkId(row.Required("work"));
            if (!isKnown(work)) throw row.Wrong("work", $"'{work}' is not in works.tsv. Add the work, or correct the id.");
            parts.Add(new WorkPart(work, row.Required("pinpoint"), row.Required("title")));
        }
        return parts.MoveToImmutable();
    }
}
