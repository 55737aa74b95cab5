using System.Diagnostics;
using System.Globalization;
using System.Text;
using Search.Resolutions;
using Search.Resolutions.Text;

namespace Search.Citations.Tests.Budgets;

/// <summary>What a text costs grows with its length and not faster. Memory is gated; time is shown, for it depends on the machine.</summary>
public class Memory_of_long_texts
{
    private const int Few = 10_000;
    private const int Many = 100_000;

    [Theory]
    [InlineData("General Assembly resolutions ", "{0}/{1}, ")]
    [InlineData("resolutions ", "{1} (20{0}) of 3 May 1994, ")]
    [InlineData("decisions ", "{0}/{1} A to D and ")]
    [InlineData("", "(")]
    [InlineData("", "resolution 1 (I) (")]
    [InlineData("paragraphs ", "{1} (a) (i), ")]
    [InlineData("", "ibid. ")]
    [InlineData("", "Ibid., vol. {1}, No. {0}; ")]
    [InlineData("", "S/{1}/Add.1-3 and Corr.1, ")]
    [InlineData("", "that Convention and the Protocol thereto ")]
    [InlineData("", "United Nations Convebtion against ")]
    [InlineData("", "the Convention on the Rights of the Child, article {1}, ")]
    public void A_list_of_a_hundred_thousand_costs_ten_times_one_of_ten_thousand(string start, string piece)
    {
        var linker = new CitationLinker(Works.Few);
        Compare(linker.Extract, Text(start, piece, Few), Text(start, piece, Many), start + piece);
    }

    [Theory]
    [InlineData("Ibid.")]
    [InlineData("Resolution 64/293.")]
    [InlineData("Ibid., vol. 1577, No. 27531.")]
    public void A_hundred_thousand_notes_cost_ten_times_ten_thousand(string note)
    {
        var linker = new CitationLinker(Works.Few);
        Compare(linker.Link, Document(note, Few), Document(note, Many), "notes: " + note);
    }

    private static void Compare<T>(Func<T, System.Collections.Immutable.ImmutableArray<Citation>> run, T few, T many, string name)
    {
        run(few);
        run(many);
        var (small, quick) = Cost(run, few);
        var (large, slow) = Cost(run, many);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {small / (double)Few:F0} and {large / (double)Many:F0} bytes, {quick.TotalMicroseconds / Few:F2} and {slow.TotalMicroseconds / Many:F2} µs a piece"));
        // borrowed memory comes in powers of two and is not always there to be borrowed
        large.ShouldBeLessThan(small * 14);
    }

    private static (long Bytes, TimeSpan Time) Cost<T>(Func<T, System.Collections.Immutable.ImmutableArray<Citation>> run, T input)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        run(input);
        return (GC.GetAllocatedBytesForCurrentThread() - before, clock.Elapsed);
    }

    private static string Text(string start, string piece, int count)
    {
        var text = new StringBuilder(start);
        for (var n = 0; n < count; n++) text.AppendFormat(CultureInfo.InvariantCulture, piece, 31 + (n % 50), 1 + (n % 300));
        return text.ToString();
    }

    private static Resolution Document(string note, int count)
    {
        var body = MappedText.Identity("Recalling the instruments noted below,");
        var notes = Enumerable.Range(0, count).Select(n => new Footnote
        {
            Mark = (n + 1).ToString(CultureInfo.InvariantCulture), Text = MappedText.Identity(note, 100 + (n * 50)), Span = new(100 + (n * 50), 100 + (n * 50) + note.Length), Anchors = [],
        });
        return new()
        {
            Source = new SourceText { Name = "notes", Text = body.Text.PadRight(100 + (count * 50)) },
            Front = new FrontMatter(),
            Clauses = [new Clause { Label = ClauseLabel.Preambular(1), Kind = ClauseKind.Preambular, Text = body, Span = new(0, body.Length) }],
            Notes = [.. notes],
        };
    }
}
