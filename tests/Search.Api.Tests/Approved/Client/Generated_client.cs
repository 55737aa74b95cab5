using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag.CodeGeneration.CSharp;
using Search.Testing;
using Document = NSwag.OpenApiDocument;

namespace Search.Api.Tests.Approved.Client;

/// <summary>
/// The client that NSwag generates from the OpenAPI document, as it is, compiles with programs that a reader would
/// write: the compiler holds every parameter and field that they name against the document.
/// </summary>
[Collection(OneApi.Name)]
public class Generated_client(Api api, Generated_client.Compiled compiled) : IClassFixture<Generated_client.Compiled>
{
    [Fact]
    public async Task It_asks_the_first_ten_requests_of_the_README()
    {
        var ask = Program("FirstTenRequests").GetMethod("Ask")!;
        (await (Task<int>)ask.Invoke(null, [api.Client])!).ShouldBe(10);
    }

    [Fact]
    public async Task It_lists_the_clauses_that_cite_a_work_by_treatment_and_year()
    {
        await using var written = new StringWriter();
        await (Task)Program("CitingByTreatmentAndYear").GetMethod("Write")!.Invoke(null, [api.Client, written])!;
        var lines = written.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var total = (await api.Json("/v1/works/crc/cited-by?limit=1")).GetProperty("total").GetProperty("value").GetInt32();
        lines.Where(l => l[0] != ' ').Sum(l => int.Parse(l.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(total);
        lines.Count(l => l[0] == ' ').ShouldBe(total);
    }

    [Fact]
    public async Task The_program_reads_as_one_by_hand_would()
    {
        var program = CSharpSyntaxTree.ParseText(await File.ReadAllTextAsync(Compiled.Source("CitingByTreatmentAndYear")))
            .GetCompilationUnitRoot();
        program.DescendantNodes().ShouldNotContain(node => node is CastExpressionSyntax || node is AnonymousObjectCreationExpressionSyntax);
        // 15 between the braces
        program.DescendantNodes().OfType<MethodDeclarationSyntax>().Single().Body!.ToString().Split('\n').Length
            .ShouldBeLessThanOrEqualTo(17);
        var types = Regex.Matches(compiled.Text, @"^    public (?:partial class|enum) (?<name>\w+)", RegexOptions.Multiline)
            .Select(m => m.Groups["name"].Value).ToList();
        types.Count.ShouldBeGreaterThan(60);
        types.Where(name => char.IsAsciiDigit(name[^1]) || name.Contains("Anonymous", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_exception_says_what_is_wrong()
    {
        var client = Activator.CreateInstance(compiled.Assembly.GetType("Clausegraph.Client.ClausegraphClient", throwOnError: true)!,
            api.Client)!;
        client.GetType().GetProperty("BaseUrl")!.SetValue(client, api.Client.BaseAddress!.ToString());
        var work = client.GetType().GetMethods().Single(m => m.Name == "WorkAsync");
        var arguments = work.GetParameters()
            .Select(p => p.Name == "id" ? "no-such-work"
                : p.HasDefaultValue && p.ParameterType == typeof(CancellationToken) ? CancellationToken.None
                : p.DefaultValue).ToArray();
        var thrown = await Should.ThrowAsync<Exception>(() => (Task)work.Invoke(client, arguments)!);
        thrown.Message.ShouldContain("`not-found`");
        var problem = thrown.GetType().GetProperty("Result")!.GetValue(thrown)!;
        problem.GetType().GetProperty("Detail")!.GetValue(problem).ShouldBeOfType<string>()
            .ShouldContain("There is no work 'no-such-work' here.");
    }

    private Type Program(string name) => compiled.Assembly.GetType("Clausegraph.Client." + name, throwOnError: true)!;

    /// <summary>The client, generated and compiled once.</summary>
    public sealed class Compiled : IAsyncLifetime
    {
        public Assembly Assembly { get; private set; } = null!;

        public string Text { get; private set; } = null!;

        public static string Source(string program) =>
            Places.InRepository("tests", "Search.Api.Tests", "Approved", "Client", "Programs", program + ".cs");

        public async ValueTask InitializeAsync()
        {
            Text = await Generate();
            Assembly = Compile(Text, await File.ReadAllTextAsync(Source("FirstTenRequests")),
                await File.ReadAllTextAsync(Source("CitingByTreatmentAndYear")));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static async Task<string> Generate()
        {
            var document = await Document.FromFileAsync(Places.InRepository("src", "Search.Api", "openapi.json"));
            return new CSharpClientGenerator(document, new CSharpClientGeneratorSettings
            {
                ClassName = "ClausegraphClient",
                GenerateOptionalParameters = true,
                // Of System.Text.Json the generator does not use what names an enum's values as they are
                // written: "not-found" could not be read.
                CSharpGeneratorSettings = { Namespace = "Clausegraph.Client", JsonLibrary = CSharpJsonLibrary.NewtonsoftJson,
                    GenerateNullableReferenceTypes = true },
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
}
