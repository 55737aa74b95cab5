using System.Globalization;
using System.Text;
using System.Text.Json;
using Search.FullText.Analysis;
using Search.FullText.Queries;

namespace Search.Benchmarks.FullText;

/// <summary>Writes what the engines are fed: texts for ours, the same texts broken into our words for the
/// others, and the queries.</summary>
internal static class Preparation
{
    private const int Dates = 20000;

    public static int Prepare(string passages, string folder, int count)
    {
        Directory.CreateDirectory(folder);
        var draw = new QueryDraw();
        var tokens = new TokenList();
        var line = new StringBuilder();
        var number = 0;
        using (var texts = new StreamWriter(Path.Combine(folder, "texts.tsv")))
        using (var words = new StreamWriter(Path.Combine(folder, "words.tsv")))
        {
            foreach (var json in File.ReadLines(passages))
            {
                if (number == count) break;
                using var passage = JsonDocument.Parse(json);
                var text = Clean(passage.RootElement.GetProperty("text").GetString()!);
                var source = Source(passage.RootElement.GetProperty("doc").GetString()!);
                var date = (int)((uint)number * 2654435761u % Dates);
                texts.Write(string.Create(CultureInfo.InvariantCulture, $"{number}\t{source}\t{date}\t{text}\n"));
                Tokenizer.Tokenize(text, tokens);
                line.Clear().Append(CultureInfo.InvariantCulture, $"{number}\t{source}\t{date}\t");
                Append(line, tokens, stems: false);
                line.Append('\t');
                Append(line, tokens, stems: true);
                words.Write(line.Append('\n'));
                draw.See(number, tokens);
                number++;
            }
        }

        File.WriteAllLines(Path.Combine(folder, "queries.tsv"), draw.Queries(number, Dates).Select(q => q.ToLine()));
        return 0;
    }

    /// <summary>One of 26 sources: by the document's first letter.</summary>
    public static string Source(string document)
    {
        var letter = char.ToUpperInvariant(document.FirstOrDefault(char.IsAsciiLetter, 'A'));
        return "source " + letter;
    }

    private static string Clean(string text) => text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');

    /// <summary>Words in order; what shares the position of the word before begins with ^.</summary>
    private static void Append(StringBuilder line, TokenList tokens, bool stems)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i > 0) line.Append(' ');
            if (i > 0 && tokens[i].Position == tokens[i - 1].Position) line.Append('^');
            if (stems && !tokens[i].HasDigit) line.Append(WordForms.Stem(tokens.Term(i)));
            else line.Append(tokens.Term(i));
        }
    }
}
