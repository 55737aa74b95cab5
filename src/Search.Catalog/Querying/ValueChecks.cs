using Search.Catalog.Parameters;
using Search.FullText.Queries;
using Search.Resolutions.Vocabulary;
using Vocabulary = Search.Catalog.Parameters.Vocabulary;

namespace Search.Catalog.Querying;

/// <summary>Holds the values that a query gives its fields against those that there are, as parameters are.</summary>
internal sealed class ValueChecks(SnapshotValues snapshot, List<QueryWarning> warnings)
{
    private readonly List<(int Start, int End, string Text)> _corrections = [];

    /// <summary>The query with the near values in place of those that are unknown, or null where there are none.</summary>
    public string? Corrected(string query)
    {
        if (_corrections.Count == 0) return null;
        var corrected = query;
        foreach (var (start, end,
            text) in _corrections.OrderByDescending(c => c.Start)) corrected =
                string.Concat(corrected.AsSpan(0, start), text, corrected.AsSpan(end));
        return corrected;
    }

    /// <summary>Warns of a value that its field cannot have.</summary>
    public void Check(FieldClause field)
    {
        switch (field.Field)
        {
            case "treatment":
                Among(field, Vocabulary.Treatments);
                break;
            case "kind":
                Among(field, Vocabulary.AnyKinds);
                break;
            case ClauseFields.Lang when Language.Find(field.Value) is null:
                Among(field, Vocabulary.Languages);
                break;
            case "clauseKind":
                Among(field, Vocabulary.ClauseKinds);
                break;
            case "documentKind":
                Among(field, Vocabulary.DocumentKinds);
                break;
            case "organ" when Organs.Code(field.Value) is null:
                Warn("unknown-organ", Organs.Unknown(field.Value), field, Organs.Near(field.Value));
                break;
            case var name when DocumentTopic.Has(name):
                Topic(field);
                break;
        }
    }

    /// <summary>Warns of values of a topic that no document has.</summary>
    public void Check(string topic, IReadOnlyList<string> values)
    {
        foreach (var value in values) Topic(new(topic, value, Negated: false, Start: 0, End: 0));
    }

    /// <summary>Warns of a value, and names those that may have been meant.</summary>
    public void Warn(string code, string message, FieldClause field, IReadOnlyList<string> near)
    {
        var text = near.Count > 0 ? $"{message} Did you mean {string.Join(", ", near)}?" : message;
        warnings.Add(new(code, text, field.Start, field.End) { DidYouMean = near });
        if (near.Count > 0 && field.End > 0) _corrections.Add((field.Start, field.End, $"{field.Field}:{Quoted(near[0])}"));
    }

    private void Among(FieldClause field, Vocabulary words)
    {
        if (words.Find(field.Value) is null)
            Warn("unknown-value", $"'{field.Value}' is no value of {field.Field}.", field, Spelling.Near(field.Value, words.Words));
    }

    private void Topic(FieldClause field)
    {
        if (snapshot.Topic(field.Field) is not { } known || known.Contains(DocumentTopic.Indexed(field.Field, field.Value))) return;
        var words = DocumentTopic.All.First(t => t.Name == field.Field).Words;
        if (!words.Contains(field.Value, StringComparer.OrdinalIgnoreCase))
            Warn("unknown-value", $"No document here has the {field.Field} '{field.Value}'.", field,
                [.. Spelling.Near(field.Value.ToLowerInvariant(), known.Union(words))
                    .Select(near => DocumentTopic.Shown(field.Field, near))]);
    }

    private static string Quoted(string value) => value.Any(c => char.IsWhiteSpace(c) || c is '(' or ')' or '"') ? $"\"{value}\"" : value;
}
