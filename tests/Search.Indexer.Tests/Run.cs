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

    /// <summary>Runs a command that does not end by itself, and interrupts it when it writes a line that begins with some words.</summary>
    public static async Task<Run> Until(string begins, params string[] args)
    {
        using var stop = new CancellationTokenSource();
        await using var output = new Interrupting(begins, stop);
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, output, error, cancellation: stop.Token);
        return new(code, output.ToString(), error.ToString());
    }

    private sealed class Interrupting(string begins, CancellationTokenSource stop) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.StartsWith(begins, StringComparison.Ordinal) == true) stop.Cancel();
        }
    }
}
