using Search.Resolutions.Vocabulary;
using Search.Testing;

namespace Search.Citations.Tests.Laws;

public class Treatments_are_described
{
    [Fact]
    public void The_documentation_lists_every_treatment_with_its_polarity_and_force()
    {
        var described = File.ReadLines(Places.InRepository("docs", "treatments.md"))
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries))
            .Select(c => (c[1].Trim('`'), c[2], c[3]));
        described.ShouldBe(EnumWords.All<Treatment>()
            .Select(w => (w, TreatmentTraits.Strength(w).Polarity, TreatmentTraits.Strength(w).Force)));
    }
}
