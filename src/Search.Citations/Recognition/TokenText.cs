using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using Search.Citations.Authorities;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>A word, a run of digits, or one other sign that is not white space.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character.</param>
/// <param name="Sentence">Which sentence it belongs to, counted from 0.</param>
/// <param name="Word">The word, or what it is instead.</param>
/// <param name="Traits">What else is known of it.</param>
internal readonly record struct Token(int Start, int End, int Sentence, Word Word, TokenTraits Traits);

/// <summary>A text cut into tokens, with its sentences counted. An index outside the text gives <see cref="Word.End"/>.</summary>
/// <remarks>Dispose the text when nothing reads it any more: the next one on the thread takes its memory.</remarks>
internal sealed class TokenText : IDisposable
{
    /// <summary>A thread keeps the memory of a text of at most this many tokens, about 2 MB with the words of names.</summary>
    private const int MostTokensKept = 1 << 16;

    [ThreadStatic]
    private static TokenText? t_free;

    private readonly NameTokens _nameWords = new();
    private Token[] _tokens = [];
    private int _sentence;
    private TokenTraits _glued;

    private TokenText()
    {
    }

    /// <summary>Cuts a text; with a vocabulary also into the words that <see cref="NameMatcher"/> reads.</summary>
    public static TokenText Of(string text, NameVocabulary? vocabulary = null)
    {
        var tokens = t_free ?? new TokenText();
        t_free = null;
        tokens.Cut(text, vocabulary);
        return tokens;
    }

    private void Cut(string text, NameVocabulary? vocabulary)
    {
        Text = text;
        _sentence = 0;
        _glued = TokenTraits.None;
        var expected = text.Length / 5 + 8;
        if (_tokens.Length < expected) Replace(ArrayPool<Token>.Shared.Rent(expected));
        _nameWords.Clear(vocabulary is null ? 0 : text.Length / 6 + 8);
        var scanner = new NameScanner(text);
        var cut = 0;
        while (scanner.Next())
        {
            if (vocabulary is not null) _nameWords.Add(ref scanner, vocabulary);
            if (scanner.IsLetters)
            {
                Cut(cut, scanner.Start);
                AddWord(scanner.Start, scanner.End, scanner.Word);
            }
            else
            {
                Cut(cut, scanner.End);
            }
            cut = scanner.End;
        }
        Cut(cut, text.Length);
    }

    /// <summary>The words that names are sought in; none where no vocabulary was given.</summary>
    public NameTokens NameWords => _nameWords;

    /// <summary>Cuts what is not one word of letters: signs, numbers, words with numbers, apostrophes and hyphens in them.</summary>
    private void Cut(int from, int to)
    {
        for (var i = from; i < to;)
        {
            var c = Text[i];
            var start = i;
            if (c == '\t')
            {
                // the border of two cells of a table: no name runs across
                Add(new(start, ++i, _sentence, Word.Sign, TokenTraits.None));
                _glued = TokenTraits.None;
            }
            else if (c == ' ' || char.IsWhiteSpace(c) || c == '\u00AD')
            {
                i++;
                _glued = TokenTraits.None;
            }
            else if (char.IsAsciiDigit(c))
            {
                while (i < to && char.IsAsciiDigit(Text[i])) i++;
                Add(new(start, i, _sentence, Word.Digits, _glued | TokenTraits.Opener));
                _glued = TokenTraits.Glued;
            }
            else if (char.IsLetter(c))
            {
                while (i < to && char.IsLetter(Text[i])) i++;
                AddWord(start, i, Lexicon.Hash(Text.AsSpan(start, i - start)));
            }
            else
            {
                i++;
                Add(new(start, i, _sentence, Word.Sign, c == '!' ? _glued | TokenTraits.Opener : _glued));
                _glued = TokenTraits.Glued;
                if (c == '.' && EndsSentence(start)) _sentence++;
            }
        }
    }

