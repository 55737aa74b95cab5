using Search.Citations.Authorities;
using Search.Citations.Treatments;
using Search.Resolutions;
using Search.Resolutions.Text;

namespace Search.Citations.Tests.Examples;

public class Treatments_of_mentions
{
    [Fact]
    public void Every_row_of_the_verb_list_decides_its_own_example()
    {
        var wrong = new List<string>();
        foreach (var row in Works.Listed.Verbs.Rows)
        {
            var (treatment, verb) = Of(row.Example);
            if (treatment != row.Treatment || verb is null || !Folded(verb.Text).Contains(row.Place == VerbPlace.Tone ? "not" : row.Words.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal))
                wrong.Add($"{row.Words} ({row.Place}): {treatment.Word()} by '{verb?.Text}' in: {row.Example}");
        }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("Recalling the Convention, and noting the entry into force of [the Optional Protocol],", "takes-note")]
    [InlineData("Recalling [the Convention], and noting the entry into force of the Optional Protocol,", "recalls")]
    [InlineData("Recalling and reaffirming [resolution 55/25],", "reaffirms")]
    [InlineData("Recalling with concern [resolution 55/25],", "recalls")]
    [InlineData("Noting with grave concern [resolution 55/25],", "notes-with-concern")]
    [InlineData("Takes note with appreciation of [the report];", "notes-with-appreciation")]
    [InlineData("Once again strongly urges Member States to take measures to ratify or accede to [the Convention];", "urges-ratification")]
    [InlineData("Urges Member States to ratify the Convention and to implement [those instruments];", "implements")]
    [InlineData("Further requests the Secretary-General, in accordance with [resolution 55/25], to report;", "guided-by")]
    [InlineData("Requests the Secretary-General, in accordance with resolution 55/25, to report on [resolution 58/4];", "cites")]
    [InlineData("Requests the Secretary-General to report on the implementation of [the present resolution];", "implements")]
    [InlineData("Welcomes the report on the implementation of [the Convention];", "welcomes")]
    [InlineData("Decides to extend until 30 June 2005 the mandate set out in [resolution 1546 (2004)];", "renews")]
    [InlineData("Decides, in accordance with paragraph 2 of resolution 861 (1993), to lift the measures of [resolution 841 (1993)];", "terminates")]
    [InlineData("In this regard, also takes note of [decision 1/1];", "takes-note")]
    [InlineData("The Security Council recalls [resolution 1325 (2000)].", "recalls")]
    [InlineData("Noting measures not consistent with [the Charter],", "takes-note")]
    [InlineData("Notes the report, and requests the Secretary-General to consider [resolution 1/1];", "cites")]
    [InlineData("Recalling resolution 1, in which the Council requests compliance with [resolution 2],", "recalls")]
    [InlineData("Acting under Chapter VII of [the Charter],", "guided-by")]
    [InlineData("Condemns the violation of [resolution 660 (1990)];", "urges-compliance")]
    [InlineData("Demands that Iraq withdraw in accordance with [resolution 660 (1990)];", "guided-by")]
    [InlineData("Recalls the resolution entitled “Strengthening compliance with the Charter”, and [resolution 2/2];", "recalls")]
    [InlineData("Paris Agreement and [the Convention]", "cites")]
    public void The_nearest_governing_words_decide(string clause, string treatment) => Of(clause).Treatment.Word().ShouldBe(treatment);

    [Fact]
    public void An_item_inherits_the_head_of_the_paragraph_above_it()
    {
        var (resolution, spans) = Document(("OP4", null, "Urges Member States:"), ("OP4(a)", "OP4", "To ratify [the Convention];"), ("OP4(b)", "OP4", "In the spirit of [the Charter], to cooperate;"), ("OP4(c)", "OP4", "Reaffirms [the Charter];"));
        var classifier = new TreatmentClassifier(Works.Listed, resolution);
        classifier.Classify(1, spans[1]).Treatment.ShouldBe(Treatment.UrgesRatification);
        var inherited = classifier.Classify(2, spans[2]);
        inherited.Treatment.ShouldBe(Treatment.Cites);
        inherited.Verb!.Text.ShouldBe("Urges");
        classifier.Classify(3, spans[3]).Treatment.ShouldBe(Treatment.Reaffirms);
    }

    private static (Treatment Treatment, GoverningVerb? Verb) Of(string marked)
    {
        var (resolution, spans) = Document(("OP1", null, marked));
        return new TreatmentClassifier(Works.Listed, resolution).Classify(0, spans[0]);
    }

    private static (Resolution Resolution, List<TextSpan> Mentions) Document(params (string Label, string? Parent, string Marked)[] clauses)
    {
        var spans = new List<TextSpan>();
        var made = new List<Clause>();
        foreach (var (label, parent, marked) in clauses)
        {
            var open = marked.IndexOf('[', StringComparison.Ordinal);
            var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
            spans.Add(open < 0 ? default : new TextSpan(open, marked.IndexOf(']', StringComparison.Ordinal) - 1));
            made.Add(new Clause
            {
                Label = ClauseLabel.Parse(label, null),
                Kind = ClauseKind.Operative,
                Text = MappedText.Identity(text),
                Span = new TextSpan(0, text.Length),
                Parent = parent is null ? null : ClauseLabel.Parse(parent, null),
            });
        }
        return (new Resolution { Source = new SourceText { Name = "test", Text = "" }, Front = new FrontMatter(), Clauses = [.. made] }, spans);
    }

    private static string Folded(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetter));
}
