using System.Globalization;
using Search.Api.Pages.Words;
using Search.Catalog.Parameters;

namespace Search.Api.Pages;

/// <summary>Reads the parameters of a page. What cannot be read is passed over and said on the page: a reader
/// is not sent away for a slip.</summary>
internal sealed class PageQuery(HttpRequest request, PageWords words)
{
    /// <summary>Pages after this are not served.</summary>
    public const int LastPage = 200;

    /// <summary>The parameters that the API has too.</summary>
    public ParameterValues Values { get; } =
        new(name => request.Query.TryGetValue(name, out var values) ? [.. values.Select(v => v?.Trim() ?? "")] : []);

    /// <summary>What was passed over, for the reader.</summary>
    public IReadOnlyList<string> Notices =>
        [.. Values.Refused.Select(r => r.Of is DateParameter
            ? words.Filled("notice.date", Shown(r.Value))
            : words.Filled("notice.value", Shown(r.Value), r.Name))];

    /// <summary>The last value of a parameter, trimmed; empty where it is missing.</summary>
    public string Text(string name, int most = 2000)
    {
        var value = request.Query[name];
        var text = value.Count == 0 ? "" : value[^1]?.Trim() ?? "";
        return text.Length > most ? text[..most] : text;
    }

    /// <summary>One of some words; the first where the parameter is missing or another.</summary>
    public string OneOf(string name, params ReadOnlySpan<string> known)
    {
        var text = Text(name).ToLowerInvariant();
        return known.Contains(text) ? text : known[0];
    }

    /// <summary>A number, of those that the parameter can be the nearest.</summary>
    public int Nearest(NumberParameter parameter) => Number(parameter.Name, parameter.Least, parameter.Most, parameter.Default);

    /// <summary>The page asked for, from 1.</summary>
    public int Page => Number("page", 1, LastPage, 1);

    /// <summary>The address of the API that asks the same: with parameters that both have, without what was passed over.</summary>
    public PageAddress ApiCall(PageAddress address, IEnumerable<Parameter> parameters)
    {
        var call = address.Only([.. parameters.SelectMany(p => p.OldNames.Prepend(p.Name))]);
        foreach (var refused in Values.Refused) call = call.Without(refused.Name);
        return call;
    }

    private int Number(string name, int least, int most, int otherwise) =>
        int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, least, most) : otherwise;

    private static string Shown(string text) => text.Length > 40 ? text[..39] + "…" : text;
}
