using System.Globalization;
using System.Xml;

namespace Search.Resolutions.Reading.Word;

/// <summary>What the elements of WordprocessingML share. Names are compared without their namespace, which has two forms.</summary>
internal static class WordXml
{
    /// <summary>An attribute by its local name, or null.</summary>
    public static string? Attribute(XmlReader xml, string name)
    {
        if (!xml.MoveToFirstAttribute()) return null;
        string? value = null;
        do
        {
            if (xml.LocalName != name) continue;
            value = xml.Value;
            break;
        }
        while (xml.MoveToNextAttribute());
        xml.MoveToElement();
        return value;
    }

    /// <summary>The attribute <c>val</c>, or null.</summary>
    public static string? Value(XmlReader xml) => Attribute(xml, "val");

    /// <summary>The attribute <c>val</c> as a number, or null.</summary>
    public static int? Number(XmlReader xml) =>
        int.TryParse(Value(xml), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>Whether a toggle element such as <c>b</c> switches on.</summary>
    public static bool IsOn(XmlReader xml) => Value(xml) is not ("0" or "false" or "off" or "none");

    /// <summary>Takes what a property element says about letters, if it does.</summary>
    public static void Letters(XmlReader xml, ref LetterStyle set, ref LetterStyle cleared)
    {
        LetterStyle style;
        bool on;
        switch (xml.LocalName)
        {
            case "b":
                (style, on) = (LetterStyle.Bold, IsOn(xml));
                break;
            case "i":
                (style, on) = (LetterStyle.Italic, IsOn(xml));
                break;
            case "vertAlign":
                (style, on) = (LetterStyle.Superscript, Value(xml) == "superscript");
                break;
            default:
                return;
        }
        set = on ? set | style : set & ~style;
        cleared = on ? cleared & ~style : cleared | style;
    }
}
