using Search.FullText.Queries;
using Search.FullText.Snippets;
using Search.Testing;

namespace Search.FullText.Tests.Examples;

/// <summary>An index with a field for each language, as a corpus of translations has.</summary>
public sealed class Language_examples : IDisposable
{
    private static readonly (long Key, string Field, string Text)[] s_texts =
    [
        (1, "en", "Condemns trafficking in persons and calls for the protection of refugees"),
        (2, "fr", "Condamne la traite des personnes et demande la protection des réfugiées"),
        (3, "es", "Condena la trata de personas y pide que se proteja a los refugiados"),
        (4, "ru", "осуждает торговлю людьми и просит государства-члены защитить беженцев"),
        (5, "ar", "تدين الاتجار بالأشخاص وتطلب من الدول حماية حقوق اللاجئين"),
        (6, "zh", "谴责贩运人口行为，并请各国保护难民"),
        (7, "ar", "تدعو إلى الالتزام بحقوق الإنسان"),
        (8, "fr", "Souligne l’égalité et le respect de l’État de droit"),
        (9, "ru", "рекомендует государствам-членам представить доклад"),
        (10, "zh", "重申可持续发展目标"),
        (11, "zh", "发展可再生能源，持续努力"),
        (12, "es", "Prohíbe las armas y los ensayos"),
        (13, "ru", "осуждает все виды пыток"),
        (14, "ar", "تقرر تدمير الأسلحة"),
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly FullTextIndex _index;

    public Language_examples()
    {
        _index = Build(_folder.In("all"), s_texts);
    }

    private static FullTextIndex Build(string folder, IEnumerable<(long Key, string Field, string Text)> texts)
    {
        var schema = new SchemaBuilder()
            .Text("en").Text("fr", language: TextLanguage.French).Text("es", language: TextLanguage.Spanish)
            .Text("ru", language: TextLanguage.Russian)
            .Text("ar", language: TextLanguage.Arabic).Text("zh", language: TextLanguage.None).Keyword("lang").Build();
        using (var writer = IndexWriter.Create(folder, schema))
        {
            foreach (var (key, field, text) in texts) writer.Add(new IndexDocument(key).Text(field, text).Keyword("lang", field));
            writer.Commit();
        }

        return FullTextIndex.Open(folder);
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    private static TextLanguage Analysis(string field) => field switch
    {
        "en" => TextLanguage.English,
        "fr" => TextLanguage.French,
        "es" => TextLanguage.Spanish,
        "ru" => TextLanguage.Russian,
        "ar" => TextLanguage.Arabic,
        _ => TextLanguage.None,
    };

    private static ParsedQuery Read(string field, string text) =>
        QueryLanguage.Parse(text, new QueryLanguageOptions { Language = Analysis(field) });

    private static Query In(string field, Query query) => query switch
    {
        TermQuery q => q with { Field = field },
        PhraseQuery q => q with { Field = field },
        PrefixQuery q => q with { Field = field },
        BooleanQuery q => q with { Must = [.. q.Must.Select(p => In(field, p))], Should = [.. q.Should.Select(p => In(field, p))] },
        _ => query,
    };

    private SearchHits Search(string field, string text) =>
        _index.Search(In(field, Read(field, text).Query), new SearchOptions { ExactTotal = true });

    [Theory]
    [InlineData("fr", "réfugié", 2)]
    [InlineData("fr", "refugies", 2)]
    [InlineData("fr", "condamnant", 2)]
    [InlineData("fr", "d'égalité", 8)]
    [InlineData("fr", "l'égalité", 8)]
    [InlineData("es", "refugiadas", 3)]
    [InlineData("ru", "торговля", 4)]
    [InlineData("ru", "беженцами", 4)]
    [InlineData("ru", "беженец", 4)]
    [InlineData("ru", "пытка", 13)]
    [InlineData("es", "arma", 12)]
    [InlineData("ar", "سلاح", 14)]
    [InlineData("ar", "لاجئون", 5)]
    [InlineData("zh", "难民", 6)]
    public void A_word_is_found_in_its_other_forms(string field, string query, long key) =>
        Search(field, query).Hits.Select(h => h.Key).ShouldBe([key]);

    [Fact]
    public void Joined_words_are_found_in_every_case_of_both() =>
        Search("ru", "государство-член").Hits.Select(h => h.Key).Order().ShouldBe([4, 9]);

    [Fact]
    public void An_Arabic_word_is_found_behind_the_prepositions_that_are_written_together_with_it() =>
        Search("ar", "حقوق").Hits.Select(h => h.Key).Order().ShouldBe([5, 7]);

    [Fact]
    public void Of_Chinese_without_spaces_most_pairs_must_be_there_and_the_whole_ranks_first()
    {
        Search("zh", "可持续发展").Hits.Select(h => h.Key).ShouldBe([10]);
        Search("zh", "难民保护").Hits.Select(h => h.Key).ShouldBe([6]);
        Search("zh", "\"难民保护\"").Hits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("traite", "fr")]
    [InlineData("protection", "en fr")]
    [InlineData("protection of refugees", "en")]
    [InlineData("personas", "es")]
    [InlineData("xylophone", "en fr es")]
    public void The_language_of_words_is_that_in_whose_texts_they_are(string text, string fields) =>
        string.Join(' ', _index.LikelyFields(text, ["en", "fr", "es"])).ShouldBe(fields);

    [Fact]
    public void A_misspelt_word_is_corrected_within_its_language()
    {
        _index.DidYouMean("protecion", ["fr"]).ShouldBe("protection");
        _index.DidYouMean("refugeas", ["es"]).ShouldNotBe("refugees");
        _index.DidYouMean("traitte", ["en"]).ShouldBeNull();
    }

    [Fact]
    public void Words_are_completed_within_a_language() => _index.Suggest("refug", 10, ["es"]).Select(s => s.Word).ShouldBe(["refugiados"]);

    [Fact]
    public void Scores_in_a_language_are_the_same_without_the_other_languages()
    {
        using var alone = Build(_folder.In("fr"), s_texts.Where(t => t.Field == "fr"));
        foreach (var text in (string[])["protection", "traite des personnes", "\"état de droit\"", "prot*"])
        {
            var query = In("fr", Read("fr", text).Query);
            var (mixed, own) = (_index.Search(query).Hits, alone.Search(query).Hits);
            mixed.Select(h => (h.Key, h.Score)).ShouldBe(own.Select(h => (h.Key, h.Score)));
        }
    }

    [Theory]
    [InlineData("ar", "لاجئ", "وحماية حقوق اللاجئين.", "وحماية حقوق [اللاجئين].")]
    [InlineData("ar", "حقوق", "تلتزم بحقوقِ الإنسان", "تلتزم [بحقوقِ] الإنسان")]
    [InlineData("zh", "难民", "各国保护难民。", "各国保护[难民]。")]
    [InlineData("zh", "可持续发展", "实现可持续发展目标", "实现[可持续发展]目标")]
    [InlineData("fr", "l'égalité", "Soulignant que l’égalité et l’État", "Soulignant que l’[égalité] et l’État")]
    [InlineData("ru", "государство-член", "рекомендует государствам-членам", "рекомендует [государствам]-[членам]")]
    public void What_answers_the_query_is_marked_in_the_source(string field, string query, string text, string expected)
    {
        var segments = new Highlighter(Read(field, query).Terms, Analysis(field)).Highlight(text);
        string.Concat(segments.Select(s => s.IsHit ? $"[{text[s.Start..s.End]}]" : text[s.Start..s.End])).ShouldBe(expected);
    }
}
