using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Search.Catalog;

/// <summary>What a librarian asks of a build: what the documents lack, how far their mentions could be linked, and what is gone.</summary>
public sealed record BuildSummary
{
    /// <summary>Documents of which no symbol is printed, stated or inferred.</summary>
    public required DocumentGroup WithoutSymbol { get; init; }

    /// <summary>Documents without a date of their own.</summary>
    public required DocumentGroup WithoutDate { get; init; }

    /// <summary>Documents without a title of their own.</summary>
    public required DocumentGroup WithoutTitle { get; init; }

    /// <summary>How far mentions could be linked.</summary>
    public required MentionCounts Mentions { get; init; }

    /// <summary>What is less than in the snapshot before; null where there was none that could be compared.</summary>
    public SnapshotLosses? Losses { get; init; }
}

/// <summary>Some documents.</summary>
/// <param name="Count">How many.</param>
/// <param name="First">The files of the first of them.</param>
public sealed record DocumentGroup(int Count, ImmutableArray<string> First)
{
    /// <summary>Files that are named.</summary>
    internal const int Named = 5;
}

/// <summary>How far mentions could be linked; those of translations do not count.</summary>
/// <param name="Linked">Joined to one work.</param>
/// <param name="Ambiguous">Several works fit.</param>
/// <param name="Unknown">Of what is not known.</param>
/// <param name="Collective">Of a group without a list, such as "all previous relevant resolutions".</param>
public sealed record MentionCounts(int Linked, int Ambiguous, int Unknown, int Collective);

/// <summary>What a snapshot has less than the one before.</summary>
/// <param name="Since">The generation before.</param>
/// <param name="Documents">How many documents are gone.</param>
/// <param name="First">The ids of the first of them.</param>
/// <param name="FewerEdges">Documents that cite less than before, those that lost most first.</param>
public sealed record SnapshotLosses(string Since, int Documents, ImmutableArray<string> First, ImmutableArray<DocumentLoss> FewerEdges)
{
    /// <summary>Whether nothing is gone.</summary>
    [JsonIgnore]
    public bool IsEmpty => Documents == 0 && FewerEdges.IsEmpty;
}

/// <summary>A document that cites less than before.</summary>
/// <param name="Document">Its id.</param>
/// <param name="Before">Edges in the snapshot before.</param>
/// <param name="After">Edges now.</param>
public sealed record DocumentLoss(string Document, int Before, int After);
