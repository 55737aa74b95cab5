using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Search.FullText.Analysis;

namespace Search.FullText.Tests.Oracle;

/// <summary>Our words as Lucene's tokens, as they are or stemmed.</summary>
internal sealed class WordStream : TokenStream
{
    private readonly TokenList _words = new();
    private readonly TextLanguage _language;
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _increment;
    private int _at;

    public WordStream(string text, TextLanguage language)
    {
        _language = language;
        _term = AddAttribute<ICharTermAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
        Analysis.Tokenizer.Tokenize(text, _words);
    }

    public override bool IncrementToken()
    {
        if (_at == _words.Count) return false;
        ClearAttributes();
        var word = _words.Term(_at);
        if (!_words[_at].HasDigit) word = Language.Of(_language).Stem(word);
        _term.SetEmpty();
        _term.Append(word.ToString());
        _increment.PositionIncrement = _at == 0 ? _words[0].Position + 1 : _words[_at].Position - _words[_at - 1].Position;
        _at++;
        return true;
    }
}
