using Search.Resolutions.Parsing;
using Search.Resolutions.Text;

namespace Search.Citations.Tests.Examples;

public class Provisions_in_six_languages
{
    private static readonly CitationLinker Linker = new(Works.Listed);

    private static List<(string? Target, string Pinpoint)> Cite(string text) =>
        [.. Linker.Link(ResolutionParser.Parse(new SourceText { Name = "own", Text = text + "\n" }))
            .Select(c => ((c.Link as Link.Linked)?.Target.Value, c.Pinpoint.ToString()))];

    [Theory]
    [InlineData("L’Assemblée générale,\n\nRappelant le paragraphe 2 de l’article 20 de la Convention relative aux droits de l’enfant,",
        "crc", "art. 20, para. 2")]
    [InlineData("L’Assemblée générale,\n\nRappelant les articles 6 et 7 de la Convention relative aux droits de l’enfant,", "crc",
        "arts. 6 and 7")]
    [InlineData("L’Assemblée générale,\n\nRappelant la section III de sa résolution 62/219 du 22 décembre 2007,", "A/RES/62/219",
        "sect. III")]
    [InlineData("L’Assemblée générale,\n\nRappelant sa résolution 62/219 du 22 décembre 2007, annexe II,", "A/RES/62/219", "annex II")]
    [InlineData("La Asamblea General,\n\nRecordando el párrafo 2 del artículo 20 de la Convención sobre los Derechos del Niño,", "crc",
        "art. 20, para. 2")]
    [InlineData("La Asamblea General,\n\nRecordando los párrafos 3 a) a c) de su resolución 62/219, de 22 de diciembre de 2007,",
        "A/RES/62/219", "paras. 3 (a)-(c)")]
    [InlineData("Генеральная Ассамблея,\n\nссылаясь на пункт 2 статьи 20 Конвенции о правах ребенка,", "crc", "art. 20, para. 2")]
    [InlineData("Генеральная Ассамблея,\n\nссылаясь на раздел III своей резолюции 62/219 от 22 декабря 2007 года,", "A/RES/62/219",
        "sect. III")]
    [InlineData("大会，\n\n回顾《儿童权利公约》第20条第2款，", "crc", "art. 20, para. 2")]
    [InlineData("大会，\n\n回顾其2007年12月22日第62/219号决议第三节第5至7段，", "A/RES/62/219", "sect. III, paras. 5-7")]
    [InlineData("إن الجمعية العامة،\n\nإذ تشير إلى الفقرة 2 من المادة 20 من اتفاقية حقوق الطفل،", "crc", "art. 20, para. 2")]
    [InlineData("إن الجمعية العامة،\n\nإذ تشير إلى المرفق الثاني من قرارها 62/219 المؤرخ 22 كانون الأول/ديسمبر 2007،", "A/RES/62/219",
        "annex II")]
    public void Parts_are_given_to_the_work_that_the_words_give_them_to(string text, string target, string pinpoint) =>
        Cite(text).ShouldBe([(target, pinpoint)]);

    [Theory]
    [InlineData("L’Assemblée générale,\n\nRappelant sa résolution 62/219 A du 22 décembre 2007,", "A/RES/62/219 A")]
    [InlineData("大会，\n\n回顾其2007年12月22日第62/219 A号决议，", "A/RES/62/219 A")]
    [InlineData("Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 62/219 А от 22 декабря 2007 года,", "A/RES/62/219 A")]
    public void The_letter_of_a_part_belongs_to_its_number(string text, string target) => Cite(text).ShouldBe([(target, "")]);

    [Fact]
    public void A_range_of_letters_is_all_of_its_parts() =>
        Cite("大会，\n\n回顾其2007年12月22日第62/219 A至C号决议，").Select(c => c.Target).ShouldBe(["A/RES/62/219 A", "A/RES/62/219 B", "A/RES/62/219 C"]);

    [Theory]
    [InlineData("L’Assemblée générale,\n\nRappelant la Convention relative aux droits de l’enfant,\n\nSachant que les articles 6 et 7 de ladite Convention parlent des bacs,", "arts. 6 and 7")]
    [InlineData("La Asamblea General,\n\nRecordando la Convención sobre los Derechos del Niño,\n\nConsciente de que el artículo 6 de dicha Convención habla de balsas,", "art. 6")]
    [InlineData("Генеральная Ассамблея,\n\nссылаясь на Конвенцию о правах ребенка,\n\nсознавая, что статья 6 Конвенции и ее протоколы касаются паромов,", "art. 6")]
    [InlineData("大会，\n\n回顾《儿童权利公约》，\n\n意识到《公约》第六条涉及渡轮，", "art. 6")]
    public void A_noun_alone_means_the_only_work_of_its_kind_named_before(string text, string pinpoint) =>
        Cite(text).ShouldBe([("crc", ""), ("crc", pinpoint)]);

    [Fact]
    public void A_noun_means_nothing_certain_after_a_title_that_nobody_knows() =>
        Cite("L’Assemblée générale,\n\nRappelant la Convention relative aux droits de l’enfant et la Convention sur les bacs de rivière,\n\nSachant que l’article 6 de la Convention parle des bacs,")
            .ShouldBe([("crc", "")]);

    [Theory]
    [InlineData("L’Assemblée générale,\n\nRappelant la Convention relative aux droits de l’enfant,\n\nRappelant la Déclaration et le Programme d’action des bacs,")]
    [InlineData("L’Assemblée générale,\n\nRappelant la Convention relative aux droits de l’enfant,\n\nSachant que la présente Convention parle des bacs,")]
    public void A_noun_that_begins_a_title_or_means_the_text_itself_points_at_nothing(string text) => Cite(text).ShouldBe([("crc", "")]);

    [Theory]
    [InlineData("L’Assemblée générale,\n\nRappelant le Rapport1,\n\n1. Prie le Secrétaire général de compter les bacs.\n\n__________________\n\n1 Rapport de la Conférence (publication des Nations Unies, numéro de vente : F.93.I.8 et rectificatif), résolution 1, annexe II.\n")]
    [InlineData("Генеральная Ассамблея,\n\nссылаясь на Доклад1,\n\n1. просит Генерального секретаря подсчитать паромы.\n\n__________________\n\n1 Доклад Конференции (издание Организации Объединенных Наций, в продаже под № R.93.I.8 и исправление), резолюция 1, приложение II.\n")]
    public void A_publication_is_one_in_all_editions(string text) =>
        Cite(text).ShouldContain(("Sales No. E.93.I.8", "resolution 1, annex II"));

    [Theory]
    [InlineData("L’Assemblée générale,\n\n1. Demande que les tâches visées au paragraphe 2 ci-dessus soient menées ;\n\n2. Prie le Secrétaire général de compter les bacs.")]
    [InlineData("大会，\n\n1. 请各国执行下文第2段；\n\n2. 请秘书长统计渡轮。")]
    public void Parts_of_the_document_itself_are_its_own(string text) => Cite(text).ShouldBe([("self", "para. 2")]);
}
