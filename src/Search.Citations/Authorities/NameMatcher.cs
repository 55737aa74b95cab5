using Search.Resolutions.Text;

namespace Search.Citations.Authorities;

/// <summary>
/// Finds the names of works in a text, longest first, in one pass. Forgives case, spelling, hyphens, "the", "for" against
/// "of", plurals outside the head noun, and one wrong letter in a long name; never runs across a full stop.
/// </summary>
/// <remarks>Immutable; safe to call from several threads.</remarks>
internal sealed class NameMatcher
{
    /// <summary>A name of this many words may have one misread letter.</summary>
    private const int FewestWordsForSlip = 4;

    /// <summary>A name of at most this many words can be the beginning of another work's title.</summary>
    private const int MostWordsOfNickname = 4;

    private readonly NameVocabulary _words;
    private readonly NameTrie _trie;
    private readonly NameExtent _extent;
    private readonly int _draft;
    private readonly int _to;
    private readonly int[] _indefinite;

    /// <summary>Makes the automaton from all names of a list.</summary>
    public NameMatcher(AuthorityList authorities)
        : this(authorities, [])
    {
    }

    /// <summary>Makes the automaton from all names of a list and names learned elsewhere.</summary>
    public NameMatcher(AuthorityList authorities, IEnumerable<(string Name, WorkId Work)> learned)
    {
        ArgumentNullException.ThrowIfNull(authorities);
        var names = NameIndex.Build(authorities.Works, authorities.Parts, learned);
        (WorkName Name, string[] Spellings)[] spelled = [.. names.Select(n => (n, NameVariants.Respell(n.Text).ToArray()))];
        _words = new NameVocabulary([.. names.Select(n => n.Text), .. spelled.SelectMany(s => s.Spellings), .. NameExtent.Vocabulary]);
        _trie = new NameTrie(_words.Count);
        foreach (var name in names) Add(name, name.Text);
        foreach (var (name, spellings) in spelled)
            foreach (var spelling in spellings) Add(name, spelling);
        _extent = new NameExtent(authorities, _words);
        _draft = _words.Find("draft");
        _to = _words.Find("to");
        _indefinite = [_words.Find("a"), _words.Find("an")];
    }

    /// <summary>The words that names are made of.</summary>
    internal NameVocabulary Words => _words;

    /// <summary>All names in a text, in order, none inside another.</summary>
    public List<NameMatch> Find(ReadOnlySpan<char> text) => Find(text, out _);

    /// <summary>The same, with the number of words that were compared: what its time is made of.</summary>
    internal List<NameMatch> Find(ReadOnlySpan<char> text, out long steps)
    {
        return Find(text, NameTokens.Of(text, _words), out steps);
    }

    /// <summary>The same in a text that is cut into words already, by <see cref="Words"/>.</summary>
    internal List<NameMatch> Find(ReadOnlySpan<char> text, NameTokens tokens, out long steps)
    {
        steps = 0;
        var found = new List<NameMatch>();
        var free = 0; // first token that no name holds yet
        var unborn = -1; // last token of a name that was only drafted: what it ends with is not cited either
        for (var i = 0; i < tokens.Count;)
        {
            var end = Longest(text, tokens, i, out var pattern, ref steps);
            if (end >= 0 && IsDraftOrProposed(text, tokens, i, pattern!))
            {
                unborn = end;
                end = -1;
            }
            if (end < 0 || end == unborn && !FollowsTo(tokens, i) || IsPartOfAnother(text, tokens, i, end, pattern!))
            {
                i++;
                continue;
            }
            var (first, last) = _extent.Widen(text, tokens, i, end, free, pattern!.Name);
            var span = NameExtent.Close(text, new TextSpan(tokens[first].Start, tokens[last].End));
            if (!_extent.MergesInto(found, text, tokens, free, first, span, pattern.Name)) found.Add(new NameMatch(span, pattern.Name));
            i = free = last + 1;
        }
        _extent.Check(found, tokens);
        return found;
    }

    /// <summary>The names that are exactly this text, its case apart.</summary>
    internal List<WorkName> Exactly(string text)
    {
        var words = WordsOf(text);
        var state = words.Count == 0 || words.Contains(NameToken.Unknown) ? 0 : _trie.Walk([.. words]);
        return state == 0 ? [] : [.. (_trie.Ending(state) ?? []).Where(p => p.Name.Kind != NameKind.Anaphoric).Select(p => p.Name)];
    }

    private void Add(WorkName name, string spelling)
    {
        var words = WordsOf(spelling);
        if (words.Count == 0 || spelling != name.Text && _trie.Walk([.. words]) is > 0 and var same && _trie.Ending(same) is not null)
            return;
        var exact = NameVariants.IsAbbreviation(name.Text);
        var capitals = words.Count >= 5 ? 0
            : words.Count == 4 ? Math.Min(1, Capitals(name.Text))
            : Math.Min(Capitals(name.Text), Capitals(spelling));
        _trie.Add([.. words], new NamePattern(name, words.Count, capitals, exact));
    }

    private List<int> WordsOf(string text)
    {
        var words = new List<int>();
        var scanner = new NameScanner(text);
        while (scanner.Next())
            if (_words.Find(scanner.Word) is var word && word != NameToken.Article) words.Add(word);
        return words;
    }

