namespace Search.Catalog.Parameters;

/// <summary>Refuses values that nothing in the snapshot has: an answer without entries would hide a slip.</summary>
public static class SnapshotChecks
{
    /// <summary>Holds the works that edges are narrowed to against those that there are.</summary>
    public static void Check(this ParameterValues values, ResolutionCatalog catalog, EdgeListFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        values.CheckWork(catalog, EdgeParameters.Citing, filter.Citing);
        values.CheckWork(catalog, EdgeParameters.Cited, filter.Cited);
    }

    /// <summary>Holds the kinds of works against those that there are.</summary>
    public static void Check(this ParameterValues values, ResolutionCatalog catalog, WorkQuery query)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(query);
        foreach (var kind in query.Kinds.Where(k => !catalog.WorkKinds.Contains(k, StringComparer.OrdinalIgnoreCase)))
            values.Refuse(WorkParameters.WorkKind, kind, $"must be of {string.Join(", ", catalog.WorkKinds)}.",
                Spelling.Near(kind, catalog.WorkKinds));
    }

    private static void CheckWork(this ParameterValues values, ResolutionCatalog catalog, Parameter parameter, string? id)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(catalog);
        if (id is null || catalog.HasWork(id)) return;
        var resolved = catalog.Resolve(id.Replace('-', ' '));
        values.Refuse(parameter, id, "must be the id of a work here; /v1/resolve?citation= finds one by any of its names.",
            [.. resolved.Works.Concat(resolved.Nearest).Select(w => w.Id).Take(5)]);
    }
}
