using Search.Catalog;

namespace Search.Api.Pages.Exploring;

/// <summary>A box of the timeline: a work, or works of one lane and time that are folded into one. Lengths in
/// user units of the drawing.</summary>
public sealed record TimelineBox
{
    /// <summary>The work's id, or the fold's key.</summary>
    public required string Id { get; init; }

    /// <summary>The works, by date; of an open fold those that follow as boxes of their own.</summary>
    public required IReadOnlyList<NeighbourView> Works { get; init; }

    /// <summary>The fold that it is or belongs to, or null.</summary>
    public string? Fold { get; init; }

    /// <summary>The years of a fold, or empty where its works have no date.</summary>
    public string Years { get; init; } = "";

    /// <summary>Whether it is a fold of several works: closed, it has their citations; open, it is the heading above them.</summary>
    public bool IsFold { get; init; }

    /// <summary>Whether the works of the fold are shown.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether it is the work that was asked for.</summary>
    public bool IsCentre { get; init; }

    /// <summary>Lines that name the work: what it is called, then its title; empty for a fold.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>How the citations between it and the works one step nearer treat what they cite, the most frequent first.</summary>
    public IReadOnlyList<ValueCount> Treatments { get; init; } = [];

    /// <summary>Its column.</summary>
    public required int Column { get; init; }

    /// <summary>Its lane.</summary>
    public required int Lane { get; init; }

    /// <summary>Left edge.</summary>
    public int X { get; init; }

    /// <summary>Upper edge.</summary>
    public int Y { get; init; }

    /// <summary>Width.</summary>
    public int Width { get; init; }

    /// <summary>Height.</summary>
    public int Height { get; init; }

    /// <summary>Steps from the work in the middle to the nearest of its works.</summary>
    public int Depth => Works.Min(w => w.Depth);

    /// <summary>The work of a box that is no fold.</summary>
    public WorkSummary Work => Works[0].Work;
}

/// <summary>All citations from the works of one box to those of another.</summary>
/// <param name="Source">The citing box.</param>
/// <param name="Target">The cited box.</param>
/// <param name="Edges">One or more.</param>
/// <param name="Path">From the citing box to the cited one, as SVG path data.</param>
public sealed record TimelineLink(TimelineBox Source, TimelineBox Target, IReadOnlyList<EdgeDetails> Edges, string Path)
{
    private const double Thickest = 7;

    /// <summary>Whether it leads a step nearer to the work in the middle; the others join works of the same distance.</summary>
    public bool IsMain => Source.Depth != Target.Depth || Source.IsCentre || Target.IsCentre;

    /// <summary>Thickness of its line: the logarithm of the number of citations.</summary>
    public double Weight => Math.Round(Math.Min(Thickest, 1.2 + Math.Log2(Edges.Count)), 1);
}

/// <summary>A column: consecutive years in which there are works, those without any left out.</summary>
/// <param name="Years">As they are written over it: 2025, or 2001–2010; empty for works without a date.</param>
/// <param name="X">Middle.</param>
/// <param name="Left">Left edge.</param>
public sealed record TimelineColumn(string Years, int X, int Left);

/// <summary>A lane: the works of an organ, or of a kind.</summary>
/// <param name="Key">The organ's acronym, or the kind.</param>
/// <param name="Y">Upper edge.</param>
public sealed record TimelineLane(string Key, int Y);

/// <summary>How works are laid out.</summary>
public sealed record TimelineOptions
{
    /// <summary>The lane of a work.</summary>
    public Func<WorkSummary, string> Lane { get; init; } = w => w.Kind;

    /// <summary>What a work is usually called, or null for its symbol or title.</summary>
    public Func<WorkSummary, string?> Name { get; init; } = _ => null;

    /// <summary>Whether many works of one lane and time are shown as one box.</summary>
    public bool Folds { get; init; } = true;

    /// <summary>The folds whose works are shown.</summary>
    public IReadOnlySet<string> Open { get; init; } = new HashSet<string>();
}
