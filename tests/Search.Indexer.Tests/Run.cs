using Search.Testing;

namespace Search.Indexer.Tests;

/// <summary>One run of the command line, in process.</summary>
internal sealed record Run(int Code, string Out, string Error)
{
    public static async Task<Run> Of(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, output, error);
        return new(code, output.ToString(), error.ToString());
    }

    public static string Authorities => Places.InRepository("index-data", "authorities");

    public static string Sample => Places.InRepository("index-data", "sample");
}
