using System.Text;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Tests.Hostile;

public class Citations_in_any_input
{
    private static readonly string[] Seeds =
    [
        "Recalling General Assembly resolutions 46/182 of 19 December 1991, 48/57 and 59/141, and its decision 48/431,",
        "in accordance with article 6, paragraphs 3 and 4, of the Convention on the Rights of the Child, and that Convention",
        "See S/20883 and Add.1-3, A/CONF. 203/18, chap. I, resolution 1, and E/2013/30 and Corr.1.",
        "United Nations, Treaty Series, vols. 2225, 2237 and 2326, No. 39574; ibid., vol. 1577, No. 27531, Sales No. E.93.I.8",
        "resolutions 3419 A to D (XXX), 1325 (2000)5 and !86 (1964), targets 5.2 and 16.2, general comment No. 15 (2002)",
    ];

    private const string Alphabet = "0123456789/().,-–AXVI SsE“”’!;:\n\u00A0\u00ADé\uD83D¹";

    [Fact]
    public void Mutated_texts_are_read_without_an_exception_and_spans_hold()
    {
        var linker = new CitationLinker(Works.Few);
        var random = new Random(17);
        for (var n = 0; n < 100_000; n++)
        {
            var text = new StringBuilder(Seeds[random.Next(Seeds.Length)]);
            for (var edits = random.Next(1, 6); edits > 0; edits--)
            {
                var at = random.Next(text.Length);
                switch (random.Next(4))
                {
                    case 0: text[at] = Alphabet[random.Next(Alphabet.Length)]; break;
                    case 1: text.Insert(at, Alphabet[random.Next(Alphabet.Length)]); break;
                    case 2: text.Remove(at, Math.Min(text.Length - at, random.Next(1, 9))); break;
                    default: text.Length = Math.Max(1, at); break;
                }
                if (text.Length == 0) text.Append('A');
            }
            var mutated = text.ToString();
            foreach (var citation in linker.Extract(mutated))
                if (!citation.Span.In(mutated).SequenceEqual(citation.Text))
                    Assert.Fail($"The span {citation.Span} does not slice '{mutated}'.");
        }
    }

    /// <summary>The words that citations are built with, in any order: no text has such sentences, and a visitor may ask them.</summary>
    [Fact]
    public void Words_of_citations_in_any_order_are_read_without_an_exception()
    {
        var linker = new CitationLinker(Works.Few);
        var known = Enum.GetNames(typeof(CitationLinker).Assembly.GetType("Search.Citations.Words.Word", throwOnError: true)!);
        string[] words =
        [
            .. known, .. known.Select(w => w.ToLowerInvariant()), .. known.Select(w => w.ToUpperInvariant()),
            .. PinpointUnit.All.SelectMany(u => (string[])[u.Short, u.Plural, .. u.Words]), "OP", "PP", "op", "pp",
        ];
        string[] between = ["1", "6", "12", "55/25", "X", "ii", "(a)", "(2000)", "(XXX)", "A/RES/55/25", ",", ", ", ".", "-", " to ", "/", "\n", "“", "”"];
        var random = new Random(18);
        var text = new StringBuilder();
        for (var n = 0; n < 100_000; n++)
        {
            text.Clear();
            for (var length = random.Next(2, 14); length > 0; length--)
            {
                if (random.Next(4) > 0) text.Append(' ');
                text.Append(random.Next(5) < 3 ? words[random.Next(words.Length)] : between[random.Next(between.Length)]);
            }
            var sentence = text.ToString();
            try
            {
                foreach (var citation in linker.Extract(sentence)) citation.Span.In(sentence).ToString().ShouldBe(citation.Text);
            }
            catch (Exception fault) when (fault is not ShouldAssertException)
            {
                Assert.Fail($"'{sentence}' is not read: {fault}");
            }
        }
    }

    [Theory]
    [InlineData("operative X of resolution 55/25")]
    [InlineData("preambular 3 of resolution 55/25")]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("resolution")]
    [InlineData("resolutions ,")]
    [InlineData("Ibid")]
    [InlineData("vol. ")]
    [InlineData("99999999999999999999/99999999999999999999 resolution 99999999999999999999 (99999)")]
    [InlineData("resolution 1 (I")]
    [InlineData("S/")]
    [InlineData("\0\0\uD800\uDC00")]
    public void Fragments_are_read(string text) =>
        new CitationLinker(Works.Few).Extract(text).All(c => new TextSpan(0, text.Length).Contains(c.Span)).ShouldBeTrue();
}
