using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Tests.Examples;

public class Six_languages
{
    private const string French =
        "Nations Unies\n\nA/RES/70/901\n\n70/901. Les bacs du détroit\n\nL’Assemblée générale,\n\nRappelant sa résolution 69/900 du 5 décembre 2014, relative aux bacs,\n\nConsciente que les bacs relient les rives du détroit,\n\n1. Décide de rester saisie de la question des bacs ;\n\n2. Prie le Secrétaire général :\n\na) De compter les bacs ;\n\nb) De lui faire rapport.\n\n80e séance plénière\n\n22 décembre 2015\n\nAnnexe\n\nListe des bacs\n";
    private const string Spanish =
        "Naciones Unidas\n\nA/RES/70/901\n\n70/901. Los transbordadores del estrecho\n\nLa Asamblea General,\n\nRecordando su resolución 69/900, de 5 de diciembre de 2014, relativa a los transbordadores,\n\nConsciente de que los transbordadores unen las orillas del estrecho,\n\n1. Decide seguir ocupándose de la cuestión de los transbordadores;\n\n2. Solicita al Secretario General que:\n\na) Cuente los transbordadores;\n\nb) Le presente un informe.\n\n80ª sesión plenaria\n\n22 de diciembre de 2015\n\nAnexo\n\nLista de transbordadores\n";
    private const string Russian =
        "Организация Объединенных Наций\n\nA/RES/70/901\n\n70/901. Паромы пролива\n\nГенеральная Ассамблея,\n\nссылаясь на свою резолюцию 69/900 от 5 декабря 2014 года о паромах,\n\nсознавая, что паромы соединяют берега пролива,\n\n1. постановляет продолжать рассмотрение вопроса о паромах;\n\n2. просит Генерального секретаря:\n\nа) сосчитать паромы;\n\nб) представить ей доклад.\n\n80-е пленарное заседание\n\n22 декабря 2015 года\n\nПриложение\n\nПеречень паромов\n";
    private const string Chinese =
        "联合国\n\nA/RES/70/901\n\n70/901. 海峡渡轮\n\n大会，\n\n回顾其2014年12月5日关于渡轮的第69/900号决议，\n\n意识到渡轮连接海峡两岸，\n\n1. 决定继续处理渡轮问题；\n\n2. 请秘书长：\n\n(a) 统计渡轮；\n\n(b) 向大会提出报告。\n\n第80次全体会议\n\n2015年12月22日\n\n附件\n\n渡轮名单\n";
    private const string Arabic =
        "الأمم المتحدة\n\nA/RES/70/901\n\n70/901. عبّارات المضيق\n\nإن الجمعية العامة،\n\nإذ تشير إلى قرارها 69/900 المؤرخ 5 كانون الأول/ديسمبر 2014 بشأن العبارات،\n\nوإذ تدرك أن العبارات تصل بين ضفتي المضيق،\n\n1 - تقرر أن تبقي مسألة العبارات قيد نظرها؛\n\n2 - تطلب إلى الأمين العام:\n\n(أ) أن يحصي العبارات؛\n\n(ب) أن يقدم تقريرا.\n\nالجلسة العامة 80\n\n22 كانون الأول/ديسمبر 2015\n\nالمرفق\n\nقائمة العبارات\n";

