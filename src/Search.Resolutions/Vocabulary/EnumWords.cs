using System.Collections.Frozen;
using System.Text;

namespace Search.Resolutions.Vocabulary;

/// <summary>The words by which the members of a closed family are written in files, requests and answers: <c>TreatySeries</c> is
/// <c>treaty-series</c>.</summary>
public static class EnumWords
{
    /// <summary>All words of a family, in its order.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Family<T>.All;

    /// <summary>The word for a member.</summary>
    public static string Word<T>(this T value)
        where T : struct, Enum => Family<T>.ByValue[value];

    /// <summary>The member that a word names.</summary>
    public static bool TryParse<T>(string? word, out T value)
        where T : struct, Enum
    {
        value = default;
        return word is not null && Family<T>.ByWord.TryGetValue(word, out value);
    }

    private static string Hyphenated(string name)
    {
        var word = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && word.Length > 0) word.Append('-');
            word.Append(char.ToLowerInvariant(letter));
        }
        return word.ToString();
    }

    private static class Family<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue = Enum.GetValues<T>()
            .ToFrozenDictionary(v => v, v => Hyphenated(v.ToString()));
        public static readonly FrozenDictionary<string, T> ByWord =
            ByValue.ToFrozenDictionary(v => v.Value, v => v.Key, StringComparer.Ordinal);
        public static readonly string[] All = [.. Enum.GetValues<T>().Select(v => ByValue[v])];
    }
}
