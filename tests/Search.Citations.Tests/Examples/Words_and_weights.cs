using Search.Graph;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Tests.Examples;

public class Words_and_weights
{
    [Fact]
    public void Every_member_of_a_family_has_a_word_that_names_it()
    {
        Named<Treatment>();
        Named<CitationPlace>();
        Named<CitationKind>();
        Named<CitationForm>();
        Named<WorkRelationKind>();
        Named<DocumentKind>();
        Named<ClauseKind>();
        CitationKind.TreatySeries.Word().ShouldBe("treaty-series");
        WorkRelationKind.OnReportOf.Word().ShouldBe("on-report-of");
        EnumWords.TryParse("Annex", out ClauseKind _).ShouldBeFalse();
        EnumWords.TryParse(null, out ClauseKind _).ShouldBeFalse();
    }

    private static void Named<T>()
        where T : struct, Enum
    {
        EnumWords.All<T>().ShouldBe(Enum.GetValues<T>().Select(v => v.Word()));
        foreach (var value in Enum.GetValues<T>()) (EnumWords.TryParse(value.Word(), out T again) ? again : (T?)null).ShouldBe(value);
    }

    [Fact]
    public void Every_treatment_and_place_has_its_weight()
    {
        CitationWeights.Default.Treatments.Length.ShouldBe(EnumWords.All<Treatment>().Count);
        CitationWeights.Default.Places.Length.ShouldBe(EnumWords.All<CitationPlace>().Count);
    }

    [Fact]
    public void No_weight_is_above_that_of_an_operative_pinpointed_act()
    {
        Weight(Treatment.Renews, CitationPlace.Operative).ShouldBe(1);
        foreach (var treatment in Enum.GetValues<Treatment>())
            foreach (var place in Enum.GetValues<CitationPlace>())
                Weight(treatment, place).ShouldBeInRange(double.Epsilon, 1);
    }

    private static double Weight(Treatment treatment, CitationPlace place) =>
        CitationWeights.Default.Of(new GraphEdge(0, 0, (int)treatment, (int)place, HasPinpoint: true));
}
