namespace Search.Api.Serving;

/// <summary>Everything that the host logs. Queries are not logged.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Serving snapshot {Generation}: {Documents} documents, {Clauses} clauses")]
    public static partial void Serving(this ILogger log, string generation, int documents, int clauses);

    [LoggerMessage(2, LogLevel.Information, "No snapshot in {Index}: building one from {Sample}")]
    public static partial void BuildingSample(this ILogger log, string sample, string index);

    [LoggerMessage(3, LogLevel.Warning, "Passed over a damaged snapshot: {Reason}")]
    public static partial void SnapshotDamaged(this ILogger log, string reason);

    [LoggerMessage(4, LogLevel.Error, "No snapshot can be served: {Reason}")]
    public static partial void CannotOpen(this ILogger log, string reason);

    [LoggerMessage(6, LogLevel.Information, "Setting {Name} = {Value} ({Origin})")]
    public static partial void Setting(this ILogger log, string name, string value, string origin);

    [LoggerMessage(5, LogLevel.Error, "Request {TraceId} failed")]
    public static partial void Failed(this ILogger log, string traceId, Exception error);
}