    public static TheoryData<string, string> Texts =>
        new() { { "fr", French }, { "es", Spanish }, { "ru", Russian }, { "zh", Chinese }, { "ar", Arabic } };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Structure_date_and_body_are_those_of_the_English_text(string language, string text)
    {
        var resolution = Reference.Parse(text);
        resolution.Front.Language.ShouldBe(language);
        resolution.Front.Organ.Code.ShouldBe("GA");
        resolution.Front.Symbol.ShouldBe("A/RES/70/901");
        resolution.Front.Date.ShouldBe(new DateOnly(2015, 12, 22));
        resolution.Clauses.Where(c => c.Kind is ClauseKind.Preambular or ClauseKind.Operative).Select(c => c.Label.ToString())
            .ShouldBe(["PP1", "PP2", "OP1", "OP2", "OP2(a)", "OP2(b)"]);
        resolution.Clauses[^1].Kind.ShouldBe(ClauseKind.Annex);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Clauses_keep_the_printed_signs(string language, string text)
    {
        var resolution = Reference.Parse(text);
        foreach (var clause in resolution.Clauses) text.ShouldContain(clause.Text.Text, customMessage: language);
        resolution.Clauses.Single(c => c.Label.ToString() == "OP1").Number.ShouldBe(language == "ar" ? "1 -" : "1.");
    }

    [Fact]
    public void Notes_that_begin_with_an_ideograph_are_told_apart() => Reference.Parse(
        "A/RES/70/901\n\n大会，\n\n注意到渡轮会议，1\n\n注意到渡轮报告，2\n\n注意到码头，3\n\n__________________\n\n1 渡轮会议2011年更名为海峡会议。\n\n2 A/75/345。\n\n3 见S/PV.7813。\n\n20-15859 (C)\n\n1/2\n\n\fA/RES/70/901\n海峡渡轮\n\n1. 决定统计渡轮；4\n\n2. 又决定统计码头。5\n\n第80次全体会议\n\n2015年12月22日\n\n__________________\n\n4 第69/313号决议。\n\n5 《渡轮正式记录》。\n\n2/2\n")
        .Notes.Select(n => n.Mark).ShouldBe(["1", "2", "3", "4", "5"]);

    [Theory]
    [InlineData("Генеральная Ассамблея,\n\nI\n\nПричалы пролива\n\nссылаясь на свою резолюцию 69/900,\n\n1. постановляет считать паромы.\n")]
    [InlineData("Генеральная Ассамблея,\n\nI Причалы пролива\n\nссылаясь на свою резолюцию 69/900,\n\n1. постановляет считать паромы.\n")]
    public void A_heading_is_no_part_of_the_paragraph_under_it_that_begins_in_small_letters(string text)
    {
        var first = Reference.Parse(text).Clauses.First(c => c.Kind == ClauseKind.Preambular);
        first.Label.ToString().ShouldBe("PP1");
        first.Text.Text.ShouldBe("ссылаясь на свою резолюцию 69/900,");
    }

    [Theory]
    [InlineData("en", "Decides to remain seized of the matter of the ferries.")]
    [InlineData("fr", "Décide de rester saisie de la question des bacs.")]
    [InlineData("es", "Decide seguir ocupándose de la cuestión de los transbordadores.")]
    [InlineData("ru", "постановляет продолжать рассмотрение вопроса о паромах.")]
    [InlineData("zh", "决定继续处理渡轮问题。")]
    [InlineData("ar", "تقرر أن تبقي مسألة العبارات قيد نظرها.")]
    public void One_clause_tells_its_language(string language, string clause) => Reference.Parse(clause).Front.Language.ShouldBe(language);

    [Fact]
    public void What_a_file_states_tells_the_language_unless_the_script_contradicts()
    {
        Parse("Bacs, quais, phares.", "fra").ShouldBe("fr");
        Parse("Паромы и причалы.", "eng").ShouldBe("ru");
        Parse("Fähren, Ufer und Häfen.", "deu").ShouldBe("other");

        static string Parse(string text, string stated) =>
            ResolutionParser(new SourceText { Name = "one", Text = text, Stated = StatedFields.None with { Language = stated } });
        static string ResolutionParser(SourceText source) => Parsing.ResolutionParser.Parse(source).Front.Language;
    }

    [Fact]
    public void Marks_of_notes_in_brackets_are_no_text_in_Arabic()
    {
        var resolution = Reference.Parse(
            "إن الجمعية العامة،\n\nإذ تشير إلى تقرير الأمين العام(1)،\n\n1 - تقرر أن تنظر في المسألة.\n\n__________________\n\n1 A/70/901.\n");
        resolution.Clauses.Single(c => c.Label.ToString() == "PP1").Text.Text.ShouldBe("إذ تشير إلى تقرير الأمين العام،");
        resolution.Notes.Single().Anchors.Length.ShouldBe(1);
    }

    [Fact]
    public void A_day_before_its_month_is_no_mark_of_a_note()
    {
        var resolution = Reference.Parse(
            "L’Assemblée générale,\n\nRappelant la résolution 69/900 du 1 décembre 2014, relative aux bacs1,\n\n1. Décide de revenir à la question.\n\n__________________\n\n1 Voir A/70/901.\n");
        resolution.Clauses.Single(c => c.Label.ToString() == "PP1").Text.Text.ShouldBe(
            "Rappelant la résolution 69/900 du 1 décembre 2014, relative aux bacs,");
    }

    [Fact]
    public void A_title_may_follow_its_number_directly_in_Arabic() =>
        Reference.Parse("قرار اتخذته الجمعية العامة في 15 كانون الأول/ديسمبر 2025\n\n80/901 عدّ العبّارات في الموانئ\n\nإن الجمعية العامة،\n\nإذ تدرك أهمية العبارات،\n\n1 - تقرر أن تنظر في المسألة.\n")
            .Front.Title.ShouldBe("عدّ العبّارات في الموانئ");

    [Fact]
    public void Numbers_in_full_width_and_Arabic_digits_are_numbers()
    {
        Reference.Parse("大会，\n\n回顾渡轮问题，\n\n１．决定审议该问题；\n\n２．请秘书长提出报告。\n").Clauses.Select(c => c.Label.ToString())
            .ShouldBe(["PP1", "OP1", "OP2"]);
        Reference.Parse("إن الجمعية العامة،\n\nإذ تدرك أهمية العبارات،\n\n١ - تقرر أن تنظر في المسألة؛\n\n٢ - تطلب تقريرا.\n").Clauses
            .Select(c => c.Label.ToString()).ShouldBe(["PP1", "OP1", "OP2"]);
    }

    [Fact]
    public void Every_language_has_months_bodies_and_openings()
    {
        foreach (var language in Language.All.Where(l => !l.IsEnglish))
        {
            language.Bodies.Names.Select(n => n.Body.Code).ShouldContain("GA");
            language.Bodies.Enacting.ShouldNotBeEmpty();
            language.Wordings("annex").ShouldNotBeEmpty();
            language.Openings.All.Count().ShouldBeGreaterThan(100);
        }
    }
}
