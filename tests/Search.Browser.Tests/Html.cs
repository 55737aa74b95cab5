using System.Net;
using System.Text.RegularExpressions;

namespace Search.Browser.Tests;

/// <summary>The little of HTML that tests over HTTP need.</summary>
internal static partial class Html
{
    /// <summary>All addresses of links, unescaped.</summary>
    public static IEnumerable<string> Links(string html) => Hrefs().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value));

    /// <summary>A page as a browser would get it, whatever its status.</summary>
    public static async Task<string> GetStringOrErrorPage(this HttpClient client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Hrefs();
}
