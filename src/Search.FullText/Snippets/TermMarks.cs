using Search.FullText.Analysis;
using Search.FullText.Queries;

namespace Search.FullText.Snippets;

/// <summary>The terms of a query made ready to be found among the words of texts.</summary>
internal sealed class TermMarks
{
    /// <summary>A list that one long text made larger is given up with the next text.</summary>
    private const int MostKept = 1 << 14;

    [ThreadStatic]
    private static List<Mark>? t_marks;

    private readonly TextLanguage _language;
    private readonly Dictionary<string, int> _exact = [];
    private readonly Dictionary<string, int> _stems = [];
    private ulong _beginningsOfStems; // a stem begins as its words do: other words need not be stemmed
    private readonly List<(string Text, int Term)> _beginnings = [];
    private readonly List<(string Text, int Edits, int Term)> _spellings = [];
    private readonly List<(string[] Words, int Slop, int Term)> _phrases = [];

    public TermMarks(IReadOnlyList<HighlightTerm> terms, TextLanguage language)
    {
        _language = language;
        var tokens = TokenList.OfThread;
        var says = terms.Any(t => !IsFunctionWord(t, tokens));
        for (var t = 0; t < terms.Count; t++)
        {
            if (says && IsFunctionWord(terms[t], tokens)) continue;
            Tokenizer.Tokenize(terms[t].Text, tokens);
            if (tokens.Count > 0) Add(terms[t], t, tokens);
        }
    }

    // Beside words that say what is looked for, a word such as "of" is no find unless it is part of a phrase.
    private bool IsFunctionWord(HighlightTerm term, TokenList tokens)
    {
        if (term.Kind != HighlightKind.Word) return false;
        Tokenizer.Tokenize(term.Text, tokens);
        return tokens.Count == 1 && Language.Of(_language).IsFunctionWord(tokens.Term(0));
    }

    /// <summary>A stretch that answers a term.</summary>
    public readonly record struct Mark(int Start, int End, int Term);

    /// <summary>In the order of the text; none begins inside another. The list is the thread's, valid until the next call.</summary>
    public List<Mark> Find(TokenList tokens)
    {
        var marks = t_marks is { Capacity: <= MostKept } kept ? kept : t_marks = [];
        marks.Clear();
        for (var i = 0; i < tokens.Count; i++)
        {
            var term = TermOf(tokens, i);
            if (term >= 0) marks.Add(new Mark(tokens[i].Start, tokens[i].End, term));
        }

        foreach (var (words, slop, term) in _phrases) FindPhrase(tokens, words, slop, term, marks);
        marks.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var apart = 0;
        for (var i = 0; i < marks.Count; i++)
        {
            if (apart == 0 || marks[i].Start >= marks[apart - 1].End) marks[apart++] = marks[i];
        }

        marks.RemoveRange(apart, marks.Count - apart);
        return marks;
    }

    private void Add(HighlightTerm term, int number, TokenList tokens)
    {
        var whole = -1;
        for (var i = 0; i < tokens.Count && whole < 0; i++)
        {
            if (tokens[i].Position == 0 && tokens[i].Span == tokens.Length) whole = i;
        }

        if (whole < 0)
        {
            var words = new List<string>();
            for (var i = 0; i < tokens.Count; i++)
            {
                if (tokens[i].Span == 1) words.Add(tokens.Term(i).ToString());
            }

            _phrases.Add(([.. words], term.Kind == HighlightKind.Phrase ? term.Slop : 0, number));
            return;
        }

        var word = tokens.Term(whole).ToString();
        switch (term.Kind)
        {
            case HighlightKind.Prefix:
                _beginnings.Add((word, number));
                break;
            case HighlightKind.Fuzzy:
                _spellings.Add((word, Math.Clamp(term.Slop, 0, 2), number));
                break;
            case HighlightKind.Word when !tokens[whole].HasDigit:
                AddStem(word, number);
                break;
            default:
                _exact.TryAdd(word, number);
                break;
        }
    }

    private void AddStem(string word, int number)
    {
        var language = Language.Of(_language);
        var stem = WordForms.Stem(word, _language);
        foreach (var same in (IEnumerable<string>)[stem, .. language.Related(stem)])
        {
            _stems.TryAdd(same, number);
            foreach (var prefix in language.Prefixes) _stems.TryAdd(prefix + same, number);
        }

        _beginningsOfStems |= language.KeepsBeginnings ? Beginning(word) : ulong.MaxValue;
    }

    private int TermOf(TokenList tokens, int index)
    {
        var word = tokens.Term(index);
        if (_exact.Count > 0 && _exact.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var exact)) return exact;
        if ((_beginningsOfStems & Beginning(word)) != 0 && !tokens[index].HasDigit)
        {
            var stem = Language.Of(_language).Stem(word);
            if (_stems.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(stem, out var term)) return term;
        }

        foreach (var (beginning, term) in _beginnings)
        {
            if (word.StartsWith(beginning)) return term;
        }

        foreach (var (spelling, edits, term) in _spellings)
        {
            if (EditDistance.AtMost(word, spelling, edits)) return term;
        }

        return -1;
    }

    private static ulong Beginning(ReadOnlySpan<char> word) => 1UL << (word[0] & 63);

    private static void FindPhrase(TokenList tokens, string[] words, int slop, int term, List<Mark> marks)
    {
        // The last place of each word of the phrase so far; a mark where all are near enough.
        var last = new int[words.Length];
        Array.Fill(last, -1);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Span != 1) continue;
            for (var w = words.Length - 1; w >= 0; w--)
            {
                if (!tokens.Term(i).SequenceEqual(words[w])) continue;
                if (slop == 0 && w > 0 && (last[w - 1] < 0 || tokens[last[w - 1]].Position != tokens[i].Position - 1)) continue;
                last[w] = i;
                if (slop == 0 ? w == words.Length - 1 : IsNear(tokens, last, slop)) Add(tokens, last, slop, term, marks);
            }
        }
    }

    private static bool IsNear(TokenList tokens, int[] last, int slop)
    {
        var (low, high) = (int.MaxValue, int.MinValue);
        for (var w = 0; w < last.Length; w++)
        {
            if (last[w] < 0) return false;
            var place = tokens[last[w]].Position - w;
            low = Math.Min(low, place);
            high = Math.Max(high, place);
        }

        return high - low <= slop;
    }

    private static void Add(TokenList tokens, int[] last, int slop, int term, List<Mark> marks)
    {
        if (slop == 0)
        {
            var start = last[^1];
            for (var left = last.Length - 1; left > 0; left--)
            {
                do start--;
                while (tokens[start].Span != 1);
            }

            marks.Add(new Mark(tokens[start].Start, tokens[last[^1]].End, term));
            return;
        }

        foreach (var i in last) marks.Add(new Mark(tokens[i].Start, tokens[i].End, term));
    }
}
