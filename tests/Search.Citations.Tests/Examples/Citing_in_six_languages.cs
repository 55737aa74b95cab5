using Search.Resolutions.Parsing;
using Search.Resolutions.Text;

namespace Search.Citations.Tests.Examples;

public class Citing_in_six_languages
{
    private static readonly CitationLinker Linker = new(Works.Listed);

    private static Citation[] Cite(string enacting, string preamble) =>
        [.. Linker.Link(ResolutionParser.Parse(new SourceText { Name = "own", Text = $"{enacting}\n\n{preamble}\n" }))
            .Where(c => c.Kind != CitationKind.Internal)];

    private static string?[] Targets(string enacting, string preamble) =>
        [.. Cite(enacting, preamble).Select(c => (c.Link as Link.Linked)?.Target.Value)];

    [Theory]
    [InlineData("L’Assemblée générale,",
        "Rappelant ses résolutions 62/219 du 22 décembre 2007 et 63/160 du 18 décembre 2008, ainsi que la résolution 1325 (2000) du Conseil de sécurité en date du 31 octobre 2000,")]
    [InlineData("La Asamblea General,",
        "Recordando sus resoluciones 62/219, de 22 de diciembre de 2007, y 63/160, de 18 de diciembre de 2008, así como la resolución 1325 (2000) del Consejo de Seguridad, de 31 de octubre de 2000,")]
    [InlineData("Генеральная Ассамблея,",
        "ссылаясь на свои резолюции 62/219 от 22 декабря 2007 года и 63/160 от 18 декабря 2008 года, а также на резолюцию 1325 (2000) Совета Безопасности от 31 октября 2000 года,")]
    [InlineData("大会，", "回顾其2007年12月22日第62/219号和2008年12月18日第63/160号决议以及安全理事会2000年10月31日第1325(2000)号决议，")]
    [InlineData("إن الجمعية العامة،",
        "إذ تشير إلى قراريها 62/219 المؤرخ 22 كانون الأول/ديسمبر 2007 و 63/160 المؤرخ 18 كانون الأول/ديسمبر 2008، وإلى قرار مجلس الأمن 1325 (2000) المؤرخ 31 تشرين الأول/أكتوبر 2000،")]
    public void Lists_of_acts_have_the_bodies_that_the_words_give_them(string enacting, string preamble)
    {
        var cited = Cite(enacting, preamble);
        cited.Select(c => (c.Link as Link.Linked)?.Target.Value).ShouldBe(["A/RES/62/219", "A/RES/63/160", "S/RES/1325(2000)"]);
        cited.ShouldAllBe(c => c.Treatment == Treatment.Recalls);
        foreach (var citation in cited) preamble.ShouldContain(citation.Text);
    }

    [Theory]
    [InlineData("La Asamblea General,", "Recordando la resolución 217 A (III), de 10 de diciembre de 1948,")]
    [InlineData("Генеральная Ассамблея,", "ссылаясь на резолюцию 217 А (III) от 10 декабря 1948 года,")]
    [InlineData("إن الجمعية العامة،", "إذ تشير إلى قرارها 217 ألف (د-3) المؤرخ 10 كانون الأول/ديسمبر 1948،")]
    [InlineData("大会，", "回顾其1948年12月10日第217 A(III)号决议，")]
    public void Parts_and_sessions_of_early_resolutions_are_read_in_every_script(string enacting, string preamble) =>
        Targets(enacting, preamble).ShouldBe(["A/RES/217(III) A"]);

    [Theory]
    [InlineData("إن الجمعية العامة،", "إذ تشير إلى قرارها دإط-10/15 المؤرخ 20 تموز/يوليه 2004،", "A/RES/ES-10/15")]
    [InlineData("大会，", "回顾其1946年1月24日第一㈠号决议，", "A/RES/1(I)")]
    [InlineData("L’Assemblée générale,",
        "Notant que, dans sa résolution 51/18, le Conseil des droits de l’homme a décidé de compter les bacs,", "A/HRC/RES/51/18")]
    [InlineData("大会，", "注意到人权理事会在其第51/18号决议中决定统计渡轮，", "A/HRC/RES/51/18")]
    [InlineData("إن الجمعية العامة،", "إذ تشير إلى قرارها 52/38 صاد المؤرخ 9 كانون الأول/ديسمبر 1997،", "A/RES/52/38 R")]
    [InlineData("إن الجمعية العامة،", "إذ تشير إلى قرارها 53/77 تاء المؤرخ 4 كانون الأول/ديسمبر 1998،", "A/RES/53/77 V")]
    [InlineData("Генеральная Ассамблея,", "отмечая принятие Советом по правам человека резолюции 51/18,", "A/HRC/RES/51/18")]
    [InlineData("L’Assemblée générale,",
        "Rappelant le rapport présenté au Conseil des droits de l’homme en application de la résolution 51/18,", "A/HRC/RES/51/18")]
    [InlineData("大会，", "回顾根据第51/18号决议向人权理事会提交的渡轮报告，", "A/HRC/RES/51/18")]
    [InlineData("大会，", "又回顾渡轮法委员会第五十届会议报告，还回顾2004年12月2日第59/35号决议，", "A/RES/59/35")]
    [InlineData("Генеральная Ассамблея,",
        "1. просит Генерального секретаря в соответствии с резолюцией 54/33 собрать в порту в течение недели с 5 по 9 июня 2023 года паромщиков;", "A/RES/54/33")]
    public void Numbers_and_owners_are_those_of_the_words(string enacting, string preamble, string target) =>
        Targets(enacting, preamble).ShouldBe([target]);

