using System.Text;
using Search.FullText.Segments;

namespace Search.FullText;

/// <summary>
/// Adds documents to an index and deletes them. One writer to a folder; not for several threads at once.
/// Nothing is visible to readers before <see cref="Commit"/>, and a crash at any moment leaves the last commit.
/// </summary>
public sealed class IndexWriter : IDisposable
{
    private const int LongestKeyword = 512;

    /// <summary>That many drafts are merged into one, so that not too many files are open and read at once.</summary>
    private const int MostDrafts = 32;

    private readonly string _folder;
    private readonly IndexWriterOptions _options;
    private readonly DocumentBuffer _buffer;
    private readonly List<WrittenSegment> _segments = [];
    private int _generation;
    private int _next = 1;
    private int _firstNew = 1; // the first number that no file of the last commit has
    private bool _changed;

    private IndexWriter(string folder, Schema schema, IndexWriterOptions options)
    {
        (_folder, Schema, _options) = (folder, schema, options);
        _buffer = new DocumentBuffer(schema);
    }

    /// <summary>The fields documents may have.</summary>
    public Schema Schema { get; }

    /// <summary>Documents that would be found if this moment were committed.</summary>
    public long DocumentCount => _buffer.Count + _segments.Sum(s => (long)s.Live);

    /// <summary>Begins an empty index; one that is there is replaced by the first commit.</summary>
    public static IndexWriter Create(string folder, Schema schema, IndexWriterOptions? options = null)
    {
        Directory.CreateDirectory(folder);
        var writer = new IndexWriter(folder, schema, options ?? new IndexWriterOptions()) { _changed = true };
        if (!File.Exists(Path.Combine(folder, CommitFile.Name))) return writer;
        try
        {
            var old = CommitFile.Read(folder);
            (writer._generation, writer._next, writer._firstNew) = (old.Generation, old.NextNumber, old.NextNumber);
        }
        catch (IndexCorruptException)
        {
            // It is replaced anyway; only its file names must not be met.
            writer._firstNew = writer._next = 1 + Directory.EnumerateFiles(folder, "segment-*.fts").Count();
        }

        return writer;
    }

    /// <summary>Goes on with an index that is there.</summary>
    /// <exception cref="FileNotFoundException">The folder holds no index.</exception>
    /// <exception cref="IndexCorruptException">It is damaged.</exception>
    public static IndexWriter Open(string folder, IndexWriterOptions? options = null)
    {
        var commit = CommitFile.Read(folder);
        var writer = new IndexWriter(folder, commit.Schema, options ?? new IndexWriterOptions())
        {
            _generation = commit.Generation,
            _next = commit.NextNumber,
            _firstNew = commit.NextNumber,
        };
        try
        {
            foreach (var committed in commit.Segments) writer._segments.Add(WrittenSegment.Open(folder, committed, commit.Schema));
        }
        catch
        {
            writer.Dispose();
            throw;
        }

        return writer;
    }

    /// <summary>Adds a document; one of the same key added before is replaced.</summary>
    /// <exception cref="ArgumentException">It names a field that the schema does not have, or a keyword is
    /// longer than 512 bytes.</exception>
    public void Add(IndexDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        foreach (var (f, _) in document.Texts) _ = Schema.OrdinalOf(f, FieldKind.Text);
        foreach (var (f, _) in document.Numbers) _ = Schema.OrdinalOf(f, FieldKind.Number);
        foreach (var (f, value) in document.Keywords)
        {
            _ = Schema.OrdinalOf(f, FieldKind.Keyword);
            if (value.Length > LongestKeyword / 3 && Encoding.UTF8.GetByteCount(value) > LongestKeyword)
                throw new ArgumentException($"The keyword '{value[..32]}...' of the field '{f}' is longer than {LongestKeyword} bytes.",
                    nameof(document));
        }

        DeleteWritten(document.Key);
        _buffer.Add(document);
        _changed = true;
        if (_buffer.Memory > _options.MemoryBudget) WriteDraft();
    }

    /// <summary>Removes the document of that key, if there is one.</summary>
    public void Delete(long key)
    {
        if (_buffer.Delete(key)) _changed = true;
        DeleteWritten(key);
    }

    /// <summary>Makes everything since the last commit visible to readers that open the index from now on, or nothing of it.</summary>
    public void Commit()
    {
        if (!_changed) return;
        WriteBuffer();
        EndDrafts();
        MergeAlike();
        foreach (var segment in _segments) segment.Persist(_folder, _options);
        _generation++;
        var commit = new CommitFile(Schema, _generation, _next, [.. _segments.Select(s => s.Committed)]);
        commit.Replace(_folder, _options);
        _firstNew = _next;
        _changed = false;
        DeleteUnused(commit);
    }

    /// <summary>Brings all segments into one and drops deleted documents; visible with the next commit. What is written does not depend on
    /// how many segments there were, nor on the memory of the writer.</summary>
    public void Merge()
    {
        WriteBuffer(isDraft: _segments.Count > 0);
        _buffer.Release();
        if (_segments.Count > 1 || _segments.Exists(s => s.IsDraft || s.Deleted is not null)) Merge(0, _segments.Count);
    }

