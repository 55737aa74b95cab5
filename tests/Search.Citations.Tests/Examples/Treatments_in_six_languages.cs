using Search.Resolutions.Parsing;
using Search.Resolutions.Text;

namespace Search.Citations.Tests.Examples;

public class Treatments_in_six_languages
{
    private const string French = "L’Assemblée générale,", Spanish = "La Asamblea General,", Russian = "Генеральная Ассамблея,",
        Chinese = "大会，", Arabic = "إن الجمعية العامة،";

    private static readonly CitationLinker Linker = new(Works.Listed);

    private static IEnumerable<(string? Target, Treatment Treatment)> Cite(string enacting, string clause) =>
        Linker.Link(ResolutionParser.Parse(new SourceText { Name = "own", Text = $"{enacting}\n\n{clause}\n" }))
            .Select(c => ((c.Link as Link.Linked)?.Target.Value, c.Treatment));

    [Theory]
    [InlineData(Russian, "1. предлагает считать паромы в соответствии с правилами, изложенными в резолюции 55/25;", Treatment.GuidedBy)]
    [InlineData(Russian, "признавая, что паромы считаются согласно порядку, обновленному в резолюции 55/25,", Treatment.GuidedBy)]
    [InlineData(Russian, "будучи глубоко обеспокоена нехваткой паромов, и ссылаясь на резолюцию 55/25,", Treatment.Recalls)]
    [InlineData(Russian, "учитывая свою резолюцию 55/25,", Treatment.Recalls)]
    [InlineData(Russian, "учитывая, что в резолюции 55/25 упомянуты паромы,", Treatment.Cites)]
    [InlineData(French, "1. Prie le Secrétaire général de veiller à ce que les dispositions de sa résolution 55/25 soient appliquées ;",
        Treatment.Implements)]
    [InlineData(French, "1. Demande aux ports de contribuer à la mise en œuvre coordonnée de la résolution 55/25 ;", Treatment.Implements)]
    [InlineData(French, "Soulignant la place des bacs et, à cet égard, rappelant la résolution 55/25,", Treatment.Recalls)]
    [InlineData(French, "1. Condamne la résolution 55/25 ;", Treatment.Deplores)]
    [InlineData(French, "1. Prie le Secrétaire général de compter les bacs, comme elle l’a demandé dans la résolution 55/25 ;",
        Treatment.GuidedBy)]
    [InlineData(French, "Notant le rôle du comité des bacs créé par la résolution 55/25,", Treatment.GuidedBy)]
    [InlineData(Spanish, "Alentando a las partes en la resolución 55/25 a que la apliquen plenamente,", Treatment.Implements)]
    [InlineData(Spanish, "Reafirmando que, en virtud de la resolución 55/25, los transbordadores son libres,", Treatment.Reaffirms)]
    [InlineData(Spanish, "1. Aplaude el comité establecido en virtud de la resolución 55/25;", Treatment.GuidedBy)]
    [InlineData(Russian, "отмечая роль комитета по паромам, учрежденного резолюцией 55/25,", Treatment.GuidedBy)]
    [InlineData(Chinese, "注意到第55/25号决议所设渡轮委员会的工作，", Treatment.GuidedBy)]
    [InlineData(Chinese, "意识到第55/25号决议的重要性，", Treatment.Cites)]
    [InlineData(Chinese, "1. 决定渡轮应适用第55/25号决议规定的分摊办法；", Treatment.GuidedBy)]
    [InlineData(Chinese, "1. 促请各国按照渡轮公约、港口章程和第55/25号决议统计渡轮；", Treatment.GuidedBy)]
    [InlineData(Chinese, "在上届会议上审议了关于第55/25号决议的报告，", Treatment.Considers)]
    [InlineData(Chinese, "重申渡轮宣言所阐明的原则和承诺，以及第55/25号决议，", Treatment.Reaffirms)]
    [InlineData(Chinese, "在这方面，回顾第55/25号决议，", Treatment.Recalls)]
    [InlineData(Arabic, "1. ترحب بعدد العبّارات، وتشير إلى قرارها 55/25؛", Treatment.Recalls)]
    [InlineData(Arabic, "1. تطلب إلى الموانئ أن تكفل التنفيذ التام للأحكام ذات الصلة من قرارها 55/25؛", Treatment.Implements)]
    [InlineData(Arabic, "1. تقرر أن تدرج البند المعنون ”تنفيذ خطة العبّارات“ وتقرير القرار 55/25؛", Treatment.Cites)]
    public void Phrases_of_a_language_govern_as_those_of_English_do(string enacting, string clause, Treatment treatment) =>
        Cite(enacting, clause).ShouldContain(("A/RES/55/25", treatment));

    [Fact]
    public void A_long_run_of_phrases_that_follow_what_they_govern_is_read_in_linear_time()
    {
        var clause = "1. 决定第55/25号决议" + string.Concat(Enumerable.Repeat("规定的", 100_000)) + "渡轮；";
        Cite(Chinese, clause).ShouldContain(("A/RES/55/25", Treatment.GuidedBy));
    }
}
