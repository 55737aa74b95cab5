using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Search.Api.Http;

/// <summary>What a request asks: its path and its parameters, whatever their order; of several values of one the order counts.</summary>
internal static class Question
{
    /// <summary>Writes the question as bytes: no two questions have the same, for every text follows its length.</summary>
    /// <param name="request">The request.</param>
    /// <param name="to">Gets them.</param>
    /// <param name="without">A parameter that is not part of it.</param>
    public static void Write(HttpRequest request, IBufferWriter<byte> to, string? without = null)
    {
        Add((request.PathBase + request.Path).Value ?? "");
        var query = request.Query;
        if (query.Count > 1)
        {
            foreach (var (name, values) in query.OrderBy(q => q.Key, StringComparer.Ordinal)) AddAll(name, values);
        }
        else
        {
            foreach (var (name, values) in query) AddAll(name, values);
        }

        void AddAll(string name, StringValues values)
        {
            if (name == without) return;
            foreach (var value in values)
            {
                Add(name);
                Add(value ?? "");
            }
        }

        void Add(string text)
        {
            const int digits = 11;
            var room = to.GetSpan(digits);
            _ = text.Length.TryFormat(room, out var length, provider: CultureInfo.InvariantCulture);
            room[length++] = (byte)':';
            to.Advance(length);
            Encoding.UTF8.GetBytes(text, to);
        }
    }
}
