using Search.FullText.Postings;
using Search.FullText.Storage;

namespace Search.FullText.Segments;

/// <summary>Writes terms in ascending order of their UTF-8 bytes, sixteen to a block, each term only where it
/// differs from the one before.</summary>
internal sealed class TermDictionaryWriter
{
    public const int TermsPerBlock = 16;

    private readonly ByteBuffer _terms = new(1 << 16);
    private readonly ByteBuffer _starts = new(1 << 12);
    private byte[] _before = [];
    private long _offset;

    public int Count { get; private set; }

    public void Add(ReadOnlySpan<byte> term, in TermEntry entry)
    {
        var shared = 0;
        if (Count % TermsPerBlock == 0)
        {
            _starts.UInt32((uint)_terms.Length);
            _offset = 0;
            _terms.Varint((ulong)term.Length);
        }
        else
        {
            shared = term.CommonPrefixLength(_before);
            var rest = term.Length - shared;
            if (shared < 15 && rest < 16)
            {
                _terms.Byte((byte)((shared << 4) | rest));
            }
            else
            {
                _terms.Byte(0xF0);
                _terms.Varint((ulong)shared);
                _terms.Varint((ulong)rest);
            }
        }

        _terms.Raw(term[shared..]);
        _terms.Varint((ulong)entry.Documents);
        _terms.Varint((ulong)(entry.Occurrences - entry.Documents));
        _terms.Zigzag(entry.Offset - _offset);
        _offset = entry.Offset;
        _before = term.ToArray();
        Count++;
    }

    /// <summary>Writes the section: number of terms, length of the terms, terms, block starts.</summary>
    public void Write(SectionWriter sink, uint section)
    {
        sink.Begin(section);
        WriteTo(sink);
        sink.End();
    }

    /// <summary>The same into a section that is begun already.</summary>
    public void WriteTo(SectionWriter sink)
    {
        sink.UInt32((uint)Count);
        sink.UInt32((uint)_terms.Length);
        sink.Raw(_terms.Bytes);
        sink.Raw(_starts.Bytes);
    }
}
