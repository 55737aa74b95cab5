using System.Text.RegularExpressions;
using Search.Testing;

namespace Search.Citations.Tests.Laws;

/// <summary>The documents for contributors name files and folders that exist.</summary>
public partial class Documents_name_what_is_there
{
    /// <summary>Where a path that does not begin at the root of the repository may begin.</summary>
    private static readonly string[] Roots =
        ["", "src", "src/Search.Api", "src/Search.Catalog", "src/Search.Citations", "src/Search.Resolutions",
            "src/Search.Resolutions/Reading"];

    [Theory]
    [InlineData("ARCHITECTURE.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("README.md")]
    public void Every_file_and_folder_of_a_table_exists(string document)
    {
        var missing = Paths().Matches(File.ReadAllText(Places.InRepository(document))).Select(m => m.Groups["path"].Value)
            .Where(p => !p.Contains("CODE", StringComparison.Ordinal) && !p.Contains('*', StringComparison.Ordinal))
            .Where(p => !Roots.Any(r => Path.Exists(Places.InRepository(r, p)))).ToList();
        missing.ShouldBeEmpty();
    }

    /// <summary>"`Search.Catalog/Parameters`", "`src/Search.Api`", "[text](docs/adr)": paths with a slash.</summary>
    [GeneratedRegex(@"(?:`|\]\()(?<path>(?:src|docs|tools|index-data/(?:authorities|sample|gold)|Search\.\w+|Vocabulary|Querying|Pages)/[\w./-]+)(?:`|\))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Paths();
}
