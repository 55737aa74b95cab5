using Search.Catalog.Checking;
using Search.Testing;

namespace Search.Catalog.Tests.Laws;

/// <summary>Errors planted in correct citations of an invented text; the corpus is measured by
/// <c>Search.Benchmarks check plant</c>.</summary>
[Collection(BuiltOnce.Name)]
public class Planted_errors_are_named(Built built)
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    private const string Text = """
        The General Assembly,

        Recalling its resolution 75/901 of 16 December 2020, entitled “Application of the Marenne Guidelines at river and strait crossings”,

        Guided by Security Council resolution 1325 (2000) of 31 October 2000 and its resolution 217 A (III) of 10 December 1948,

        1. Reaffirms its resolution 61/901 of 19 December 2006.
        """;

    [Fact]
    public void Every_kind_of_planted_error_is_named_and_the_correct_text_has_none()
    {
        built.Sample.Checking.Check(Text, Today).Findings.Where(f => f.Severity == FindingKind.Mismatch).ShouldBeEmpty();
        var random = new Random(7);
        var citations = built.Sample.Checking.Check(Text, Today).Citations.Where(c => c.Work!.Canonical.Contains("/RES/")).ToList();
        citations.Count.ShouldBe(3);
        var planted = 0;
        foreach (var (name, kind) in PlantedErrors.Kinds)
            foreach (var citation in citations)
            {
                var place = new CorrectCitation(citation.Start, citation.End, citation.Work!.Canonical)
                {
                    IsDated = true,
                    IsTitled = true,
                    Quotable = citation.Work.Canonical == "A/RES/75/901" ? (9, built.Sample.Clause("a-res-75-901", "op9")!.Text, 10) : null,
                };
                if (PlantedErrors.Plant(name, Text, place, random) is not { } error) continue;
                planted++;
                Kinds(error.Text, error).ShouldContain(kind, $"{name}: {error.Text[error.Start..error.End]}");
                Kinds(error.Correct, error).ShouldNotContain(kind, $"{name}: {error.Correct}");
            }
        planted.ShouldBeGreaterThan(14);
    }

    private List<string> Kinds(string text, PlantedError error) =>
        [.. built.Sample.Checking.Check(text, Today).Findings.Where(f => f.Start < error.End && f.End >= error.Start).Select(f => f.Kind)];
}
