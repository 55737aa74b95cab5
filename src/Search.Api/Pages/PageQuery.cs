using System.Globalization;
using Search.Api.Http;
using Search.Api.Pages.Words;

namespace Search.Api.Pages;

/// <summary>Reads the parameters of a page. What cannot be read is passed over and said on the page: a reader is not sent away for a slip.</summary>
internal sealed class PageQuery(HttpRequest request, PageWords words)
{
    /// <summary>Pages behind this are not served.</summary>
    public const int LastPage = 200;

    private readonly List<string> _notices = [];

    /// <summary>What was passed over, for the reader.</summary>
    public IReadOnlyList<string> Notices => _notices;

    /// <summary>The last value of a parameter, trimmed; empty where it is missing.</summary>
    public string Text(string name, int most = 2000)
    {
        var value = request.Query[name];
        var text = value.Count == 0 ? "" : value[^1]?.Trim() ?? "";
        return text.Length > most ? text[..most] : text;
    }

    /// <summary>All values of a parameter.</summary>
    public IReadOnlyList<string> List(string name) =>
        [.. request.Query[name].SelectMany(v => (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct().Take(20)];

    /// <summary>The values of a parameter, one each time that it is given.</summary>
    public IReadOnlyList<string> Values(string name) =>
        [.. request.Query[name].OfType<string>().Select(v => v.Trim()).Where(v => v.Length is > 0 and <= 200).Distinct().Take(20)];

    /// <summary>Those of a parameter's values that are in a list.</summary>
    public IReadOnlyList<string> AnyOf(string name, IReadOnlyList<string> known)
    {
        var values = new List<string>();
        foreach (var value in List(name).Select(v => v.ToLowerInvariant()))
            if (known.Contains(value)) values.Add(value);
            else _notices.Add(words.Filled("notice.value", Shown(value), name));
        return values;
    }

    /// <summary>One of some words; the first where the parameter is missing or another.</summary>
    public string OneOf(string name, params ReadOnlySpan<string> known)
    {
        var text = Text(name).ToLowerInvariant();
        return known.Contains(text) ? text : known[0];
    }

    /// <summary>A number within bounds.</summary>
    public int Number(string name, int least, int most, int otherwise) =>
        int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, least, most) : otherwise;

    /// <summary>The page asked for, from 1.</summary>
    public int Page => Number("page", 1, LastPage, 1);

    /// <summary>An ISO date, month or year as a day; null where it is missing or unreadable.</summary>
    public string? Date(string name, bool end)
    {
        var text = Text(name);
        if (text.Length == 0) return null;
        if (PartialDate.Day(text, end) is { } day) return day;
        _notices.Add(words.Filled("notice.date", Shown(text)));
        return null;
    }

    private static string Shown(string text) => text.Length > 40 ? text[..39] + "…" : text;
}