    private static int Capitals(string name)
    {
        var n = 0;
        var scanner = new NameScanner(name);
        while (scanner.Next())
            if ((scanner.Marks & NameTokenMarks.Capital) != NameTokenMarks.None
                && !name.AsSpan(scanner.Start, scanner.End - scanner.Start).Equals("the", StringComparison.OrdinalIgnoreCase))
                n++;
        return n;
    }

    /// <summary>The last token of the longest name that begins at a token, or -1.</summary>
    private int Longest(ReadOnlySpan<char> text, NameTokens tokens, int first, out NamePattern? pattern, ref long steps)
    {
        pattern = null;
        var state = _trie.Next(0, tokens[first].Word);
        if (state == 0) return -1;
        var best = -1;
        var capitals = tokens[first].Capital ? 1 : 0;
        var slip = false;
        for (var i = first; ;)
        {
            if (_trie.Ending(state) is { } ending && Fitting(text, tokens, first, i, ending, capitals, slip) is { } fit)
            {
                best = i;
                pattern = fit;
            }
            steps++;
            var articles = 0;
            do i++;
            while (i < tokens.Count && tokens[i].Word == NameToken.Article && !tokens[i].Broken && articles++ < 2);
            if (i >= tokens.Count || tokens[i].Broken) return best;
            var next = _trie.Next(state, tokens[i].Word);
            if (next == 0 && !slip && tokens[i].Word == NameToken.Unknown
                && tokens[i].End - tokens[i].Start >= SymmetricDeleteIndex.ShortestLength)
            {
                next = NextNear(state, text[tokens[i].Start..tokens[i].End]);
                slip = true;
            }
            if (next == 0) return best;
            state = next;
            if (tokens[i].Capital) capitals++;
        }
    }

    private int NextNear(int state, ReadOnlySpan<char> word)
    {
        foreach (var near in _words.FindNear(word))
            if (_trie.Next(state, near) is var next and not 0) return next;
        return 0;
    }

    private static NamePattern? Fitting(ReadOnlySpan<char> text, NameTokens tokens, int first, int last, List<NamePattern> ending,
        int capitals, bool slip)
    {
        NamePattern? best = null;
        foreach (var pattern in ending)
        {
            if (capitals < pattern.Capitals || (slip && pattern.Words < FewestWordsForSlip)) continue;
            if (pattern.Exact && !StandsAlone(text, tokens[first].Start, tokens[last].End, pattern.Name.Text)) continue;
            if (best is null || Surer(text[tokens[first].Start..tokens[last].End], pattern, best)) best = pattern;
        }
        return best;
    }

    /// <summary>Two works may differ by a plural only ("the Decade", "the Decades"): the one that is printed counts.</summary>
    private static bool Surer(ReadOnlySpan<char> printed, NamePattern one, NamePattern other)
    {
        var same = printed.Equals(one.Name.Text, StringComparison.OrdinalIgnoreCase);
        return same == printed.Equals(other.Name.Text, StringComparison.OrdinalIgnoreCase) ? one.Name.Kind < other.Name.Kind : same;
    }

    /// <summary>Whether a short name is the end of a compound, or of the name of another work.</summary>
    private bool IsPartOfAnother(ReadOnlySpan<char> text, NameTokens tokens, int first, int last, NamePattern pattern) =>
        pattern.Words <= MostWordsOfNickname
            && (IsTailOfCompound(text, tokens[first].Start) || _extent.IsOfAnother(text, tokens, first, last, pattern.Name));

    /// <summary>An abbreviation agrees letter by letter and is no part of a symbol ("CRC/C/GC/14") or compound.</summary>
    private static bool StandsAlone(ReadOnlySpan<char> text, int start, int end, string name)
    {
        if (!text[start..end].SequenceEqual(name)) return false;
        if (start > 0 && text[start - 1] is '/' or '-' or '.' or '_') return false;
        var after = text[end..];
        if (after is ['.', var next, ..]) return !char.IsLetterOrDigit(next);
        return after is not ['/' or '-' or '_', ..];
    }

    /// <summary>"a draft protocol to ...", "a convention against ...": what is named does not exist yet.</summary>
    private bool IsDraftOrProposed(ReadOnlySpan<char> text, NameTokens tokens, int first, NamePattern pattern)
    {
        if (first == 0 || tokens[first].Broken || pattern.Name.Kind is NameKind.Abbreviation or NameKind.Part) return false;
        var before = tokens[first - 1].Word;
        if (before < 0) return false;
        if (before == _draft) return true;
        // "column A Palermo Protocol": a capital inside a sentence is a letter, no article
        var startsSentence = first == 1 || tokens[first - 1].Broken;
        return Array.IndexOf(_indefinite, before) >= 0 && (startsSentence || !char.IsUpper(text[tokens[first - 1].Start]));
    }

    /// <summary>"Kyiv-Copenhagen Declaration" is not the one of Copenhagen.</summary>
    private static bool IsTailOfCompound(ReadOnlySpan<char> text, int start) =>
        start > 1 && NameLetters.IsHyphen(text[start - 1]) && char.IsLetter(text[start - 2]);

    private bool FollowsTo(NameTokens tokens, int first)
    {
        while (first > 0 && tokens[first - 1].Word == NameToken.Article) first--;
        return first > 0 && tokens[first - 1].Word == _to;
    }
}
