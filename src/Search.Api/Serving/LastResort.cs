using System.Net.Sockets;

namespace Search.Api.Serving;

/// <summary>What is said of an exception that nothing else has dealt with: one line with the next step, and an exit code as the command
/// line of Search.Indexer has them.</summary>
internal static class LastResort
{
    /// <summary>The arguments or settings were not understood.</summary>
    public const int Usage = 2;

    /// <summary>An error of the program.</summary>
    public const int Software = 70;

    /// <summary>Input or output failed.</summary>
    public const int InputOutput = 74;

    /// <summary>Writes the line and returns the exit code.</summary>
    public static int Report(Exception error, TextWriter to)
    {
        var (code, next) = Root(error) switch
        {
            SettingException => (Usage, ""),
            SocketException or IOException => (InputOutput, " Use --urls to listen on another address."),
            UnauthorizedAccessException => (InputOutput, " Check who may read and write there."),
            OutOfMemoryException => (InputOutput, " Give the process more memory, or serve a smaller index."),
            InvalidOperationException => (Usage, " Check the addresses and certificates in the settings; --help lists them."),
            _ => (Software, $" This is an error of the program ({Root(error).GetType().Name}): report it with this line."),
        };
        to.WriteLine(OneLine(Root(error).Message) + next);
        return code;
    }

    /// <summary>The first line of a text.</summary>
    public static string OneLine(string text) =>
        text.AsSpan().TrimStart() is var rest && rest.IndexOfAny('\r', '\n') is >= 0 and var end ? rest[..end].ToString() : rest.ToString();

    private static Exception Root(Exception error) =>
        error is AggregateException { InnerExceptions: [var only, ..] } ? Root(only)
            : error is System.Reflection.TargetInvocationException { InnerException: { } inner } ? Root(inner)
            : error;
}
