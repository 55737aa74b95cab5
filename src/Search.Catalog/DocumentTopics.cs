using Search.Resolutions.Vocabulary;

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
        new("vote", "How it was adopted, where the source states or prints it: recorded for a recorded vote, unanimous, or without-vote.",
            "recorded") { Words = ["recorded", "unanimous", "without-vote"] },
        new("sponsor", "A State that sponsored it, where the source states or prints them.", "Norway") { IsState = true },
        new("favour", "A State printed as voting for it; votes of the Security Council name only the others.", "Cuba") { IsState = true },
        new("against", "A State printed as voting against it.", "Cuba") { IsState = true },
        new("abstaining", "A State printed as abstaining.", "Chile") { IsState = true },
    ];

    /// <summary>Whether the values are States, by any of their names.</summary>
    public bool IsState { get; init; }

    /// <summary>Whether there is one of this name.</summary>
    public static bool Has(string name) => All.Any(topic => topic.Name == name);

    /// <summary>A value of a topic as it is indexed: "Turkey" as a sponsor is <c>türkiye</c>.</summary>
    internal static string Indexed(string name, string value) =>
        (All.First(t => t.Name == name).IsState ? States.Find(value) ?? value : value).ToLowerInvariant();

    /// <summary>A value of a topic as it is shown: a State in its own letters.</summary>
    public static string Shown(string name, string value) =>
        Has(name) && All.First(t => t.Name == name).IsState ? States.Find(value) ?? value : value;
}

/// <summary>A document's value of a <see cref="DocumentTopic"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The value.</param>
public sealed record TopicValue(string Name, string Value);
