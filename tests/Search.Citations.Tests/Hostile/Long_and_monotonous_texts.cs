using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Search.Citations.Recognition;
using Search.Resolutions;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;
using Search.Testing;

namespace Search.Citations.Tests.Hostile;

/// <summary>What a text costs grows with its length and not faster, in time and in memory: a square over
/// small constants is seen too.</summary>
public class Long_and_monotonous_texts
{
    private const int Characters = 30_000;
    private const int Notes = 1_500;

    /// <summary>Memory for ten times the text, as a multiple: borrowed arrays come in powers of two and are not
    /// always there to be borrowed.</summary>
    private const double MostMemory = 14;

    private static readonly CitationLinker Linker = new(Works.Few);

    /// <summary>How a text begins and what is repeated in it, with a session for {0} and a number for {1}.</summary>
    public static TheoryData<string, string> Pieces => new()
    {
        { "Recalling General Assembly resolutions ", "{0}/{1}, " },
        { "resolutions ", "{1} ({0}), " },
        { "resolutions ", "{1} (20{0}) of 3 May 1994, " },
        { "decisions ", "{0}/{1} A to D and " },
        { "", "resolution 1 (I) (" },
        { "See A/53/1 ", "and Add.{0} " },
        { "", "S/{1}/Add.1-3 and Corr.1, " },
        { "", "((((A/{0}/(" },
        { "", "(" },
        { "article ", "{0}, " },
        { "paragraphs ", "{1} (a) (i), " },
        { "", "paragraph {0} of the annex to " },
        { "", "and of Article {0} and of " },
        { "Treaty Series, vols. ", "{0}, " },
        { "", "ibid. " },
        { "", "Ibid., vol. {1}, No. {0}; " },
        { "", "the Convention that Convention the said Protocol " },
        { "", "that Convention and the Protocol thereto " },
        { "", "the Convention on the Rights of the Child, article {1}, " },
        { "", "United Nations Convebtion against " },
        { "", "Convention on Convention on " },
        { "", "General Assembly General " },
        { "", "Treaty Charter " },
        { "", "Treaty Organization " },
        { "the Declaration on Trade ", "in the Aa of Bb " },
        { "", "the Aa Declaration and that Declaration " },
        { "", "the agreement signed at Aabc " },
        { "the Convention (“the Convention”) ", "and its Protocol (“that Protocol”) " },
        { "", "Target {0}.{1} " },
        { "", "general comment No. {0} and " },
        { "", "paragraph {0} above and paragraph 3 thereof " },
        { "Decides to extend the mandates in ", "resolution {1} ({0}), " },
        { "", "Welcoming, recalling and reaffirming resolution {1} ({0}) but deploring " },
        { "Calls upon States, in accordance with the Convention, ", "the Protocol and, in time, for considering ratifying or " },
    };

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Take_time_in_proportion_to_their_length(string start, string piece) =>
        Growth.OverTenTimes(Characters, n => Text(start, piece, n), text => Linker.Extract(text)).ShouldBeLessThan(Growth.OfALine);

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Take_memory_in_proportion_to_their_length(string start, string piece) =>
        Memory(Characters, n => Text(start, piece, n), Linker.Extract).ShouldBeLessThan(MostMemory);

    [Theory]
    [InlineData("Ibid.")]
    [InlineData("Resolution 64/293.")]
    [InlineData("Ibid., vol. 1577, No. 27531.")]
    public void Many_notes_take_time_and_memory_in_proportion_to_their_number(string note)
    {
        Growth.OverTenTimes(Notes, n => Document(note, n), document => Linker.Link(document)).ShouldBeLessThan(Growth.OfALine);
        Memory(Notes, n => Document(note, n), Linker.Link).ShouldBeLessThan(MostMemory);
    }

    [Theory]
    [InlineData("Recalling General Assembly resolution {0}/{1} and its resolution {1} ({0}),")]
    [InlineData("Reaffirming that Convention, the Protocol thereto and the Convention on the Rights of the Child,")]
    [InlineData("Recalling the Aa Declaration and the Convention,")]
    public void Many_clauses_take_time_and_memory_in_proportion_to_their_number(string clause)
    {
        Growth.OverTenTimes(Notes, n => Document(clause, n, notes: false), document => Linker.Link(document))
            .ShouldBeLessThan(Growth.OfALine);
        Memory(Notes, n => Document(clause, n, notes: false), Linker.Link).ShouldBeLessThan(MostMemory);
    }

    /// <summary>Pieces of texts in the other languages, with a session for {0} and a number for {1}.</summary>
    public static TheoryData<string, string> TranslatedPieces => new()
    {
        { "fr", "l’article {0} de la Convention, annexe {1}, " },
        { "fr", "Convention" },
        { "fr", "première partie, par. {0} a) à f) et " },
        { "es", "el párrafo {0} del artículo {1} de dicha Convención y " },
        { "ru", "Конвенци" },
        { "ru", "пункт {0} статьи {1} резолюции " },
        { "zh", "AAAA" },
        { "zh", "第{0}条第{1}款《公约》" },
        { "ar", "المادة الأولى من الاتفاقية و" },
        { "fr", "Recueil des Traités, vol. {0}, {1}, " },
    };

    [Theory]
    [MemberData(nameof(TranslatedPieces))]
    public void In_other_languages_they_take_time_in_proportion_to_their_length(string language, string piece)
    {
        var spoken = Language.Find(language)!;
        Growth.OverTenTimes(Characters, n => Text("", piece, n), text => TextRecognizer.Recognize(text, Works.Few, spoken))
            .ShouldBeLessThan(Growth.OfALine);
    }

    private static double Memory<T>(int size, Func<int, T> input, Func<T, ImmutableArray<Citation>> link)
    {
        var (few, many) = (input(size), input(size * 10));
        return Allocated.By(() => link(many)) / (double)Allocated.By(() => link(few));
    }

    private static string Text(string start, string piece, int characters)
    {
        var text = new StringBuilder(start);
        for (var n = 0; text.Length < characters; n++) text.Append(Numbered(piece, n));
        return text.ToString();
    }

    private static string Numbered(string piece, int n) => string.Format(CultureInfo.InvariantCulture, piece, 31 + (n % 50), 1 + (n % 300));

    /// <summary>A document of that many notes below one clause, or of that many clauses.</summary>
    private static Resolution Document(string piece, int count, bool notes = true)
    {
        var text = new StringBuilder("Recalling the instruments noted below,\n");
        var body = text.ToString().TrimEnd();
        var clauses = new List<Clause> { new() { Label = ClauseLabel.Preambular(1), Kind = ClauseKind.Preambular,
            Text = MappedText.Identity(body), Span = new(0, body.Length) } };
        var below = new List<Footnote>();
        for (var n = 0; n < count; n++)
        {
            var (words, start) = (Numbered(piece, n), text.Length);
            var span = new TextSpan(start, start + words.Length);
            if (notes)
                below.Add(new()
                {
                    Mark = (n + 1).ToString(CultureInfo.InvariantCulture),
                    Text = MappedText.Identity(words, start),
                    Span = span,
                    Anchors = []
                });
            else clauses.Add(new()
            {
                Label = ClauseLabel.Preambular(n + 2),
                Kind = ClauseKind.Preambular,
                Text = MappedText.Identity(words, start),
                Span = span
            });
            text.Append(words).Append('\n');
        }
        return new()
        {
            Source = new SourceText { Name = "long", Text = text.ToString() },
            Front = new FrontMatter(),
            Clauses = [.. clauses],
            Notes = [.. below]
        };
    }
}
