namespace Search.Catalog.Querying;

/// <summary>The clauses of a snapshot, read from mapped memory.</summary>
internal sealed class MappedClauses
{
    private readonly MappedTable _clauses;
    private readonly MappedTable _cited;
    private readonly int _text;
    private readonly int _citedBy;

    /// <summary>Finds the tables.</summary>
    /// <param name="db">Of format 8 or later.</param>
    public MappedClauses(Database db)
    {
        (_clauses, var columns) = db.Mapped("clause_rows", "document", "label", "slug_end", "kind", "text_or_number", "language");
        (Document, Label, SlugEnd, Kind, _text, Language) = (columns[0], columns[1], columns[2], columns[3], columns[4], columns[5]);
        (_cited, columns) = db.Mapped("cited_clauses", "cited_by");
        _citedBy = columns[0];
    }

    /// <summary>The column of the number of the document.</summary>
    public int Document { get; }

    /// <summary>The column of the label.</summary>
    public int Label { get; }

    /// <summary>The column of what is stored beside the label for the slug.</summary>
    public int SlugEnd { get; }

    /// <summary>The column of the code of the kind.</summary>
    public int Kind { get; }

    /// <summary>The column of the code of the language, or NULL.</summary>
    public int Language { get; }

    /// <summary>Finds a clause and its text, which may be stored with another clause; false where one of the two is so long that only
    /// SQLite reads it, or where there is none.</summary>
    public bool TryFind(long number, out MappedRow row, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (!_clauses.TryFind(number, out row)) return false;
        var holder = row;
        if (row.IsNumber(_text) && !_clauses.TryFind(row.Number(_text), out holder)) return false;
        text = holder.Utf8(_text);
        return true;
    }

    /// <summary>How many edges cite a clause.</summary>
    public int CitedBy(long number) => _cited.TryFind(number, out var row) ? (int)row.Number(_citedBy) : 0;
}
