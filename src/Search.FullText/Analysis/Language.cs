namespace Search.FullText.Analysis;

/// <summary>
/// How a language's words are compared: its stemmer and its function words, both from Lucene.Net.Analysis.Common. Words are
/// folded first (<see cref="CharacterTable"/>), so stems are those of folded words. Each thread has instances of its own:
/// the library's stemmers keep the word they work on.
/// </summary>
internal sealed class Language
{
    /// <summary>Room for the letter that a stemmer may add.</summary>
    private const int Spare = 2;

    /// <summary>Stems that are kept, each at a place that its word gives: a stem costs ten times as much as looking it up.</summary>
    private const int Places = 1 << 10;

    /// <summary>Of a longer word or stem nothing is kept.</summary>
    private const int LongestKept = 15;

    private const int PlaceLength = 2 + (2 * LongestKept); // two lengths, word, stem

    [ThreadStatic]
    private static Language?[]? t_ofThread;

    private readonly LanguageRules _rules;
    private readonly StemInPlace _stem;
    private readonly char[] _kept = new char[Places * PlaceLength];
    private char[] _word = new char[TokenList.MaxTermLength + Spare];

    private readonly RelatedStems _related;

    private Language(LanguageRules rules)
    {
        (_rules, _stem) = (rules, rules.NewStemmer());
        _related = new(rules.Code, word => Stem(word).ToString());
    }

    /// <summary>How many languages there are.</summary>
    public static int Count => LanguageRules.Count;

    /// <summary>The thread's own instance of a language.</summary>
    public static Language Of(TextLanguage language)
    {
        var all = t_ofThread ??= new Language?[LanguageRules.Count];
        return all[(int)language] ??= new Language(LanguageRules.Of(language));
    }

    /// <summary>Whether a stored number is that of a language.</summary>
    public static bool IsKnown(int number) => number < LanguageRules.Count;

    /// <inheritdoc cref="LanguageRules.Prefixes" />
    public IReadOnlyList<string> Prefixes => _rules.Prefixes;

    /// <summary>Whether words may have <see cref="Related"/> stems or <see cref="Prefixes"/>.</summary>
    public bool HasFurtherForms => _rules.Prefixes.Length > 0 || !_related.IsEmpty;

    /// <inheritdoc cref="LanguageRules.KeepsBeginnings" />
    public bool KeepsBeginnings => _rules.KeepsBeginnings;

    /// <summary>Whether a folded word is written in the language's letters, so that it has a stem.</summary>
    public bool HasStem(ReadOnlySpan<char> word) => !word.ContainsAnyExcept(_rules.Letters);

    /// <summary>The stem of a folded word, valid until the next call. A word with a sign of another script is its own stem.</summary>
    public ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestKept) return Make(word);
        var place = _kept.AsSpan((string.GetHashCode(word, StringComparison.Ordinal) & (Places - 1)) * PlaceLength, PlaceLength);
        if (place[0] == word.Length && word.SequenceEqual(place.Slice(2, word.Length))) return place.Slice(2 + LongestKept, place[1]);
        var stem = Make(word);
        if (word.IsEmpty || stem.Length > LongestKept) return stem;
        (place[0], place[1]) = ((char)word.Length, (char)stem.Length);
        word.CopyTo(place[2..]);
        stem.CopyTo(place[(2 + LongestKept)..]);
        return stem;
    }

    private ReadOnlySpan<char> Make(ReadOnlySpan<char> word)
    {
        if (!HasStem(word)) return word;
        if (_word.Length < word.Length + Spare) _word = new char[word.Length + Spare];
        word.CopyTo(_word);
        var stem = _stem(ref _word, word.Length);
        return stem == 0 ? word : _word.AsSpan(0, stem);
    }

    /// <inheritdoc cref="RelatedStems.Of" />
    public IEnumerable<string> Related(string stem) => _related.Of(stem);

    /// <summary>Whether a folded word joins others and says nothing about the subject: an unquoted query does without it.</summary>
    public bool IsFunctionWord(ReadOnlySpan<char> word) => _rules.FunctionWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
