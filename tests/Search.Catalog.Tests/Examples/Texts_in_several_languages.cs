using Search.Testing;

namespace Search.Catalog.Tests.Examples;

/// <summary>A document in six languages is one work: one of its texts counts, all of them are read.</summary>
[Collection(BuiltOnce.Name)]
public class Texts_in_several_languages(Built built)
{
    private const string Document = "a-res-s-27-901";

    [Fact]
    public void Are_one_document_with_the_English_text_first()
    {
        var document = built.Sample.Document(Document)!;
        (document.Language, document.File).ShouldBe(("en", "a-res-s-27-901.txt"));
        document.Languages.ShouldBe(["en", "fr", "es", "ru", "zh", "ar"]);
        built.Sample.Documents(new() { Take = 100 }).Page.Count(d => d.Symbol == "A/RES/S-27/901").ShouldBe(1);
        built.Sample.Counts.Translations.ShouldBe(5);
    }

    [Theory]
    [InlineData("fr", "Un point de passage digne des enfants", "Adopte")]
    [InlineData("ru", "Переправа, пригодная для жизни детей", "принимает")]
    [InlineData("ar", null, "تعتمد")]
    public void Are_read_by_language_under_the_same_addresses(string language, string? title, string verb)
    {
        var document = built.Sample.Document(Document, language)!;
        (document.Language, document.File).ShouldBe((language, $"a-res-s-27-901.{language}.txt"));
        if (title is not null) document.Summary.Title.ShouldBe(title);
        var clause = built.Sample.Clause(Document, "op1", language)!;
        (clause.Id, clause.Label, clause.Language).ShouldBe(($"{Document}/op1", "OP1", language));
        clause.Text.ShouldStartWith(verb);
        clause.Languages.ShouldBe(["en", "fr", "es", "ru", "zh", "ar"]);
        built.Sample.Source(Document, language).ShouldNotBeNull().ShouldContain(clause.Text[..12]);
    }

    [Fact]
    public void Show_their_own_citations_as_evidence()
    {
        var citations = built.Sample.Clause(Document, "pp3", "fr")!.Citations;
        citations.Skip(1).Select(c => (c.Text, c.Target?.Id, c.Treatment))
            .ShouldBe([("44/901", "a-res-44-901", "recalls"), ("55/901", "a-res-55-901", "recalls")]);
        built.Sample.Clause(Document, "pp2", "zh")!.Marks.ShouldHaveSingleItem().Note!.Citations.ShouldHaveSingleItem().Target!.Id.ShouldBe(
            "a-res-55-2");
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("ru")]
    [InlineData("zh")]
    [InlineData("ar")]
    public void Have_annexes_at_the_addresses_of_the_English_text(string language) =>
        built.Sample.Clauses(Document, language).Select(c => c.Id).ShouldBe(built.Sample.Clauses(Document).Select(c => c.Id));

    [Fact]
    public void Stand_beside_each_other_clause_by_clause()
    {
        var text = built.Sample.Parallel(Document, "en", "ar")!;
        (text.Counts.Both, text.Counts.First, text.Counts.Second).ShouldBe((13, 0, 0));
        text.Rows.Single(r => r.Label == "OP1").Second!.Language.ShouldBe("ar");
        built.Sample.Parallel(Document, "en", "de").ShouldBeNull();
    }

    [Fact]
    public void Have_rows_of_their_own_for_what_the_other_text_lacks()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/a.txt",
            "A/RES/77/950\n\nThe General Assembly,\n\n1. Urges States to act;\n\n2. Requests a report;\n\n3. Decides to remain seized of the matter.\n");
        folder.Write("in/b.txt",
            "A/RES/77/950\n\nL’Assemblée générale,\n\nRappelant la Charte,\n\n1. Engage instamment les États à agir ;\n\n3. Décide de rester saisie de la question.\n");
        Built.Build(folder.In("index"), folder.In("in"));
        using var catalog = ResolutionCatalog.Open(folder.In("index"), Places.Authorities);
        var rows = catalog.Parallel("a-res-77-950", "en", "fr")!.Rows;
        rows.Where(r => r.Label != "front").Select(r => (r.Label, r.First is not null, r.Second is not null))
            .ShouldBe([("PP1", false, true), ("OP1", true, true), ("OP2", true, false), ("OP3", true, true)]);
        catalog.Clause("a-res-77-950", "op2", "en")!.Languages.ShouldBe(["en"]);
    }

    [Fact]
    public void That_alone_cite_a_work_say_so()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/a.txt",
            "A/RES/77/951\n\nThe General Assembly,\n\n1. Urges States to ratify the Convention on the Rights of the Child.\n");
        folder.Write("in/b.txt",
            "A/RES/77/951\n\nL’Assemblée générale,\n\n1. Engage instamment les États à ratifier la Convention relative aux droits de l’enfant et rappelle sa résolution 76/143.\n");
        Built.Build(folder.In("index"), folder.In("in"));
        ResolutionCatalog.Verify(folder.In("index"));
        using var catalog = ResolutionCatalog.Open(folder.In("index"), Places.Authorities);
        var said = catalog.Document("a-res-77-951", "fr")!.Diagnostics.Where(d => d.Code == "cited-only-in-translation")
            .ShouldHaveSingleItem();
        said.Message.ShouldBe(
            "Only the French text cites A/RES/76/143, in OP1; no citation of it was found in the English text, which counts.");
        catalog.Source("a-res-77-951", "fr")![said.Start..said.End].ShouldContain("76/143");
        catalog.HasWork("a-res-76-143").ShouldBeFalse();
        var citation = catalog.Clause("a-res-77-951", "op1", "fr")!.Citations.Single(c =>
            c.Text.Contains("76/143", StringComparison.Ordinal));
        (citation.Status, citation.Target, citation.Candidates.ShouldHaveSingleItem()).ShouldBe(("unknown", null, "A/RES/76/143"));
        catalog.Cites("a-res-77-951", new EdgeQuery())!.Edges.ShouldHaveSingleItem().Work.Id.ShouldBe("crc");
    }

    [Fact]
    public void Without_an_English_one_have_another_primary_text()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/a.txt", "A/RES/77/952\n\nLa Asamblea General,\n\n1. Insta a los Estados a que actúen.\n");
        folder.Write("in/b.txt", "A/RES/77/952\n\nL’Assemblée générale,\n\n1. Engage instamment les États à agir.\n");
        folder.Write("in/c.txt", "A/RES/77/952\n\nL’Assemblée générale,\n\n1. Engage instamment tous les États à agir.\n");
        Built.Build(folder.In("index"), folder.In("in"));
        using var catalog = ResolutionCatalog.Open(folder.In("index"), Places.Authorities);
        catalog.Document("a-res-77-952")!.Languages.ShouldBe(["fr", "es"]);
        // two in one language are two
        catalog.Documents(new()).Page.Select(d => catalog.Document(d.Id)!.File).Order().ShouldBe(["b.txt", "c.txt"]);
    }
}
