namespace Search.Testing;

/// <summary>Folders that tests read: the repository itself, and reference material that may lie beside it.</summary>
public static class Places
{
    /// <summary>The repository's root: the nearest folder above the test binaries that holds Search.sln.</summary>
    public static string Repository { get; } = FindUp(AppContext.BaseDirectory, "Search.sln")
        ?? throw new InvalidOperationException("Search.sln was not found above " + AppContext.BaseDirectory);

    /// <summary>Reference material outside the repository, or null where it is absent: a test that needs it skips and says so.</summary>
    public static string? Shared { get; } = FindShared();

    /// <summary>The folder with works.tsv and the other authority tables.</summary>
    public static string Authorities => InRepository("index-data", "authorities");

    /// <summary>The folder of sample documents.</summary>
    public static string Sample => InRepository("index-data", "sample");

    /// <summary>A path inside the repository.</summary>
    public static string InRepository(params string[] parts) => Path.Combine([Repository, .. parts]);

    /// <summary>Why a test that needs <see cref="Shared"/> was skipped.</summary>
    public const string SharedIsAbsent = "the reference material (../shared or CLAUSEGRAPH_SHARED) is not on this machine";

    private static string? FindShared()
    {
        var named = Environment.GetEnvironmentVariable("CLAUSEGRAPH_SHARED");
        var path = string.IsNullOrEmpty(named) ? Path.Combine(Repository, "..", "shared") : named;
        return File.Exists(Path.Combine(path, "gold", "GUIDE.md")) ? Path.GetFullPath(path) : null;
    }

    private static string? FindUp(string from, string file)
    {
        for (var d = new DirectoryInfo(from); d is not null; d = d.Parent)
            if (File.Exists(Path.Combine(d.FullName, file))) return d.FullName;
        return null;
    }
}
