namespace Search.Testing;

/// <summary>
/// Programs that tests drive where they are installed. A test that needs one skips without it; it has the
/// trait <c>needs: programs</c>, by which
/// <c>.ci/run</c> runs it once more where no program is on the path.
/// </summary>
public static class Programs
{
    /// <summary>The trait's name.</summary>
    public const string Trait = "needs";

    /// <summary>The trait's value.</summary>
    public const string TraitValue = "programs";

    private static readonly Dictionary<string, string> DebianPackages = new(StringComparer.Ordinal)
    {
        ["chromium"] = "chromium",
        ["dot"] = "graphviz",
        ["pdftohtml"] = "poppler-utils",
        ["pdftotext"] = "poppler-utils",
        ["python3"] = "python3",
        ["tar"] = "tar",
        ["xmllint"] = "libxml2-utils",
        ["xz"] = "xz-utils",
    };

    /// <summary>Where a program is, or null where it is not on the path.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
        .FirstOrDefault(File.Exists);

    /// <summary>Why a test that needs a program was skipped.</summary>
    public static string Missing(string program) => $"{program} (Debian's package {DebianPackages[program]}) is not on this machine";
}
