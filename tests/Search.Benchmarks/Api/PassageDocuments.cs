using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Search.Benchmarks.Api;

/// <summary>Writes passages as documents that the indexer reads: one a source, every passage a numbered paragraph.</summary>
internal static class PassageDocuments
{
    public static int Write(string passages, string folder)
    {
        Directory.CreateDirectory(folder);
        var (documents, paragraphs) = (0, 0);
        string? current = null;
        var text = new StringBuilder();
        foreach (var line in File.ReadLines(passages))
        {
            using var passage = JsonDocument.Parse(line);
            var source = passage.RootElement.GetProperty("doc").GetString()!;
            if (source != current) Finish();
            current = source;
            if (text.Length == 0)
                text.Append(CultureInfo.InvariantCulture,
                    $"General Assembly\n\nResolution adopted on {1 + (documents % 28)} March {1946 + (documents % 78)}\n\nThe General Assembly,\n");
            var words = passage.RootElement.GetProperty("text").GetString()!.ReplaceLineEndings(" ");
            text.Append(CultureInfo.InvariantCulture, $"\n{++paragraphs}. {words.TrimEnd(';', '.', ',')};\n");
        }
        Finish();
        Console.WriteLine($"{documents} documents");
        return 0;

        void Finish()
        {
            if (text.Length == 0) return;
            File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"d{documents++:D6}.txt")), text.ToString());
            text.Clear();
            paragraphs = 0;
        }
    }
}