    private void AddWord(int start, int end, ulong hash)
    {
        var entry = Lexicon.Find(Text.AsSpan(start, end - start), hash);
        var traits = _glued | entry.Traits;
        if (char.IsUpper(Text[start])) traits |= TokenTraits.Capital | TokenTraits.Opener;
        else traits &= ~TokenTraits.BodyStart;
        Add(new(start, end, _sentence, entry.Word, traits));
        _glued = TokenTraits.Glued;
    }

    /// <summary>The whole text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>The word at an index.</summary>
    public Word this[int index] => (uint)index < (uint)Count ? _tokens[index].Word : Word.End;

    /// <summary>Offset of a token's first character; the text's length after the last token.</summary>
    public int Start(int index) => index < Count ? _tokens[index].Start : Text.Length;

    /// <summary>Offset just after a token.</summary>
    public int EndOf(int index) => _tokens[index].End;

    /// <summary>Which sentence a token belongs to, counted from 0.</summary>
    public int Sentence(int index) => _tokens[Math.Clamp(index, 0, Count - 1)].Sentence;

    /// <summary>The characters of a token; empty outside the text.</summary>
    public ReadOnlySpan<char> Chars(int index) =>
        (uint)index < (uint)Count ? Text.AsSpan(_tokens[index].Start, _tokens[index].End - _tokens[index].Start) : [];

    /// <summary>From the first character of one token to just after another (exclusive index).</summary>
    public TextSpan Span(int first, int end) => new(_tokens[first].Start, _tokens[end - 1].End);

    /// <summary>Whether the token is this sign.</summary>
    public bool Is(int index, char sign) =>
        (uint)index < (uint)Count && _tokens[index].Word == Word.Sign && Text[_tokens[index].Start] == sign;

    /// <summary>The token that is a sign; a null character for any other.</summary>
    public char Sign(int index) => this[index] == Word.Sign ? Text[_tokens[index].Start] : '\0';

    /// <summary>Whether the token is an apostrophe.</summary>
    public bool IsApostrophe(int index) => Sign(index) is '’' or '\'';

    /// <summary>Whether the token is this sign and no space is before it.</summary>
    public bool IsGlued(int index, char sign) => Is(index, sign) && Glued(index);

    /// <summary>"/12", ".5": whether the token is this sign and digits follow it, with no space before either.</summary>
    public bool IsGluedNumber(int index, char sign) => IsGlued(index, sign) && IsGluedDigits(index + 1);

    /// <summary>Whether digits are here and no space before them.</summary>
    public bool IsGluedDigits(int index) => this[index] == Word.Digits && Glued(index);

    /// <summary>Characters between a token and the one before it.</summary>
    public int Gap(int index) => Start(index) - EndOf(index - 1);

    /// <summary>Whether the token is a hyphen or dash.</summary>
    public bool IsDash(int index) =>
        this[index] == Word.Sign && Text[_tokens[index].Start] is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014';

    /// <summary>Whether a token is here and no space before it.</summary>
    public bool Glued(int index) => Has(index, TokenTraits.Glued);

    /// <summary>Whether the token is a word or letter.</summary>
    public bool IsLetters(int index) => this[index] is not (Word.End or Word.Digits or Word.Sign);

    /// <summary>Whether the token is a word that begins with a capital.</summary>
    public bool IsCapitalized(int index) => Has(index, TokenTraits.Capital);

    /// <summary>Whether a body's name can begin here.</summary>
    public bool MayBeginBody(int index) => Has(index, TokenTraits.BodyStart);

    /// <summary>Whether nothing can begin here: a word or sign without a part in citations, and no capital that a name,
    /// body or symbol begins with.</summary>
    public bool CannotStartMention(int index)
    {
        if (!Has(index, TokenTraits.Opener)) return true;
        var word = _tokens[index].Word;
        if (word <= Word.Sign && word != Word.Other || WordGroups.MayOpen(word)) return false;
        return !MayBeginBody(index) && !Glued(index + 1) && Chars(index) is not ("WHA" or "OP" or "PP");
    }

