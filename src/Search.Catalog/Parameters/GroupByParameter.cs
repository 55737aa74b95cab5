namespace Search.Catalog.Parameters;

/// <summary>One or two fields to count by.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Vocabulary">The fields; <c>kind</c> is short for the last.</param>
public sealed record GroupByParameter(string Name, string Description, Vocabulary Vocabulary)
    : Parameter<IReadOnlyList<string>>(Name, Description)
{
    private const int MostLevels = 2;

    /// <summary>What citations are counted by.</summary>
    public static GroupByParameter OfEdges { get; } = Of("EdgeGroup", "treatment", "year", "organ", "session", "place", "documentKind");

    /// <summary>What clauses are counted by.</summary>
    public static GroupByParameter OfClauses { get; } =
        Of("ClauseGroup", "treatment", "year", "firstUsed", "organ", "session", "documentKind", "clauseKind");

    /// <summary>What works are counted by.</summary>
    public static GroupByParameter OfWorks { get; } = Of("WorkGroup", "year", "organ", "session", "workKind");

    /// <inheritdoc />
    public override Vocabulary Words => Vocabulary;

    /// <inheritdoc />
    public override ParameterValueCount Count => ParameterValueCount.Several;

    /// <inheritdoc />
    public override IReadOnlyList<string> Read(IReadOnlyList<string> given, ICollection<RefusedValue> refused)
    {
        var fields = new List<string>();
        foreach (var text in All(given, refused))
        {
            if (string.Equals(text, "kind", StringComparison.OrdinalIgnoreCase)) fields.Add(Vocabulary.Words[^1]);
            else if (Vocabulary.Find(text) is { } field) fields.Add(field);
            else refused.Add(Vocabulary.Refuse(this, text));
        }
        string[] distinct = [.. fields.Distinct()];
        if (distinct.Length <= MostLevels) return distinct;
        refused.Add(new(this, distinct[MostLevels], $"may have at most {MostLevels} values.", [string.Join(',', distinct[..MostLevels])]));
        return distinct[..MostLevels];
    }

    private static GroupByParameter Of(string type, params string[] fields) => new(
        "groupBy", $"Counts over all that match, by one or two of these: the answer's `grouped`, each count the total with that value as filter. `kind` is short for `{fields[^1]}`.", new(type, fields))
    {
        Example = fields[0],
    };
}
