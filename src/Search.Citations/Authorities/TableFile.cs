namespace Search.Citations.Authorities;

/// <summary>A tab-separated file of facts: <c>#</c> begins a comment line, blank lines are skipped, the
/// first row names the columns.</summary>
internal sealed class TableFile
{
    private readonly string _path;
    private readonly string[] _columns;

    private TableFile(string path, string[] columns, List<TableRow> rows)
    {
        _path = path;
        _columns = columns;
        Rows = rows;
    }

    /// <summary>The rows below the heading, in file order.</summary>
    public List<TableRow> Rows { get; }

    /// <summary>Reads a file whose columns are exactly <paramref name="columns"/>; a row may leave out empty columns at its end.</summary>
    /// <exception cref="FormatException">The file is missing or a row has too many columns.</exception>
    public static TableFile Read(string path, params string[] columns)
    {
        if (!File.Exists(path))
            throw new FormatException($"{path}: the file is missing. Restore it, or point to the folder that holds it.");
        var table = new TableFile(path, columns, []);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#' || string.IsNullOrWhiteSpace(line)) continue;
            var cells = line.Split('\t');
            if (cells[0] == columns[0] && cells.Length > 1 && cells[1] == columns[1]) continue;
            if (cells.Length > columns.Length)
                throw Wrong(path, number, line.Length - cells[^1].Length + 1,
                    $"there are {cells.Length} columns, at most {columns.Length} are known ({string.Join(", ", columns)}). Remove the last one, or the tab before it.");
            table.Rows.Add(new TableRow(table, number, cells));
        }
        return table;
    }

    internal int Column(string name) => Array.IndexOf(_columns, name);

    internal FormatException Wrong(TableRow row, string column, string what) =>
        Wrong(_path, row.Line, row.Offset(Column(column)), $"{column}: {what}");

    private static FormatException Wrong(string path, int line, int column, string what) => new($"{path}({line},{column}): {what}");
}

/// <summary>One row of a <see cref="TableFile"/>.</summary>
internal sealed class TableRow(TableFile file, int line, string[] cells)
{
    /// <summary>Line in the file, from 1.</summary>
    public int Line => line;

    /// <summary>The cell in a column, trimmed; empty where the row ends before it.</summary>
    public string this[string column]
    {
        get
        {
            var i = file.Column(column);
            return i < cells.Length ? cells[i].Trim() : "";
        }
    }

    /// <summary>The cell in a column, which must not be empty.</summary>
    public string Required(string column) =>
        this[column] is { Length: > 0 } text ? text : throw Wrong(column, "is empty. Give a value, or delete the row.");

    /// <summary>The parts of a cell between separators, none empty.</summary>
    public string[] Parts(string column, string separator) =>
        this[column].Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>An error in a column of this row.</summary>
    public FormatException Wrong(string column, string what) => file.Wrong(this, column, what);

    /// <summary>Column, in characters from 1, at which cell <paramref name="index"/> begins.</summary>
    internal int Offset(int index)
    {
        var offset = 1;
        for (var i = 0; i < index && i < cells.Length; i++) offset += cells[i].Length + 1;
        return index < cells.Length ? offset : offset - 1;
    }
}
