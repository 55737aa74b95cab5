using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Search.Resolutions.Reading;

/// <summary>Bytes to characters: a byte order mark decides, then UTF-8 where it is valid, then Windows-1252.</summary>
/// <remarks>A byte order mark is not part of the text, so offset 0 is the first character after it.</remarks>
internal static class TextDecoding
{
    // Windows-1252 differs from Latin-1 in 0x80-0x9F only; the five unassigned bytes stay control characters.
    private const string Windows1252 =
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private static readonly SearchValues<char> Controls = SearchValues.Create(
        "\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001c\u001d\u001e\u001f");

    /// <summary>The text, or null where the bytes are no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, Action<ReadWarning> warn)
    {
        if (StartsLikeBinary(bytes)) return null;
        var text = Characters(bytes, warn);
        return LooksBinary(text) ? null : text;
    }

    private static string Characters(ReadOnlySpan<byte> bytes, Action<ReadWarning> warn)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return Encoding.UTF32.GetString(bytes[4..]);
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Mixed(bytes, warn) ?? FromWindows1252(bytes);
    }

    /// <summary>UTF-8 in which some bytes are not: each of them is one character of Windows-1252. Null where
    /// such bytes are no exception.</summary>
    private static string? Mixed(ReadOnlySpan<byte> bytes, Action<ReadWarning> warn)
    {
        var text = new StringBuilder(bytes.Length);
        var (letters, odd) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii != 0)
            {
                text.Append(Encoding.ASCII.GetString(ascii < 0 ? bytes : bytes[..ascii]));
                bytes = ascii < 0 ? [] : bytes[ascii..];
            }
            else if (Rune.DecodeFromUtf8(bytes, out var rune, out var length) == OperationStatus.Done)
            {
                text.Append(rune.ToString());
                bytes = bytes[length..];
                letters++;
            }
            else
            {
                text.Append(Character(bytes[0]));
                bytes = bytes[1..];
                odd++;
            }
        }
        if (odd > letters) return null;
        warn(new("odd-bytes", $"The file is UTF-8 but for {odd:N0} byte(s), which were read as Windows-1252; save it as UTF-8."));
        return text.ToString();
    }

    private static char Character(byte value) => value is >= 0x80 and < 0xA0 ? Windows1252[value - 0x80] : (char)value;

    private static string FromWindows1252(ReadOnlySpan<byte> bytes) =>
        string.Create(bytes.Length, bytes, static (text, bytes) =>
        {
            for (var i = 0; i < bytes.Length; i++)
                text[i] = Character(bytes[i]);
        });

    // Formats whose first bytes could pass for text in one of the encodings.
    private static bool StartsLikeBinary(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) || bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("GIF8"u8) || bytes.StartsWith("{\\rtf"u8);

    private static bool LooksBinary(string text)
    {
        if (text.Contains('\0')) return true;
        // Old texts may hold a stray control character; a file that is not text holds them throughout.
        var rest = text.AsSpan();
        var strange = 0;
        for (int at; (at = rest.IndexOfAny(Controls)) >= 0; rest = rest[(at + 1)..])
            if (++strange > 8 && strange > text.Length / 200) return true;
        return false;
    }
}
