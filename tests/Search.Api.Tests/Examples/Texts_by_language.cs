using System.Net;

namespace Search.Api.Tests.Examples;

/// <summary>A document that is here in six languages, asked for by language.</summary>
[Collection(OneApi.Name)]
public class Texts_by_language(Api api)
{
    private const string Document = "/v1/documents/a-res-s-27-901";

    [Theory]
    [InlineData("", "en")]
    [InlineData("?lang=ar", "ar")]
    [InlineData("?lang=ZH", "zh")]
    public async Task Answers_say_their_language_and_the_others(string query, string language)
    {
        foreach (var address in (string[])[Document, Document + "/clauses", Document + "/clauses/op1"])
        {
            using var answer = await api.Client.GetAsync(address + query);
            answer.Content.Headers.ContentLanguage.ShouldBe([language]);
            var json = await api.Json(address + query);
            json.GetProperty("language").GetString().ShouldBe(language);
            json.GetProperty("languages").EnumerateArray().Select(l => l.GetString()).ShouldBe(["en", "fr", "es", "ru", "zh", "ar"]);
        }
    }

    [Fact]
    public async Task A_language_that_a_document_lacks_is_not_found_and_those_it_has_are_named()
    {
        var problem = await api.Json("/v1/documents/a-res-75-901/clauses/op1?lang=fr", HttpStatusCode.NotFound);
        problem.GetProperty("detail").GetString().ShouldBe("'a-res-75-901' has no text in 'fr'; it is here in en.");
        problem.GetProperty("didYouMean")[0].GetString().ShouldBe("en");
        (await api.Json(Document + "?lang=klingon", HttpStatusCode.BadRequest)).GetProperty("parameter").GetString().ShouldBe("lang");
    }

    [Fact]
    public async Task Two_texts_are_answered_clause_by_clause()
    {
        var both = await api.Json(Document + "/parallel?lang=fr&with=ru");
        var row = both.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("label").GetString() == "OP1");
        row.GetProperty("first").GetProperty("text").GetString().ShouldStartWith("Adopte");
        row.GetProperty("second").GetProperty("text").GetString().ShouldStartWith("принимает");
    }

    [Fact]
    public async Task Pages_state_language_and_direction_and_name_the_other_languages()
    {
        var page = await api.Client.GetStringAsync("/documents/a-res-s-27-901?lang=ar");
        page.ShouldContain("<html lang=\"ar\" dir=\"rtl\"");
        page.ShouldContain("hreflang=\"fr\" href=\"http://localhost/documents/a-res-s-27-901?lang=fr\"");
        page.ShouldContain("hreflang=\"x-default\" href=\"http://localhost/documents/a-res-s-27-901\"");
        var both = await api.Client.GetStringAsync("/documents/a-res-s-27-901?lang=en&with=ar");
        both.ShouldContain("<td lang=\"ar\" dir=\"rtl\">");
        both.ShouldContain("<tr id=\"annex/para-3\"");
    }
}
