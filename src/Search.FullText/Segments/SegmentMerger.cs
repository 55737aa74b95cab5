using Search.FullText.Postings;

namespace Search.FullText.Segments;

/// <summary>Writes one segment out of several, leaving out what was deleted. Documents come in the order of their keys.</summary>
internal sealed unsafe class SegmentMerger
{
    /// <summary>Bytes that are written between two releases of what was read for them.</summary>
    internal const int ReleasedAtOnce = 32 << 20;

    private readonly IReadOnlyList<Segment> _sources;
    private readonly int[][] _renumbered;
    private readonly Schema _schema;
    private long[] _keys;
    private long _released;

    /// <summary>Renumbers the remaining documents.</summary>
    /// <param name="schema">Of all of them.</param>
    /// <param name="sources">Their keys are distinct, deleted ones apart.</param>
    /// <param name="deleted">For each, the deleted documents or null.</param>
    public SegmentMerger(Schema schema, IReadOnlyList<Segment> sources, IReadOnlyList<DeletedDocuments?> deleted)
    {
        (_schema, _sources) = (schema, sources);
        _renumbered = new int[sources.Count][];
        var heads = new int[sources.Count];
        var live = 0;
        for (var s = 0; s < heads.Length; s++)
        {
            _renumbered[s] = new int[sources[s].DocumentCount];
            live += sources[s].DocumentCount - (deleted[s]?.Count ?? 0);
        }

        (DocumentCount, _keys) = (live, new long[live]);
        for (var next = 0; ;)
        {
            var least = -1;
            for (var s = 0; s < heads.Length; s++)
            {
                while (heads[s] < sources[s].DocumentCount && deleted[s]?.Contains(heads[s]) == true) _renumbered[s][heads[s]++] = -1;
                if (heads[s] < sources[s].DocumentCount && (least < 0 || sources[s].Keys[heads[s]] < sources[least].Keys[heads[least]]))
                    least = s;
            }

            if (least < 0) break;
            _keys[next] = sources[least].Keys[heads[least]];
            _renumbered[least][heads[least]++] = next++;
        }
    }

    /// <summary>Documents that are left.</summary>
    public int DocumentCount { get; }

    /// <summary>Writes the segment.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="options">How it is created.</param>
    /// <param name="isDraft">Whether it is a draft, which is merged into another.</param>
    public void Write(string path, IndexWriterOptions options, bool isDraft)
    {
        using var writer = new SegmentWriter(path, options, _schema, _keys, isDraft);
        _keys = []; // they are written
        for (var f = 0; f < _schema.Fields.Count; f++)
        {
            switch (_schema.Fields[f].Kind)
            {
                case FieldKind.Text:
                    Text(writer, f);
                    break;
                case FieldKind.Keyword:
                    Keyword(writer, f);
                    break;
                default:
                    Number(writer, f);
                    break;
            }
        }

        writer.Finish();
    }

    private void Number(SegmentWriter writer, int field)
    {
        var values = new long[DocumentCount];
        for (var s = 0; s < _sources.Count; s++)
        {
            var numbers = _sources[s][field].Numbers!;
            for (var d = 0; d < _renumbered[s].Length; d++)
            {
                if (_renumbered[s][d] >= 0) values[_renumbered[s][d]] = numbers[d];
            }
        }

        writer.Number(field, values);
    }

    private void Text(SegmentWriter writer, int field)
    {
        var lengths = new byte[DocumentCount];
        var words = 0L;
        var exact = true;
        for (var s = 0; s < _sources.Count; s++)
        {
            var from = _sources[s][field].Lengths;
            var gone = 0;
            for (var d = 0; d < _renumbered[s].Length; d++)
            {
                if (_renumbered[s][d] >= 0) lengths[_renumbered[s][d]] = from[d];
                else gone++;
            }

            exact &= gone == 0;
            words += _sources[s][field].Words;
        }

        // With documents gone their words go too, as far as the one byte of their length shows.
        if (!exact)
        {
            words = 0;
            foreach (var code in lengths) words += Impacts.LengthNorm.Decode(code);
        }

        var text = writer.Text(field, lengths, words);
        MergeTerms(writer, field, new TextTerms(text));
        text.Finish();
    }

