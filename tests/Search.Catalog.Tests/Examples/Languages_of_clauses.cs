using Search.Testing;

namespace Search.Catalog.Tests.Examples;

/// <summary>One snapshot of texts in six languages, of different documents.</summary>
public sealed class Languages_of_clauses(Languages_of_clauses.Corpus corpus) : IClassFixture<Languages_of_clauses.Corpus>
{
    public sealed class Corpus : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly SmallCorpus _small = new();

        public Corpus()
        {
            _folder.Write("texts/en.txt",
                "A/RES/99/1\n\nThe General Assembly,\n\nRecalling its concern about trafficking in persons,\n\n1. Calls upon all States to shelter the refugees and the children who are on their territory;\n\n2. Decides to consider the protection of the environment at its next session.\n");
            _folder.Write("texts/fr.txt",
                "A/RES/99/2\n\nL’Assemblée générale,\n\nRappelant ses préoccupations concernant la traite des personnes et la protection des victimes,\n\n1. Demande à tous les États de protéger les réfugiés et les enfants qui se trouvent sur leur territoire ;\n\n2. Souligne l’égalité de tous devant la loi et décide de rester saisie de la question.\n");
            _folder.Write("texts/es.txt",
                "A/RES/99/3\n\nLa Asamblea General,\n\nRecordando su preocupación por la trata de personas y por la situación de las víctimas,\n\n1. Pide a todos los Estados que protejan a los refugiados y a los niños que se encuentran en su territorio;\n\n2. Decide seguir ocupándose de la cuestión en su próximo período de sesiones.\n");
            _folder.Write("texts/ru.txt",
                "A/RES/99/4\n\nГенеральная Ассамблея,\n\nссылаясь на свою обеспокоенность торговлей людьми,\n\n1. призывает все государства-члены защищать беженцев и детей, которые находятся на их территории;\n\n2. постановляет продолжить рассмотрение этого вопроса на своей следующей сессии.\n");
            _folder.Write("texts/zh.txt", "A/RES/99/5\n\n大会，\n\n回顾其对贩运人口问题的关切，\n\n1. 呼吁所有国家保护在其境内的难民和儿童；\n\n2. 决定在下一届会议上继续审议这个问题。\n");
            _folder.Write("texts/ar.txt",
                "A/RES/99/6\n\nإن الجمعية العامة،\n\nإذ تشير إلى قلقها إزاء الاتجار بالأشخاص،\n\n1 - تهيب بجميع الدول أن تحمي اللاجئين والأطفال الموجودين في أراضيها؛\n\n2 - تقرر أن تواصل النظر في هذه المسألة في دورتها المقبلة.\n");
            _folder.Write("texts/both.en.txt",
                "A/RES/99/7\n\nThe General Assembly,\n\n1. Invites the museums to lend their collections to the schools of the region;\n\n2. Thanks the museums for their work.\n");
            _folder.Write("texts/both.fr.txt",
                "A/RES/99/7\n\nL’Assemblée générale,\n\n1. Invite les musées à prêter leurs collections aux écoles de la région ;\n\n2. Remercie les musées de leur travail et de leurs efforts.\n");
            CatalogBuilder.Build(new BuildRequest
            {
                Sources = [_folder.In("texts")],
                Output = _folder.In("index"),
                Authorities = _small.Authorities,
                Threads = 1
            }, TimeProvider.System, null);
            Catalog = _small.Open(_folder.In("index"));
        }

        public ResolutionCatalog Catalog { get; }

