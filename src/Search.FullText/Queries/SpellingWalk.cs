using System.Text;
using Search.FullText.Postings;
using Search.FullText.Segments;

namespace Search.FullText.Queries;

/// <summary>
/// Finds the terms of a dictionary within an edit distance of a word: one row of the distance table a character of the term,
/// kept for the characters it shares with the term before, and given up where no continuation can be near enough.
/// </summary>
internal sealed class SpellingWalk
{
    private const int LongestTerm = 512;
    private const byte Far = 100;
    private readonly int[] _word;
    private readonly int _maxEdits;
    private readonly byte[] _rows;
    private readonly int[] _runes = new int[LongestTerm + 1];
    private readonly int[] _depthAt = new int[LongestTerm + 1];
    private readonly int[] _least = new int[LongestTerm + 1];
    private readonly byte[] _next = new byte[LongestTerm + 4];
    private int _nextLength;

    public SpellingWalk(ReadOnlySpan<char> word, int maxEdits)
    {
        var runes = new List<int>(word.Length);
        foreach (var rune in word.EnumerateRunes()) runes.Add(rune.Value);
        _word = [.. runes];
        _maxEdits = maxEdits;
        _rows = new byte[(LongestTerm + 2) * (_word.Length + 1)];
        for (var j = 0; j <= _word.Length; j++) _rows[j] = (byte)Math.Min(j, Far);
    }

    public IEnumerable<(string Term, int Edits, TermEntry Entry)> Find(TermDictionary terms)
    {
        var walk = terms.WalkFrom(0);
        _nextLength = 0; // the last term of another dictionary says nothing about this one
        var alive = 0; // bytes of the term before whose row is computed and near enough to continue
        var dead = int.MaxValue; // terms that share more bytes than this with the one before are too far like it
        while (true)
        {
            var before = walk.Ordinal;
            var isThere = walk.MoveNext(dead, alive, _nextLength > 0 ? _next[alive] : 0);
            WorkMeter.Add(WorkMeter.Spelling * (walk.Ordinal - before));
            if (!isThere) yield break;
            var shared = Math.Min(walk.Shared, alive);
            dead = int.MaxValue;
            var edits = Measure(walk.Term, shared, out alive, ref dead);
            if (_nextLength > 0) walk.PassBefore(_next.AsSpan(0, _nextLength));
            else if (dead < int.MaxValue) walk.PassSharing(dead);
            else if (edits <= _maxEdits) yield return (Encoding.UTF8.GetString(walk.Term), edits, walk.Entry);
        }
    }

    /// <summary>The distance of a term whose first <paramref name="shared"/> bytes are known, or more than is allowed.</summary>
    private int Measure(ReadOnlySpan<byte> term, int shared, out int alive, ref int dead)
    {
        // Back to the beginning of a character.
        while (shared > 0 && shared < term.Length && (term[shared] & 0xC0) == 0x80) shared--;
        var at = shared;
        var depth = at == 0 ? 0 : _depthAt[at];
        _nextLength = 0;
        while (at < term.Length)
        {
            Rune.DecodeFromUtf8(term[at..], out var rune, out var length);
            depth++;
            _runes[depth] = rune.Value;
            var least = Row(depth);
            at += length;
            if (least > _maxEdits)
            {
                alive = at - length;
                dead = at;
                if (_least[depth - 1] == _maxEdits) PassHopeless(term[..alive], depth, rune.Value, ref dead);
                return Far;
            }

            _least[depth] = least;
            _depthAt[at] = depth;
        }

        alive = at;
        return _rows[(depth * (_word.Length + 1)) + _word.Length];
    }

    /// <summary>
    /// With no edit left only a character of the word near this place can continue: the walk passes to the first term that has one,
    /// or over all terms that begin alike if there is none.
    /// </summary>
    private void PassHopeless(ReadOnlySpan<byte> beginning, int depth, int rune, ref int dead)
    {
        var next = int.MaxValue;
        for (var j = Math.Max(0, depth - _maxEdits - 2); j < Math.Min(_word.Length, depth + _maxEdits + 1); j++)
        {
            if (_word[j] > rune) next = Math.Min(next, _word[j]);
        }

        if (next == int.MaxValue)
        {
            dead = beginning.Length;
            return;
        }

        beginning.CopyTo(_next);
        _nextLength = beginning.Length + new Rune(next).EncodeToUtf8(_next.AsSpan(beginning.Length));
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
