using System.Text;
using System.Xml;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Reading.Word;

/// <summary>The numbering part: the numbers that Word shows before paragraphs and writes in no text.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<string, Level[]> _abstract = [];
    private readonly Dictionary<string, List> _lists = [];
    private readonly Dictionary<string, int[]> _counters = []; // by abstract list: lists that share one count on together
    private readonly HashSet<string> _started = [];            // lists whose own starts have been applied

    /// <summary>Reads the numbering part; null where the document has none.</summary>
    public static WordNumbering Read(XmlReader? xml)
    {
        var numbering = new WordNumbering();
        if (xml is null) return numbering;
        Level[]? levels = null;
        List? list = null;
        var at = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "abstractNum":
                    levels = NewLevels();
                    list = null;
                    numbering._abstract[WordXml.Attribute(xml, "abstractNumId") ?? ""] = levels;
                    break;
                case "num":
                    levels = null;
                    list = new List();
                    numbering._lists[WordXml.Attribute(xml, "numId") ?? ""] = list;
                    break;
                case "abstractNumId" when list is not null:
                    list.Abstract = WordXml.Value(xml) ?? "";
                    break;
                case "lvlOverride":
                    at = LevelAt(WordXml.Attribute(xml, "ilvl"));
                    break;
                case "startOverride" when list is not null:
                    list.Starts[at] = WordXml.Number(xml);
                    break;
                case "lvl":
                    at = LevelAt(WordXml.Attribute(xml, "ilvl"));
                    if (list is not null) levels = list.Own ??= NewLevels(); // an override that redefines its level
                    if (levels is not null) levels[at].IsDescribed = true;
                    break;
                case "start" when levels is not null:
                    levels[at].Start = WordXml.Number(xml) ?? 1;
                    break;
                case "numFmt" when levels is not null:
                    levels[at].Format = WordXml.Value(xml) ?? "decimal";
                    break;
                case "lvlText" when levels is not null:
                    levels[at].Pattern = WordXml.Value(xml) ?? "";
                    break;
            }
        }
        return numbering;
    }

    /// <summary>The number of the next paragraph of a list, or null where it shows none.</summary>
    public string? Next(string id, int level)
    {
        if (level is < 0 or >= Levels || !_lists.TryGetValue(id, out var list)) return null;
        var described = _abstract.GetValueOrDefault(list.Abstract);
        Level At(int i) => list.Own is { } own && own[i].IsDescribed ? own[i] : described is null ? Level.None : described[i];

        if (!_counters.TryGetValue(list.Abstract, out var counts))
        {
            _counters[list.Abstract] = counts = new int[Levels];
            Array.Fill(counts, int.MinValue);
        }
        if (_started.Add(id))
            for (var i = 0; i < Levels; i++)
                if (list.Starts[i] is not null) counts[i] = int.MinValue;

        int StartOf(int i) => list.Starts[i] ?? At(i).Start;
        for (var i = 0; i < level; i++)
            if (counts[i] == int.MinValue) counts[i] = StartOf(i);
        counts[level] = counts[level] == int.MinValue ? StartOf(level) : unchecked(counts[level] + 1);
        for (var i = level + 1; i < Levels; i++) counts[i] = int.MinValue;

        return Print(At(level).Pattern, counts, At);
    }

    private static string? Print(string pattern, int[] counts, Func<int, Level> at)
    {
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length && i < 100; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var level = pattern[++i] - '1';
                text.Append(Number(at(level).Format, counts[level] == int.MinValue ? at(level).Start : counts[level]));
            }
            else
            {
                // Bullets of symbol fonts lie in the private area.
                text.Append(pattern[i] is >= '\uE000' and <= '\uF8FF' ? '•' : pattern[i]);
            }
        }
        return string.IsNullOrWhiteSpace(text.ToString()) ? null : text.ToString().Trim();
    }

    private static string Number(string format, int number) => format switch
    {
        "lowerLetter" => Ordinals.RepeatedLetter(number),
        "upperLetter" => Ordinals.RepeatedLetter(number).ToUpperInvariant(),
        "lowerRoman" => Ordinals.Roman(number),
        "upperRoman" => Ordinals.Roman(number).ToUpperInvariant(),
        "decimalZero" when number is >= 0 and < 10 => "0" + Ordinals.Decimal(number),
        "none" or "bullet" => "",
        _ => Ordinals.Decimal(number),
    };

    private static int LevelAt(string? text) => text is { Length: 1 } && text[0] is >= '0' and <= '8' ? text[0] - '0' : 0;

    private static Level[] NewLevels()
    {
        var levels = new Level[Levels];
        for (var i = 0; i < Levels; i++) levels[i] = new Level();
        return levels;
    }

    private sealed class Level
    {
        public static Level None { get; } = new();
        public bool IsDescribed { get; set; }
        public int Start { get; set; } = 1;
        public string Format { get; set; } = "decimal";
        public string Pattern { get; set; } = "";
    }

    private sealed class List
    {
        public string Abstract { get; set; } = "";
        public int?[] Starts { get; } = new int?[Levels];
        public Level[]? Own { get; set; }
    }
}
