using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>Reads the heads of paragraphs in a language: English by <see cref="Head"/>'s rules, the others by their tables.</summary>
internal sealed class HeadReader(Language language)
{
    /// <summary>The language.</summary>
    public Language Language => language;

    /// <summary>Letters of the longest word whose ending is looked at.</summary>
    private const int LongestWord = 24;

    /// <summary>Characters of a paragraph or line within which its head is.</summary>
    public const int Reach = 80;

    private readonly OpeningWords? _openings = language.IsEnglish ? null : language.Openings;

    /// <summary>Reads the head of a line, looking only at its first words.</summary>
    public Head ReadLine(ReadOnlySpan<char> line) => Read(line[..Math.Min(line.Length, Reach)]);

    /// <summary>Reads the head of a cleaned paragraph.</summary>
    public Head Read(ReadOnlySpan<char> text)
    {
        if (_openings is null) return Head.Read(text);
        var at = 0;
        while (at < text.Length && at < Head.MostOpeningSigns
            && (text[at] is '“' or '"' or '‘' or '«' or '(' or '[' or '*' or '_' or '…' or ' '))
            at++;
        if (_openings.At(text[at..], out var length) is { } opening)
        {
            var part = opening.Part switch
            {
                OpeningPart.Preambular => HeadKind.Preambular,
                OpeningPart.Operative => HeadKind.Operative,
                _ => text.EndsWith(',') ? HeadKind.Preambular : HeadKind.Operative,
            };
            return new(part, at + length, Known: true);
        }
        var end = at;
        while (end < text.Length && end - at < LongestWord && char.IsLetter(text[end])) end++;
        return end < text.Length && !char.IsLetter(text[end]) && _openings.EndsAsPreambular(text[at..end])
            ? new(HeadKind.Preambular, end, Known: false)
            : default;
    }

    /// <summary>The head as printed, or null.</summary>
    public string? Printed(string text, int emphasis, Head head)
    {
        if (_openings is null) return Head.Printed(text, emphasis, head);
        return head.Kind == HeadKind.None
            ? null
            : RepeatedStrings.Of(text.AsSpan(0, head.Length).TrimStart("“\"‘«([ "));
    }
}
