namespace Search.Indexer;

/// <summary>How a command ended; docs/running.md lists the meanings.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Failure = 1;
    public const int Usage = 2;
    public const int NothingMatched = 3;
    public const int Invalid = 4;
    public const int Findings = 5;
    public const int InputMissing = 66;
    public const int Internal = 70;
    public const int OutOfMemory = 71;
    public const int InputOutput = 74;
    public const int Interrupted = 130;
}
