namespace Search.FullText.Analysis;

/// <summary>One word of a text: its folded form lies in the list's characters.</summary>
/// <param name="TermStart">Where the folded form begins in <see cref="TokenList"/>'s characters.</param>
/// <param name="TermLength">Its UTF-16 units.</param>
/// <param name="Position">Number of the word in the text; forms of one word share it.</param>
/// <param name="Start">First UTF-16 unit in the text.</param>
/// <param name="End">Behind the last.</param>
/// <param name="Span">How many positions it covers: 1, or more for an identifier kept whole.</param>
internal readonly record struct Token(int TermStart, int TermLength, int Position, int Start, int End, int Span);

/// <summary>The words of a text, in a buffer that is used again for the next text.</summary>
internal sealed class TokenList
{
    private char[] _chars = new char[1024];
    private Token[] _tokens = new Token[128];
    private int _charCount;

    public int Count { get; private set; }

    /// <summary>Number of positions: the length of the text in words.</summary>
    public int Length { get; set; }

    public ref readonly Token this[int index] => ref _tokens[index];

    public ReadOnlySpan<char> Term(int index) => _chars.AsSpan(_tokens[index].TermStart, _tokens[index].TermLength);

    public void Clear()
    {
        Count = 0;
        Length = 0;
        _charCount = 0;
    }

    public void Add(ReadOnlySpan<char> term, int position, int start, int end, int span = 1)
    {
        if (_charCount + term.Length > _chars.Length) Array.Resize(ref _chars, Math.Max(_chars.Length * 2, _charCount + term.Length));
        if (Count == _tokens.Length) Array.Resize(ref _tokens, Count * 2);
        term.CopyTo(_chars.AsSpan(_charCount));
        _tokens[Count++] = new Token(_charCount, term.Length, position, start, end, span);
        _charCount += term.Length;
    }
}
