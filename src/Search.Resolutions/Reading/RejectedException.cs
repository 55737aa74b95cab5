namespace Search.Resolutions.Reading;

/// <summary>Ends a reader in the middle of a file; <see cref="DocumentReader"/> turns it into <see cref="ReadResult.Rejected"/>.</summary>
internal sealed class RejectedException(string code, string message) : Exception(message)
{
    /// <summary>The code of the outcome.</summary>
    public string Code { get; } = code;
}
