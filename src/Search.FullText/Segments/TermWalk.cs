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

    /// <summary>How many bytes the term shares with the one before.</summary>
    public int Shared { get; private set; }

    public ReadOnlySpan<byte> Term => _bytes.AsSpan(0, _length);

    public TermEntry Entry => new(_documents, _documents + _more, _offset, Ordinal);

    /// <summary>Passes over whole blocks of terms that share that many bytes with the current one; the next step is at or
    /// before the first that does not.</summary>
    public void PassSharing(int length)
    {
        Span<byte> behind = stackalloc byte[length + 1];
        _bytes.AsSpan(0, length).CopyTo(behind);
        behind[length] = byte.MaxValue; // greater than every byte of UTF-8
        PassBefore(behind);
    }

    /// <summary>Passes over whole blocks of terms before <paramref name="term"/>, which is after the current one.</summary>
    public void PassBefore(ReadOnlySpan<byte> term)
    {
        // Most stretches are short: double the step before halving it.
        var block = Ordinal / TermDictionaryWriter.TermsPerBlock;
        var low = block;
        var step = 1;
        while (low + step < _dictionary.Blocks && _dictionary.FirstTerm(low + step).SequenceCompareTo(term) <= 0)
        {
            low += step;
            step <<= 1;
        }

        var high = Math.Min(_dictionary.Blocks, low + step) - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (_dictionary.FirstTerm(middle).SequenceCompareTo(term) <= 0) low = middle;
            else high = middle - 1;
        }

        if (low > block) GoTo(low);
    }

    public bool MoveNext() => MoveNext(int.MaxValue, 0, 0);

    /// <summary>
    /// Goes to the next term that shares fewer than <paramref name="most"/> bytes with the current one and
    /// that, where it shares those before
    /// <paramref name="place"/>, has at least <paramref name="least"/> there. The others are passed over without being put together.
    /// </summary>
    public bool MoveNext(int most, int place, int least)
    {
        var at = _at;
        while (Ordinal + 1 < _dictionary.Count)
        {
            Ordinal++;
            int shared, rest;
            if (Ordinal % TermDictionaryWriter.TermsPerBlock == 0)
            {
                rest = (int)at.Varint();
                shared = _dictionary.FirstTerm(Ordinal / TermDictionaryWriter.TermsPerBlock).CommonPrefixLength(Term);
                at.At += shared;
                rest -= shared;
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
            if (shared >= most) continue;
            if (shared == place && rest > 0) _bytes[place] = suffix[0]; // what is passed over shares all before it
            if (shared >= place && _bytes[place] < least) continue;
            suffix.CopyTo(_bytes.AsSpan(shared));
            _length = shared + rest;
            Shared = shared;
            _at = at;
            return true;
        }

        return false;
    }

    /// <summary>The next step is at the first term of the block.</summary>
    private void GoTo(int block)
    {
        Ordinal = (block * TermDictionaryWriter.TermsPerBlock) - 1;
        _at = new ByteReader(_dictionary.BlockStart(block));
    }
}
