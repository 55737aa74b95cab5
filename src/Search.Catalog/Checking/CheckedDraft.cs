namespace Search.Catalog.Checking;

/// <summary>What a check of a text found.</summary>
/// <param name="Text">The text that all spans count in, in UTF-16 code units.</param>
/// <param name="Findings">In the order of the text.</param>
/// <param name="Citations">Every citation, in the order of the text.</param>
/// <param name="NotChecked">What could not be checked, and why.</param>
public sealed record CheckedDraft(string Text, IReadOnlyList<CheckFinding> Findings, IReadOnlyList<CheckedCitation> Citations,
    IReadOnlyList<UncheckedPart> NotChecked)
{
    /// <summary>How many findings say that what is printed differs from what is known.</summary>
    public int Mismatches => Findings.Count(f => f.Severity == FindingKind.Mismatch);
}

/// <summary>Something about a text that its author will want to look at.</summary>
public sealed record CheckFinding
{
    /// <summary>One of <see cref="FindingKind.All"/>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>mismatch</c> where what is printed differs from what is known, <c>notice</c> where it does not.</summary>
    public string Severity => FindingKind.SeverityOf(Kind);

    /// <summary>What was found, in plain words.</summary>
    public required string Message { get; init; }

    /// <summary>The words that it is about, as printed.</summary>
    public required string Text { get; init; }

    /// <summary>UTF-16 offset into the text.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 offset into the text.</summary>
    public required int End { get; init; }

    /// <summary>Index into the citations, or null where it is about no citation.</summary>
    public int? Citation { get; init; }

    /// <summary>Label of the clause of the text, or null.</summary>
    public string? Clause { get; init; }

    /// <summary>The work cited, or null.</summary>
    public WorkName? Work { get; init; }

    /// <summary>What is known instead: a date, a title, an address in the cited text; null where nothing is.</summary>
    public string? Expected { get; init; }

    /// <summary>How that is known.</summary>
    public string? Evidence { get; init; }

    /// <summary>The clause here that shows it, or null.</summary>
    public CheckSource? Source { get; init; }
}

/// <summary>A clause that shows what a finding says.</summary>
/// <param name="Document">Its document.</param>
/// <param name="Clause">Its id: document/label.</param>
/// <param name="Quote">Its text.</param>
public sealed record CheckSource(WorkName Document, string Clause, string Quote);

/// <summary>A citation of a text that was checked.</summary>
public sealed record CheckedCitation
{
    /// <summary>As printed.</summary>
    public required string Text { get; init; }

    /// <summary>UTF-16 offset into the text.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 offset into the text.</summary>
    public required int End { get; init; }

    /// <summary>Label of the clause, or null.</summary>
    public required string? Clause { get; init; }

    /// <summary>Mark of the note that it is in, or null.</summary>
    public required string? Footnote { get; init; }

    /// <summary>linked, ambiguous, unknown or collective.</summary>
    public required string Status { get; init; }

    /// <summary>here: the text of the work is here; cited: it is known only from what others cite; listed: only a list names it; new:
    /// nothing here names it; none: it is not known which work is meant.</summary>
    public required string Standing { get; init; }

    /// <summary>The work, or null.</summary>
    public required WorkName? Work { get; init; }

    /// <summary>The part cited, normalised, or empty.</summary>
    public required string Pinpoint { get; init; }

    /// <summary>How the editorial style of the United Nations writes the citation, where it is printed otherwise;
    /// null where it is printed so.</summary>
    public required string? Suggestion { get; init; }

    /// <summary>How the link was made, or why there is none.</summary>
    public required string Evidence { get; init; }
}

/// <summary>Something that was not checked.</summary>
/// <param name="Code">A stable word.</param>
/// <param name="Message">What, and why.</param>
/// <param name="Count">How many citations or passages it concerns.</param>
public sealed record UncheckedPart(string Code, string Message, int Count);

/// <summary>The kinds of finding.</summary>
public static class FindingKind
{
    /// <summary>Severity: what is printed differs from what is known.</summary>
    public const string Mismatch = "mismatch";

    /// <summary>Severity: nothing is wrong with what is printed, but more is known.</summary>
    public const string Notice = "notice";

#pragma warning disable CS1591 // the words are explained in the table below
    public const string Impossible = "impossible";
    public const string DateDiffers = "date-differs";
    public const string TitleDiffers = "title-differs";
    public const string QuoteDiffers = "quote-differs";
    public const string NoSuchProvision = "no-such-provision";
    public const string NotIntroduced = "not-introduced";
    public const string NoteMissing = "note-missing";
    public const string Terminated = "terminated";
    public const string Superseded = "superseded";
    public const string Amended = "amended";
    public const string NewerExists = "newer-exists";
#pragma warning restore CS1591

    /// <summary>Every kind with its severity and what it means.</summary>
    public static IReadOnlyList<(string Kind, string Severity, string Meaning)> All { get; } =
    [
        (Impossible, Mismatch, "The number, session or year cannot be one of the body's."),
        (DateDiffers, Mismatch, "The date printed is not that of the work."),
        (TitleDiffers, Mismatch, "The title printed is not that of the work."),
        (QuoteDiffers, Mismatch, "The words in quotation marks are not in the provision cited."),
        (NoSuchProvision, Mismatch, "The text of the work has no such paragraph or article."),
        (NotIntroduced, Mismatch, "An abbreviation or defined term is used and the text never says what it stands for."),
        (NoteMissing, Mismatch, "A footnote mark has no note."),
        (Terminated, Notice, "A later text ends the work, a part of it, or what it set up."),
        (Superseded, Notice, "A later text replaces the work."),
        (Amended, Notice, "A later text amends the work."),
        (NewerExists, Notice, "A newer work of the same series is here and the text does not cite it."),
    ];

    /// <summary>The severity of a kind.</summary>
    public static string SeverityOf(string kind) => All.First(k => k.Kind == kind).Severity;
}
