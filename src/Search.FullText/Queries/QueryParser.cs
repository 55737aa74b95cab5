using System.Globalization;
using System.Text;
using Search.FullText.Analysis;

namespace Search.FullText.Queries;

/// <summary>Reads the tokens of one text by recursive descent, the depth bounded by the options.</summary>
internal ref struct QueryParser
{
    private readonly QueryLanguageOptions _options;
    private readonly List<QueryWarning> _warnings = [];
    private readonly List<FieldClause> _fields = [];
    private readonly List<HighlightTerm> _terms = [];
    private readonly string _source;
    private QueryLexer _lexer;
    private QueryToken _token;
    private int _clauses;
    private int _expansions;
    private bool _tooLongSaid;

    public QueryParser(string text, QueryLanguageOptions options)
    {
        _source = text;
        _options = options;
        var span = text.AsSpan();
        if (span.Length > options.MaxLength)
        {
            span = span[..options.MaxLength];
            _warnings.Add(new QueryWarning(QueryWarningCode.TooLong, $"Only the first {options.MaxLength} characters were read.",
                span.Length, text.Length));
            _tooLongSaid = true;
        }

        _lexer = new QueryLexer(span, _warnings);
        _token = _lexer.Next();
    }

    public ParsedQuery Parse()
    {
        var read = new StringBuilder();
        var group = new QueryGroup();
        while (_token.Kind != QueryTokenKind.End)
        {
            ReadItems(group, field: null, depth: 0, negated: false);
            if (_token.Kind != QueryTokenKind.Close) continue;
            Warn(QueryWarningCode.UnmatchedParenthesis, "The closing parenthesis has no opening one and was ignored.");
            _token = _lexer.Next();
        }

        if (group.OnlyExcludes)
            _warnings.Add(new QueryWarning(QueryWarningCode.OnlyExclusions, "The query has only exclusions; it finds everything else.", 0,
                _source.Length));
        var query = group.ToQuery() ?? (_fields.Count > 0 ? new AllQuery() : new NoneQuery());
        foreach (var part in group.Read)
        {
            if (read.Length > 0) read.Append(' ');
            read.Append(part);
        }

        _warnings.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End));
        return new ParsedQuery(query, read.ToString(), _warnings, _fields, _terms);
    }

    /// <summary>Items up to the end or to a closing parenthesis, which is left for the caller.</summary>
    private void ReadItems(QueryGroup group, string? field, int depth, bool negated)
    {
        while (_token.Kind is not (QueryTokenKind.End or QueryTokenKind.Close))
        {
            if (_token.Kind is QueryTokenKind.Or or QueryTokenKind.And)
            {
                Warn(QueryWarningCode.DanglingOperator, $"{_token.Text} has nothing to join here and was ignored.");
                _token = _lexer.Next();
                continue;
            }

            var item = ReadItem(field, depth, negated, nested: depth > 0);
            if (_token.Kind == QueryTokenKind.Or) item = ReadAlternatives(item, field, depth, negated);
            var required = _token.Kind == QueryTokenKind.And;
            if (required)
            {
                _token = _lexer.Next();
                if (_token.Kind is QueryTokenKind.End or QueryTokenKind.Close)
                    Warn(QueryWarningCode.DanglingOperator, "AND is followed by nothing and was ignored.");
            }

            group.Add(item, required);
        }
    }

    private QueryItem ReadAlternatives(QueryItem first, string? field, int depth, bool negated)
    {
        var alternatives = new List<QueryItem>();
        if (first.Query is not null) alternatives.Add(first);
        while (_token.Kind == QueryTokenKind.Or)
        {
            var or = _token;
            _token = _lexer.Next();
            if (_token.Kind is QueryTokenKind.End or QueryTokenKind.Close or QueryTokenKind.Or or QueryTokenKind.And)
            {
                _warnings.Add(new QueryWarning(QueryWarningCode.DanglingOperator, "OR is followed by nothing and was ignored.", or.Start,
                    or.End));
                continue;
            }

            var item = ReadItem(field, depth, negated, nested: true);
            if (item.Query is not null) alternatives.Add(item);
        }

        if (alternatives.Count == 0) return first;
        if (alternatives.Count == 1) return alternatives[0];
        var queries = new Query[alternatives.Count];
        for (var i = 0; i < queries.Length; i++)
            queries[i] = alternatives[i].Negated
                ? new BooleanQuery { Must = [new AllQuery()], MustNot = [alternatives[i].Query!] }
                : alternatives[i].Query!;
        var read = string.Join(" OR ", alternatives.ConvertAll(a => a.Read));
        return new QueryItem(new BooleanQuery { Should = queries }, $"({read})", Required: true);
    }

    private QueryItem ReadItem(string? field, int depth, bool negated, bool nested)
    {
        var exclude = false;
        while (_token.Kind == QueryTokenKind.Not)
        {
            var not = _token;
            _token = _lexer.Next();
            if (_token.Kind is QueryTokenKind.End or QueryTokenKind.Close or QueryTokenKind.Or or QueryTokenKind.And)
            {
                _warnings.Add(new QueryWarning(QueryWarningCode.DanglingOperator, $"{not.Text} is followed by nothing and was ignored.",
                    not.Start, not.End));
                return default;
            }

            exclude = !exclude;
        }

        var item = ReadOperand(field, depth, negated ^ exclude, nested);
        return exclude
            && item.Query is not null ? item with { Negated = !item.Negated, Read = item.Negated ? item.Read![1..] : "-" + item.Read }
            : exclude && item.Read is not null ? item with { Read = "-" + item.Read } : item;
    }

    private QueryItem ReadOperand(string? field, int depth, bool negated, bool nested)
    {
        var token = _token;
        switch (token.Kind)
        {
            case QueryTokenKind.Open:
                return ReadGroup(field, depth, negated);
            case QueryTokenKind.Field:
                return ReadField(token, field, depth, negated, nested);
            case QueryTokenKind.Phrase:
                _token = _lexer.Next();
                return Admit(token) ? Phrase(token, field, negated) : default;
            default:
                _token = _lexer.Next();
                return Admit(token) ? Word(token, field, negated) : default;
        }
    }

    private QueryItem ReadGroup(string? field, int depth, bool negated)
    {
        var open = _token;
        _token = _lexer.Next();
        if (depth >= _options.MaxDepth)
        {
            SayTooLong($"Parentheses nested deeper than {_options.MaxDepth} were left out.", open.Start, open.End);
            while (_token.Kind == QueryTokenKind.Open) _token = _lexer.Next();
            return default;
        }

        var group = new QueryGroup();
        ReadItems(group, field, depth + 1, negated);
        if (_token.Kind == QueryTokenKind.Close) _token = _lexer.Next();
        else _warnings.Add(new QueryWarning(QueryWarningCode.UnmatchedParenthesis, "The parenthesis is not closed; it was read to the end.",
            open.Start, open.End));
        var query = group.ToQuery();
        if (query is null) return new QueryItem(null, group.Read.Count == 0 ? null : string.Join(' ', group.Read));
        if (group.Single is { } single) return single;
        return new QueryItem(query, $"({string.Join(' ', group.Read)})", Required: true);
    }

    private QueryItem ReadField(QueryToken name, string? outer, int depth, bool negated, bool nested)
    {
        var own = Own(name.Text);
        var known = own is null ? Known(name.Text) : null;
        if (own is null && known is null)
        {
            _warnings.Add(new QueryWarning(QueryWarningCode.UnknownField, $"'{name.Text}' is not a field; it was searched as a word.",
                name.Start, name.End));
            _token = _lexer.Next();
            return Admit(name) ? Word(name, outer, negated) : default;
        }

        if (!name.Glued)
        {
            _warnings.Add(new QueryWarning(QueryWarningCode.EmptyField, $"'{name.Text}:' has no value; it was searched as a word.",
                name.Start, name.End));
            _token = _lexer.Next();
            return Admit(name) ? Word(name, outer, negated) : default;
        }

        if (own is not null)
        {
            var value = _lexer.RawValue();
            _token = _lexer.Next();
            if (!Admit(name)) return default;
            _fields.Add(new FieldClause(own, value.Text, negated, name.Start, value.End));
            if (nested)
                _warnings.Add(new QueryWarning(QueryWarningCode.FieldCountsForAll,
                    $"'{own}:' applies to the whole query, not only to this part.", name.Start, value.End));
            return new QueryItem(null, $"{own}:{ValueText.Quoted(value.Text)}");
        }

        if (known!.Kind == FieldKind.Number)
        {
            var value = _lexer.RawValue();
            _token = _lexer.Next();
            if (!Admit(name)) return default;
            if (ValueText.Bounds(value.Text) is not { } bounds)
            {
                _warnings.Add(new QueryWarning(QueryWarningCode.NotANumber,
                    $"'{value.Text}' is not a number or a range such as 1990..1999 and was ignored.", name.Start, value.End));
                return default;
            }

            return new QueryItem(new RangeQuery(known.Name, bounds.From, bounds.To), $"{known.Name}:{value.Text}", Required: true);
        }

        if (known.Kind == FieldKind.Keyword)
        {
            // The text of a keyword is not for this language to understand: it is taken raw, unless a list is opened.
            if (_lexer.IsAtOpen)
            {
                _token = _lexer.Next();
                return ReadGroup(known.Name, depth, negated);
            }

            var value = _lexer.RawValue();
            _token = _lexer.Next();
            return Admit(value) ? Keyword(known.Name, value) : default;
        }

        _token = _lexer.Next();
        return ReadOperand(known.Name, depth, negated, nested) is { Query: not null } item ? item : default;
    }

    private QueryItem Word(QueryToken token, string? field, bool negated)
    {
        var prefix = field is null ? "" : field + ":";
        if (field is not null && Known(field)?.Kind == FieldKind.Keyword)
            return Keyword(field, token);
        if (!Tokenizer.HasWord(token.Text))
        {
            if (token.Suffix == '*')
                _warnings.Add(new QueryWarning(QueryWarningCode.ShortPrefix, "A star alone has no meaning and was ignored.", token.Start,
                    token.End));
            return default;
        }

        var text = token.Text;
        if (text.Contains('*', StringComparison.Ordinal))
            _warnings.Add(new QueryWarning(QueryWarningCode.StarInside, "A star has a meaning only at the end of a word.", token.Start,
                token.End));

        // Signs that mean nothing here part words as any sign does; in the reading they must not come to mean something.
        text = text.Replace('*', '+').Replace('~', '+');
        if (token.Suffix == '*')
        {
            if (Tokenizer.LetterCount(text) >= 3)
            {
                if (AdmitExpansion(token))
                {
                    if (!negated) _terms.Add(new HighlightTerm(text, HighlightKind.Prefix));
                    return new QueryItem(new PrefixQuery(text, field), prefix + text + "*", Required: true);
                }
            }
            else
            {
                _warnings.Add(new QueryWarning(QueryWarningCode.ShortPrefix,
                    "A prefix needs at least three letters; it was searched as a whole word.", token.Start, token.End));
            }
        }

        if (token.Suffix == '~' && AdmitExpansion(token))
        {
            var letters = Tokenizer.LetterCount(text);
            var edits = token.Number >= 0 ? Math.Min(token.Number, 2) : letters <= 2 ? 0 : letters <= 5 ? 1 : 2;
            if (!negated) _terms.Add(new HighlightTerm(text, HighlightKind.Fuzzy, edits));
            return new QueryItem(new FuzzyQuery(text, edits, field), FormattableString.Invariant($"{prefix}{text}~{edits}"),
                Required: true);
        }

        if (WordParts.Of(text, _options.Language) is { Count: > 0 } joined)
            return Joined(joined, prefix + ValueText.Quoted(text), field, negated);
        if (!negated) _terms.Add(new HighlightTerm(text, HighlightKind.Word));
        if (IdeographRun.Parts(text) is { Count: > 0 } parts)
            return new QueryItem(Run(token, text, parts, field, negated), prefix + ValueText.Quoted(text), Required: field is not null);
        var literal = token.Kind == QueryTokenKind.Word && text is not ("OR" or "AND" or "NOT");
        return new QueryItem(new TermQuery(text, field), prefix + (literal
            ? text
            : ValueText.Quoted(text)), Required: field is not null,
            Weak: field is null && Tokenizer.IsFunctionWord(text, _options.Language));
    }

    /// <summary>Words that signs join: all of them, each in any of its forms.</summary>
    private readonly QueryItem Joined(List<string> words, string read, string? field, bool negated)
    {
        if (!negated) _terms.AddRange(words.Select(w => new HighlightTerm(w, HighlightKind.Word)));
        Query[] queries = [.. words.Select(w => new TermQuery(w, field))];
        return new QueryItem(queries.Length == 1 ? queries[0] : Query.And(queries), read, Required: field is not null);
    }

    /// <summary>Words written without spaces: most of their parts must be there, and a text with all of them as
    /// written ranks above others.</summary>
    private BooleanQuery Run(QueryToken token, string text, List<string> parts, string? field, bool negated)
    {
        var most = Math.Max(1, _options.MaxClauses - _clauses + 1);
        if (parts.Count > most)
        {
            SayTooLong($"Only the first {_options.MaxClauses} words were read.", token.Start, token.End);
            parts.RemoveRange(most, parts.Count - most);
        }

        _clauses += parts.Count - 1;
        if (!negated) _terms.AddRange(parts.Select(p => new HighlightTerm(p, HighlightKind.Word)));
        return new BooleanQuery
        {
            Must = [new BooleanQuery { Should = [.. parts.Select(p => new TermQuery(p, field))],
                MinShouldMatch = QueryLanguage.MostOf(parts.Count) }],
            Should = [new PhraseQuery(text, Field: field)],
        };
    }

    private QueryItem Phrase(QueryToken token, string? field, bool negated)
    {
        var prefix = field is null ? "" : field + ":";
        if (field is not null && Known(field)?.Kind == FieldKind.Keyword)
            return Keyword(field, token);
        if (!Tokenizer.HasWord(token.Text)) return default;
        var slop = token.Suffix == '~' ? Math.Clamp(token.Number, 0, 100) : 0;
        if (!negated) _terms.Add(new HighlightTerm(token.Text, HighlightKind.Phrase, slop));
        var read = prefix + ValueText.Always(token.Text) + (slop > 0 ? "~" + slop.ToString(CultureInfo.InvariantCulture) : "");
        return new QueryItem(new PhraseQuery(token.Text, slop, field), read, Required: true);
    }

    /// <summary>A value is taken as it stands: signs in it mean nothing.</summary>
    private readonly QueryItem Keyword(string field, QueryToken token)
    {
        var value = token.Kind == QueryTokenKind.Phrase ? token.Text : _source[token.Start..token.End];
        return new QueryItem(new KeywordQuery(field, value), field + ":" + ValueText.Quoted(value), Required: true);
    }

    private bool Admit(QueryToken token)
    {
        if (++_clauses <= _options.MaxClauses) return true;
        SayTooLong($"Only the first {_options.MaxClauses} words were read.", token.Start, _source.Length);
        return false;
    }

    private bool AdmitExpansion(QueryToken token)
    {
        if (++_expansions <= _options.MaxExpansions) return true;
        if (_expansions == _options.MaxExpansions + 1)
            _warnings.Add(new QueryWarning(
                QueryWarningCode.TooManyExpansions,
                $"Only the first {_options.MaxExpansions} words with * or ~ were expanded: the others were read as whole words.",
                token.Start, _source.Length));
        return false;
    }

    private void SayTooLong(string message, int start, int end)
    {
        if (_tooLongSaid) return;
        _tooLongSaid = true;
        _warnings.Add(new QueryWarning(QueryWarningCode.TooLong, message, start, end));
    }

    private readonly void Warn(string code, string message) => _warnings.Add(new QueryWarning(code, message, _token.Start, _token.End));

    private readonly string? Own(string name)
    {
        foreach (var own in _options.OwnFields)
            if (string.Equals(own, name, StringComparison.OrdinalIgnoreCase)) return own;
        return null;
    }

    private readonly Field? Known(string name)
    {
        if (_options.Schema is not { } schema) return null;
        foreach (var field in schema.Fields)
        {
            if (string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase)) return field;
        }

        return null;
    }
}
