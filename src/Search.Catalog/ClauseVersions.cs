namespace Search.Catalog;

/// <summary>Where a clause's words are used, too.</summary>
public sealed record ClauseUse
{
    /// <summary>The clause: document/label.</summary>
    public required string Id { get; init; }

    /// <summary>Its label.</summary>
    public required string Label { get; init; }

    /// <summary>The document's id.</summary>
    public required string Document { get; init; }

    /// <summary>The document's symbol, or null.</summary>
    public required string? Symbol { get; init; }

    /// <summary>The document's title, or its id where it has none.</summary>
    public required string Title { get; init; }

    /// <summary>resolution, decision, draft, statement, report or document.</summary>
    public required string DocumentKind { get; init; }

    /// <summary>Date of the document, or null.</summary>
    public required string? Date { get; init; }

    /// <summary>Words that both clauses have over the words of the longer one: 1 where they have the same, at least 0.6.</summary>
    public required double Overlap { get; init; }

    /// <summary>Whether both have the same words in the same order.</summary>
    public required bool SameWords { get; init; }

    /// <summary>earlier, later, same-day, undated, or itself: its place in time beside the clause asked about.</summary>
    public required string When { get; init; }

    /// <summary>Of an earlier use whether the clause's document cites that document; of a later one whether it cites
    /// the clause's; null for others.</summary>
    public bool? Cited { get; init; }
}

/// <summary>What is to be known of the history of a clause in a line.</summary>
public sealed record ClauseHistory
{
    /// <summary>The clause: document/label.</summary>
    public required string Clause { get; init; }

    /// <summary>text; formula, where many documents of a year have these words; list, where it enumerates names or numbers; short, where it
    /// is too short to compare.</summary>
    public required string Kind { get; init; }

    /// <summary>Other documents with a version of it, whenever they were adopted.</summary>
    public required int Documents { get; init; }

    /// <summary>Those of them with the same words.</summary>
    public required int SameWords { get; init; }

    /// <summary>The earliest of all uses before it, drafts left out; null where it is new.</summary>
    public required ClauseUse? First { get; init; }

    /// <summary>The earlier use with most of its words, of several the latest, drafts left out; null where it is new.</summary>
    public required ClauseUse? Source { get; init; }

    /// <summary>The same in a draft; null where there is none.</summary>
    public required ClauseUse? Draft { get; init; }

    /// <summary>Whether a text of its own has an earlier use, and its document cites none of the documents that have one; never for
    /// formulas and lists.</summary>
    public required bool Silent { get; init; }

    /// <summary>A number that all clauses of the snapshot with the same words have.</summary>
    public int Wording { get; init; }
}

/// <summary>A version of a clause, beside the one before it.</summary>
/// <param name="Use">Where it is.</param>
/// <param name="Changes">What changed since the version before it in time; empty for the first and where nothing did.</param>
/// <param name="Verb">How its verb changed since then, or null.</param>
public sealed record ClauseVersion(ClauseUse Use, IReadOnlyList<ChangedText> Changes, VerbChange? Verb);

/// <summary>The versions of a clause through time.</summary>
/// <param name="History">In a line.</param>
/// <param name="Total">Versions in all, itself among them.</param>
/// <param name="Versions">The page, by date; one a document; those without a date last.</param>
public sealed record ClauseVersions(ClauseHistory History, int Total, IReadOnlyList<ClauseVersion> Versions);

/// <summary>How the verb of a clause changed.</summary>
/// <param name="From">As printed before.</param>
/// <param name="To">As printed after.</param>
/// <param name="Change">stronger, weaker, turned (from support to opposition or back), or other where neither can be said.</param>
public sealed record VerbChange(string From, string To, string Change);

/// <summary>That a clause repeats an earlier one: its best earlier use, drafts left out.</summary>
/// <param name="Number">Row of the clause.</param>
/// <param name="Clause">The later clause.</param>
/// <param name="Source">The earlier one.</param>
/// <param name="Kind">text, formula or list.</param>
/// <param name="Silent">Whether the later document cites no document that has an earlier version.</param>
public sealed record ReuseEdge(int Number, ClauseUse Clause, ClauseUse Source, string Kind, bool Silent);

/// <summary>How much a document repeats.</summary>
/// <param name="Document">The document.</param>
/// <param name="Repeated">Its clauses that repeat an earlier one.</param>
/// <param name="Silent">Those of them that repeat texts of which its document cites none.</param>
public sealed record RepeatingDocument(LineageDocument Document, int Repeated, int Silent);

/// <summary>Which reuse is asked for.</summary>
public sealed record ReuseQuery
{
    /// <summary>Only clauses of this document; null for all.</summary>
    public string? Document { get; init; }

    /// <summary>Only silent reuse, or only reuse of what is cited; null for both.</summary>
    public bool? Silent { get; init; }

    /// <summary>The least overlap, in hundredths.</summary>
    public int Least { get; init; } = 60;

    /// <summary>Left out at the start.</summary>
    public int Skip { get; init; }

    /// <summary>The most returned.</summary>
    public int Take { get; init; } = 20;
}

/// <summary>A stretch of text beside another version of it.</summary>
/// <param name="Change">same, dropped or added.</param>
/// <param name="Text">As printed; what both versions have as in the later one.</param>
public sealed record ChangedText(string Change, string Text)
{
    /// <summary>A comparison in one line, as word diffs are written: <c>[-Urges-]{+Encourages+} all harbours</c>.</summary>
    public static string Marked(IEnumerable<ChangedText> changes) =>
        string.Concat(changes.Select(c => c.Change switch { "dropped" => $"[-{c.Text}-]", "added" => $"{{+{c.Text}+}}", _ => c.Text }));
}
