using Search.Resolutions.Text;

namespace Search.Resolutions.Parsing;

/// <summary>The columns of a line that a page layout has put side by side: <c>2/11          24-24153</c>.</summary>
internal ref struct LineColumns(string text, Line line)
{
    /// <summary>Blanks that separate two columns; justified text has fewer between its words.</summary>
    private const int Gap = 3;

    private int _next = line.Start;

    /// <summary>The column that <see cref="MoveNext"/> found.</summary>
    public TextSpan Current { get; private set; }

    /// <summary>Returns itself, for <c>foreach</c>.</summary>
    public readonly LineColumns GetEnumerator() => this;

    /// <summary>Finds the next column.</summary>
    public bool MoveNext()
    {
        if (_next >= line.End) return false;
        var end = _next;
        var blanks = 0;
        for (var i = _next; i < line.End; i++)
        {
            if (text[i] == '\t') blanks = Gap;
            else if (char.IsWhiteSpace(text[i])) blanks++;
            else if (blanks >= Gap) break;
            else (end, blanks) = (i + 1, 0);
        }
        Current = new(_next, end);
        _next = end;
        while (_next < line.End && char.IsWhiteSpace(text[_next])) _next++;
        return true;
    }
}
