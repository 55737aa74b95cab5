using Search.Resolutions.Vocabulary;

namespace Search.Citations.Words;

/// <summary>The names of bodies as words.</summary>
internal static class BodyNames
{
    /// <summary>All names of a body, the full one first.</summary>
    public static IEnumerable<string> Of(Body body) => body.Names.Prepend(body.Name).Concat(body.ShortNames);

    /// <summary>The words that names of bodies begin with.</summary>
    public static IEnumerable<string> FirstWords() =>
        Bodies.All.SelectMany(Of).Select(n => Words(n)[0]).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of a name.</summary>
    public static string[] Words(string name) => name.Split([' ', '-', ',', ':', '’', '/'], StringSplitOptions.RemoveEmptyEntries);
}
