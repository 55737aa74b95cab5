using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Search.Testing;

namespace Search.FullText.Tests.Oracle;

/// <summary>Texts, questions and which texts people judged to answer them: published collections, read
/// from the reference material.</summary>
internal sealed class RetrievalCollection
{
    public Dictionary<long, string> Texts { get; } = [];

    public Dictionary<string, string> Questions { get; } = [];

    /// <summary>Question, text, grade above 0.</summary>
    public Dictionary<string, Dictionary<long, int>> Judgments { get; } = [];

    /// <summary>The folder of the collections unpacked, or null where they or the programs to unpack them are not there.</summary>
    public static string? Unpack(string into)
    {
        if (Places.Shared is null || !File.Exists(Path.Combine(Places.Shared, "ir", "collections.tar.xz"))) return null;
        if (Programs.Find("tar") is null || Programs.Find("xz") is null) return null;
        using var tar = Process.Start("tar", ["-xJf", Path.Combine(Places.Shared, "ir", "collections.tar.xz"), "-C", into]);
        tar.WaitForExit();
        return tar.ExitCode == 0 ? Path.Combine(into, "ir") : null;
    }

    public static RetrievalCollection SciFact(string folder)
    {
        var collection = new RetrievalCollection();
        foreach (var line in File.ReadLines(Path.Combine(folder, "scifact", "corpus.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            collection.Texts[Number(json.RootElement.GetProperty("_id").GetString()!)] = json.RootElement.GetProperty("title").GetString()
                + "\n" + json.RootElement.GetProperty("text").GetString();
        }

        foreach (var line in File.ReadLines(Path.Combine(folder, "scifact", "queries.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            collection.Questions[json.RootElement.GetProperty("_id").GetString()!] = json.RootElement.GetProperty("text").GetString()!;
        }

        foreach (var line in File.ReadLines(Path.Combine(folder, "scifact", "qrels", "test.tsv")).Skip(1))
        {
            var p = line.Split('\t');
            collection.Judge(p[0], Number(p[1]), (int)Number(p[2]));
        }

        return collection;
    }

    public static RetrievalCollection Cranfield(string folder)
    {
        var collection = new RetrievalCollection();
        foreach (var (id, text) in Records(Path.Combine(folder, "cranfield", "cran.all.1400"), "TW")) collection.Texts[id] = text;
        var ordinal = 0;
        foreach (var (_, text) in Records(Path.Combine(folder, "cranfield", "cran.qry"),
            "W")) collection.Questions[(++ordinal).ToString(CultureInfo.InvariantCulture)] = text;
        foreach (var line in File.ReadLines(Path.Combine(folder, "cranfield", "cranqrel")))
        {
            // The code is a degree from 1, a complete answer, to 4, of minimum interest.
            var p = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (p.Length == 3 && Number(p[2]) is >= 1 and <= 4 and var code) collection.Judge(p[0], Number(p[1]), 5 - (int)code);
        }

        return collection;
    }

    public static RetrievalCollection Cisi(string folder)
    {
        var collection = new RetrievalCollection();
        foreach (var (id, text) in Records(Path.Combine(folder, "cisi", "CISI.ALL"), "TW")) collection.Texts[id] = text;
        foreach (var (id, text) in Records(Path.Combine(folder, "cisi", "CISI.QRY"),
            "W")) collection.Questions[id.ToString(CultureInfo.InvariantCulture)] = text;
        foreach (var line in File.ReadLines(Path.Combine(folder, "cisi", "CISI.REL")))
        {
            var p = line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (p.Length >= 2) collection.Judge(p[0], Number(p[1]), 1);
        }

        return collection;
    }

    /// <summary>Mean over the judged questions: of the discounted gain of the first ten, as a share of the best possible, and of the share
    /// of the judged texts among the first hundred.</summary>
    public (double Ndcg10, double Recall100) Measure(Func<string, IReadOnlyList<long>> firstHundred)
    {
        var (gain, recall) = (0.0, 0.0);
        foreach (var (question, judged) in Judgments)
        {
            var found = firstHundred(Questions[question]);
            var ideal = judged.Values.OrderDescending().Take(10).Select((g, i) => g / Math.Log2(i + 2)).Sum();
            gain += found.Take(10).Select((k, i) => judged.GetValueOrDefault(k) / Math.Log2(i + 2)).Sum() / ideal;
            recall += (double)found.Take(100).Count(judged.ContainsKey) / judged.Count;
        }

        return (gain / Judgments.Count, recall / Judgments.Count);
    }

    private void Judge(string question, long text, int grade)
    {
        if (!Questions.ContainsKey(question)) return;
        if (!Judgments.TryGetValue(question, out var judged)) Judgments[question] = judged = [];
        judged[text] = Math.Max(grade, judged.GetValueOrDefault(text));
    }

    /// <summary>Records of the SMART format: <c>.I</c> with a number, then sections named by one letter.</summary>
    private static IEnumerable<(long Id, string Text)> Records(string path, string sections)
    {
        var id = -1L;
        var text = new System.Text.StringBuilder();
        var wanted = false;
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith(".I ", StringComparison.Ordinal))
            {
                if (id >= 0) yield return (id, text.ToString());
                text.Clear();
                id = Number(line[3..].Trim());
                wanted = false;
            }
            else if (line.Length == 2 && line[0] == '.' && char.IsAsciiLetterUpper(line[1]))
            {
                wanted = sections.Contains(line[1], StringComparison.Ordinal);
            }
            else if (wanted)
            {
                text.Append(line).Append('\n');
            }
        }

        if (id >= 0) yield return (id, text.ToString());
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
