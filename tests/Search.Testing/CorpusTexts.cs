using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Search.Testing;

/// <summary>Texts of the reference corpora by document name, made the way index-data/gold/README.md describes; unpacked
/// once into a folder of their own.</summary>
public static class CorpusTexts
{
    private const string Scans = "sc-ocr";
    private static readonly Lazy<string?> Folder = new(Unpack);

    /// <summary>The corpora.</summary>
    public static IReadOnlyList<string> All { get; } = ["structured", "pdf-text", Scans];

    /// <summary>Why a test that needs the texts was skipped.</summary>
    public const string Absent =
        "the reference corpora (../shared or CLAUSEGRAPH_SHARED) are not on this machine, or tar and xz, which unpack them, are not";

    /// <summary>The folder of a corpus (<c>structured</c>, <c>pdf-text</c>, <c>sc-ocr</c>), or null where it is absent.</summary>
    public static string? Of(string corpus) =>
        Folder.Value is { } folder && Directory.Exists(Path.Combine(folder, corpus)) ? Path.Combine(folder, corpus) : null;

    /// <summary>The names of a corpus's documents, every n-th of them; none where the corpus is absent.</summary>
    public static IReadOnlyList<string> Names(string corpus, int every = 1) => Of(corpus) is not { } folder ? [] :
        [.. Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) == (corpus == Scans ? ".txt" : ".json"))
            .Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal).Where((_, i) => i % every == 0)];

    /// <summary>The text of a document, or null where no corpus has it.</summary>
    public static string? Find(string name)
    {
        if (Of("pdf-text") is { } pdf && File.Exists(Path.Combine(pdf, name + ".json")))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(pdf, name + ".json")));
            return json.RootElement.GetProperty("text").GetString();
        }
        if (Of("structured") is { } structured && File.Exists(Path.Combine(structured, name + ".json")))
            return Structured(Path.Combine(structured, name + ".json"));
        return Of(Scans) is { } scans && File.Exists(Path.Combine(scans, name + ".txt"))
            ? File.ReadAllText(Path.Combine(scans, name + ".txt"))
            : null;
    }

    /// <summary>The blocks of a structured document, prefixes in front, with an empty line between them.</summary>
    public static string Structured(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var text = new StringBuilder();
        foreach (var block in json.RootElement.EnumerateArray())
        {
            var words = block.GetProperty("text").GetString() ?? "";
            var prefix = block.GetProperty("prefix").GetString() ?? "";
            if (text.Length > 0) text.Append("\n\n");
            if (prefix.Length > 0 && !words.StartsWith(prefix, StringComparison.Ordinal)) text.Append(prefix).Append(' ');
            text.Append(words);
        }
        return text.ToString();
    }

    private static string? Unpack()
    {
        if (Places.Shared is null || Programs.Find("tar") is null || Programs.Find("xz") is null) return null;
        var archives = Path.Combine(Places.Shared, "corpus");
        var target = Path.Combine(Path.GetTempPath(), "clausegraph-corpora");
        foreach (var corpus in All)
        {
            if (Directory.Exists(Path.Combine(target, corpus))) continue;
            var archive = Path.Combine(archives, corpus + ".tar.xz");
            if (!File.Exists(archive)) return null;
            // unpacked aside and moved into place, so that two test runs at once see either nothing or all of it
            var aside = Directory.CreateTempSubdirectory("clausegraph-").FullName;
            try
            {
                using var tar = Process.Start(new ProcessStartInfo("tar", ["-xJf", archive, "-C", aside])
                {
                    RedirectStandardError = true,
                    UseShellExecute = false
                });
                if (tar is null || !tar.WaitForExit(120_000) || tar.ExitCode != 0) return null;
                Directory.CreateDirectory(target);
                if (!Directory.Exists(Path.Combine(target, corpus)))
                    Directory.Move(Path.Combine(aside, corpus), Path.Combine(target, corpus));
            }
            catch (IOException)
            {
                return Directory.Exists(Path.Combine(target, corpus)) ? target : null;
            }
            finally
            {
                Directory.Delete(aside, recursive: true);
            }
        }
        return target;
    }
}
