using Search.Resolutions.Parsing;
using Search.Resolutions.Reading;
using Search.Resolutions.Text;
using Search.Testing;

namespace Search.Resolutions.Tests.Laws;

public class Every_parse_keeps_the_laws
{
    [Fact]
    public void Of_the_sample() => Check(Places.Sample);

    [Fact]
    public void Of_the_seeds() => Check(Reference.Folder("seeds"));

    /// <summary>The whole reference corpus, unpacked (tools/unpack of the reference material) into the folder that CLAUSEGRAPH_CORPUS names.</summary>
    [Fact]
    public void Of_an_unpacked_corpus()
    {
        var folder = Environment.GetEnvironmentVariable("CLAUSEGRAPH_CORPUS");
        if (string.IsNullOrEmpty(folder)) Assert.Skip("CLAUSEGRAPH_CORPUS names no folder of unpacked documents");
        Check(folder!);
    }

    private static void Check(string folder)
    {
        var parsed = 0;
        var broken = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".txt" or ".md" or ".html" or ".xml").Order(StringComparer.Ordinal))
        {
            if (DocumentReader.Read(file) is not ReadResult.Read read) continue;
            parsed++;
            broken.AddRange(Law.Breaches(ResolutionParser.Parse(read.Source)).Select(b => $"{Path.GetFileName(file)}: {b}"));
        }
        broken.ShouldBeEmpty();
        parsed.ShouldBePositive("no document was read in " + folder);
    }

    [Fact]
    public void The_same_text_gives_the_same_parse()
    {
        foreach (var file in Directory.GetFiles(Places.Sample, "*.txt"))
        {
            var source = new SourceText { Name = "x", Text = File.ReadAllText(file) };
            Law.Print(ResolutionParser.Parse(source)).ShouldBe(Law.Print(ResolutionParser.Parse(source)));
        }
    }
}
