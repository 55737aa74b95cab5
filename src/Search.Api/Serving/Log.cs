namespace Search.Api.Serving;

/// <summary>Everything that the host logs. Queries are not logged.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Serving snapshot {Generation}: {Documents} documents, {Clauses} clauses")]
    public static partial void Serving(this ILogger log, string generation, int documents, int clauses);

    [LoggerMessage(2, LogLevel.Information,
        "No folder of snapshots was named and there is none: building the sample, whose documents are invented, from {Sample} into {Index}")]
    public static partial void BuildingSample(this ILogger log, string sample, string index);

    [LoggerMessage(3, LogLevel.Error, "Snapshot {Generation} is refused: {Reason} Serving {Serving}.")]
    public static partial void Refused(this ILogger log, string generation, string reason, string serving);

    [LoggerMessage(4, LogLevel.Warning,
        "No snapshot in {Index}: nothing is served until 'Search.Indexer build DIR --out {Index}' has built one")]
    public static partial void NoSnapshot(this ILogger log, string index);

    [LoggerMessage(6, LogLevel.Information, "Setting {Name} = {Value} ({Origin})")]
    public static partial void Setting(this ILogger log, string name, string value, string origin);

    [LoggerMessage(5, LogLevel.Error, "Request {TraceId} failed: {Type} in {Method}: {Message}")]
    public static partial void Failed(this ILogger log, string traceId, string type, string? method, string message);

    [LoggerMessage(8, LogLevel.Information, "Clausegraph {Version} is starting")]
    public static partial void Starting(this ILogger log, string version);

    [LoggerMessage(9, LogLevel.Information, "Building the sample: {Step} {Done} of {Total}")]
    public static partial void SampleProgress(this ILogger log, string step, int done, int total);

    [LoggerMessage(10, LogLevel.Information, "Open {Address}")]
    public static partial void Open(this ILogger log, string address);

    [LoggerMessage(11, LogLevel.Warning,
        "{Damage} Feeds and /v1/changes show everything as new in {Generation}. Restore the file from a copy and build again, or keep going: the next build begins a new one.")]
    public static partial void FirstSeenDamaged(this ILogger log, string damage, string generation);

    [LoggerMessage(12, LogLevel.Warning, "{Message} A search was answered 503.")]
    public static partial void ShardsMissing(this ILogger log, string message);

    [LoggerMessage(7, LogLevel.Debug, "Request {TraceId} failed")]
    public static partial void FailedHere(this ILogger log, string traceId, Exception error);
}
