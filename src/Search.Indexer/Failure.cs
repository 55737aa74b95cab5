using System.Data.Common;
using System.Reflection;
using Search.Catalog;

namespace Search.Indexer;

/// <summary>What any exception means to the user who ran a command: an exit code, and a line with what to do next.</summary>
/// <param name="Code">One of <see cref="ExitCode"/>.</param>
/// <param name="Message">Empty where there is nothing to say.</param>
internal readonly record struct Failure(int Code, string Message)
{
    private const int LinuxNoSpace = 28;
    private const int LinuxOverQuota = 122;
    private const int WindowsHandleDiskFull = 39;
    private const int WindowsDiskFull = 112;

    private const string CheckAndRepeat = "Check the path, its permissions and the disk, then run the command again.";

    /// <summary>The failure that an exception is.</summary>
    public static Failure Of(Exception error) => Innermost(error) switch
    {
        OperationCanceledException => new(ExitCode.Interrupted, ""),
        SnapshotBusyException e => Line(ExitCode.InputOutput, e.Message),
        SnapshotDamagedException e => Line(ExitCode.Invalid, e.Message),
        InvalidDataException or FormatException => Line(ExitCode.Invalid, Innermost(error).Message),
        DirectoryNotFoundException or FileNotFoundException => Line(ExitCode.InputMissing, Innermost(error).Message),
        IOException e when IsDiskFull(e) => Line(ExitCode.InputOutput, e.Message, "Free some space, then run the command again."),
        IOException or UnauthorizedAccessException => Line(ExitCode.InputOutput, Innermost(error).Message, CheckAndRepeat),
        ArgumentOutOfRangeException e when e.TargetSite?.DeclaringType == typeof(RandomAccess) => // what .NET makes of EFBIG
            Line(ExitCode.InputOutput, "a file is larger than the file system or a limit of this user allows", CheckAndRepeat),
        DbException e => Line(ExitCode.InputOutput, $"the catalog could not be read or written ({e.Message.TrimEnd('.')})", CheckAndRepeat),
        OutOfMemoryException =>
            Line(ExitCode.OutOfMemory, "there is not enough memory", "Give the process more of it, or work on fewer files at a time."),
        var e =>
            Line(ExitCode.Internal, $"a fault of this program: {e.GetType().Name} in {Place(e)} ({e.Message.TrimEnd('.')})",
                "Please report this line and the command."),
    };

    // What parallel work, reflection and static constructors wrap says nothing by itself; a failure among
    // several outweighs their cancellation.
    private static Exception Innermost(Exception error) => error switch
    {
        AggregateException { InnerExceptions: [_, ..] several } =>
            Innermost(several.FirstOrDefault(e => e is not OperationCanceledException) ?? several[0]),
        TargetInvocationException or TypeInitializationException when error.InnerException is { } inner => Innermost(inner),
        _ => error,
    };

    private static bool IsDiskFull(IOException e) =>
        e.Message.StartsWith("No space left", StringComparison.Ordinal)
        || (e.HResult & 0xFFFF) is var code
            && (OperatingSystem.IsWindows() ? code is WindowsHandleDiskFull or WindowsDiskFull : code is LinuxNoSpace or LinuxOverQuota);

    private static string Place(Exception e) =>
        e.TargetSite is { } method ? $"{method.DeclaringType?.Name}.{method.Name}" : "an unknown place";

    private static Failure Line(int code, string message, string? next = null)
    {
        var line = string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (next is null) return new(code, line);
        return new(code, $"{line}{(line.EndsWith('.') ? "" : ".")} {next}");
    }
}
