using System.Globalization;

namespace Search.Reuse.Words;

/// <summary>Reads the words of a text one after another: runs of letters and digits; in scripts without spaces, every ideograph.</summary>
internal ref struct WordReader(ReadOnlySpan<char> text)
{
    /// <summary>Letters of a word that are compared; a longer run is cut into words of this length.</summary>
    private const int LongestWord = 64;

    private readonly ReadOnlySpan<char> _text = text;
    private WordBuffer _letters;
    private int _position;
    private int _length;

    /// <summary>The word without case, combining marks and soft hyphens; valid until the next is read.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public readonly ReadOnlySpan<char> Word => ((ReadOnlySpan<char>)_letters)[.._length];

    /// <summary>UTF-16 offset of the word's first character.</summary>
    public int Start { get; private set; }

    /// <summary>UTF-16 offset after the word's last character.</summary>
    public readonly int End => _position;

    /// <summary>Moves to the next word.</summary>
    /// <returns>False at the end of the text.</returns>
    public bool Read()
    {
        while (_position < _text.Length && !IsLetter(_text[_position])) _position++;
        Start = _position;
        _length = 0;
        while (_position < _text.Length && _length < LongestWord)
        {
            var c = _text[_position];
            if (IsIdeograph(c))
            {
                if (_length > 0) break;
                _letters[_length++] = c;
                _position++;
                break;
            }
            if (IsLetter(c)) _letters[_length++] = char.ToLowerInvariant(c);
            else if (!IsInvisible(c)) break;
            _position++;
        }
        return _length > 0;
    }

    private static bool IsLetter(char c) => char.IsAsciiLetterOrDigit(c) || (c > '\x7f' && char.IsLetterOrDigit(c));

    private static bool IsIdeograph(char c) => c is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';

    private static bool IsInvisible(char c) =>
        c > '\x7f'
            && (c == '\u00ad' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    [System.Runtime.CompilerServices.InlineArray(LongestWord)]
    private struct WordBuffer
    {
        private char _first;
    }
}