    private void Keyword(SegmentWriter writer, int field)
    {
        var keywords = writer.Keyword(field);
        MergeTerms(writer, field, new KeywordTerms(keywords));
        keywords.Finish();
    }

    private void MergeTerms<T>(SegmentWriter writer, int field, T into)
        where T : struct, IMergedTerms
    {
        var walks = new TermWalk?[_sources.Count];
        var heads = new List<Head>();
        for (var s = 0; s < walks.Length; s++)
        {
            walks[s] = _sources[s][field].Terms!.WalkFrom(0);
            if (!walks[s]!.MoveNext()) walks[s] = null;
        }

        while (true)
        {
            TermWalk? least = null;
            foreach (var walk in walks)
            {
                if (walk is not null && (least is null || walk.Term.SequenceCompareTo(least.Term) < 0)) least = walk;
            }

            if (least is null) return;
            var term = least.Term.ToArray();
            heads.Clear();
            for (var s = 0; s < walks.Length; s++)
            {
                if (walks[s] is not { } walk || !walk.Term.SequenceEqual(term)) continue;
                heads.Add(new Head(_sources[s][field].Open(walk.Entry), _renumbered[s]));
                if (!walk.MoveNext()) walks[s] = null;
            }

            var any = MergePostings(heads, into);
            foreach (var head in heads) head.Cursor.Dispose();
            if (any) into.End(term);
            Release(writer.Position);
        }
    }

    /// <summary>Gives back the memory of what was read, now and then.</summary>
    private void Release(long written)
    {
        if (written - _released < ReleasedAtOnce) return;
        _released = written;
        foreach (var source in _sources) source.Release();
    }

    private static bool MergePostings<T>(List<Head> heads, T into)
        where T : struct, IMergedTerms
    {
        var any = false;
        foreach (var head in heads) head.Next();
        while (true)
        {
            Head? least = null;
            var limit = PostingsCursor.End;
            foreach (var head in heads)
            {
                if (least is null || head.Document < least.Document)
                {
                    if (least is not null) limit = Math.Min(limit, least.Document);
                    least = head;
                }
                else
                {
                    limit = Math.Min(limit, head.Document);
                }
            }

            if (least!.Document == PostingsCursor.End) return any;
            any = true;
            do
            {
                into.Add(least.Document, least.Cursor);
                least.Next();
            }
            while (least.Document < limit);
        }
    }

    /// <summary>Takes the postings of one term after another; a value, so that each kind of field has code of its own.</summary>
    private interface IMergedTerms
    {
        /// <summary>Adds the current document of a cursor under its new number.</summary>
        void Add(int document, PostingsCursor cursor);

        /// <summary>Ends the term.</summary>
        void End(ReadOnlySpan<byte> term);
    }

    private readonly struct TextTerms(TextFieldWriter text) : IMergedTerms
    {
        private readonly PostingsWriter _postings = text.Postings;

        public void Add(int document, PostingsCursor cursor) => _postings.AddGaps(document, cursor.PositionGaps());

        public void End(ReadOnlySpan<byte> term) => text.EndTerm(term);
    }

    private readonly struct KeywordTerms(KeywordFieldWriter keywords) : IMergedTerms
    {
        public void Add(int document, PostingsCursor cursor) => keywords.Add(document);

        public void End(ReadOnlySpan<byte> term) => keywords.EndValue(term);
    }

    /// <summary>A cursor that speaks the new numbers and passes over what was deleted.</summary>
    private sealed class Head(PostingsCursor cursor, int[] renumbered)
    {
        public PostingsCursor Cursor { get; } = cursor;

        public int Document { get; private set; } = -1;

        public void Next()
        {
            do
            {
                var document = Cursor.Next();
                Document = document == PostingsCursor.End ? document : renumbered[document];
            }
            while (Document < 0);
        }
    }
}
