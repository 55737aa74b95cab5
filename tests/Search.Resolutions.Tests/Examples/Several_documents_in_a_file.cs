using Search.Resolutions.Parsing;
using Search.Resolutions.Text;

namespace Search.Resolutions.Tests.Examples;

public class Several_documents_in_a_file
{
    private const string First =
        "46/901. Piers\n\nThe General Assembly,\n\nRecalling the Pact,1\n\n1. Decides to build piers.\n\n77th plenary meeting\n18 December 1991\n\n1 A/46/1.\n\n";
    private const string Second =
        "46/902. Buoys\n\nThe General Assembly,\n\nRecalling the Code,1\n\n1. Decides to lay buoys.\n\n77th plenary meeting\n18 December 1991\n\n1 A/46/2.\n";
    private const string Tail = "Bearing in mind the Pact,\n\nDecides to close the old port.\n\n76th plenary meeting\n17 December 1991\n\n";

    private static System.Collections.Immutable.ImmutableArray<Resolution> Parsed(string text, StatedFields? stated = null) =>
        ResolutionParser.ParseAll(new SourceText { Name = "page", Text = text, Stated = stated ?? StatedFields.None });

    private static string[] Labels(Resolution resolution) =>
        [.. resolution.Clauses.Where(c => c.Kind is ClauseKind.Preambular or ClauseKind.Operative).Select(c => c.Label.ToString())];

    [Fact]
    public void Each_has_its_own_number_clauses_and_notes()
    {
        var documents = Parsed(First + Second);
        documents.Select(d => d.Front.Symbol).ShouldBe(["A/RES/46/901", "A/RES/46/902"]);
        documents.ShouldAllBe(d => Labels(d).SequenceEqual(new[] { "PP1", "OP1" }));
        documents.Select(d => d.Notes.Single().Text.Text).ShouldBe(["A/46/1.", "A/46/2."]);
    }

    [Fact]
    public void A_place_in_one_plus_its_offset_is_the_place_in_the_file()
    {
        var clause = Parsed(First + Second)[1].Clauses.First(c => c.Label.ToString() == "OP1");
        var start = Parsed(First + Second)[1].Source.Offset + clause.Span.Start;
        (First + Second)[start..].ShouldStartWith("1. Decides to lay buoys.");
    }

    [Fact]
    public void The_end_of_a_neighbour_shifts_no_labels()
    {
        var documents = Parsed(Tail + First);
        documents.Length.ShouldBe(2);
        var main = documents[ResolutionParser.Primary(documents)];
        main.Front.Symbol.ShouldBe("A/RES/46/901");
        Labels(main).ShouldBe(["PP1", "OP1"]);
    }

    [Fact]
    public void Stated_fields_are_those_of_the_document_that_prints_the_symbol()
    {
        var documents = Parsed(First + Second, new StatedFields("A/RES/46/902", "Buoys and lamps"));
        documents[ResolutionParser.Primary(documents)].Front.Title.ShouldBe("Buoys and lamps");
        documents[0].Front.Title.ShouldBe("Piers");
    }

    [Fact]
    public void The_same_resolution_in_another_language_between_two_does_not_join_them()
    {
        const string French =
            "46/901. Jetées\n\nL’Assemblée générale,\n\nRappelant le Pacte de la mer,\n\n1. Décide de construire des jetées dans tous les ports.\n\n";
        Parsed(First + French + Second).Select(d => d.Front.Symbol).ShouldBe(["A/RES/46/901", "A/RES/46/902"]);
    }

    [Fact]
    public void A_file_whose_stated_symbol_none_of_them_prints_is_one_document() =>
        Parsed(First + Second, new StatedFields("A/RES/46/700")).Length.ShouldBe(1);

    [Theory]
    [InlineData("A\nSmall piers\n\n", "B\nLarge piers\n\n")]
    public void Parts_of_one_number_are_one_document(string a, string b) =>
        Parsed("46/901. Piers\n\n" + a
            + "The General Assembly,\n\nRecalling the Pact,\n\n1. Decides to act.\n\n77th plenary meeting\n18 December 1991\n\n" + b
            + "The General Assembly,\n\nRecalling the Code,\n\n1. Decides to act.\n").Length.ShouldBe(1);

    [Fact]
    public void An_annex_between_two_numbers_that_follow_each_other_keeps_none_of_them() =>
        Parsed("46/901. Piers\n\nThe General Assembly,\n\nRecalling the Pact,\n\n1. Adopts the rules.\n\n77th plenary meeting\n18 December 1991\n\nANNEX\n\nRules on piers\n\n1. Piers shall be lit.\n\n46/902. Buoys\n\nThe General Assembly,\n\nRecalling the Code,\n\n1. Decides to act.\n")
            .Select(d => d.Front.Symbol).ShouldBe(["A/RES/46/901", "A/RES/46/902"]);

    [Fact]
    public void An_annexed_resolution_is_no_document_of_its_own() =>
        Parsed("2016/91. Piers\n\nThe Economic and Social Council,\n\nRecalling the Pact,\n\n1. Adopts the annexed text.\n\n44th plenary meeting\n25 July 2016\n\nAnnex\n\nResolution 72/6\n\nThe General Assembly,\n\nRecalling the Code,\n\n1. Decides to act.\n").Length.ShouldBe(1);
}
