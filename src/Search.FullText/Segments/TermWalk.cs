using Search.FullText.Postings;
using Search.FullText.Storage;

namespace Search.FullText.Segments;

/// <summary>Goes from term to term of a dictionary in order.</summary>
internal sealed unsafe class TermWalk
{
    private readonly TermDictionary _dictionary;
    private readonly byte[] _bytes = new byte[512];
    private ByteReader _at;
    private int _length;
    private long _offset;
    private int _documents;
    private long _more;

    public TermWalk(TermDictionary dictionary, int block)
    {
        _dictionary = dictionary;
        Ordinal = (block * TermDictionaryWriter.TermsPerBlock) - 1;
        if (Ordinal + 1 < dictionary.Count) _at = new ByteReader(dictionary.BlockStart(block));
    }

    /// <summary>Of the current term.</summary>
    public int Ordinal { get; private set; }

    /// <summary>How many bytes the term shares with the one that the walk was at before.</summary>
    public int Shared { get; private set; }

    /// <summary>Terms read so far, those passed over included.</summary>
    public int Read { get; private set; }

    public ReadOnlySpan<byte> Term => _bytes.AsSpan(0, _length);

    public TermEntry Entry => new(_documents, _documents + _more, _offset, Ordinal);

    /// <summary>Goes to the next term.</summary>
    public bool MoveNext()
    {
        if (Ordinal + 1 >= _dictionary.Count) return false;
        var suffix = ReadEntry(out var shared);
        Take(shared == 0 ? suffix.CommonPrefixLength(Term) : shared, suffix, shared);
        return true;
    }

    /// <summary>Goes to the first term that is not before <paramref name="target"/>, which is after the current one. Those passed over are
    /// not put together.</summary>
    public bool MoveTo(ReadOnlySpan<byte> target)
    {
        var block = Ordinal / TermDictionaryWriter.TermsPerBlock;
        var to = _dictionary.BlockOf(target, block);
        if (to > block) GoTo(to);
        var matched = Term.CommonPrefixLength(target); // of the target, by the term before
        while (Ordinal + 1 < _dictionary.Count)
        {
            var suffix = ReadEntry(out var shared);
            if (Ordinal % TermDictionaryWriter.TermsPerBlock == 0) matched = 0;
            if (shared > matched) continue; // still smaller at the same place as the one before
            if (shared == matched)
            {
                var common = suffix.CommonPrefixLength(target[shared..]);
                matched += common;
                if (matched < target.Length && (common == suffix.Length || suffix[common] < target[matched])) continue;
            }

            var before = Term;
            var alike = before.CommonPrefixLength(target[..shared]);
            if (alike == shared) alike += before[shared..].CommonPrefixLength(suffix);
            target[..shared].CopyTo(_bytes);
            Take(alike, suffix, shared);
            return true;
        }

        return false;
    }

    private void Take(int alike, ReadOnlySpan<byte> suffix, int at)
    {
        suffix.CopyTo(_bytes.AsSpan(at));
        (_length, Shared) = (at + suffix.Length, alike);
    }

    /// <summary>Reads the next entry: what it shares with the one before it in its block, and the bytes after that.</summary>
    private ReadOnlySpan<byte> ReadEntry(out int shared)
    {
        Ordinal++;
        Read++;
        var at = _at;
        int rest;
        if (Ordinal % TermDictionaryWriter.TermsPerBlock == 0)
        {
            (shared, rest) = (0, (int)at.Varint());
            _offset = 0;
        }
        else
        {
            TermDictionary.ReadLengths(ref at, out shared, out rest);
        }

        var suffix = new ReadOnlySpan<byte>(at.At, rest);
        at.At += rest;
        _documents = (int)at.Varint();
        _more = (long)at.Varint();
        _offset += at.Zigzag();
        _at = at;
        return suffix;
    }

    /// <summary>The next step is at the first term of the block.</summary>
    private void GoTo(int block)
    {
        Ordinal = (block * TermDictionaryWriter.TermsPerBlock) - 1;
        _at = new ByteReader(_dictionary.BlockStart(block));
    }
}
