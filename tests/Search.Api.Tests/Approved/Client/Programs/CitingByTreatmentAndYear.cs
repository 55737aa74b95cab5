using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

namespace Clausegraph.Client;

/// <summary>All clauses that cite the Convention on the Rights of the Child, by treatment and year: what a
/// program of a reader looks like.</summary>
public static class CitingByTreatmentAndYear
{
    /// <summary>Writes them.</summary>
    public static async Task Write(HttpClient http, TextWriter output)
    {
        var client = new ClausegraphClient(http) { BaseUrl = http.BaseAddress!.ToString() };
        var page = await client.CitedByAsync("crc", groupBy: [EdgeGroup.Treatment, EdgeGroup.Year], limit: 100);
        var treatments = page.Grouped!.Groups;
        var edges = page.Edges.ToList();
        for (; page.Next is not null; edges.AddRange(page.Edges))
            page = await client.CitedByAsync("crc", groupBy: [EdgeGroup.Treatment, EdgeGroup.Year], limit: 100, cursor: page.Next);
        var clauses = edges.ToLookup(edge => edge.Treatment);
        foreach (var treatment in treatments)
        {
            var years = treatment.Groups.Select(year => $"{year.Value}: {year.Count}");
            output.WriteLine($"{treatment.Value} {treatment.Count} ({string.Join(", ", years)})");
            foreach (var edge in clauses[treatment.Value]) output.WriteLine($"  {edge.Date} {edge.Symbol} {edge.Label}: {edge.Text}");
        }
    }
}
