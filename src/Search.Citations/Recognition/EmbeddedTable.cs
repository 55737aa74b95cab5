namespace Search.Citations.Recognition;

/// <summary>The rows of a table that is compiled into the assembly, without comments and heading.</summary>
internal static class EmbeddedTable
{
    /// <summary>Reads a tab-separated table by its file name.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var heading = true;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (heading)
            {
                heading = false;
                continue;
            }
            yield return line.Split('\t');
        }
    }
}
