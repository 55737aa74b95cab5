using System.Text;
using Search.Resolutions.Parsing;
using Search.Resolutions.Text;
using Search.Testing;

namespace Search.Resolutions.Tests.Hostile;

public class Mutated_documents
{
    private const int Inputs = 100_000;
    private const int Longest = 900;

    [Fact]
    public void A_hundred_thousand_mutated_inputs_parse_without_an_exception_and_keep_the_laws()
    {
        var random = new Random(20031222);
        var texts = Directory.GetFiles(Places.Sample, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        for (var i = 0; i < Inputs; i++)
        {
            var text = Mutate(texts, random);
            var resolution = ResolutionParser.Parse(new SourceText
            {
                Name = "mutant",
                Text = text,
                Layout = random.Next(4) == 0 ? Layout(text.Length, random) : []
            });
            var breach = Law.Breaches(resolution).FirstOrDefault();
            if (breach is not null) Assert.Fail($"input {i}: {breach}\n{text}");
        }
    }

    private static string Mutate(string[] texts, Random random)
    {
        var source = texts[random.Next(texts.Length)];
        var start = random.Next(Math.Max(1, source.Length - 200));
        var text = new StringBuilder(source, start, Math.Min(random.Next(20, Longest), source.Length - start), Longest * 2);
        for (var n = random.Next(1, 12); n > 0 && text.Length > 0; n--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(7))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2:
                    text[at] = (char)random.Next(1, 0x3000);
                    break;
                case 3:
                    text[at] = '\n';
                    break;
                case 4:
                    text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 60), text.Length - at)));
                    break;
                case 5:
                    text[at] = "0123456789*_()[]“”,.;:/-'\"\t\f\r"[random.Next(29)];
                    break;
                default:
                    var other = texts[random.Next(texts.Length)];
                    var from = random.Next(other.Length);
                    text.Insert(at, other.AsSpan(from, Math.Min(random.Next(80), other.Length - from)));
                    break;
            }
        }
        return text.ToString();
    }

    private static System.Collections.Immutable.ImmutableArray<LayoutMark> Layout(int length, Random random)
    {
        var marks = new List<LayoutMark>();
        for (var n = random.Next(8); n > 0; n--)
        {
            var start = random.Next(length + 1);
            marks.Add(new(new(start, Math.Min(length, start + random.Next(60))),
                Enum.GetValues<LayoutKind>()[random.Next(Enum.GetValues<LayoutKind>().Length)]));
        }
        return [.. marks.OrderBy(m => m.Span)];
    }

    private static readonly string[] Pieces =
    [
        "\n\n", "\n1. ", "\n(a) ", "\n(i) ", "“", "”", "¹", "[^1]", "\n____\n1 Ibid.\n", "\nThe General Assembly,\n", "\nAnnex\n", "\nA\n",
        "\n2/3\n", "*", "**", "\u00AD", "-\n", "\r\n", "\f", "\uD83D", "\0", "/1", "1/ ", "\n* x\n", "# ", "> ", "- ",
        "Adopted at the 3rd meeting",
    ];
}
