using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Search.Api.Description;
using Search.Api.Http;
using Search.Api.Serving;
using Search.Catalog.Parameters;

namespace Search.Api.Tests.Laws;

/// <summary>A parameter is declared in one place: what an endpoint declares, what the OpenAPI document says, and what
/// its handler reads are the same.</summary>
[Collection(OneApi.Name)]
public class Declared_once(Api api)
{
    [Fact]
    public async Task An_address_reads_the_parameters_that_it_declares_and_no_others()
    {
        var asked = 0;
        var services = api.Server.Services;
        // an answer that another test's request left here is given without reading anything
        using (var lease = services.GetRequiredService<LiveCatalog>().Lease())
            await services.GetRequiredService<IOutputCacheStore>().EvictByTagAsync(lease!.Catalog.Fingerprint, CancellationToken.None);
        foreach (var endpoint in Endpoints())
        {
            if (endpoint.Metadata.GetMetadata<ExampleRequest>() is not { Body: null } example) continue;
            var uri = new Uri(api.Client.BaseAddress!, example.Address);
            var context = await api.Server.SendAsync(c =>
                (c.Request.Method, c.Request.Path, c.Request.QueryString) =
                    ("GET", PathString.FromUriComponent(uri), QueryString.FromUriComponent(uri)));
            context.Response.StatusCode.ShouldBe(200, example.Address);
            var declared = Declared(endpoint).Select(p => p.Name);
            var read = context.Features.Get<Parameters>()!.Values.NamesRead;
            read.Order(StringComparer.Ordinal).ShouldBe(declared.Order(StringComparer.Ordinal), example.Address);
            asked++;
        }
        asked.ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task The_description_has_the_name_range_default_and_words_of_every_declaration()
    {
        var document = JsonDocument.Parse(await api.Client.GetStringAsync("/openapi/v1.json")).RootElement;
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject())
            .Where(o => o.Value.TryGetProperty("operationId", out _))
            .ToDictionary(o => o.Value.GetProperty("operationId").GetString()!, o => o.Value);
        foreach (var endpoint in Endpoints())
        {
            var name = endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName;
            var described = operations[name].GetProperty("parameters").EnumerateArray()
                .Where(p => p.GetProperty("in").GetString() == "query").ToDictionary(p => p.GetProperty("name").GetString()!);
            var names = Declared(endpoint).SelectMany(p => p.OldNames.Prepend(p.Name)).Distinct().Order(StringComparer.Ordinal);
            described.Keys.Order(StringComparer.Ordinal).ShouldBe(names, name);
            foreach (var parameter in Declared(endpoint))
            {
                Agrees(document, described[parameter.Name], parameter, isDeprecated: parameter.Replacement is not null);
                foreach (var old in parameter.OldNames.Where(old => !Declared(endpoint).Any(p => p.Name == old)))
                    Agrees(document, described[old], parameter, isDeprecated: true);
            }
        }
    }

    [Fact]
    public void No_two_declarations_of_an_address_have_one_name()
    {
        foreach (var endpoint in Endpoints()) Declared(endpoint).GroupBy(p => p.Name).ShouldAllBe(g => g.Count() == 1);
    }

    private IEnumerable<Endpoint> Endpoints() => api.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .Where(e => e.Metadata.GetMetadata<QueryParameters>() is not null && e.Metadata.GetMetadata<IEndpointNameMetadata>() is not null);

    private static Parameter[] Declared(Endpoint endpoint) =>
        [.. endpoint.Metadata.GetOrderedMetadata<QueryParameters>().SelectMany(q => q.All)];

    private static void Agrees(JsonElement document, JsonElement described, Parameter parameter, bool isDeprecated)
    {
        var place = $"{described.GetProperty("name")} ({parameter.Name})";
        (described.TryGetProperty("deprecated", out var deprecated) && deprecated.GetBoolean()).ShouldBe(isDeprecated, place);
        if (!isDeprecated) described.GetProperty("description").GetString()!.ShouldStartWith(parameter.Description, Case.Sensitive, place);
        if (!isDeprecated)
            (described.TryGetProperty("required", out var required) && required.GetBoolean()).ShouldBe(parameter.Required, place);
        var value = described.GetProperty("schema");
        (value.TryGetProperty("items", out var items)).ShouldBe(parameter.Count != ParameterValueCount.One, place);
        if (items.ValueKind == JsonValueKind.Object) value = items;
        if (parameter.Words is { } words)
        {
            value.GetProperty("$ref").GetString().ShouldBe($"#/components/schemas/{words.Name}", place);
            document.GetProperty("components").GetProperty("schemas").GetProperty(words.Name).GetProperty("enum").EnumerateArray()
                .Select(w => w.GetString()).ShouldBe(words.Words, place);
            return;
        }
        (value.TryGetProperty("minimum", out var least)
            ? (least.GetInt32(), value.GetProperty("maximum").GetInt32())
            : ((int, int)?)null).ShouldBe(parameter.Range, place);
        (value.TryGetProperty("default", out var otherwise)
            ? otherwise.ToString().ToLowerInvariant()
            : null).ShouldBe(parameter.DefaultText, place);
    }
}
