using System.Numerics;
using System.Text;
using System.Text.Json.Nodes;

namespace Search.Testing;

/// <summary>What may happen to the files of a generation: bits, blocks, lengths, files exchanged or lost,
/// wrong entries of the manifest.</summary>
public static class SnapshotDamage
{
    private const string Manifest = "manifest.json";

    /// <summary>Damages one file, or an entry of the manifest; says what was done.</summary>
    /// <param name="files">The files of a generation by name.</param>
    /// <param name="older">Those of the generation before.</param>
    /// <param name="random">Chooses.</param>
    public static string Apply(Dictionary<string, byte[]> files, Dictionary<string, byte[]> older, Random random)
    {
        var names = files.Keys.Order(StringComparer.Ordinal).ToArray();
        var name = names[random.Next(names.Length)];
        var bytes = (byte[])files[name].Clone();
        var at = random.Next(bytes.Length);
        var length = random.Next(1, Math.Min(4096, bytes.Length - at) + 1);
        switch (random.Next(10))
        {
            case 0 or 1:
                bytes[at] ^= (byte)(1 << random.Next(8));
                files[name] = bytes;
                return $"a bit of {name} at {at}";
            case 2:
                random.NextBytes(bytes.AsSpan(at, length));
                files[name] = bytes;
                return $"{length} random bytes in {name} at {at}";
            case 3:
                bytes.AsSpan(at, length).Clear();
                files[name] = bytes;
                return $"{length} zeros in {name} at {at}";
            case 4:
                files[name] = bytes[..at];
                return $"{name} cut to {at}";
            case 5:
                files[name] = [.. bytes, .. new byte[length]];
                return $"{length} bytes more in {name}";
            case 6:
                var other = names[random.Next(names.Length)];
                (files[name], files[other]) = (files[other], files[name]);
                return $"{name} and {other} swapped";
            case 7:
                if (!older.TryGetValue(name, out var old)) files.Remove(name);
                else files[name] = old;
                return $"{name} of the generation before";
            case 8:
                files.Remove(name);
                return $"{name} removed";
            default:
                return Entry(files, older, random);
        }
    }

    // An entry of the manifest, sealed again as a program would that writes a wrong one.
    private static string Entry(Dictionary<string, byte[]> files, Dictionary<string, byte[]> older, Random random)
    {
        var json = JsonNode.Parse(files[Manifest])!.AsObject();
        var entries = json["files"]!.AsArray();
        var at = random.Next(entries.Count);
        var entry = entries[at]!.AsObject();
        var kind = random.Next(8);
        switch (kind)
        {
            case 0: entries.RemoveAt(at); break;
            case 1: entries.Add(entry.DeepClone()); break;
            case 2: entries[at] = null; break;
            case 3: entry["length"] = random.Next(100_000); break;
            case 4: entry["crc32C"] = random.Next().ToString("x8", System.Globalization.CultureInfo.InvariantCulture); break;
            case 5: entry["name"] = "../g-000001/" + (string)entry["name"]!; break;
            case 6: json["counts"]!["edges"] = random.Next(2, 1000) + (int)json["counts"]!["edges"]!; break;
            default: json = JsonNode.Parse(older[Manifest])!.AsObject(); break;
        }
        files[Manifest] = Sealed(json);
        return $"entry {at} of the manifest, kind {kind}";
    }

    /// <summary>A manifest with the checksum of what it says.</summary>
    public static byte[] Sealed(JsonObject json)
    {
        json.Remove("checksum");
        var open = json.ToJsonString(new() { WriteIndented = true, NewLine = "\n" })[..^2];
        return Encoding.UTF8.GetBytes($"{open},\n  \"checksum\": \"{Crc32C(Encoding.UTF8.GetBytes(open)):x8}\"\n}}");
    }

    /// <summary>Gives a generation another name, as a build would have written it.</summary>
    public static void Rename(Dictionary<string, byte[]> files, string generation)
    {
        var json = JsonNode.Parse(files[Manifest])!.AsObject();
        json["generation"] = generation;
        files[Manifest] = Sealed(json);
    }

    /// <summary>The files of a folder by name.</summary>
    public static Dictionary<string, byte[]> Files(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllBytes);

    /// <summary>Makes a folder hold these files and no others.</summary>
    public static void Write(string folder, Dictionary<string, byte[]> files)
    {
        Directory.CreateDirectory(folder);
        foreach (var path in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            if (!files.ContainsKey(Path.GetRelativePath(folder, path).Replace('\\', '/'))) File.Delete(path);
        foreach (var (name, bytes) in files)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }
    }

    private static uint Crc32C(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes) crc = BitOperations.Crc32C(crc, value);
        return ~crc;
    }
}
