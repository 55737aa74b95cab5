using System.Text.RegularExpressions;
using Search.Testing;

namespace Search.Citations.Tests.Laws;

/// <summary>Folders of a project are layers: what one uses does not use it.</summary>
public partial class Folders_point_one_way
{
    /// <summary>From the lowest layer up; a folder uses only those before it.</summary>
    private static readonly Dictionary<string, string[]> Layers = new()
    {
        ["Search.Resolutions"] = ["Text", "Vocabulary", "Parsing", "Reading"],
        ["Search.Citations"] = ["Words", "Authorities", "Recognition", "Treatments", "Linking", "Identity", "Facts"],
    };

    public static TheoryData<string> Projects =>
        [.. Directory.GetDirectories(Places.InRepository("src")).Select(p => Path.GetFileName(p)!)
            .Where(p => p.StartsWith("Search.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_two_folders_use_each_other(string project)
    {
        var uses = UsesOf(project);
        uses.Where(u => string.CompareOrdinal(u.From, u.To) < 0 && uses.Contains((u.To, u.From))).ShouldBeEmpty();
    }

    [Fact]
    public void Layers_use_only_lower_ones()
    {
        foreach (var (project, layers) in Layers)
            foreach (var (from, to) in UsesOf(project))
                if (Array.IndexOf(layers, from) is >= 0 and var upper && Array.IndexOf(layers, to) is >= 0 and var lower)
                    lower.ShouldBeLessThan(upper, $"{project}: {from} uses {to}");
    }

    /// <summary>Which folder of a project names the namespace of which other.</summary>
    private static HashSet<(string From, string To)> UsesOf(string project)
    {
        var root = Places.InRepository("src", project);
        var folders = Directory.GetDirectories(root).Select(d => Path.GetFileName(d)!).Where(d => d is not ("obj" or "bin")).ToHashSet();
        var uses = new HashSet<(string, string)>();
        foreach (var from in folders)
            foreach (var file in Directory.EnumerateFiles(Path.Combine(root, from), "*.cs", SearchOption.AllDirectories))
                foreach (Match match in Using().Matches(File.ReadAllText(file)))
                    if (match.Groups[1].Value == project && match.Groups[2].Value is var to && to != from && folders.Contains(to))
                        uses.Add((from, to));
        return uses;
    }

    [GeneratedRegex(@"^using (?:static )?(Search\.\w+)\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
