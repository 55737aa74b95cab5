using Search.FullText.Segments;

namespace Search.FullText;

/// <summary>Adds documents to an index and deletes them. One writer to a folder; not for several threads at once.</summary>
public sealed class IndexWriter : IDisposable
{
    private readonly string _path;
    private readonly ScanningIndex _index;

    private IndexWriter(string path, ScanningIndex index)
    {
        _path = path;
        _index = index;
    }

    /// <summary>Begins an empty index, replacing one that is there with the first commit.</summary>
    public static IndexWriter Create(string folder, Schema schema, IndexWriterOptions? options = null)
    {
        Directory.CreateDirectory(folder);
        return new IndexWriter(Path.Combine(folder, "documents.json"), new ScanningIndex(schema));
    }

    /// <summary>Goes on with an index that is there.</summary>
    /// <exception cref="IndexCorruptException">It is damaged.</exception>
    public static IndexWriter Open(string folder, IndexWriterOptions? options = null)
    {
        var path = Path.Combine(folder, "documents.json");
        return new IndexWriter(path, ScanningIndex.Load(path));
    }

    /// <summary>The fields documents may have.</summary>
    public Schema Schema => _index.Schema;

    /// <summary>Adds a document; one of the same key added before is replaced.</summary>
    /// <exception cref="ArgumentException">It names a field that the schema does not have.</exception>
    public void Add(IndexDocument document)
    {
        foreach (var (f, _) in document.Texts) _ = Schema.OrdinalOf(f, FieldKind.Text);
        foreach (var (f, _) in document.Keywords) _ = Schema.OrdinalOf(f, FieldKind.Keyword);
        foreach (var (f, _) in document.Numbers) _ = Schema.OrdinalOf(f, FieldKind.Number);
        _index.Add(new ScanningIndex.Entry
        {
            Key = document.Key,
            Texts = [.. document.Texts.Select(t => new ScanningIndex.Pair<string>(t.Field, t.Value))],
            Keywords = [.. document.Keywords.Distinct().Select(t => new ScanningIndex.Pair<string>(t.Field, t.Value))],
            Numbers = [.. document.Numbers.Select(t => new ScanningIndex.Pair<long>(t.Field, t.Value))],
        });
    }

    /// <summary>Removes the document of that key, if there is one.</summary>
    public void Delete(long key) => _index.Delete(key);

    /// <summary>Makes everything since the last commit visible to whoever opens the index from now on, or nothing of it.</summary>
    public void Commit()
    {
        _index.Sort();
        _index.Save(_path + ".tmp");
        File.Move(_path + ".tmp", _path, overwrite: true);
    }

    /// <summary>Brings all segments into one and drops deleted documents; takes effect with the next commit.</summary>
    public void Merge() { }

    /// <summary>Lets go of the folder; what was not committed is lost.</summary>
    public void Dispose() { }
}
