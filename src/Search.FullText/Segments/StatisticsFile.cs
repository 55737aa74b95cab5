using System.Text;
using Search.FullText.Analysis;
using Search.FullText.Postings;
using Search.FullText.Storage;

namespace Search.FullText.Segments;

/// <summary>
/// The statistics of a whole collection, written beside the segments of each of its shards: of each text field the documents, the words,
/// and the dictionaries
/// of forms and stems with their document frequencies. See docs/formats/full-text-shards.md.
/// </summary>
internal sealed class StatisticsFile : IDisposable
{
    private const uint Version = 1;
    private readonly MappedSections _file;

    private StatisticsFile(MappedSections file, Schema schema)
    {
        _file = file;
        var meta = file[SegmentFormat.Meta].Reader;
        var documents = (long)meta.UInt64();
        if (meta.UInt32() != schema.Fields.Count)
            throw new IndexCorruptException(file.Path, 0, "the statistics have other fields than the index");
        var fields = new FieldTerms[schema.Fields.Count];
        for (var f = 0; f < fields.Length; f++)
            fields[f] = new CollectionField(file, schema.Fields[f], f, (long)meta.UInt64(), (long)meta.UInt64());
        Vocabulary = new(schema, documents, f => [fields[f]]);
    }

    private static ReadOnlySpan<byte> Magic => "CGFTSTA\n"u8;

    public Vocabulary Vocabulary { get; }

    public CommittedStatistics Committed => new(_file.Length, _file.FooterChecksum);

    /// <summary>Maps the file that a commit names.</summary>
    /// <exception cref="IndexCorruptException">It is missing, damaged or another.</exception>
    public static StatisticsFile Open(string folder, CommitFile commit, bool verify)
    {
        var file = MappedSections.Open(Path.Combine(folder, CollectionStatistics.FileName), Magic, Version);
        try
        {
            if (verify) file.Verify();
            if (commit.Statistics != new CommittedStatistics(file.Length, file.FooterChecksum))
                throw new IndexCorruptException(file.Path, file.Length, "these are not the statistics that were committed");
            return new(file, commit.Schema);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>What a commit says of the file that is in a folder.</summary>
    public static CommittedStatistics CommittedIn(string folder)
    {
        using var file = MappedSections.Open(Path.Combine(folder, CollectionStatistics.FileName), Magic, Version);
        return new(file.Length, file.FooterChecksum);
    }

    /// <summary>Writes what the words of all these segments are together.</summary>
    public static void Write(Stream stream, Schema schema, IReadOnlyList<Segment> segments)
    {
        using var sink = new SectionWriter(stream, Magic, Version);
        var meta = new ByteBuffer();
        meta.UInt64((ulong)segments.Sum(s => (long)s.DocumentCount));
        meta.UInt32((uint)schema.Fields.Count);
        for (var f = 0; f < schema.Fields.Count; f++)
        {
            FieldTerms[] sources = [.. segments.Select(s => s[f])];
            meta.UInt64((ulong)sources.Sum(s => s.Documents));
            meta.UInt64((ulong)sources.Sum(s => s.Words));
            if (schema.Fields[f].Kind != FieldKind.Text) continue;
            Counts([.. sources.Select(s => s.Terms!)], CountOfForm).Write(sink, SegmentFormat.Terms(f));
            if (schema.Fields[f].Stemmed) Counts([.. sources.Select(s => s.Stems!)], CountOfStem).Write(sink, SegmentFormat.Stems(f));

            static long CountOfForm(ReadOnlySpan<byte> term, long documents) => documents;

            // A stem whose only form is the stem itself is not among a segment's stems.
            long CountOfStem(ReadOnlySpan<byte> stem, long documents)
            {
                var word = Encoding.UTF8.GetString(stem);
                var isItsOwn = Language.Of(schema.Fields[f].Language).Stem(word).SequenceEqual(word);
                var count = 0L;
                foreach (var source in sources)
                {
                    if (source.Stems!.TryFind(stem, out var entry) || (isItsOwn && source.Terms!.TryFind(stem, out entry)))
                        count += entry.Documents;
                }

                return count;
            }
        }

        sink.Begin(SegmentFormat.Meta);
        sink.Raw(meta.Bytes);
        sink.End();
        sink.Finish();
    }

    public void Verify() => _file.Verify();

    public void Dispose() => _file.Dispose();

    private delegate long Count(ReadOnlySpan<byte> term, long documents);

    private static TermDictionaryWriter Counts(IReadOnlyList<TermDictionary> sources, Count count)
    {
        var all = new TermDictionaryWriter();
        var union = new TermUnion(sources);
        while (union.MoveNext())
        {
            var documents = checked((int)count(union.Term, union.At.Sum(s => (long)union.Entry(s).Documents)));
            all.Add(union.Term, new TermEntry(documents, documents, 0, all.Count));
        }

        return all;
    }

    private sealed class CollectionField : FieldTerms
    {
        public CollectionField(MappedSections file, Field field, int ordinal, long documents, long words) : base(field)
        {
            (Documents, Words) = (documents, words);
            if (field.Kind != FieldKind.Text) return;
            Terms = new TermDictionary(file[SegmentFormat.Terms(ordinal)]);
            if (field.Stemmed) Stems = new TermDictionary(file[SegmentFormat.Stems(ordinal)]);
        }
    }
}