    [Fact]
    public void A_list_of_another_body_keeps_that_body() =>
        Targets("大会，", "回顾大会2001年9月12日第56/1号决议以及安全理事会2001年9月12日第1368(2001)号和2001年9月28日第1373(2001)号决议，")
            .ShouldBe(["A/RES/56/1", "S/RES/1368(2001)", "S/RES/1373(2001)"]);

    [Fact]
    public void A_conference_of_parties_is_the_body_of_its_resolutions() =>
        Targets("L’Assemblée générale,",
            "Rappelant la résolution 10/1 de la Conférence des Parties à la Convention des Nations Unies contre la criminalité transnationale organisée,")
            .ShouldBe(["CTOC-COP/RES/10/1", "untoc"]);

    [Fact]
    public void A_list_that_goes_on_after_its_noun_keeps_the_body() =>
        Targets("大会，", "回顾人权理事会第34/24和40/20号决议、2021年3月23日第46/17号决议以及第49/22号决议，")
            .ShouldBe(["A/HRC/RES/34/24", "A/HRC/RES/40/20", "A/HRC/RES/46/17", "A/HRC/RES/49/22"]);

    [Theory]
    [InlineData("L’Assemblée générale,", "Consciente que l’exercice 2019/20 a vu passer 12/15 des bacs,")]
    [InlineData("大会，", "意识到2019/20年度渡轮数目为12/15，")]
    [InlineData("大会，", "回顾渡轮章程第八㈩条和有关决定，")]
    public void Numbers_that_no_word_makes_acts_cite_nothing(string enacting, string preamble) =>
        Targets(enacting, preamble).ShouldBeEmpty();

    [Theory]
    [InlineData("L’Assemblée générale,", "Réaffirmant la Convention relative aux droits de l’enfant,")]
    [InlineData("La Asamblea General,", "Reafirmando la Convención sobre los Derechos del Niño,")]
    [InlineData("Генеральная Ассамблея,", "подтверждая значение Конвенции о правах ребенка,")]
    [InlineData("大会，", "重申《儿童权利公约》，")]
    [InlineData("إن الجمعية العامة،", "وإذ تؤكد من جديد اتفاقية حقوق الطفل،")]
    public void Instruments_are_known_by_their_names(string enacting, string preamble)
    {
        var cited = Cite(enacting, preamble).ShouldHaveSingleItem();
        (cited.Link as Link.Linked)?.Target.Value.ShouldBe("crc");
        cited.Treatment.ShouldBe(Treatment.Reaffirms);
    }

    [Theory]
    [InlineData("L’Assemblée générale,\n\nRappelant la Convention1,\n\n1. Prie le Secrétaire général de compter les bacs.\n\n__________________\n\n1 Nations Unies, Recueil des Traités, vol. 1577, no 27531.\n")]
    [InlineData("大会，\n\n回顾该公约》1 ，\n\n1. 请秘书长统计渡轮。\n\n__________________\n\n1 联合国，《条约汇编》，第1577卷，第27531号。\n")]
    public void The_Treaty_Series_is_read_in_notes(string text) =>
        Linker.Link(ResolutionParser.Parse(new SourceText { Name = "own", Text = text }))
            .ShouldContain(c => c.Link is Link.Linked && ((Link.Linked)c.Link).Target.Value == "crc");

    [Fact]
    public void Every_name_in_another_language_is_found_as_its_work()
    {
        foreach (var (language, names) in Works.Listed.Translated)
            foreach (var line in File.ReadLines(Path.Combine(Search.Testing.Places.Authorities, $"names.{language.Code}.tsv"))
                .SkipWhile(l => l.StartsWith('#')).Skip(1))
            {
                var cells = line.Split('\t');
                var text = Search.Resolutions.Text.PlainSigns.Of(cells[1].Replace("*", "", StringComparison.Ordinal));
                names.Find(text).ShouldHaveSingleItem().Works.Select(w => w.Value).ShouldBe([cells[0]]);
            }
    }
}
