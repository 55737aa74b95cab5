using Search.Citations.Authorities;
using Search.Resolutions.Text;

namespace Search.Citations.Treatments;

/// <summary>Whether what is mentioned at a place is the object of the verb that governs there.</summary>
internal enum Reach
{
    /// <summary>The object itself, or an act or a part of it.</summary>
    Direct,

    /// <summary>In a phrase that says when: "from the date of adoption of".</summary>
    Time,

    /// <summary>In what the object is about, or in a body's name: "the Panel on". Words such as "set out in"
    /// lead back to the object.</summary>
    Away,

    /// <summary>After a second act or part in such a phrase, to which "set out in" belongs unless a comma precedes it.</summary>
    Shadowed,

    /// <summary>In a relative or conditional clause, or in what another object is about.</summary>
    Lost,
}

/// <summary>What governs at one place of a clause.</summary>
internal sealed record Governor
{
    /// <summary>The row of the governing head; null where none was met.</summary>
    public GoverningWords? Head { get; init; }

    /// <summary>Position of the head.</summary>
    public TextSpan HeadAt { get; init; }

    /// <summary>Index of the clause that holds the head.</summary>
    public int HeadClause { get; init; } = -1;

    /// <summary>What "with concern" makes of a neutral head; null for nothing.</summary>
    public Treatment? Tone { get; init; }

    /// <summary>The row of a nearer phrase that governs instead of the head, or null.</summary>
    public GoverningWords? Near { get; init; }

    /// <summary>Position of that phrase.</summary>
    public TextSpan NearAt { get; init; }

    /// <summary>Index of its clause.</summary>
    public int NearClause { get; init; } = -1;

    /// <summary>Whether the nearer phrase, or the head where there is none, is negated.</summary>
    public bool IsDenied { get; init; }

    /// <summary>Whether the words are between commas after the verb, before its object.</summary>
    public bool IsAside { get; init; }

    /// <summary>Whether the mention is the verb's object; counts only for verbs that act on it.</summary>
    public Reach Reach { get; init; }

    public static Governor None { get; } = new();

    /// <summary>The words whose object is looked for: the nearer phrase if it acts on one, else an acting head.</summary>
    public GoverningWords? Acting => Near is { } near ? ActsOn(near) ? near : null : Head is { } head && ActsOn(head) ? head : null;

    public Treatment Treatment
    {
        get
        {
            if (IsAside) return Treatment.Cites;
            if (Acting is not null && Reach != Reach.Direct)
                return Near is null || Head is null || Head.Treatment.Acts() ? Treatment.Cites : Tone ?? Head.Treatment;
            if (IsDenied) return Treatment.Cites;
            return Near?.Treatment ?? Tone ?? Head?.Treatment ?? Treatment.Cites;
        }
    }

    /// <summary>Whether the words that decide are the nearer ones.</summary>
    public bool NearDecides => Near is { } near && !(ActsOn(near) && Reach != Reach.Direct);

    /// <summary>The clause and the place of the words that decide; -1 where there are none.</summary>
    public (int Clause, TextSpan At) Decider => NearDecides ? (NearClause, NearAt) : (HeadClause, HeadAt);

    /// <summary>Whether words govern only their own object.</summary>
    public static bool ActsOn(GoverningWords row) => row.Treatment.Acts() || row.Place is VerbPlace.Breach or VerbPlace.Failing;

    public Governor WithoutNear() =>
        Near is null ? this : this with { Near = null, NearAt = default, NearClause = -1, IsDenied = false, Reach = Reach.Direct };
}
