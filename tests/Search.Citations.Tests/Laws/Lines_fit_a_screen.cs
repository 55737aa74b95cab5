using Search.Testing;

namespace Search.Citations.Tests.Laws;

public class Lines_fit_a_screen
{
    /// <summary>Characters of a line, as a review shows two files side by side on one screen.</summary>
    private const int Longest = 140;

    /// <summary>Lines of a file that a reader takes in as one subject.</summary>
    private const int Most = 400;

    [Fact]
    public void No_line_of_code_is_longer_unless_it_has_a_string() =>
        Files("src").Concat(Files("tests")).SelectMany(LongLines).ShouldBeEmpty();

    [Fact]
    public void No_file_of_the_product_is_longer() =>
        Files("src").Where(file => File.ReadLines(file).Count() > Most).Select(Path.GetFileName).ShouldBeEmpty();

    // A string has no place to break, whether it is on one line or on several between three quotation marks.
    private static IEnumerable<string> LongLines(string file)
    {
        var isInString = false;
        foreach (var (i, line) in File.ReadLines(file).Index())
        {
            if (line.Length > Longest && !isInString && !line.Contains('"', StringComparison.Ordinal))
                yield return $"{Path.GetFileName(file)}:{i + 1}";
            isInString ^= line.Split("\"\"\"").Length % 2 == 0;
        }
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Places.InRepository(folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