    /// <summary>Takes over the documents of another writer that were not committed there: visible with the next commit here.</summary>
    /// <param name="other">A writer of the same schema whose documents have other keys; it has none afterwards.</param>
    public void TakeOver(IndexWriter other)
    {
        ArgumentNullException.ThrowIfNull(other);
        other.WriteBuffer(isDraft: true);
        other._buffer.Release();
        if (other._segments.Exists(s => s.Deleted is not null)) other.Merge(0, other._segments.Count, isDraft: true);
        foreach (var segment in other._segments)
        {
            segment.Dispose(); // some systems do not rename mapped files
            _options.Replace(segment.Segment.Path, PathOf(_next));
            _segments.Add(WrittenSegment.OpenNew(_folder, _next++, Schema, segment.IsDraft));
            _changed = true;
        }

        other._segments.Clear();
    }

    /// <summary>Lets go of the folder; what was not committed is lost.</summary>
    public void Dispose()
    {
        foreach (var segment in _segments) segment.Dispose();
        _segments.Clear();
    }

    private void DeleteWritten(long key)
    {
        foreach (var segment in _segments) _changed |= segment.Delete(key);
    }

    /// <summary>Writes the buffer out: as a draft if there are others with which it is merged, else as a segment.</summary>
    private void WriteBuffer() => WriteBuffer(isDraft: _segments.Exists(s => s.IsDraft));

    private void WriteBuffer(bool isDraft)
    {
        if (_buffer.Count == 0) return;
        var number = _next++;
        _buffer.Write(PathOf(number), _options, isDraft);
        _segments.Add(WrittenSegment.OpenNew(_folder, number, Schema, isDraft));
    }

    /// <summary>Writes the buffer out as a draft, which holds what a merge reads and nothing that only searches need.</summary>
    private void WriteDraft()
    {
        WriteBuffer(isDraft: true);
        var first = _segments.FindIndex(s => s.IsDraft);
        if (_segments.Count - first >= MostDrafts) Merge(first, _segments.Count - first, isDraft: true);
    }

    /// <summary>Makes one segment of all drafts.</summary>
    private void EndDrafts()
    {
        var first = _segments.FindIndex(s => s.IsDraft);
        if (first >= 0) Merge(first, _segments.Count - first);
    }

    /// <summary>Merges the newest segments while as many as the merge factor are of like size: each is then
    /// rewritten only a few times.</summary>
    private void MergeAlike()
    {
        while (_segments.Count >= _options.MergeFactor)
        {
            var from = _segments.Count - _options.MergeFactor;
            var tier = Tier(_segments[^1].Live);
            if (_segments.FindIndex(from, s => Tier(s.Live) > tier) >= 0) return;
            Merge(from, _options.MergeFactor);
        }
    }

    private int Tier(long documents)
    {
        var tier = 0;
        for (documents >>= 10; documents > 0; documents /= Math.Max(2, _options.MergeFactor)) tier++;
        return tier;
    }

    private void Merge(int from, int count, bool isDraft = false)
    {
        var sources = _segments.GetRange(from, count);
        var merger = new SegmentMerger(Schema, sources.ConvertAll(s => s.Segment), sources.ConvertAll(s => s.Deleted));
        var number = _next++;
        var merged = new List<WrittenSegment>();
        if (merger.DocumentCount > 0) merger.Write(PathOf(number), _options, isDraft);

        foreach (var source in sources)
        {
            var written = source.Committed.Number;
            source.Dispose();
            if (written >= _firstNew) TryDelete(PathOf(written));
        }

        if (merger.DocumentCount > 0)
        {
            if (count == _segments.Count && number > _firstNew && !File.Exists(PathOf(_firstNew)))
            {
                _options.Replace(PathOf(number), PathOf(_firstNew));
                _next = 1 + (number = _firstNew);
            }

            merged.Add(WrittenSegment.OpenNew(_folder, number, Schema, isDraft));
        }

        _segments.RemoveRange(from, count);
        _segments.InsertRange(from, merged);
        _changed = true;
    }

    /// <summary>Removes files that no commit names any more. A reader that has one mapped keeps it.</summary>
    private void DeleteUnused(CommitFile commit)
    {
        var used = new HashSet<string>();
        foreach (var segment in commit.Segments)
        {
            used.Add(segment.FileName);
            if (segment.Deletions > 0) used.Add(segment.DeletionsName);
        }

        foreach (var path in Directory.EnumerateFiles(_folder, "segment-*"))
        {
            if (used.Contains(Path.GetFileName(path))) continue;
            TryDelete(path);
        }
    }

    private string PathOf(int number) => Path.Combine(_folder, CommittedSegment.SegmentName(number));

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (IOException)
        {
            // Some systems keep mapped files: a later commit removes it.
        }
    }
}
