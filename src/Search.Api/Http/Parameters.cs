using System.Globalization;
using Search.Catalog;

namespace Search.Api.Http;

/// <summary>Reads the parameters of one request; the first that cannot be read becomes the answer.</summary>
internal sealed class Parameters(HttpContext context)
{
    private const int MostValues = 50;

    private readonly IQueryCollection _query = context.Request.Query;

    /// <summary>The problem to answer with, or null where all could be read.</summary>
    public IResult? Problem { get; private set; }

    /// <summary>The value of a parameter, or null; of several the last.</summary>
    public string? Text(string name) => _query.TryGetValue(name, out var values) && values is [.., { Length: > 0 } last] ? last : null;

    /// <summary>A parameter that must be there.</summary>
    public string Required(string name, string example)
    {
        var value = Text(name);
        if (string.IsNullOrWhiteSpace(value)) Fail("missing-parameter", $"Add ?{name}=, for example ?{name}={Uri.EscapeDataString(example)}.", name);
        return value ?? "";
    }

    /// <summary>All values of a parameter, given several times or separated by commas.</summary>
    public IReadOnlyList<string> List(string name)
    {
        if (!_query.TryGetValue(name, out var values)) return [];
        string[] all = [.. values.SelectMany(v => (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()];
        if (all.Length > MostValues) Fail("bad-parameter", $"{name} may have at most {MostValues} values.", name);
        return all;
    }

    /// <summary>All values of a parameter, one each time that it is given.</summary>
    public IReadOnlyList<string> Values(string name)
    {
        if (!_query.TryGetValue(name, out var values)) return [];
        string[] all = [.. values.OfType<string>().Select(v => v.Trim()).Where(v => v.Length > 0).Distinct()];
        if (all.Length > MostValues) Fail("bad-parameter", $"{name} may have at most {MostValues} values.", name);
        return all;
    }

    /// <summary>A whole number within bounds.</summary>
    public int Number(string name, int least, int most, int otherwise)
    {
        if (Text(name) is not { } text) return otherwise;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most) return n;
        Fail("bad-parameter", $"{name} must be a whole number from {least} to {most}.", name);
        return otherwise;
    }

    /// <summary>true or false.</summary>
    public bool? Flag(string name)
    {
        switch (Text(name)?.ToLowerInvariant())
        {
            case null: return null;
            case "true" or "1" or "yes": return true;
            case "false" or "0" or "no": return false;
            default:
                Fail("bad-parameter", $"{name} must be true or false.", name);
                return null;
        }
    }

    /// <summary>An ISO date, a month or a year.</summary>
    public string? Date(string name, bool end)
    {
        if (Text(name) is not { } text) return null;
        if (PartialDate.Day(text, end) is { } day) return day;
        Fail("bad-parameter", $"{name} must be a date such as 2003-12-22, 2003-12 or 2003.", name);
        return null;
    }

    /// <summary>One of some words.</summary>
    public string OneOf(string name, params ReadOnlySpan<string> words)
    {
        if (Text(name)?.ToLowerInvariant() is not { } text) return words[0];
        if (words.Contains(text)) return text;
        Fail("bad-parameter", $"{name} must be one of {string.Join(", ", words)}.", name, Near(text, [.. words]));
        return words[0];
    }

    /// <summary>Any of some words.</summary>
    public IReadOnlyList<string> AnyOf(string name, IReadOnlyList<string> words)
    {
        var values = List(name).Select(v => v.ToLowerInvariant()).ToList();
        foreach (var value in values)
            if (!words.Contains(value)) Fail("bad-parameter", $"{name} must be of {string.Join(", ", words)}.", name, Near(value, words));
        return values;
    }

    /// <summary>The offset that the cursor names, 0 without one.</summary>
    /// <param name="catalog">The snapshot that answers.</param>
    /// <param name="most">No page begins at or after it.</param>
    public int Skip(ResolutionCatalog catalog, int most = int.MaxValue)
    {
        if (Text("cursor") is not { } cursor) return 0;
        var (skip, error) = Cursor.Read(cursor, catalog, context.Request);
        if (skip >= most) (skip, error) = (0, "bad-cursor");
        if (error is not null)
            Fail(error, error == "gone" ? "A newer snapshot is served. Ask again without the cursor." : "Use the cursor of 'next' unchanged, with the same parameters.", "cursor");
        return skip;
    }

    /// <summary>A cursor for the page after this one, or null where this is the last; also sent as a Link header.</summary>
    public string? Next(ResolutionCatalog catalog, int skip, int shown, long total)
    {
        var next = skip + shown;
        if (shown == 0 || next >= total) return null;
        var cursor = Cursor.Write(catalog, next, context.Request);
        var query = QueryString.Create(_query.Where(q => q.Key != "cursor").SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v))))
            .Add("cursor", cursor);
        context.Response.Headers.Append("Link", $"<{context.Request.PathBase}{context.Request.Path}{query}>; rel=\"next\"");
        return cursor;
    }

    private void Fail(string code, string detail, string parameter, IReadOnlyList<string>? didYouMean = null) =>
        Problem ??= Problems.Result(code, detail, parameter, didYouMean);

    /// <summary>Those of some words that may have been meant.</summary>
    public static List<string> Near(string text, IReadOnlyList<string> words) =>
        [.. words.Where(w => text.Length > 1 && (w.Contains(text, StringComparison.Ordinal) || text.Contains(w, StringComparison.Ordinal) || w.AsSpan().CommonPrefixLength(text) >= 3)).Take(3)];
}
