using System.Globalization;
using AngleSharp.Html.Parser.Tokens;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Reading.Html;

/// <summary>Counts the items of one ordered list, whose numbers are in no text.</summary>
internal sealed class ListNumber
{
    private readonly string _type;
    private int _next;

    /// <summary>A list as its tag describes it.</summary>
    public ListNumber(HtmlTagToken tag)
    {
        _type = tag.GetAttribute("type") is { Length: > 0 } type ? type : "1";
        _next = Number(tag.GetAttribute("start")) ?? 1;
    }

    /// <summary>The number of the next item as resolutions print it: <c>1.</c>, <c>(a)</c>, <c>(i)</c>; bare for a note.</summary>
    public string Next(HtmlTagToken item, bool note)
    {
        if (Number(item.GetAttribute("value")) is { } value) _next = value;
        var number = _next;
        _next = unchecked(_next + 1);
        if (note) return Ordinals.Decimal(number);
        return _type switch
        {
            "a" => $"({Ordinals.Letter(number)})",
            "A" => $"({Ordinals.Letter(number).ToUpperInvariant()})",
            "i" => $"({Ordinals.Roman(number)})",
            "I" => $"{Ordinals.Roman(number).ToUpperInvariant()}.",
            _ => $"{Ordinals.Decimal(number)}.",
        };
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;
}
