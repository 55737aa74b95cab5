using Search.FullText.Analysis;
using Search.FullText.Queries;

namespace Search.Benchmarks.FullText;

/// <summary>Draws queries of every kind from the texts, the same from the same texts.</summary>
internal sealed class QueryDraw
{
    private const int SampleEvery = 5;
    private const int EachKind = 20;
    private readonly Dictionary<string, int> _documents = [];
    private readonly Dictionary<string, int> _seenIn = [];
    private readonly List<string[]> _sample = [];
    private readonly Random _random = new(20240229);
    private int _sampled;

    public void See(int number, TokenList tokens)
    {
        if (number % SampleEvery != 0) return;
        _sampled++;
        var words = new List<string>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Span != 1) continue;
            words.Add(tokens.Term(i).ToString());
            if (tokens[i].HasDigit) continue;
            var stem = WordForms.Stem(tokens.Term(i));
            if (_seenIn.GetValueOrDefault(stem, -1) == number) continue;
            _seenIn[stem] = number;
            _documents[stem] = _documents.GetValueOrDefault(stem) + 1;
        }

        if (_random.Next(8) == 0) _sample.Add([.. words]);
    }

    public IEnumerable<BenchmarkQuery> Queries(int documents, int dates)
    {
        for (var i = 0; i < EachKind; i++)
        {
            yield return Words("term rare", "term", "", [Word(0, 0.0005)]);
            yield return Words("term common", "term", "", [Word(0.05, 1)]);
            yield return Words("or of 2", "or", "", [Word(0.001, 0.05), Word(0.005, 0.3)]);
            yield return Words("or of 3", "or", "", [Word(0.001, 0.05), Word(0.005, 0.3), Word(0.05, 1)]);
            yield return Words("and of 2", "and", "", Together(2, 0.002, 1));
            yield return Words("and of 3", "and", "", Together(3, 0.005, 1));
            yield return Words("phrase rare", "phrase", "", Adjacent(2, 0, 0.02));
            yield return Words("phrase common", "phrase", "", Adjacent(2 + (i % 2), 0.02, 1));
            yield return Words("prefix", "prefix", "", [Beginning()]);
            yield return Words("fuzzy", "fuzzy", "", [Misspelt()]);
            yield return Words("and, filtered", "and", "filter", Together(2, 0.005, 1))
                with
            { Source = "source " + (char)('A' + _random.Next(6)), From = dates / 4, To = dates * 3 / 4 };
            yield return Words("or of 3, exact total", "or", "total", [Word(0.001, 0.05), Word(0.005, 0.3), Word(0.05, 1)]);
            yield return Words("and of 2, exact total", "and", "total", Together(2, 0.01, 1));
            yield return Words("phrase common, exact total", "phrase", "total", Adjacent(2, 0.03, 1));
            yield return Words("or of 2, facets", "or", "facets,total", [Word(0.005, 0.3), Word(0.01, 1)]);
            yield return Words("and of 2, highlights", "and", "highlights", Together(2, 0.005, 1));
        }

        for (var i = 0; i < EachKind; i++) yield return Words("and of 2, count alone", "and", "count,total", Together(2, 0.01, 1));
    }

    private static BenchmarkQuery Words(string kind, string op, string flags, string[] words) =>
        new(kind, op, flags, words, Array.ConvertAll(words, w => WordForms.Stem(w)), "", 0, 0);

    private double Share(string word) => (double)_documents.GetValueOrDefault(WordForms.Stem(word)) / _sampled;

    private bool Fits(string word, double from, double to) =>
        IsWord(word) && Share(word) is var share && share >= from && share < to && _documents.GetValueOrDefault(WordForms.Stem(word)) >= 2;

    private static bool IsWord(string word) => word.Length > 1 && word.All(char.IsAsciiLetterLower);

    private string Word(double from, double to)
    {
        while (true)
        {
            var text = _sample[_random.Next(_sample.Count)];
            if (text.Length == 0) continue;
            var word = text[_random.Next(text.Length)];
            if (Fits(word, from, to)) return word;
        }
    }

    private string[] Together(int count, double from, double to)
    {
        while (true)
        {
            var text = _sample[_random.Next(_sample.Count)].Where(w => Fits(w, from, to)).DistinctBy(w => WordForms.Stem(w)).ToArray();
            if (text.Length < count) continue;
            _random.Shuffle(text);
            return text[..count];
        }
    }

    private string[] Adjacent(int count, double from, double to)
    {
        while (true)
        {
            var text = _sample[_random.Next(_sample.Count)];
            if (text.Length < count) continue;
            var at = _random.Next(text.Length - count + 1);
            var words = text[at..(at + count)];
            if (Array.TrueForAll(words, w => Fits(w, 0, 1)) && words.Min(Share) is var least && least >= from && least < to) return words;
        }
    }

    private string Beginning()
    {
        while (true)
        {
            var word = Word(0, 1);
            if (word.Length >= 6) return word[..(3 + _random.Next(3))];
        }
    }

    private string Misspelt()
    {
        while (true)
        {
            var word = Word(0.0002, 0.2);
            if (word.Length < 6) continue;
            var at = 1 + _random.Next(word.Length - 2);
            return _random.Next(2) == 0 ? word.Remove(at, 1) : word[..at] + (char)('a' + _random.Next(26)) + word[(at + 1)..];
        }
    }
}
