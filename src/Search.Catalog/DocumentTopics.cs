namespace Search.Catalog;

/// <summary>By what documents can be narrowed beyond organ, kind and date.</summary>
/// <param name="Name">As a field of the query language, a parameter and a facet.</param>
/// <param name="Description">What it is.</param>
/// <param name="Example">A value.</param>
public sealed record DocumentTopic(string Name, string Description, string Example)
{
    /// <summary>The values that it can have, where they are few; else empty.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>All of them: index, query language, API and pages take them from here.</summary>
    public static IReadOnlyList<DocumentTopic> All { get; } =
    [
        new("session", "The session in the document's symbol: 78, S-27, XXI.", "78"),
        new("subject", "A subject of the UNBIS Thesaurus that the source states.", "gender equality"),
        new("sdg", "A Sustainable Development Goal or target that the source states.", "5"),
        new("vote", "How it was adopted, where the source states it: recorded for a recorded vote, or without-vote.", "recorded") { Words = ["recorded", "without-vote"] },
    ];

    /// <summary>Whether there is one of this name.</summary>
    public static bool Has(string name) => All.Any(topic => topic.Name == name);
}

/// <summary>A document's value of a <see cref="DocumentTopic"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The value.</param>
public sealed record TopicValue(string Name, string Value);
