using System.Globalization;
using Search.Catalog.Querying;
using Search.Catalog.Snapshots;
using Search.FullText;
using Search.Resolutions;

namespace Search.Catalog.Building;

/// <summary>Writes the clauses of a corpus to the full-text index; the key of each is its row in the table of clauses.</summary>
internal sealed class ClauseTextWriter : IDisposable
{
    private readonly IndexWriter _writer;

    public ClauseTextWriter(string folder, Disk disk)
    {
        disk.CreateFolder(folder);
        _writer = IndexWriter.Create(folder, ClauseFields.Schema, new IndexWriterOptions { CreateFile = disk.Create, ForceToDisk = disk.Flush, Replace = disk.Replace });
    }

    /// <summary>Adds one clause. Front and closing matter are not clauses of law: they are left to the fields of the document.</summary>
    public void Add(int row, Clause clause, IEnumerable<string> notes, string? title, ClauseOrigin origin, IReadOnlyCollection<EdgeWords> edges)
    {
        if (clause.Label == ClauseLabel.Front || clause.Label == ClauseLabel.Back) return;
        var document = new IndexDocument(row)
            .Text(ClauseFields.Text, clause.Text.Text)
            .Keyword(ClauseFields.Label, clause.Label.Slug)
            .Keyword(ClauseFields.Kind, clause.Kind.Word())
            .Keyword(ClauseFields.Type, origin.Type)
            .Keyword(ClauseFields.Document, origin.Document)
            .Number(ClauseFields.Date, Day(origin.Date));
        if (title is not null) document.Text(ClauseFields.Title, title);
        if (origin.Organ is not null) document.Keyword(ClauseFields.Organ, origin.Organ);
        if (origin.Date is { Length: >= 4 } date) document.Keyword(ClauseFields.Year, date[..4]);
        if (clause.Head is not null) document.Text(ClauseFields.Verb, clause.Head);
        foreach (var topic in origin.Topics) document.Keyword(topic.Name, topic.Value);
        foreach (var note in notes) document.Text(ClauseFields.Text, note);
        foreach (var edge in edges)
        {
            document.Keyword(ClauseFields.Treatment, edge.Treatment);
            foreach (var work in edge.Works)
            {
                document.Keyword(ClauseFields.Cites, work);
                document.Keyword(ClauseFields.Edge, ClauseFields.EdgeValue(work, edge.Treatment));
                foreach (var provision in edge.Provisions) document.Keyword(ClauseFields.Provision, ClauseFields.ProvisionValue(work, provision));
            }
        }
        _writer.Add(document);
    }

    /// <summary>Ends the index. It is written once and read ever after, and a search asks every segment: one is enough.</summary>
    public void Commit()
    {
        _writer.Merge();
        _writer.Commit();
    }

    public void Dispose() => _writer.Dispose();

    /// <summary>A date as the number 20031222; 0 where it is not known.</summary>
    private static long Day(string? date) =>
        date is { Length: 10 } && long.TryParse(date.Replace("-", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? day : 0;
}

/// <summary>What a clause has from its document.</summary>
internal readonly record struct ClauseOrigin(string Document, string Type, string? Organ, string? Date, IReadOnlyList<TopicValue> Topics);

/// <summary>One citation of a clause in the words of the index: the work and the wholes that it is part of.</summary>
internal readonly record struct EdgeWords(IReadOnlyList<string> Works, string Treatment, IReadOnlyList<string> Provisions);
