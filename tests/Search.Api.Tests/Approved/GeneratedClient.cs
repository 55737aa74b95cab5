using System.Diagnostics;
using Search.Testing;

namespace Search.Api.Tests.Approved;

/// <summary>A client that a generator made of the OpenAPI document compiles and asks the README's first ten requests.</summary>
[Collection(OneApi.Name)]
public class GeneratedClient(Api api)
{
    private static readonly string Folder = Places.InRepository("tools", "generated-client");

    [Fact]
    public async Task A_generated_client_compiles_and_asks_the_first_ten_requests()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules", "typescript")), "the generator is not installed: npm ci in tools/generated-client");
        await Run("run", "build");
        var server = await api.Listening();
        (await Run("run", "ask", "--", $"http://127.0.0.1:{server.Port}")).ShouldContain("10 requests answered as described");
    }

    private static async Task<string> Run(params string[] arguments)
    {
        using var npm = Process.Start(new ProcessStartInfo("npm", arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var (output, errors) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        npm.ExitCode.ShouldBe(0, await output + await errors);
        return await output;
    }
}
