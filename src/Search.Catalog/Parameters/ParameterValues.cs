namespace Search.Catalog.Parameters;

/// <summary>The values that one question gives its parameters.</summary>
/// <param name="given">The values under a name, in order; none where it is not given.</param>
public sealed class ParameterValues(Func<string, IReadOnlyList<string>> given)
{
    /// <summary>Names that a search reads.</summary>
    private const int UsualNames = 40;

    private readonly List<RefusedValue> _refused = [];
    private readonly HashSet<string> _read = new(UsualNames, StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, Parameter Of)> _deprecated = [];

    /// <summary>What could not be read, in the order of reading.</summary>
    public IReadOnlyList<RefusedValue> Refused => _refused;

    /// <summary>Names under which parameters were read, old ones among them.</summary>
    public IReadOnlyCollection<string> NamesRead => _read;

    /// <summary>Old names and deprecated parameters that the question uses.</summary>
    public IReadOnlyList<(string Name, Parameter Of)> Deprecated => _deprecated;

    /// <summary>What a parameter means here. An old name counts where its own is not given; a value that was read under
    /// an old name is not read again.</summary>
    public T Get<T>(Parameter<T> parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        var (name, values) = Values(parameter);
        var before = _refused.Count;
        var value = parameter.Read(values, _refused);
        for (var i = before; i < _refused.Count; i++) _refused[i] = _refused[i] with { Name = name };
        if (parameter.Required && !values.Any(v => !string.IsNullOrWhiteSpace(v)))
            _refused.Add(new(parameter, "", "is missing.", []) { Name = name, IsMissing = true });
        return value;
    }

    /// <summary>Refuses a value for what it means together with others or in what is served.</summary>
    public void Refuse(Parameter parameter, string value, string message, IReadOnlyList<string> near) =>
        _refused.Add(new(parameter, value, message, near));

    /// <summary>Refuses a time that ends before it begins.</summary>
    public void CheckOrder(DateParameter from, string? first, DateParameter to, string? last)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (first is null || last is null || string.CompareOrdinal(first, last) <= 0) return;
        Refuse(from, first, $"{first} is after {to.Name} {last}: the range is empty. Swap the dates.", [last]);
    }

    private (string Name, IReadOnlyList<string> Values) Values(Parameter parameter)
    {
        if (Given(parameter.Name, parameter) is { } values) return (parameter.Name, values);
        foreach (var name in parameter.OldNames)
            if (Given(name, parameter) is { } old) return (name, old);
        _read.Add(parameter.Name);
        return (parameter.Name, []);
    }

    private IReadOnlyList<string>? Given(string name, Parameter parameter)
    {
        if (IsTaken(name, parameter) || given(name) is not { Count: > 0 } values) return null;
        if (name != parameter.Name || parameter.Replacement is not null) _deprecated.Add((name, parameter));
        _read.Add(name);
        return values;
    }

    private bool IsTaken(string name, Parameter by) =>
        _deprecated.Count > 0
        && _deprecated.Exists(d => string.Equals(d.Name, name, StringComparison.OrdinalIgnoreCase) && d.Of.Name != by.Name);
}
