using System.Text;
using Search.FullText.Postings;
using Search.FullText.Segments;

namespace Search.FullText.Queries;

/// <summary>
/// Finds the terms of a dictionary within an edit distance of a word: one row of the distance table a character of the term,
/// kept for the characters it shares with the term before. Where all edits are used up, the walk goes straight to the next
/// of the few terms that can still follow.
/// </summary>
internal sealed class SpellingWalk
{
    private const int LongestTerm = 512;
    private const byte Far = 100;

    /// <summary>No byte of UTF-8 is as great: follows all terms that begin alike.</summary>
    private const byte AfterAll = byte.MaxValue;

    private readonly int[] _word;
    private readonly byte[] _bytes; // of the word
    private readonly int[] _starts; // of its characters in these
    private readonly int _maxEdits;
    private readonly byte[] _rows;
    private readonly int[] _runes = new int[LongestTerm + 1];
    private readonly int[] _depthAt = new int[LongestTerm + 1];
    private readonly int[] _endOf = new int[LongestTerm + 1];
    private readonly int[] _least = new int[LongestTerm + 1];
    private readonly byte[] _target = new byte[2 * LongestTerm];

    public SpellingWalk(ReadOnlySpan<char> word, int maxEdits)
    {
        var runes = new List<int>(word.Length);
        var starts = new List<int>(word.Length + 1) { 0 };
        foreach (var rune in word.EnumerateRunes())
        {
            runes.Add(rune.Value);
            starts.Add(starts[^1] + rune.Utf8SequenceLength);
        }

        (_word, _starts) = ([.. runes], [.. starts]);
        _bytes = new byte[starts[^1]];
        for (var j = 0; j < _word.Length; j++) new Rune(_word[j]).EncodeToUtf8(_bytes.AsSpan(_starts[j]));
        _maxEdits = maxEdits;
        _rows = new byte[(LongestTerm + 2) * (_word.Length + 1)];
        for (var j = 0; j <= _word.Length; j++) _rows[j] = (byte)Math.Min(j, Far);
    }

    public IEnumerable<(string Term, int Edits, TermEntry Entry)> Find(TermDictionary terms)
    {
        var walk = terms.WalkFrom(0);
        var known = 0; // bytes of the term before whose rows are computed
        var target = 0; // bytes of the target that the walk goes to, 0 for the next term
        while (true)
        {
            var before = walk.Read;
            var isThere = target > 0 ? walk.MoveTo(_target.AsSpan(0, target)) : walk.MoveNext();
            WorkMeter.Add(WorkMeter.Spelling * (walk.Read - before));
            if (!isThere) yield break;
            var edits = Measure(walk.Term, Math.Min(walk.Shared, known), out known);
            target = Target(walk.Term, known);
            if (edits <= _maxEdits) yield return (Encoding.UTF8.GetString(walk.Term), edits, walk.Entry);
        }
    }

    /// <summary>The distance of a term whose first <paramref name="shared"/> bytes are known, or more than is allowed.</summary>
    /// <param name="term">The term.</param>
    /// <param name="shared">Bytes whose rows are those of the term before.</param>
    /// <param name="known">Bytes up to the last character after which the rest can be near enough.</param>
    private int Measure(ReadOnlySpan<byte> term, int shared, out int known)
    {
        // Back to the beginning of a character.
        while (shared > 0 && shared < term.Length && (term[shared] & 0xC0) == 0x80) shared--;
        known = shared;
        var depth = shared == 0 ? 0 : _depthAt[shared];
        while (known < term.Length)
        {
            Rune.DecodeFromUtf8(term[known..], out var rune, out var length);
            depth++;
            _runes[depth] = rune.Value;
            _least[depth] = Row(depth);
            if (_least[depth] > _maxEdits) return Far;
            known += length;
            _depthAt[known] = depth;
            _endOf[depth] = known;
        }

        return _rows[(depth * (_word.Length + 1)) + _word.Length];
    }

    /// <summary>
    /// Where to go from a term of which the first bytes can be those of a near one. After the first character with which all edits are
    /// used up, only the rest of the word can follow, from one of few of its characters on, or two exchanged characters and the rest: the
    /// target is the next of these terms, or else what follows all terms that begin alike. While edits are left it is the next term, for
    /// which 0 is returned.
    /// </summary>
    private int Target(ReadOnlySpan<byte> term, int known)
    {
        var last = known == 0 ? 0 : _depthAt[known];
        var depth = 0;
        while (depth <= last && _least[depth] < _maxEdits) depth++;
        if (depth > last) return 0;
        var begun = depth == 0 ? 0 : _endOf[depth];
        var rest = term[begun..];
        term[..begun].CopyTo(_target);
        _target[begun] = AfterAll;
        var end = begun + 1;
        var row = depth * (_word.Length + 1);
        for (var j = Math.Max(0, depth - _maxEdits); j <= Math.Min(_word.Length, depth + _maxEdits); j++)
        {
            if (_rows[row + j] == _maxEdits) Follow(begun, [], _bytes.AsSpan(_starts[j]), rest, ref end);
        }

        var above = row - _word.Length - 1;
        for (var j = Math.Max(0, depth - 1 - _maxEdits); depth > 0 && j < Math.Min(_word.Length - 1, depth + _maxEdits); j++)
        {
            if (_rows[above + j] == _maxEdits - 1 && _word[j + 1] == _runes[depth])
                Follow(begun, _bytes.AsSpan(_starts[j].._starts[j + 1]), _bytes.AsSpan(_starts[j + 2]), rest, ref end);
        }

        return end;
    }

    /// <summary>Makes a character and what follows it the end of the target, if that is after the rest of the term and before the target so
    /// far.</summary>
    private void Follow(int begun, ReadOnlySpan<byte> character, ReadOnlySpan<byte> tail, ReadOnlySpan<byte> rest, ref int end)
    {
        Span<byte> whole = stackalloc byte[character.Length + tail.Length];
        character.CopyTo(whole);
        tail.CopyTo(whole[character.Length..]);
        if (whole.SequenceCompareTo(rest) <= 0 || whole.SequenceCompareTo(_target.AsSpan(begun, end - begun)) >= 0) return;
        whole.CopyTo(_target.AsSpan(begun));
        end = begun + whole.Length;
    }

    private int Row(int depth)
    {
        var width = _word.Length + 1;
        var row = depth * width;
        var above = row - width;
        var rune = _runes[depth];
        var least = depth;
        _rows[row] = (byte)Math.Min(depth, Far);
        var from = Math.Max(1, depth - _maxEdits);
        var to = Math.Min(_word.Length, depth + _maxEdits);
        if (from > 1)
        {
            _rows[row + from - 1] = Far;
            least = Far;
        }

        for (var j = from; j <= to; j++)
        {
            var best = _rows[above + j - 1] + (_word[j - 1] == rune ? 0 : 1);
            if (j <= depth - 1 + _maxEdits) best = Math.Min(best, _rows[above + j] + 1);
            best = Math.Min(best, _rows[row + j - 1] + 1);
            if (depth > 1 && j > 1 && rune == _word[j - 2] && _runes[depth - 1] == _word[j - 1])
                best = Math.Min(best, _rows[above - width + j - 2] + 1);
            _rows[row + j] = (byte)Math.Min(best, Far);
            least = Math.Min(least, best);
        }

        if (to < _word.Length) new Span<byte>(_rows, row + to + 1, _word.Length - to).Fill(Far);
        return least;
    }
}
