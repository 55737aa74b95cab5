using System.Text;
using SQLitePCL;

namespace Search.Catalog.Querying;

/// <summary>A row that a statement with one number found, while it is read: straight out of SQLite, nothing is made but
/// the texts that are asked for.</summary>
internal readonly struct NumberedRow(sqlite3_stmt statement)
{
    /// <summary>A whole number; 0 for NULL.</summary>
    public int Number(int column) => raw.sqlite3_column_int(statement, column);

    /// <summary>Whether the column holds a number.</summary>
    public bool IsNumber(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_INTEGER;

    /// <summary>A text as UTF-8 without a copy, valid as long as the row; empty for NULL.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(statement, column);

    /// <summary>A text; null for NULL.</summary>
    public string? Text(int column) =>
        raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL
            ? null
            : Encoding.UTF8.GetString(raw.sqlite3_column_blob(statement, column));
}
