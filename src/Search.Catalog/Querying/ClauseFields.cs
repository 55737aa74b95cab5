using Search.FullText;

namespace Search.Catalog.Querying;

/// <summary>The fields under which clauses are found.</summary>
internal static class ClauseFields
{
    public const string Text = "text";
    public const string Title = "title";
    public const string Verb = "verb";
    public const string Label = "label";
    public const string Kind = "kind";
    public const string Type = "type";
    public const string Organ = "organ";
    public const string Document = "document";
    public const string Cites = "cites";
    public const string Treatment = "treatment";
    public const string Edge = "edge";
    public const string Provision = "provision";
    public const string Year = "year";
    public const string Date = "date";

    /// <summary>A clause and its notes are searched by words; the title of its document and its head only when they are named (<c>title:</c>, <c>verb:</c>).</summary>
    public static Schema Schema { get; } = DocumentTopic.All.Aggregate(new SchemaBuilder()
        .Text(Text)
        .Text(Title)
        .Text(Verb)
        .Keyword(Label).Keyword(Kind).Keyword(Type).Keyword(Organ).Keyword(Document).Keyword(Year)
        .Keyword(Cites).Keyword(Treatment).Keyword(Edge).Keyword(Provision)
        .Number(Date), (schema, topic) => schema.Keyword(topic.Name))
        .Build();

    /// <summary>That a clause cites a work with a treatment, as one value.</summary>
    public static string EdgeValue(string work, string treatment) => $"{work}|{treatment}";

    /// <summary>That a clause cites a provision of a work, as one value.</summary>
    public static string ProvisionValue(string work, string provision) => $"{work}|{provision}";
}
