using Search.Citations.Recognition;
using Search.Resolutions.Vocabulary;
using Search.Resolutions;

namespace Search.Citations.Linking;

/// <summary>Which body speaks in which clause: an embedded draft has a speaker of its own.</summary>
internal sealed class EnactingBodies
{
    private readonly List<(int Start, Body Body)> _lines = [];
    private readonly Body? _document;

    public EnactingBodies(Resolution resolution)
    {
        var source = resolution.Source.Text;
        foreach (var span in resolution.Furniture)
        {
            if (span.Length is < 8 or > 300 || span.End > source.Length) continue;
            if (!LooksEnacting(span.In(source))) continue;
            if (Read(source.Substring(span.Start, span.Length)) is { } body) _lines.Add((span.Start, body));
        }
        _document = Speaker(resolution.Front.Organ.Body) ?? Speaker(BodyOf(resolution.Front.Symbol))
            ?? (_lines.Count > 0 ? _lines[0].Body : null);
    }

    /// <summary>The body that speaks for the document as a whole, or null.</summary>
    public Body? Document => _document ?? (_lines.Count > 0 ? _lines[0].Body : null);

    /// <summary>The body that speaks at an offset of the source, or null.</summary>
    public Body? At(int offset)
    {
        Body? found = null;
        foreach (var (start, body) in _lines)
        {
            if (start > offset) break;
            found = body;
        }
        return found ?? _document;
    }

    /// <summary>A body as the one whose "its" a document uses: commissions that only report are not, for their
    /// numbers are of no known form.</summary>
    private static Body? Speaker(Body? body) => body is { Numbers.AllowsAny: false } ? body : null;

    private static bool LooksEnacting(ReadOnlySpan<char> line)
    {
        line = line.TrimStart(" \t“\"‘'*_«\u00A0");
        return line.StartsWith("The", StringComparison.OrdinalIgnoreCase);
    }

    private static Body? Read(string line)
    {
        using var text = TokenText.Of(line);
        var i = 0;
        while (text[i] == Word.Sign) i++;
        return text[i] == Word.The ? BodyList.At(text, i + 1, out _) : null;
    }

    private static Body? BodyOf(string? symbol) =>
        DocumentSymbol.TryParse(symbol, null, out var parsed) ? parsed.Organ.Body : null;
}
