using Search.Resolutions.Parsing;
using Search.Resolutions.Reading;
using Search.Resolutions.Text;
using Search.Testing;

namespace Search.Resolutions.Tests.Laws;

public class Every_parse_keeps_the_laws
{
    private const int Every = 10; // of some two thousand documents

    [Fact]
    public void Of_the_sample() => Check(Places.Sample);

    [Fact]
    public void Of_the_seeds() => Check(Reference.Folder("seeds"));

    /// <summary>A part of the reference corpora; all of a folder of documents where CLAUSEGRAPH_CORPUS names one.</summary>
    [Fact]
    public void Of_the_corpora()
    {
        if (Environment.GetEnvironmentVariable("CLAUSEGRAPH_CORPUS") is { Length: > 0 } folder)
        {
            Check(folder);
            return;
        }
        if (CorpusTexts.Of(CorpusTexts.All[0]) is null) Assert.Skip(CorpusTexts.Absent);
        foreach (var name in CorpusTexts.All.SelectMany(corpus => CorpusTexts.Names(corpus, Every)))
            Law.Breaches(ResolutionParser.Parse(new SourceText { Name = name, Text = CorpusTexts.Find(name)! })).ShouldBeEmpty(name);
    }

    private static void Check(string folder)
    {
        var parsed = 0;
        var broken = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".txt" or ".md" or ".html" or ".xml").Order(StringComparer.Ordinal))
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
