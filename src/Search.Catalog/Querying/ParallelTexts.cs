namespace Search.Catalog.Querying;

/// <summary>Puts the clauses of two texts of one document beside each other: those with one address make a row,
/// all others rows of their own.</summary>
internal static class ParallelTexts
{
    /// <summary>The rows; null where the document has no text in one of the languages.</summary>
    public static ParallelText? Of(DocumentQueries documents, string id, string language, string with)
    {
        var languages = documents.Languages(id);
        if (!languages.Contains(language) || !languages.Contains(with)) return null;
        var rows = Rows(documents.Clauses(id, language), documents.Clauses(id, with));
        return new(id, language, with, languages,
            new(rows.Count(r => r is { First: not null, Second: not null }), rows.Count(r => r.Second is null),
                rows.Count(r => r.First is null)), rows);
    }

    /// <summary>The rows in the order of the first text; what only the second has comes after the clause that it follows there.</summary>
    internal static List<ParallelRow> Rows(IReadOnlyList<ClauseDetails> first, IReadOnlyList<ClauseDetails> second)
    {
        var ofFirst = first.Select(c => c.Id).ToHashSet();
        var bySecond = second.ToDictionary(c => c.Id);
        // by the clause of both that comes before; the empty address for the start
        var after = new Dictionary<string, List<ClauseDetails>>();
        var before = "";
        foreach (var clause in second)
        {
            if (ofFirst.Contains(clause.Id)) before = clause.Id;
            else if (after.TryGetValue(before, out var following)) following.Add(clause);
            else after.Add(before, [clause]);
        }
        var rows = new List<ParallelRow>(first.Count);
        Follow("");
        foreach (var clause in first)
        {
            rows.Add(new(clause.Label, clause, bySecond.GetValueOrDefault(clause.Id)));
            Follow(clause.Id);
        }
        return rows;

        void Follow(string address) => rows.AddRange(after.GetValueOrDefault(address, []).Select(c => new ParallelRow(c.Label, null, c)));
    }
}
