using Search.Graph;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Tests.Examples;

public class Words_and_weights
{
    [Fact]
    public void Every_treatment_and_place_has_its_word()
    {
        foreach (var treatment in Enum.GetValues<Treatment>()) (EnumWords.TryParse(treatment.Word(), out Treatment again) ? again : (Treatment?)null).ShouldBe(treatment);
        foreach (var place in Enum.GetValues<CitationPlace>()) (EnumWords.TryParse(place.Word(), out CitationPlace again) ? again : (CitationPlace?)null).ShouldBe(place);
        Enum.GetValues<Treatment>().Length.ShouldBe(EnumWords.All<Treatment>().Count);
        Enum.GetValues<CitationPlace>().Length.ShouldBe(EnumWords.All<CitationPlace>().Count);
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
