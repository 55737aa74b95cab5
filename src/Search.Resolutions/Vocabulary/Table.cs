namespace Search.Resolutions.Vocabulary;

/// <summary>A table of this folder, compiled into the assembly: <c>#</c> begins a comment, the first
/// other line names the columns.</summary>
internal sealed class Table
{
    private readonly string _name;
    private readonly string[] _columns;

    private Table(string name, string[] columns) => (_name, _columns) = (name, columns);

    /// <summary>The rows of a table, in file order.</summary>
    /// <param name="name">Its path below this folder: <c>en/months.tsv</c>.</param>
    public static List<Row> Read(string name)
    {
        using var stream = typeof(Table).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        Table? table = null;
        var rows = new List<Row>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (table is null) table = new(name, cells);
            else rows.Add(new(table, cells));
        }
        return rows;
    }

    /// <summary>A row, read by the names of its columns.</summary>
    internal readonly struct Row(Table table, string[] cells)
    {
        /// <summary>The cell in a column; empty where the row ends before it.</summary>
        public string this[string column]
        {
            get
            {
                var i = Array.IndexOf(table._columns, column);
                if (i < 0) throw new FormatException($"{table._name} has no column '{column}'.");
                return i < cells.Length ? cells[i] : "";
            }
        }

        /// <summary>The parts of a cell between separators, none empty.</summary>
        public string[] Parts(string column, string separator) =>
            this[column].Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
