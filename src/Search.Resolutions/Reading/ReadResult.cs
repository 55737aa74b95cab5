using System.Collections.Immutable;
using Search.Resolutions.Text;

namespace Search.Resolutions.Reading;

/// <summary>The outcome of reading one file.</summary>
public abstract record ReadResult
{
    private ReadResult()
    {
    }

    /// <summary>The file's text with its layout.</summary>
    public sealed record Read(SourceText Source) : ReadResult
    {
        /// <summary>What was wrong beside the text, such as a sidecar that could not be understood; mostly empty.</summary>
        public ImmutableArray<ReadWarning> Warnings { get; init; } = [];

        /// <summary>Files beside the document that were not used, by name, each with the warning that says why.</summary>
        public ImmutableArray<(string Name, ReadWarning Warning)> UnusedFiles { get; init; } = [];

        /// <summary>SHA-256 of the bytes that were read, hex, followed by that of the sidecar's where there is one.</summary>
        public string Hash { get; init; } = "";
    }

    /// <summary>Why the file was left out, and what to do about it.</summary>
    /// <param name="Code">A stable word such as <c>empty-file</c>.</param>
    /// <param name="Message">One sentence about the file, which it does not name: what is wrong and what to do.</param>
    public sealed record Rejected(string Code, string Message) : ReadResult;
}

/// <summary>Something about a file that was read nevertheless.</summary>
/// <param name="Code">A stable word such as <c>sidecar-malformed</c>.</param>
/// <param name="Message">One sentence: what, why, next step.</param>
public sealed record ReadWarning(string Code, string Message);
