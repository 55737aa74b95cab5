using System.Globalization;

namespace Search.Catalog.Querying;

/// <summary>Reads a work's standing out of the clauses that renew, amend or terminate it.</summary>
internal static class WorkStatuses
{
    private static readonly string[] Treatments = ["renews", "amends", "terminates"];

    // A draft or a report decides nothing.
    private static readonly string[] Kinds = ["resolution", "decision"];

    /// <summary>The edges to read: operative clauses of adopted texts, newest first.</summary>
    public static EdgeQuery Query(string? asOf) => new() { Treatments = Treatments, Kinds = Kinds, Places = ["operative"], To = asOf };

    /// <summary>The standing that these edges give a work.</summary>
    public static WorkStatus Of(IReadOnlyList<EdgeDetails> edges, string? asOf)
    {
        List<StatusChange> extended = [], amended = [], superseded = [], terminated = [];
        foreach (var edge in edges.Where(e => e.Source.Id != e.Work.Id))
        {
            switch (edge.Treatment)
            {
                case "renews":
                    extended.Add(new(edge, edge.Until));
                    break;
                case "terminates":
                    terminated.Add(new(edge, null));
                    break;
                default:
                    (Replaces(edge) ? superseded : amended).Add(new(edge, null));
                    break;
            }
        }
        return new(asOf, Sentence(extended, amended, superseded, terminated), extended, amended, superseded, terminated);
    }

    private static bool Replaces(EdgeDetails edge) =>
        edge.Pinpoint.Length == 0 && edge.Verb is { } verb
            && (verb.Contains("supersede", StringComparison.OrdinalIgnoreCase)
                || verb.Contains("replace", StringComparison.OrdinalIgnoreCase));

    private static string Sentence(List<StatusChange> extended, List<StatusChange> amended, List<StatusChange> superseded,
        List<StatusChange> terminated)
    {
        var parts = new List<string>();
        if (Newest(terminated) is { } end) parts.Add($"{Ended(end)} by {Name(end)}.");
        if (Newest(superseded) is { } successor) parts.Add($"Superseded by {Name(successor)}.");
        if (Newest(extended) is { } renewal)
            parts.Add(renewal.Until is { } until ? $"Extended until {until} by {Name(renewal)}." : $"Extended by {Name(renewal)}.");
        if (Newest(amended) is { } amendment)
            parts.Add($"Amended by {Name(amendment)}{(amended.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {amended.Count - 1} more clauses") : "")}.");
        if (terminated.Count == 0 && superseded.Count == 0) parts.Add("No later text here ends it.");
        return string.Join(' ', parts);
    }

    // A clause may end a part of a work, or what the work set up.
    private static string Ended(StatusChange end) =>
        end.Edge.Pinpoint.Length > 0 ? $"Ended as to {end.Edge.Pinpoint}" : "Ended, itself or in what it set up,";

    private static StatusChange? Newest(List<StatusChange> changes) => changes.Count > 0 ? changes[0] : null;

    private static string Name(StatusChange change) =>
        change.Edge.Date is { } date ? $"{change.Edge.Source.Canonical} of {date}" : change.Edge.Source.Canonical;
}
