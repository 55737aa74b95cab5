using System.Globalization;
using System.Text;
using System.Text.Json;
using Search.Resolutions;

namespace Search.Catalog.Querying;

/// <summary>An edge filter as a WHERE clause over <c>edges e</c> and <c>documents d</c>, its values as parameters.</summary>
internal sealed class EdgeConditions
{
    private readonly StringBuilder _where = new(" WHERE 1");
    private readonly List<object?> _values = [];

    private readonly bool _hasRanges;

    /// <summary>The conditions of a filter.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="db">The rows that it is asked of.</param>
    public EdgeConditions(EdgeListFilter filter, Database db)
    {
        _hasRanges = db.HasRanges;
        AnyOf("e.treatment", filter.Treatments);
        AnyOf("e.place", filter.Places);
        AnyOf("d.organ", filter.Organs);
        AnyOf("d.kind", filter.Kinds);
        AnyOf($"{SqlFunctions.SessionOf}(d.symbol)", filter.Sessions);
        if (filter.From is { } from) Add("d.date >= {0}", from);
        if (filter.To is { } to) Add("d.date <= {0}", to);
        if (filter.Citing is { } citing) Add(Leaving("json_array((SELECT number FROM works WHERE slug = {0}))"), citing);
        if (filter.Cited is { } cited) Add("e.work = (SELECT number FROM works WHERE slug = {0})", cited);
        if (filter.Clause is { } clause) Add("EXISTS (SELECT 1 FROM clauses k WHERE k.number = e.clause AND k.slug = {0})", clause);
        if (filter.Provision is { } provision)
            Add("EXISTS (SELECT 1 FROM provisions p WHERE p.work = e.work AND p.provision IN (SELECT value FROM json_each({0})) AND p.edge = e.number)", JsonSerializer.Serialize(Pinpoint.Asked(provision).Innermost));
    }

    /// <summary>The clause, beginning with WHERE.</summary>
    public string Where => _where.ToString();

    /// <summary>The values of its parameters, in order.</summary>
    public object?[] Values => [.. _values];

    /// <summary>Only edges that reach one of these works.</summary>
    public EdgeConditions Reaching(IReadOnlyList<int> works) =>
        Add("e.work IN (SELECT value FROM json_each({0}))", JsonSerializer.Serialize(works));

    /// <summary>Only edges that leave one of these works.</summary>
    public EdgeConditions Leaving(IReadOnlyList<int> works) => Add(Leaving("{0}"), JsonSerializer.Serialize(works));

    /// <summary>Only edges that reach one of these rows or leave one of those.</summary>
    public EdgeConditions Around(IReadOnlyList<int> cited, IReadOnlyList<int> citing) => Add(
        $"(e.work IN (SELECT value FROM json_each({{0}})) OR {Leaving("{1}")})", JsonSerializer.Serialize(cited),
        JsonSerializer.Serialize(citing));

    // The edges that leave a work are among those of its document.
    private string Leaving(string works) => _hasRanges
        ? $"e.number IN (SELECT x.number FROM json_each({works}) j CROSS JOIN works a ON a.number = j.value CROSS JOIN documents b ON b.number = a.document"
            + " CROSS JOIN edges x ON x.number BETWEEN b.first_edge AND b.last_edge AND x.source = a.number)"
        : $"e.source IN (SELECT value FROM json_each({works}))";

    // {0}, {1} ... stand for the values.
    private EdgeConditions Add(string condition, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _values.Add(values[i]);
            condition = condition.Replace($"{{{i}}}", "$" + _values.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }
        _where.Append(" AND ").Append(condition);
        return this;
    }

    private void AnyOf(string column, IReadOnlyList<string> any)
    {
        if (any.Count > 0) Add($"{column} IN (SELECT value FROM json_each({{0}}))", JsonSerializer.Serialize(any));
    }
}
