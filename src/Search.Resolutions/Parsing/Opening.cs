namespace Search.Resolutions.Parsing;

/// <summary>What precedes the words of a line: heading signs, list dash, quotation mark, emphasis, one or two numbers.</summary>
/// <param name="Number">The number; style None where there is none.</param>
/// <param name="Second">A second number directly after the first.</param>
/// <param name="Quoted">Whether an opening quotation mark was passed.</param>
/// <param name="Heading">Whether Markdown's heading signs were passed.</param>
/// <param name="Content">Offset of the first word.</param>
internal readonly record struct Opening(Enumerator Number, Enumerator Second, bool Quoted, bool Heading, int Content)
{
    /// <summary>Signs of the deepest heading in Markdown.</summary>
    private const int MostHeadingSigns = 6;

    /// <summary>Reads the start of a line.</summary>
    public static Opening Read(string text, int start, int end)
    {
        var at = start;
        var heading = false;
        while (at < end && text[at] == '#' && at - start <= MostHeadingSigns) at++;
        if (at > start && at < end && text[at] == ' ') heading = true;
        else at = start;
        at = Blank(text, at, end);
        while (at + 1 < end && text[at] == '>' && text[at + 1] is ' ' or '“' or '"') at = Blank(text, at + 1, end);
        var quoted = Quote(text, ref at, end);
        var bold = Stars(text, at, end);
        var number = Enumerator.Read(text, at + bold, end);
        if (number.Style == EnumeratorStyle.None) return new(number, number, quoted, heading, at);
        if (number.Style == EnumeratorStyle.Bullet)
        {
            // "- (a) ...": the dash is the list's, the letter is the item's
            var inner = number.Content;
            var innerQuoted = Quote(text, ref inner, end);
            var item = Enumerator.Read(text, inner + Stars(text, inner, end), end);
            if (item.Style is not (EnumeratorStyle.None or EnumeratorStyle.Bullet))
                return new(item, default, quoted || innerQuoted, heading, After(text, item, end));
            return new(number, default, quoted, heading, number.Content);
        }
        var content = After(text, number, end);
        if (number.Style == EnumeratorStyle.Number && content < end && text[content] == '(')
        {
            var second = Enumerator.Read(text, content, end);
            if (second.Style is EnumeratorStyle.BracketLetter && second.Content < end && second.Token(text) is "a" or "i")
                return new(number, second, quoted, heading, second.Content);
        }
        return new(number, default, quoted, heading, content);
    }

    /// <summary>Passes the stars of "**1.** Decides" after the number.</summary>
    private static int After(string text, Enumerator number, int end)
    {
        var at = number.Content;
        if (at + 2 < end && text[at] == '_' && text[at + 1] == ' ') at += 2; // residue of a scan
        if (at == number.End && at + 1 < end && text[at] == '*' && text[at + 1] == '*') at += 2;
        return Blank(text, at, end);
    }

    private static int Stars(string text, int at, int end) =>
        at + 2 < end && text[at] == '*' && text[at + 1] == '*' && !char.IsWhiteSpace(text[at + 2]) ? 2 : 0;

    private static bool Quote(string text, ref int at, int end)
    {
        var from = at;
        while (at < end && text[at] is '“' or '"' or '«') at = Blank(text, at + 1, end);
        if (at < end && at > from) return true;
        at = from;
        return false;
    }

    private static int Blank(string text, int at, int end)
    {
        while (at < end && (char.IsWhiteSpace(text[at]) || text[at] is '\u200B' or '\uFEFF')) at++;
        return at;
    }
}
