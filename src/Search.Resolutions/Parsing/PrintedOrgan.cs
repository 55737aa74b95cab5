using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>The body that front matter names as whose document it is.</summary>
internal static class PrintedOrgan
{
    /// <summary>The body that an enacting line names.</summary>
    public static Organ Enacting(string line)
    {
        var known = EnactingLine.OrganOf(line);
        return known.IsNone ? Organ.Of(Bodies.FirstIn(line)) : known;
    }

    /// <summary>A body named as whose resolution this is: "Resolution adopted by the General Assembly", a line that is the name.</summary>
    public static Organ In(string text)
    {
        var by = text.IndexOf("adopted by the ", StringComparison.OrdinalIgnoreCase);
        if (by >= 0) return Organ.Of(Bodies.FirstIn(text.AsSpan(by)));
        if (text.StartsWith("Statement by the President of the ", StringComparison.OrdinalIgnoreCase))
            return Organ.Of(Bodies.FirstIn(text));
        var line = text.AsSpan().Trim("* ,");
        return Bodies.At(line, out var length) is { } body && length == line.Length ? Organ.Of(body) : Organ.None;
    }
}