    /// <summary>Whether a pinpoint may begin here.</summary>
    public bool MayBeginPinpoint(int index) => Has(index, TokenTraits.Unit);

    /// <summary>Whether the token is one capital letter standing alone.</summary>
    public bool IsLetter(int index) =>
        IsCapitalized(index) && _tokens[index].End - _tokens[index].Start == 1 && char.IsAsciiLetterUpper(Text[_tokens[index].Start]);

    /// <summary>The value of a run of digits; -1 for anything else and for more than nine digits.</summary>
    public int Number(int index)
    {
        if (this[index] != Word.Digits) return -1;
        var chars = Chars(index);
        return chars.Length <= 9 ? int.Parse(chars, NumberStyles.None, CultureInfo.InvariantCulture) : -1;
    }

    /// <summary>The value of a word written in roman capitals; 0 for anything else.</summary>
    public int Roman(int index) => IsCapitalized(index) ? RomanNumeral.Value(Chars(index)) : 0;

    /// <summary>Whether the word equals <paramref name="text"/> in any case.</summary>
    public bool Equals(int index, string text) => Chars(index).Equals(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first token that begins at or after an offset.</summary>
    public int IndexAt(int offset)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_tokens[middle].Start < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Has(int index, TokenTraits trait) => (uint)index < (uint)Count && (_tokens[index].Traits & trait) != TokenTraits.None;

    private void Add(Token token)
    {
        if (Count == _tokens.Length) Replace(ArrayPool<Token>.Shared.Rent(Count * 2));
        _tokens[Count++] = token;
    }

    private void Replace(Token[] tokens)
    {
        Array.Copy(_tokens, tokens, Count);
        if (_tokens.Length > 0) ArrayPool<Token>.Shared.Return(_tokens);
        _tokens = tokens;
    }

    /// <summary>Leaves the memory to the next text.</summary>
    public void Dispose()
    {
        Text = "";
        Count = 0;
        if (_tokens.Length > MostTokensKept) Replace([]);
        _nameWords.Clear(0);
        t_free = this;
    }

    /// <summary>Whether the full stop at <paramref name="at"/> ends a sentence: a capital follows, and no abbreviation,
    /// number or initial precedes it.</summary>
    private bool EndsSentence(int at)
    {
        var next = at + 1;
        if (next < Text.Length && !char.IsWhiteSpace(Text[next])) return false;
        while (next < Text.Length && (char.IsWhiteSpace(Text[next]) || Text[next] is '“' or '"' or '(' or '‘' or '[')) next++;
        if (next >= Text.Length) return false;
        if (!char.IsUpper(Text[next]) && !char.IsAsciiDigit(Text[next])) return false;
        if (Count < 2) return true;
        var before = _tokens[Count - 2];
        if (before.End != at) return true;
        var length = before.End - before.Start;
        if (before.Word == Word.Digits) return char.IsUpper(Text[next]) && !IsOrdinalAtStart(before);
        if (before.Word.IsUnit() && length <= 6
            || before.Word is Word.No or Word.Vol or Word.Page or Word.Ibid or Word.Resolution && length <= 4)
            return false;
        var chars = Text.AsSpan(before.Start, length);
        if (length == 1) return false;
        if (RomanNumeral.Value(chars) > 0) return char.IsUpper(Text[next]) && next + 1 < Text.Length && char.IsLower(Text[next + 1]);
        return !Abbreviations.Contains(chars);
    }

    /// <summary>A number that is first in the text or its line numbers a heading: "63/190. Convening ...".</summary>
    private static bool IsOrdinalAtStart(Token token) => token.Start == 0;

    private static readonly WordList Abbreviations = WordList.OfAnyCase("abbreviations");
}
