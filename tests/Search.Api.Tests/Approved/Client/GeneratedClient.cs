using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag.CodeGeneration.CSharp;
using Search.Testing;
using Document = NSwag.OpenApiDocument;

namespace Search.Api.Tests.Approved.Client;

/// <summary>
/// A client that NSwag generates from the OpenAPI document compiles and asks the README's first ten requests. The compiler holds every parameter and
/// field that <c>FirstTenRequests.cs</c> names against the document.
/// </summary>
[Collection(OneApi.Name)]
public class GeneratedClient(Api api)
{
    private static readonly string Requests = Places.InRepository("tests", "Search.Api.Tests", "Approved", "Client", "FirstTenRequests.cs");

    [Fact]
    public async Task A_generated_client_compiles_and_asks_the_first_ten_requests()
    {
        var program = Compile(await Generate(), await File.ReadAllTextAsync(Requests));
        var ask = program.GetType("Clausegraph.Client.FirstTenRequests", throwOnError: true)!.GetMethod("Ask")!;
        (await (Task<int>)ask.Invoke(null, [api.Client])!).ShouldBe(10);
    }

    private static async Task<string> Generate()
    {
        var document = await Document.FromFileAsync(Places.InRepository("src", "Search.Api", "openapi.json"));
        return new CSharpClientGenerator(document, new CSharpClientGeneratorSettings
        {
            ClassName = "ClausegraphClient",
            GenerateOptionalParameters = true,
            // Of System.Text.Json the generator does not use what names an enum's values as they are written: "not-found" could not be read.
            CSharpGeneratorSettings = { Namespace = "Clausegraph.Client", JsonLibrary = CSharpJsonLibrary.NewtonsoftJson, GenerateNullableReferenceTypes = true },
        }).GenerateFile();
    }

    private static Assembly Compile(params string[] sources)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Clausegraph.Client",
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            platform.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var bytes = new MemoryStream();
        var result = compilation.Emit(bytes);
        result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()).ShouldBeEmpty();
        return Assembly.Load(bytes.ToArray());
    }
}
