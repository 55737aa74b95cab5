using System.Xml;

namespace Search.Resolutions.Reading.Word;

/// <summary>What a style of a Word document says, its ancestors included.</summary>
/// <param name="Letters">How letters are set.</param>
/// <param name="IsHeading">Whether its paragraphs are headings.</param>
/// <param name="List">The list its paragraphs are numbered by, or null.</param>
/// <param name="Level">The level in that list, from 0.</param>
internal sealed record WordStyle(LetterStyle Letters, bool IsHeading, string? List, int Level)
{
    /// <summary>The style of text without a style.</summary>
    public static WordStyle Plain { get; } = new(LetterStyle.Plain, false, null, 0);
}

/// <summary>The styles part.</summary>
internal sealed class WordStyles
{
    private const int MaxAncestors = 16;

    private readonly Dictionary<string, Definition> _definitions = [];
    private readonly Dictionary<string, WordStyle> _resolved = [];

    /// <summary>Reads the styles part; null where the document has none.</summary>
    public static WordStyles Read(XmlReader? xml)
    {
        var styles = new WordStyles();
        if (xml is null) return styles;
        Definition? open = null;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "style":
                    open = new Definition();
                    if (WordXml.Attribute(xml, "styleId") is { } id) styles._definitions[id] = open;
                    break;
                case "name" when open is not null && WordXml.Value(xml) is { } name:
                    open.IsHeading |= name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) || name is "Title" or "Subtitle";
                    break;
                case "basedOn" when open is not null:
                    open.BasedOn = WordXml.Value(xml);
                    break;
                case "outlineLvl" when open is not null:
                    open.IsHeading |= WordXml.Number(xml) is >= 0 and < 9;
                    break;
                case "numId" when open is not null:
                    open.List = WordXml.Value(xml);
                    break;
                case "ilvl" when open is not null:
                    open.Level = WordXml.Number(xml) ?? 0;
                    break;
                default:
                    if (open is not null) WordXml.Letters(xml, ref open.Set, ref open.Cleared);
                    break;
            }
        }
        return styles;
    }

    /// <summary>The style with an id.</summary>
    public WordStyle this[string? id] => id is null ? WordStyle.Plain : Resolve(id, 0);

    private WordStyle Resolve(string id, int depth)
    {
        if (_resolved.TryGetValue(id, out var known)) return known;
        if (depth > MaxAncestors || !_definitions.TryGetValue(id, out var own)) return WordStyle.Plain;
        var above = own.BasedOn is null ? WordStyle.Plain : Resolve(own.BasedOn, depth + 1);
        var style = new WordStyle((above.Letters & ~own.Cleared) | own.Set, own.IsHeading
            || above.IsHeading, own.List ?? above.List, own.Level ?? above.Level);
        _resolved[id] = style;
        return style;
    }

    private sealed class Definition
    {
        public LetterStyle Set;
        public LetterStyle Cleared;

        public string? BasedOn { get; set; }
        public bool IsHeading { get; set; }
        public string? List { get; set; }
        public int? Level { get; set; }
    }
}
