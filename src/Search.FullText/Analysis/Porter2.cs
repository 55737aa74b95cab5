namespace Search.FullText.Analysis;

/// <summary>
/// The English stemmer known as Porter2 or Snowball English, by its published description
/// (https://snowballstem.org/algorithms/english/stemmer.html). Words are folded, in a to z and apostrophes;
/// a word with anything else in it is its own stem.
/// </summary>
internal ref struct Porter2
{
    private static readonly System.Buffers.SearchValues<char> s_notConsonants = System.Buffers.SearchValues.Create("aeiouy'");

    private readonly Span<char> _word;
    private int _length;
    private int _r1;
    private int _r2;

    private Porter2(Span<char> word, int length)
    {
        _word = word;
        _length = length;
    }

    /// <summary>Stems the first <paramref name="length"/> characters in place and returns how many are left.</summary>
    /// <param name="word">Needs room for one character more than the word.</param>
    /// <param name="length">Of the word.</param>
    public static int Stem(Span<char> word, int length)
    {
        foreach (var c in word[..length])
        {
            if (c is not ((>= 'a' and <= 'z') or '\'')) return length;
        }

        if (length <= 2) return length;
        if (IsPluralAbbreviation(word[..length])) return length - 1;
        if (Porter2Words.Irregular(word[..length]) is { } stem)
        {
            stem.CopyTo(word);
            return stem.Length;
        }

        return new Porter2(word, length).Run();
    }

    /// <summary>
    /// The one rule added to the description: letters without a vowel are an abbreviation, and lose the s of their plural
    /// (<c>SDGs</c>), which the rules for words keep.
    /// </summary>
    private static bool IsPluralAbbreviation(ReadOnlySpan<char> word) =>
        word.Length >= 4 && word[^1] == 's' && word[^2] != 's' && word.IndexOfAny(s_notConsonants) < 0;

    private int Run()
    {
        if (_word[0] == '\'') RemoveFirst();
        MarkConsonantY();
        FindRegions();
        StepApostrophe();
        StepPlural();
        if (Porter2Words.StopsAfterPlural(_word[.._length])) return Finish();
        StepPast();
        StepY();
        StepLong();
        StepLonger();
        StepLast();
        StepE();
        return Finish();
    }

    private readonly int Finish()
    {
        _word[.._length].Replace('Y', 'y');
        return _length;
    }

    private void RemoveFirst()
    {
        _word[1.._length].CopyTo(_word);
        _length--;
    }

    private readonly void MarkConsonantY()
    {
        for (var i = 0; i < _length; i++)
        {
            if (_word[i] == 'y' && (i == 0 || IsVowel(_word[i - 1]))) _word[i] = 'Y';
        }
    }

    private void FindRegions()
    {
        ReadOnlySpan<char> word = _word[.._length];
        _r1 = word.StartsWith("gener") || word.StartsWith("arsen") ? 5 : word.StartsWith("commun") ? 6 : RegionFrom(0);
        _r2 = RegionFrom(_r1);
    }

    private readonly int RegionFrom(int start)
    {
        for (var i = start + 1; i < _length; i++)
        {
            if (!IsVowel(_word[i]) && IsVowel(_word[i - 1])) return i + 1;
        }

        return _length;
    }

    private void StepApostrophe()
    {
        if (Ends("'s'")) _length -= 3;
        else if (Ends("'s")) _length -= 2;
        else if (Ends("'")) _length--;
    }

    private void StepPlural()
    {
        if (Ends("sses"))
        {
            _length -= 2;
        }
        else if (Ends("ied") || Ends("ies"))
        {
            _length -= _length > 4 ? 2 : 1;
        }
        else if (Ends("s") && !Ends("us") && !Ends("ss") && HasVowel(_length - 2))
        {
            _length--;
        }
    }

    private void StepPast()
    {
        if (Ends("eedly") || Ends("eed"))
        {
            var ending = Ends("eed") ? 3 : 5;
            if (_length - ending >= _r1) _length -= ending - 2;
            return;
        }

        var removed = Ends("ingly") ? 5 : Ends("edly") ? 4 : Ends("ing") ? 3 : Ends("ed") ? 2 : 0;
        if (removed == 0 || !HasVowel(_length - removed)) return;
        _length -= removed;
        if (Ends("at") || Ends("bl") || Ends("iz")) _word[_length++] = 'e';
        else if (EndsInDouble()) _length--;
        else if (_r1 >= _length && EndsInShortSyllable(_length)) _word[_length++] = 'e';
    }

    private readonly void StepY()
    {
        if (_length > 2 && _word[_length - 1] is 'y' or 'Y' && !IsVowel(_word[_length - 2])) _word[_length - 1] = 'i';
    }

    private void StepLong()
    {
        foreach (var (ending, replacement) in Porter2Words.LongEndings)
        {
            if (!Ends(ending)) continue;
            if (_length - ending.Length < _r1) return;
            if (ending == "ogi" && !(_length > 3 && _word[_length - 4] == 'l')) return;
            if (ending == "li" && !(_length > 2 && _word[_length - 3] is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't')) return;
            Replace(ending.Length, replacement);
            return;
        }
    }

    private void StepLonger()
    {
        foreach (var (ending, replacement) in Porter2Words.LongerEndings)
        {
            if (!Ends(ending)) continue;
            if (_length - ending.Length >= (ending == "ative" ? _r2 : _r1)) Replace(ending.Length, replacement);
            return;
        }
    }

    private void StepLast()
    {
        foreach (var ending in Porter2Words.LastEndings)
        {
            if (!Ends(ending)) continue;
            if (_length - ending.Length < _r2) return;
            if (ending == "ion" && !(_length > 3 && _word[_length - 4] is 's' or 't')) return;
            _length -= ending.Length;
            return;
        }
    }

    private void StepE()
    {
        if (Ends("e"))
        {
            var at = _length - 1;
            if (at >= _r2 || (at >= _r1 && !EndsInShortSyllable(at))) _length--;
        }
        else if (Ends("l") && _length - 1 >= _r2 && _length > 1 && _word[_length - 2] == 'l')
        {
            _length--;
        }
    }

    private void Replace(int ending, string replacement)
    {
        _length -= ending;
        replacement.CopyTo(_word[_length..]);
        _length += replacement.Length;
    }

    private readonly bool Ends(string ending) => _word[.._length].EndsWith(ending);

    private readonly bool HasVowel(int before)
    {
        for (var i = 0; i < before; i++)
        {
            if (IsVowel(_word[i])) return true;
        }

        return false;
    }

    private readonly bool EndsInDouble() =>
        _length > 1 && _word[_length - 1] == _word[_length - 2] && _word[_length - 1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't';

    /// <summary>Whether the characters before <paramref name="end"/> end in a short syllable: vowel and consonant at the beginning, or consonant, vowel, consonant other than w, x, Y.</summary>
    private readonly bool EndsInShortSyllable(int end)
    {
        if (end == 2) return IsVowel(_word[0]) && !IsVowel(_word[1]);
        return end > 2 && !IsVowel(_word[end - 3]) && IsVowel(_word[end - 2]) && !IsVowel(_word[end - 1]) && _word[end - 1] is not ('w' or 'x' or 'Y');
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
