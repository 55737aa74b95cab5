using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;

namespace Search.Api.Pages;

/// <summary>A path and its query in order: what links on a page change one part of.</summary>
/// <param name="Path">Already escaped, from the root.</param>
/// <param name="Query">Names and values, unescaped, in order.</param>
public sealed record PageAddress(string Path, ImmutableArray<(string Name, string Value)> Query)
{
    /// <summary>An address without a query.</summary>
    public static PageAddress Of(params ReadOnlySpan<string> segments)
    {
        var path = new StringBuilder();
        foreach (var segment in segments) path.Append('/').Append(Uri.EscapeDataString(segment));
        return new(path.Length == 0 ? "/" : path.ToString(), []);
    }

    /// <summary>The address of a request; values that are empty are left out.</summary>
    public static PageAddress Of(HttpRequest request) => new(
        request.Path.HasValue ? request.Path.ToUriComponent() : "/",
        [.. request.Query.SelectMany(q => q.Value.Where(v => !string.IsNullOrEmpty(v)).Select(v => (q.Key, v!)))]);

    /// <summary>The first value under a name, or null.</summary>
    public string? this[string name] => Query.FirstOrDefault(q => q.Name == name).Value;

    /// <summary>This with one value under a name, at its end; none where the value is empty.</summary>
    public PageAddress With(string name, string? value) =>
        this with { Query = string.IsNullOrEmpty(value) ? Without(name).Query : Without(name).Query.Add((name, value)) };

    /// <summary>This with a further value under a name.</summary>
    public PageAddress And(string name, string value) =>
        Query.Contains((name, value)) ? this : this with { Query = Query.Add((name, value)) };

    /// <summary>This without a name.</summary>
    public PageAddress Without(string name) => this with { Query = Query.RemoveAll(q => q.Name == name) };

    /// <summary>This with nothing but these names.</summary>
    public PageAddress Only(params ReadOnlySpan<string> names)
    {
        var kept = names.ToArray();
        return this with { Query = Query.RemoveAll(q => !kept.Contains(q.Name)) };
    }

    /// <summary>This without one value of a name.</summary>
    public PageAddress Without(string name, string value) => this with { Query = Query.Remove((name, value)) };

    /// <summary>This under another path.</summary>
    public PageAddress At(string path) => this with { Path = path };

    /// <summary>As it is requested below the path that the site is served at; <see cref="Site.Link"/> writes it for pages.</summary>
    public override string ToString()
    {
        if (Query.IsEmpty) return Path;
        var text = new StringBuilder(Path);
        var join = '?';
        foreach (var (name, value) in Query)
        {
            text.Append(join).Append(UrlEncoder.Default.Encode(name)).Append('=').Append(UrlEncoder.Default.Encode(value));
            join = '&';
        }
        return text.ToString();
    }
}