        public void Dispose()
        {
            Catalog.Dispose();
            _small.Dispose();
            _folder.Dispose();
        }
    }

    private SearchResult Search(string query, params string[] languages) =>
        corpus.Catalog.Search(new() { Query = query, Languages = languages, Facets = ["lang"], Take = 50 });

    private string Ids(string query, params string[] languages) =>
        string.Join(' ', Search(query, languages).Hits.Select(h => h.Id).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("refugee", "a-res-99-1/op1")]
    [InlineData("réfugiée", "a-res-99-2/op1")]
    [InlineData("refugies", "a-res-99-2/op1")]
    [InlineData("refugiada", "a-res-99-3/op1")]
    [InlineData("беженец OR беженцами", "a-res-99-4/op1")]
    [InlineData("难民", "a-res-99-5/op1")]
    [InlineData("لاجئ", "a-res-99-6/op1")]
    [InlineData("traite", "a-res-99-2/pp1")]
    [InlineData("l’égalité", "a-res-99-2/op2")]
    [InlineData("государство-член", "a-res-99-4/op1")]
    [InlineData("贩运人口问题", "a-res-99-5/pp1")]
    [InlineData("protection of the environment", "a-res-99-1/op2")]
    [InlineData("protection", "a-res-99-1/op2 a-res-99-2/pp1")]
    public void A_query_finds_the_clauses_of_its_language(string query, string ids) => Ids(query).ShouldBe(ids);

    [Fact]
    public void The_language_can_be_limited_by_the_request_and_in_the_query()
    {
        Ids("protection", "fr").ShouldBe("a-res-99-2/pp1");
        Ids("protection lang:fr").ShouldBe("a-res-99-2/pp1");
        Ids("protection -lang:fr").ShouldBe("a-res-99-1/op2");
        Ids("protection", "fr", "en").ShouldBe("a-res-99-1/op2 a-res-99-2/pp1");
        Ids("lang:zh").ShouldBe("a-res-99-5/op1 a-res-99-5/op2 a-res-99-5/pp1");
        Ids("refugees", "ar").ShouldBe("");
        Search("protection lang:xx").Query.Warnings.ShouldContain(w => w.Code == "unknown-value");
    }

    [Fact]
    public void Clauses_are_counted_by_language()
    {
        var all = Search("").Facets["lang"];
        all.Select(v => v.Value).Order(StringComparer.Ordinal).ShouldBe(["ar", "en", "es", "fr", "ru", "zh"]);
        foreach (var (language, count) in all) Search("", language).Total.ShouldBe(count);
        Search("protection").Facets["lang"].Select(v => (v.Value, v.Count)).ShouldBe([("en", 1), ("fr", 1)]);
    }

    [Fact]
    public void Words_are_corrected_and_completed_within_a_language()
    {
        Search("réfugiéss").DidYouMean.ShouldBe("refugies");
        corpus.Catalog.Suggest("la trai").Words.ShouldBe(["la traite"]);
        corpus.Catalog.Suggest("бежен").Words.ShouldBe(["беженцев"]);
    }

    [Theory]
    [InlineData("لاجئ", "اللاجئين")]
    [InlineData("难民", "难民")]
    [InlineData("réfugiés", "réfugiés")]
    [InlineData("беженцы", "беженцев")]
    public void Highlights_are_stretches_of_the_text(string query, string marked)
    {
        var hit = Search(query).Hits.ShouldHaveSingleItem();
        hit.Highlights.Select(h => hit.Text[h.Start..h.End]).ShouldBe([marked]);
    }

    [Fact]
    public void A_clause_in_two_languages_is_one_hit_in_the_language_of_the_query()
    {
        var english = Search("museum");
        var french = Search("musée");
        foreach (var (found,
            language) in new[] { (english, "en"), (french, "fr"), (Search("collections", "fr"), "fr"), (Search("collections", "en"), "en"),
                (Search("collections"), "en") })
        {
            found.Total.ShouldBe(found.Hits.Count);
            found.Hits.ShouldAllBe(h => h.Language == language && h.Highlights.Count > 0);
        }
        english.Hits.Select(h => h.Id).Order().ShouldBe(["a-res-99-7/op1", "a-res-99-7/op2"]);
        french.Hits.Select(h => h.Id).Order().ShouldBe(["a-res-99-7/op1", "a-res-99-7/op2"]);
        Search("collections").Total.ShouldBe(1);
        Search("collections").Facets["lang"].Select(v => (v.Value, v.Count)).ShouldBe([("en", 1), ("fr", 1)]);
    }

    [Fact]
    public void Excluding_a_word_leaves_the_other_clauses_of_its_language() =>
        Ids("-protection", "fr").ShouldBe("a-res-99-2/op1 a-res-99-2/op2 a-res-99-7/op1 a-res-99-7/op2");

    [Fact]
    public void Where_all_clauses_are_in_English_the_index_has_no_more_fields_and_answers_by_language()
    {
        using var small = new SmallCorpus();
        using var folder = new TemporaryFolder();
        small.Build(folder.Path, "two");
        using var catalog = small.Open(folder.Path);
        var all = catalog.Search(new() { Query = "states", Facets = ["lang"] });
        all.Facets["lang"].Select(v => (v.Value, v.Count)).ShouldBe([("en", (int)all.Total)]);
        catalog.Search(new() { Query = "states", Languages = ["en"] }).Total.ShouldBe(all.Total);
        catalog.Search(new() { Query = "states lang:fr" }).Total.ShouldBe(0);
        catalog.Search(new() { Query = "states -lang:en" }).Total.ShouldBe(0);
    }

    [Fact]
    public void A_word_of_a_language_that_is_not_here_is_not_taken_for_a_misspelling()
    {
        using var folder = new TemporaryFolder();
        folder.Write("texts/en.txt",
            "A/RES/99/1\n\nThe General Assembly,\n\n1. Decides to consider the trade in lamps, and the trade in oil, at its next session;\n\n2. Notes that trade goes on.\n");
        CatalogBuilder.Build(new BuildRequest
        {
            Sources = [folder.In("texts")],
            Output = folder.In("index"),
            Authorities = Places.Authorities,
            Threads = 1
        }, TimeProvider.System, null);
        using var catalog = ResolutionCatalog.Open(folder.In("index"), Places.Authorities);
        foreach (var (word, language) in new[] { ("traite", "French"), ("rappelant", "French"), ("trata", "Spanish"),
            ("беженцы", "Russian") })
        {
            var found = catalog.Search(new() { Query = word });
            (found.Total, found.DidYouMean).ShouldBe((0, null), word);
            var warning = found.Query.Warnings.ShouldHaveSingleItem();
            (warning.Code, warning.Start, warning.End).ShouldBe(("language-absent", 0, word.Length));
            warning.Message.ShouldBe($"“{word}” is a word of {language}, and no text here is in {language}.");
        }
        catalog.Search(new() { Query = "tradr" }).DidYouMean.ShouldBe("trade");
    }
}
