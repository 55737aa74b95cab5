namespace Search.Api.Description;

/// <summary>What the OpenAPI document says of each operation: <c>operations.md</c>.</summary>
internal static class OperationTexts
{
    private const string Heading = "# ";

    private static readonly Dictionary<string, OperationText> Texts = Read();

    private const string TableSuffix = "Table";

    private const string TableDescription =
        "The list of the same path without `.csv`, as a table: a row an entry, a column a field, with a point between outer and inner; `fields` chooses columns. With `groupBy` a row a group. The next page is in the Link header.";

    /// <summary>The text of an operation, or null where there is none.</summary>
    /// <param name="operation">Its name.</param>
    /// <param name="isTable">Whether it answers with the list of another operation as a table.</param>
    public static OperationText? Of(string operation, bool isTable)
    {
        if (!isTable) return Texts.GetValueOrDefault(operation);
        return Texts.GetValueOrDefault(operation[..^TableSuffix.Length]) is { } list
            ? new($"{list.Summary}: a table", TableDescription)
            : null;
    }

    private static Dictionary<string, OperationText> Read()
    {
        using var file = typeof(OperationTexts).Assembly.GetManifestResourceStream("operations.md")!;
        using var reader = new StreamReader(file);
        var texts = new Dictionary<string, OperationText>();
        foreach (var section in ("\n" + reader.ReadToEnd().ReplaceLineEndings("\n")).Split("\n" + Heading).Skip(1))
        {
            var parts = section.Split("\n\n", 3);
            texts.Add(parts[0].Trim(),
                new(parts[1].Trim(), string.Join("\n\n", parts[2].Trim().Split("\n\n").Select(p => p.Replace('\n', ' ')))));
        }
        return texts;
    }
}

/// <summary>What is said of an operation.</summary>
/// <param name="Summary">In one line.</param>
/// <param name="Description">All of it, in Markdown.</param>
internal sealed record OperationText(string Summary, string Description);
