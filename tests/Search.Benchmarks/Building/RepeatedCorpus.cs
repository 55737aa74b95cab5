using System.Globalization;
using System.Text.RegularExpressions;

namespace Search.Benchmarks.Building;

/// <summary>A corpus of any size out of one that is at hand: its documents again and again, each time with other numbers
/// of resolutions and other days.</summary>
internal static partial class RepeatedCorpus
{
    /// <summary>Numbers that a session of the General Assembly may give.</summary>
    private const int NumbersOfSession = 300;

    /// <summary>By how much each round moves the numbers of a session: no two documents of a round get one number.</summary>
    private const int MovedBy = 37;

    private const int DaysOfAnyMonth = 28;

    /// <summary>Writes that many documents.</summary>
    /// <param name="texts">A folder of texts with their sidecars.</param>
    /// <param name="folder">Where to; each round is a folder in it.</param>
    /// <param name="documents">How many files.</param>
    public static int Write(string texts, string folder, int documents)
    {
        var files = Directory.GetFiles(texts, "*.txt").Order(StringComparer.Ordinal).ToArray();
        for (var n = 0; n < documents; n++)
        {
            var (round, path) = (n / files.Length, files[n % files.Length]);
            var to = Path.Combine(folder, round.ToString("0000", CultureInfo.InvariantCulture), Path.GetFileName(path));
            if (n % files.Length == 0) Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.WriteAllText(to, Moved(File.ReadAllText(path), round));
            var sidecar = Path.ChangeExtension(path, ".meta.json");
            if (File.Exists(sidecar)) File.WriteAllText(Path.ChangeExtension(to, ".meta.json"), Moved(File.ReadAllText(sidecar), round));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{documents} documents in {(documents + files.Length - 1) / files.Length} rounds"));
        return 0;
    }

    /// <summary>A text with the numbers of a round; the first round has its own.</summary>
    private static string Moved(string text, int round)
    {
        if (round == 0) return text;
        text = Act().Replace(text, m => $"{m.Groups[1].Value}/{Turned(m.Groups[2].Value, round * MovedBy, NumbersOfSession)}");
        return Day().Replace(text, m => $"{Turned(m.Groups[1].Value, round, DaysOfAnyMonth)} {m.Groups[2].Value}");
    }

    private static string Turned(string number, int by, int most)
    {
        var value = int.Parse(number, CultureInfo.InvariantCulture);
        return value is 0 || value > most ? number : (((value - 1 + by) % most) + 1).ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\b([3-9]\d)/(\d{1,3})\b")]
    private static partial Regex Act();

    [GeneratedRegex(@"\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December)\b")]
    private static partial Regex Day();
}
