using System.Text.Json;
using Search.Catalog;

namespace Search.Api;

/// <summary>
/// Writes hits as a serializer writes <see cref="HitAnswer"/>, without making one: names, values and order are the same, which a test holds.
/// </summary>
internal sealed class HitJson(Utf8JsonWriter json) : IHitReceiver
{
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Document = JsonEncodedText.Encode("document");
    private static readonly JsonEncodedText Symbol = JsonEncodedText.Encode("symbol");
    private static readonly JsonEncodedText Title = JsonEncodedText.Encode("title");
    private static readonly JsonEncodedText Label = JsonEncodedText.Encode("label");
    private static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
    private static readonly JsonEncodedText Date = JsonEncodedText.Encode("date");
    private static readonly JsonEncodedText Organ = JsonEncodedText.Encode("organ");
    private static readonly JsonEncodedText Score = JsonEncodedText.Encode("score");
    private static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    private static readonly JsonEncodedText Highlights = JsonEncodedText.Encode("highlights");
    private static readonly JsonEncodedText Start = JsonEncodedText.Encode("start");
    private static readonly JsonEncodedText End = JsonEncodedText.Encode("end");
    private static readonly JsonEncodedText CitedWorks = JsonEncodedText.Encode("citedWorks");
    private static readonly JsonEncodedText Treatment = JsonEncodedText.Encode("treatment");
    private static readonly JsonEncodedText Pinpoint = JsonEncodedText.Encode("pinpoint");
    private static readonly JsonEncodedText CitedByCount = JsonEncodedText.Encode("citedByCount");
    private static readonly JsonEncodedText Explanation = JsonEncodedText.Encode("explanation");
    private static readonly JsonEncodedText ClauseKind = JsonEncodedText.Encode("clauseKind");
    private static readonly JsonEncodedText Language = JsonEncodedText.Encode("language");
    private static readonly JsonEncodedText SameWords = JsonEncodedText.Encode("sameWords");
    private static readonly JsonEncodedText Clauses = JsonEncodedText.Encode("clauses");
    private static readonly JsonEncodedText Documents = JsonEncodedText.Encode("documents");
    private static readonly JsonEncodedText Search = JsonEncodedText.Encode("search");

    /// <inheritdoc />
    public void Take(in HitView hit)
    {
        json.WriteStartObject();
        json.WriteString(Id, hit.Id);
        json.WriteString(Document, hit.Document.Id);
        json.WriteString(Symbol, Answers.Symbol(hit.Document));
        json.WriteString(Title, hit.Document.Title);
        json.WriteString(Label, hit.Label);
        json.WriteString(Kind, hit.Kind);
        json.WriteString(Date, hit.Date);
        json.WriteString(Organ, hit.Organ);
        json.WriteNumber(Score, hit.Score);
        json.WriteString(Text, hit.Text);
        json.WriteStartArray(Highlights);
        foreach (var (start, end) in hit.Highlights)
        {
            json.WriteStartObject();
            json.WriteNumber(Start, start);
            json.WriteNumber(End, end);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray(CitedWorks);
        for (var i = 0; i < hit.CitedWorks.Count; i++) Write(hit.CitedWorks[i]);
        json.WriteEndArray();
        json.WriteNumber(CitedByCount, hit.CitedByCount);
        json.WriteString(Explanation, hit.Explanation);
        json.WriteString(ClauseKind, hit.Kind);
        json.WriteString(Language, hit.Language);
        if (hit.SameWords is { } same) Write(same, hit.Id);
        else json.WriteNull(SameWords);
        json.WriteEndObject();
    }

    private void Write(CitedWork cited)
    {
        json.WriteStartObject();
        json.WriteString(Id, cited.Work.Id);
        json.WriteString(Title, cited.Work.Title);
        json.WriteString(Treatment, cited.Treatment);
        json.WriteString(Pinpoint, cited.Pinpoint);
        json.WriteEndObject();
    }

    private void Write(SameWords same, ReadOnlySpan<char> clause)
    {
        json.WriteStartObject(SameWords);
        json.WriteNumber(Clauses, same.Clauses);
        json.WriteNumber(Documents, same.Documents);
        Span<char> place = stackalloc char[256];
        if (Answers.TryWriteSearchOfWords(clause, place, out var length)) json.WriteString(Search, place[..length]);
        else json.WriteString(Search, Answers.SearchOfWords(clause));
        json.WriteEndObject();
    }
}
