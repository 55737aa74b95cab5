using System.Diagnostics;
using Search.FullText;

namespace Search.Benchmarks.FullText;

/// <summary>Damages a copy of our large index at places drawn at random, and counts how often opening it detects the damage.</summary>
internal static class IndexDamage
{
    private const int Seed = 58_137;

    /// <summary>Flips that many bits, one at a time, and cuts files off a tenth as often.</summary>
    public static int Measure(string folder, int flips)
    {
        var copy = Path.Combine(folder, "damaged");
        Directory.CreateDirectory(copy);
        foreach (var path in Directory.GetFiles(Path.Combine(folder, "ours")))
            File.Copy(path, Path.Combine(copy, Path.GetFileName(path)), overwrite: true);
        var files = Directory.GetFiles(copy).Order(StringComparer.Ordinal).ToArray();
        var random = new Random(Seed);
        var clock = Stopwatch.StartNew();
        int flipsTold = 0, cutsTold = 0, cuts = flips / 10;
        for (var i = 0; i < flips; i++)
        {
            var (path, at) = AnyPlace(files, random);
            if (ToldWith(copy, path, at, [(byte)(ByteAt(path, at) ^ (1 << random.Next(8)))])) flipsTold++;
        }

        for (var i = 0; i < cuts; i++)
        {
            var (path, at) = AnyPlace(files, random);
            if (ToldWith(copy, path, at, [])) cutsTold++;
        }

        FullTextIndex.Open(copy).Dispose(); // restored, it opens
        var bytes = files.Sum(f => new FileInfo(f).Length);
        Directory.Delete(copy, recursive: true);
        Console.WriteLine(FormattableString.Invariant(
            $"{flipsTold} of {flips} flipped bits and {cutsTold} of {cuts} cuts of {bytes} bytes told on opening, {clock.Elapsed.TotalSeconds:f0} s"));
        return flipsTold == flips && cutsTold == cuts ? 0 : 1;
    }

    private static (string Path, long At) AnyPlace(string[] files, Random random)
    {
        var at = random.NextInt64(files.Sum(f => new FileInfo(f).Length));
        foreach (var path in files)
        {
            var length = new FileInfo(path).Length;
            if (at < length) return (path, at);
            at -= length;
        }

        throw new InvalidOperationException("The place lies behind the last file.");
    }

    private static byte ByteAt(string path, long at)
    {
        using var file = File.OpenHandle(path);
        var one = new byte[1];
        _ = RandomAccess.Read(file, one, at);
        return one[0];
    }

    /// <summary>Whether opening is refused while the file is cut at <paramref name="at"/> or, if there are
    /// any, has other bytes there.</summary>
    private static bool ToldWith(string folder, string path, long at, byte[] other)
    {
        var tail = new byte[other.Length > 0 ? other.Length : new FileInfo(path).Length - at];
        using (var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite))
        {
            _ = RandomAccess.Read(file, tail, at);
            if (other.Length > 0) RandomAccess.Write(file, other, at);
            else RandomAccess.SetLength(file, at);
        }

        try
        {
            FullTextIndex.Open(folder).Dispose();
            return false;
        }
        catch (IndexCorruptException)
        {
            return true;
        }
        finally
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.Write(file, tail, at);
        }
    }
}
