using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

namespace Clausegraph.Client;

/// <summary>The first ten requests of the README, asked through the generated client; compiled together with it by the test.</summary>
public static class FirstTenRequests
{
    /// <summary>Asks them all.</summary>
    /// <returns>How many were answered as the README says.</returns>
    public static async Task<int> Ask(HttpClient http)
    {
        var client = new ClausegraphClient(http) { BaseUrl = http.BaseAddress!.ToString() };
        var answered = 0;

        var meant = await client.ResolveAsync("resolution 55/25, annex II");
        Check(meant.Works.First().Id == "palermo-protocol");

        var urging = await client.CitedByAsync("palermo-protocol", treatment: [Treatment.UrgesRatification], limit: 1);
        Check(urging.Edges.First().Treatment == "urges-ratification");

        var phrase = await client.SearchAsync("\"early intervention\"", limit: 1);
        Check(phrase.Hits.First().Text.Contains("early intervention", StringComparison.OrdinalIgnoreCase));

        var known = await client.WorkAsync("palermo-protocol");
        Check(known.Names.Count > 0 && known.Relations.Count > 0);

        var article = await client.CitedByAsync("palermo-protocol", pinpoint: "article 6", limit: 100);
        Check(article.Total.Value == article.Edges.Count);

        var past = await client.HistoryAsync("crc");
        Check(past.Years.Sum(year => year.Edges) <= past.Total.Value);

        var wanted = await client.WorksAsync(inCorpus: false, sort: WorkOrder.Influence, limit: 3);
        Check(wanted.Works.Count == 3 && wanted.Works.All(work => !work.InCorpus));

        var clause = await client.ClauseAsync("a-res-61-901", "op1");
        Check(clause.Text.Length > 0);

        var chains = await client.PathsAsync("a-res-80-901", "palermo-protocol", max: 1);
        Check(chains.Paths.First().Hops.Last().Target.Id == "palermo-protocol");

        var pasted = await client.ExtractAsync(new ExtractRequest
        {
            Text =
            "Recalling General Assembly resolution 55/25 of 15 November 2000,"
        });
        Check(pasted.Citations.First().Target?.Id == "a-res-55-25");
        return answered;

        void Check(bool asDescribed)
        {
            if (!asDescribed) throw new InvalidOperationException($"request {answered + 1} was answered otherwise than the README says");
            answered++;
        }
    }
}
