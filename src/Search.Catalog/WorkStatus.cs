namespace Search.Catalog;

/// <summary>What later resolutions and decisions here do to a work, as of a day. It never says that a work is in force.</summary>
/// <param name="AsOf">The last day that counts, ISO, or null for all.</param>
/// <param name="Summary">The newest of each kind in a sentence; "No later text here ends it." where none ends it.</param>
/// <param name="Extended">What extends it or what it set up, newest first, with the day until which the clause says.</param>
/// <param name="Amended">What amends a part of it, newest first.</param>
/// <param name="Superseded">What replaces the whole of it, newest first.</param>
/// <param name="Terminated">What ends it, a part of it, or what it set up, newest first.</param>
public sealed record WorkStatus(
    string? AsOf, string Summary, IReadOnlyList<StatusChange> Extended, IReadOnlyList<StatusChange> Amended,
    IReadOnlyList<StatusChange> Superseded,
    IReadOnlyList<StatusChange> Terminated);

/// <summary>One later text that changes a work's standing.</summary>
/// <param name="Edge">The clause that does.</param>
/// <param name="Until">The day that it names as the end, ISO, or null.</param>
public sealed record StatusChange(EdgeDetails Edge, string? Until);
