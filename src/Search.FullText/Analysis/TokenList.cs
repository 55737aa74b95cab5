namespace Search.FullText.Analysis;

/// <summary>One word of a text: its folded form lies in the list's characters.</summary>
/// <param name="TermStart">Where the folded form begins in <see cref="TokenList"/>'s characters.</param>
/// <param name="TermLength">Its UTF-16 units.</param>
/// <param name="Position">Number of the word in the text.</param>
/// <param name="Start">First UTF-16 unit in the text.</param>
/// <param name="End">After the last.</param>
/// <param name="Span">1 for a word; for an identifier or compound kept whole beside its words, how many of them it covers.</param>
/// <param name="HasDigit">Whether a digit occurs in it: such words are not stemmed.</param>
internal readonly record struct Token(int TermStart, int TermLength, int Position, int Start, int End, int Span, bool HasDigit);

/// <summary>The words of a text, in a buffer that is used again for the next text.</summary>
internal sealed class TokenList
{
    /// <summary>Words are cut to this many UTF-16 units.</summary>
    public const int MaxTermLength = 64;

    /// <summary>A buffer that one long text made larger is given up with the next text.</summary>
    private const int MostKept = 1 << 20;

    [ThreadStatic]
    private static TokenList? t_ofThread;

    private char[] _chars = new char[1024];
    private Token[] _tokens = new Token[128];
    private int _charCount;
    private int _termStart;
    private bool _hasDigit;

    /// <summary>The thread's own list, for what is done with before the thread breaks another text.</summary>
    public static TokenList OfThread => t_ofThread ??= new TokenList();

    public int Count { get; private set; }

    /// <summary>Number of positions: the length of the text in words.</summary>
    public int Length { get; set; }

    public ref readonly Token this[int index] => ref _tokens[index];

    public ReadOnlySpan<char> Term(int index) => _chars.AsSpan(_tokens[index].TermStart, _tokens[index].TermLength);

    public void Clear()
    {
        if (_chars.Length > MostKept)
        {
            _chars = new char[MostKept];
            _tokens = new Token[MostKept / 8];
        }

        Count = 0;
        Length = 0;
        _charCount = 0;
        _termStart = 0;
    }

    /// <summary>Adds a folded character to the word being built.</summary>
    public void Append(char folded)
    {
        if (_charCount - _termStart >= MaxTermLength) return;
        if (_charCount == _chars.Length) Array.Resize(ref _chars, _chars.Length * 2);
        _chars[_charCount++] = folded;
        if (char.IsAsciiDigit(folded)) _hasDigit = true;
    }

    /// <summary>Adds ASCII letters, at most <see cref="MaxTermLength"/>, as the whole of the word being built.</summary>
    public void AppendLowered(ReadOnlySpan<char> letters)
    {
        const int lower = 'a' - 'A';
        if (_charCount + letters.Length > _chars.Length) Array.Resize(ref _chars, _chars.Length * 2);
        var into = _chars.AsSpan(_charCount, letters.Length);
        for (var i = 0; i < into.Length; i++) into[i] = (char)(letters[i] | lower);
        _charCount += letters.Length;
    }

    /// <summary>Adds the folded form of part of another word to the word being built.</summary>
    public void AppendTerm(int start, int length)
    {
        for (var i = 0; i < length; i++) Append(_chars[start + i]);
    }

    /// <summary>Ends the word being built; nothing is added when it is empty.</summary>
    public bool Finish(int position, int start, int end, int span = 1)
    {
        var length = _charCount - _termStart;
        if (length > 0)
        {
            // Half a surrogate pair at the cut would not survive UTF-8.
            if (char.IsHighSurrogate(_chars[_charCount - 1])) _chars[_charCount - 1] = '￿';
            if (Count == _tokens.Length) Array.Resize(ref _tokens, Count * 2);
            _tokens[Count++] = new Token(_termStart, length, position, start, end, span, _hasDigit);
        }

        _termStart = _charCount;
        _hasDigit = false;
        return length > 0;
    }

    /// <summary>Moves the last token in front of the tokens from <paramref name="index"/> on, to keep the list
    /// in the order of positions.</summary>
    public void MoveLastTo(int index)
    {
        var last = _tokens[Count - 1];
        Array.Copy(_tokens, index, _tokens, index + 1, Count - 1 - index);
        _tokens[index] = last;
    }
}
