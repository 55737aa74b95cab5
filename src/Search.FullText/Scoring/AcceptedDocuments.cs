using Search.FullText.Segments;

namespace Search.FullText.Scoring;

/// <summary>Which documents of a segment may be hits at all: those not deleted that pass the filters.</summary>
/// <param name="deleted">What is gone, or null.</param>
/// <param name="filters">Conditions on columns.</param>
internal sealed class AcceptedDocuments(DeletedDocuments? deleted, ColumnCondition[] filters)
{
    private readonly ulong[]? _deleted = deleted?.Words;

    /// <summary>Whether every document is accepted.</summary>
    public bool IsAll => _deleted is null && filters.Length == 0;

    /// <summary>The first document at or after <paramref name="document"/> that can be accepted, as far as is known without looking at
    /// each; <see cref="Scorer.End"/> if there is none.</summary>
    public int FirstFrom(int document)
    {
        foreach (var filter in filters) document = filter.FirstFrom(document);
        return document;
    }

    public bool Contains(int document)
    {
        if (_deleted is not null && (_deleted[document >> 6] >> (document & 63) & 1) != 0) return false;
        foreach (var filter in filters)
        {
            if (!filter.Holds(document)) return false;
        }

        return true;
    }

    /// <summary>Keeps of documents those accepted, and returns how many.</summary>
    /// <param name="documents">Of the segment.</param>
    /// <param name="chosen">Which of them are wanted; those kept are moved to the front.</param>
    /// <param name="count">Of those wanted.</param>
    public unsafe int Keep(int* documents, int* chosen, int count)
    {
        if (_deleted is not null)
        {
            var kept = 0;
            for (var i = 0; i < count; i++)
            {
                var document = documents[chosen[i]];
                chosen[kept] = chosen[i];
                kept += (int)(~_deleted[document >> 6] >> (document & 63) & 1);
            }

            count = kept;
        }

        foreach (var filter in filters)
        {
            WorkMeter.Add(count);
            count = filter.Keep(documents, chosen, count);
        }

        return count;
    }

    /// <summary>Clears the bits of documents that are not accepted; bit 0 stands for <paramref name="from"/>, a multiple of 64.</summary>
    public void Restrict(int from, Span<ulong> bits)
    {
        if (_deleted is not null)
        {
            for (var i = 0; i < bits.Length && (from >> 6) + i < _deleted.Length; i++) bits[i] &= ~_deleted[(from >> 6) + i];
        }

        foreach (var filter in filters) filter.Restrict(from, bits);
    }
}
