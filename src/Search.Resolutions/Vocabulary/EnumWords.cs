using System.Runtime.CompilerServices;
using System.Text;

namespace Search.Resolutions.Vocabulary;

/// <summary>The words by which the members of a closed family are written in files, requests and answers: <c>TreatySeries</c> is
/// <c>treaty-series</c>.</summary>
public static class EnumWords
{
    /// <summary>All words of a family, in its order.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Family<T>.Words.All;

    /// <summary>The word for a member.</summary>
    public static string Word<T>(this T value)
        where T : struct, Enum => Family<T>.Words.Of(Number(value));

    /// <summary>The member that a word names.</summary>
    public static bool TryParse<T>(string? word, out T value)
        where T : struct, Enum
    {
        value = default;
        if (word is null || !Family<T>.Words.TryFind(word, out var number)) return false;
        value = Unsafe.SizeOf<T>() == sizeof(byte) ? Unsafe.BitCast<byte, T>((byte)number) : Unsafe.BitCast<int, T>(number);
        return true;
    }

    private static int Number<T>(T value)
        where T : struct, Enum =>
        Unsafe.SizeOf<T>() == sizeof(byte) ? Unsafe.BitCast<T, byte>(value) : Unsafe.BitCast<T, int>(value);

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
        public static readonly WordTable Words = new(typeof(T));
    }

    /// <summary>The words of one family by number. Not generic: a dictionary of each family's own type would have to be compiled when the
    /// program starts, for each of a dozen families.</summary>
    private sealed class WordTable
    {
        private readonly string?[] _byNumber;
        private readonly Dictionary<string, int> _byWord;

        public WordTable(Type family)
        {
            var values = Enum.GetValuesAsUnderlyingType(family);
            All = Array.ConvertAll(Enum.GetNames(family), Hyphenated);
            _byWord = new(All.Length, StringComparer.Ordinal);
            for (var i = 0; i < All.Length; i++)
                _byWord.Add(All[i], Convert.ToInt32(values.GetValue(i), System.Globalization.CultureInfo.InvariantCulture));
            _byNumber = new string?[_byWord.Values.Max() + 1];
            foreach (var (word, number) in _byWord) _byNumber[number] = word;
        }

        public string[] All { get; }

        public string Of(int number) =>
            (uint)number < (uint)_byNumber.Length && _byNumber[number] is { } word
                ? word
                : throw new ArgumentOutOfRangeException(nameof(number), number, "The family has no such member.");

        public bool TryFind(string word, out int number) => _byWord.TryGetValue(word, out number);
    }
}
