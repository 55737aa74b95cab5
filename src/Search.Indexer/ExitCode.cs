namespace Search.Indexer;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Failure = 1;
    public const int Usage = 2;
    public const int NothingMatched = 3;
    public const int Invalid = 4;
    public const int InputMissing = 66;
    public const int InputOutput = 74;
    public const int Interrupted = 130;
}
