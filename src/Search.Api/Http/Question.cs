using System.Globalization;
using System.Text;

namespace Search.Api.Http;

/// <summary>What a request asks: its path and its parameters, whatever their order; of several values of one the order counts.</summary>
internal static class Question
{
    /// <summary>The question as bytes: no two questions have the same, for every text follows its length.</summary>
    /// <param name="request">The request.</param>
    /// <param name="without">A parameter that is not part of it.</param>
    public static byte[] Of(HttpRequest request, string? without = null)
    {
        var question = new StringBuilder();
        Add((request.PathBase + request.Path).Value ?? "");
        foreach (var (name, values) in request.Query.Where(q => q.Key != without).OrderBy(q => q.Key, StringComparer.Ordinal))
            foreach (var value in values)
            {
                Add(name);
                Add(value ?? "");
            }
        return Encoding.UTF8.GetBytes(question.ToString());

        void Add(string text) => question.Append(CultureInfo.InvariantCulture, $"{text.Length}:{text}");
    }
}
