namespace Search.Catalog;

/// <summary>
/// Where files are: as a flag says, then the environment, then the nearest <c>index-data</c> above the working folder or the program.
/// Authorities beside the program precede those of <c>index-data</c>; sample documents follow them.
/// </summary>
public static class CatalogFolders
{
    /// <summary>Environment variable that names the folder of snapshots.</summary>
    public const string IndexVariable = "CLAUSEGRAPH_INDEX";

    /// <summary>Environment variable that names the folder of authority files.</summary>
    public const string AuthoritiesVariable = "CLAUSEGRAPH_AUTHORITIES";

    /// <summary>The folder of snapshots.</summary>
    public static string Index(string? stated = null) => Stated(stated, IndexVariable) ?? Beside("built");

    /// <summary>Whether a flag or the environment names the folder of snapshots.</summary>
    public static bool IsIndexNamed(string? stated) => Stated(stated, IndexVariable) is not null;

    /// <summary>The folder with <c>works.tsv</c>.</summary>
    public static string Authorities(string? stated = null) =>
        Stated(stated, AuthoritiesVariable) ?? Existing(Path.Combine(AppContext.BaseDirectory, "authorities"))
        ?? Path.Combine(IndexData() ?? Environment.CurrentDirectory, "authorities");

    /// <summary>The folder of sample documents.</summary>
    public static string Sample() =>
        Existing(Path.Combine(IndexData() ?? "", "sample")) ?? Path.Combine(AppContext.BaseDirectory, "sample");

    /// <summary>Whether documents are those of the sample, which are invented.</summary>
    public static bool IsSample(string source)
    {
        var below = Path.GetRelativePath(Path.GetFullPath(Sample()), Path.GetFullPath(source));
        return below != ".." && !below.StartsWith("../", StringComparison.Ordinal) && !below.StartsWith("..\\", StringComparison.Ordinal)
            && !Path.IsPathRooted(below);
    }

    /// <summary>The folder of snapshots of the sample: apart from the one that documents are built into.</summary>
    public static string SampleIndex() => Beside("built-sample");

    private static string? Stated(string? flag, string variable)
    {
        var value = string.IsNullOrWhiteSpace(flag) ? Environment.GetEnvironmentVariable(variable) : flag;
        return string.IsNullOrWhiteSpace(value) ? null : Path.GetFullPath(value);
    }

    private static string Beside(string name) =>
        Path.Combine(IndexData() ?? Path.Combine(Environment.CurrentDirectory, "index-data"), name);

    private static string? Existing(string path) => Directory.Exists(path) ? path : null;

    private static string? IndexData() => Above(Environment.CurrentDirectory) ?? Above(AppContext.BaseDirectory);

    private static string? Above(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "index-data");
            if (Directory.Exists(path)) return path;
        }
        return null;
    }
}
