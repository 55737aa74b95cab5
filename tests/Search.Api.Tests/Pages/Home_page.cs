using System.Text.RegularExpressions;

namespace Search.Api.Tests.Pages;

[Collection(OneApi.Name)]
public partial class Home_page(Api api)
{
    [Fact]
    public async Task The_most_cited_are_six_of_which_none_is_a_part_of_another()
    {
        var page = await api.Client.GetStringAsync("/");
        var listed = Listed().Matches(page[page.IndexOf("<ol class=\"works\"", StringComparison.Ordinal)..]).Select(m => m.Groups[1].Value)
            .ToList();
        listed.Count.ShouldBe(6);
        foreach (var id in listed)
            foreach (var relation in (await api.Json($"/v1/works/{id}")).GetProperty("relations").EnumerateArray())
                if (relation.GetProperty("kind").GetString() is "annexed-to" or "part-of" or "same-as")
                    listed.ShouldNotContain(relation.GetProperty("work").GetProperty("id").GetString()!);
    }

    [GeneratedRegex("""<li><a href="/works/([^"]+)""")]
    private static partial Regex Listed();
}
