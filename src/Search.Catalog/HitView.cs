namespace Search.Catalog;

/// <summary>
/// A hit while it is read: its text is the bytes of the database, so that nothing has to be made of it to write it out. Valid only during
/// <see cref="IHitReceiver.Take"/>.
/// </summary>
public readonly ref struct HitView
{
    /// <summary>The row of the clause.</summary>
    internal int Number { get; init; }

    /// <inheritdoc cref="SearchHit.Id" />
    public required ReadOnlySpan<char> Id { get; init; }

    /// <inheritdoc cref="SearchHit.Document" />
    public required WorkName Document { get; init; }

    /// <inheritdoc cref="SearchHit.Label" />
    public required string Label { get; init; }

    /// <inheritdoc cref="SearchHit.Kind" />
    public required string Kind { get; init; }

    /// <inheritdoc cref="SearchHit.Date" />
    public required string? Date { get; init; }

    /// <inheritdoc cref="SearchHit.Organ" />
    public required string? Organ { get; init; }

    /// <inheritdoc cref="SearchHit.Score" />
    public required float Score { get; init; }

    /// <summary>The whole clause, UTF-8.</summary>
    public required ReadOnlySpan<byte> Text { get; init; }

    /// <inheritdoc cref="SearchHit.Highlights" />
    public required ReadOnlySpan<Highlight> Highlights { get; init; }

    /// <inheritdoc cref="SearchHit.CitedWorks" />
    public required IReadOnlyList<CitedWork> CitedWorks { get; init; }

    /// <inheritdoc cref="SearchHit.CitedByCount" />
    public required int CitedByCount { get; init; }

    /// <inheritdoc cref="SearchHit.Explanation" />
    public required string? Explanation { get; init; }

    /// <inheritdoc cref="SearchHit.Language" />
    public required string Language { get; init; }

    /// <inheritdoc cref="SearchHit.SameWords" />
    public required SameWords? SameWords { get; init; }

    /// <inheritdoc cref="SearchHit.DocumentKind" />
    public required string DocumentKind { get; init; }
}

/// <summary>Takes the hits of a page one after another.</summary>
public interface IHitReceiver
{
    /// <summary>Takes the next hit.</summary>
    /// <param name="hit">Valid during the call.</param>
    void Take(in HitView hit);
}
