using Search.Resolutions;
using Search.Resolutions.Parsing;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Building;

/// <summary>By what a document can be found beyond its words: the session of its symbol, what its source states, and the
/// sponsors and votes that it prints.</summary>
internal static class Topics
{
    /// <summary>The topics of a document.</summary>
    /// <param name="symbol">Its symbol, or null.</param>
    /// <param name="resolution">Its text.</param>
    public static IReadOnlyList<TopicValue> Of(string? symbol, Resolution resolution)
    {
        var topics = new List<TopicValue>();
        if (Session(symbol) is { } session) topics.Add(new("session", session.ToLowerInvariant()));
        topics.AddRange(resolution.Source.Stated.Topics.Select(t => new TopicValue(t.Kind, t.Value)));
        if (resolution.Front.Sponsors is { } sponsors && !topics.Exists(t => t.Name == "sponsor"))
            AddStates("sponsor", States.In(sponsors));
        if (PrintedVote.Of(resolution) is { } vote)
        {
            if (!topics.Exists(t => t.Name == "vote")) topics.Add(new("vote", vote.How));
            AddStates("favour", vote.InFavour);
            AddStates("against", vote.Against);
            AddStates("abstaining", vote.Abstaining);
        }
        return topics;

        void AddStates(string name, IReadOnlyList<string> states) =>
            topics.AddRange(states.Select(s => new TopicValue(name, s.ToLowerInvariant())));
    }

    private static string? Session(string? symbol) => DocumentSymbol.TryParse(symbol, null, out var known) ? known.Session : null;
}
