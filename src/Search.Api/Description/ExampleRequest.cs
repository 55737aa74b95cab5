using Microsoft.AspNetCore.WebUtilities;

namespace Search.Api.Description;

/// <summary>A request that the sample answers: the values with which an operation can be tried.</summary>
/// <param name="Address">The address, or of a POST its path.</param>
/// <param name="Body">The body of a POST, or null.</param>
internal sealed record ExampleRequest(string Address, string? Body)
{
    /// <summary>Whether its answer is shown: <c>Examples/OPERATION.json</c>.</summary>
    public bool IsShown { get; init; } = true;

    /// <summary>The values of the parameters in path and query.</summary>
    /// <param name="template">The path with parameters in braces, without the first stroke.</param>
    public Dictionary<string, string> Values(string template)
    {
        var question = Address.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? Address : Address[..question];
        var values = QueryHelpers.ParseQuery(question < 0 ? "" : Address[question..]).ToDictionary(q => q.Key, q => q.Value.ToString());
        foreach (var (name, segment) in template.Split('/').Zip(path.TrimStart('/').Split('/')))
            if (name is ['{', .. var inner, '}']) values[inner.TrimStart('*')] = Uri.UnescapeDataString(segment);
        return values;
    }
}
