using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Search.Resolutions.Reading;
using Search.Testing;
using static Search.Resolutions.Tests.Reading.TinyWord;

namespace Search.Resolutions.Tests.Reading.Hostile;

public class Files_that_mean_harm
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13];

    [Fact]
    public void An_empty_file_is_rejected_in_every_format()
    {
        foreach (var extension in DocumentReader.Extensions) ReadOne.Rejection("a" + extension, []).ShouldBe("empty-file");
    }

    [Fact]
    public void A_picture_is_rejected_in_every_format()
    {
        foreach (var extension in DocumentReader.Extensions)
            ReadOne.Rejection("a" + extension, Png).ShouldBeOneOf("binary-file", "damaged");
    }

    [Fact]
    public void Random_bytes_are_an_outcome_in_every_format()
    {
        var random = new Random(7);
        var bytes = new byte[5000];
        for (var i = 0; i < 20; i++)
        {
            random.NextBytes(bytes);
            foreach (var extension in DocumentReader.Extensions)
                ReadOne.File("a" + extension, bytes[..random.Next(1, bytes.Length)]).ShouldNotBeNull();
        }
    }

    [Fact]
    public void What_is_no_file_is_an_outcome()
    {
        using var folder = new TemporaryFolder();
        DocumentReader.Read("no-such-file.txt").ShouldBeOfType<ReadResult.Rejected>().Code.ShouldBe("not-found");
        DocumentReader.Read(Path.GetDirectoryName(folder.Write("a.txt", "a"))!).ShouldBeOfType<ReadResult.Rejected>().Code
            .ShouldBe("unknown-format");
        DocumentReader.Read("a.exe").ShouldBeOfType<ReadResult.Rejected>().Code.ShouldBe("unknown-format");
        DocumentReader.Read("a\0b.txt").ShouldBeOfType<ReadResult.Rejected>();
        Directory.CreateDirectory(folder.Write("b", "") + ".txt");
        DocumentReader.Read(folder.Write("c", "") + "/../b.txt").ShouldBeOfType<ReadResult.Rejected>();
    }

    [Fact]
    public void A_file_over_the_limit_is_not_loaded()
    {
        var limits = new ReadLimits { MaxSize = 1000 };
        ReadOne.Rejection("a.txt", new byte[1001], limits).ShouldBe("too-large");
        ReadOne.File("a.txt", Encoding.ASCII.GetBytes(new string('a', 1000)), limits).ShouldBeOfType<ReadResult.Read>();
    }

    [Theory]
    [InlineData("a.txt", 4 << 20, null)]
    [InlineData("a.txt", (4 << 20) + 1, "too-large")]
    [InlineData("a.txt", 60_000_000, "too-large")]
    [InlineData("a.md", 20_000_000, "too-large")]
    [InlineData("a.html", (8 << 20) + 1, "too-large")]
    [InlineData("a.xml", (8 << 20) + 1, "too-large")]
    [InlineData("a.docx", (64 << 20) + 1, "too-large")]
    public void A_line_without_end_is_read_up_to_a_limit(string name, int length, string? refused)
    {
        var line = new byte[length];
        Array.Fill(line, (byte)'a');
        if (refused is null) ReadOne.Source(name, line).Text.Length.ShouldBe(length);
        else ReadOne.Rejection(name, line).ShouldBe(refused);
    }

    [Fact]
    public void What_is_too_large_is_refused_before_it_takes_memory()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, piece,
            bytesPerByte) in (ReadOnlySpan<(string, string,
                int)>)[("a.txt", "word ", 4), ("a.md", "*a ", 4), ("a.html", "<p>x", 1), ("a.xml", "<p>x</p>", 1)])
        {
            var path = folder.Write(name, string.Concat(Enumerable.Repeat(piece, 20_000_000 / piece.Length)));
            ReadResult? result = null;
            Allocated.By(() => result = DocumentReader.Read(path)).ShouldBeLessThan(20_000_000L * bytesPerByte, name);
            result.ShouldBeOfType<ReadResult.Rejected>().Message.ShouldContain("split it");
        }
    }

    [Fact]
    public void A_sidecar_that_is_a_link_or_no_file_is_passed_over_with_a_warning()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no pipes by name, and links need a right");
        using var folder = new TemporaryFolder();
        foreach (var (name, make) in (ReadOnlySpan<(string, Action<string>)>)
        [
            ("link", path => File.CreateSymbolicLink(path, folder.Write("elsewhere.json", """{"title": "of another file"}"""))),
            ("endless", path => File.CreateSymbolicLink(path, "/dev/zero")),
            ("nowhere", path => File.CreateSymbolicLink(path, "/no/such/file")),
            ("pipe", path => Process.Start("mkfifo", [path]).WaitForExit()),
        ])
        {
            make(folder.In(name + ".meta.json"));
            var read = DocumentReader.Read(folder.Write(name + ".txt", "Text")).ShouldBeOfType<ReadResult.Read>();
            read.Source.Stated.Title.ShouldBeNull(name);
            var (file, warning) = read.UnusedFiles.ShouldHaveSingleItem();
            file.ShouldBe(name + ".meta.json");
            warning.Code.ShouldStartWith("sidecar-");
        }
    }

    [Theory]
    [InlineData("*a ")]
    [InlineData("**")]
    [InlineData("_a_a")]
    [InlineData("[^")]
    [InlineData("[")]
    [InlineData("](/")]
    [InlineData("<sup>")]
    [InlineData("<a")]
    [InlineData("\\")]
    [InlineData("> ")]
    [InlineData("# ")]
    [InlineData("^a")]
    public void Emphasis_signs_without_end_take_linear_time(string piece) => Growth.OverTenTimes(20_000,
        n => string.Concat(Enumerable.Repeat(piece, n)),
        text => ReadOne.Source("a.md", text).Text.Length.ShouldBe(text.Length)).ShouldBeLessThan(Growth.OfALine);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>x")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("</p>")]
    [InlineData("<p>")]
    [InlineData("<i><p>")]
    [InlineData("<a class=\"x\">")]
    [InlineData("<!--")]
    [InlineData("<ol>")]
    [InlineData("&amp")]
    [InlineData("<font size=1 color=2><p>x")]
    public void Tags_without_end_take_linear_time(string piece) => Growth.OverTenTimes(10_000,
        n => Encoding.ASCII.GetBytes("text" + string.Concat(Enumerable.Repeat(piece, n))),
        bytes => ReadOne.File("a.html", bytes).ShouldNotBeNull()).ShouldBeLessThan(Growth.OfALine);

    [Fact]
    public void Xml_that_declares_entities_is_rejected()
    {
        const string bomb = """
            <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
            <akomaNtoso><p>&c;</p></akomaNtoso>
            """;
        ReadOne.Rejection("a.xml", bomb).ShouldBe("damaged");
        const string file = """<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><akomaNtoso><p>&a;</p></akomaNtoso>""";
        ReadOne.Rejection("a.xml", file).ShouldBe("damaged");
    }

    [Fact]
    public void Deep_xml_is_rejected()
    {
        var deep = string.Concat(Enumerable.Repeat("<section>", 100_000));
        ReadOne.Rejection("a.xml", "<akomaNtoso>" + deep).ShouldBe("too-deep");
        ReadOne.Rejection("a.docx", new TinyWord(string.Concat(Enumerable.Repeat("<w:sdt>", 100_000)) + P(R("x"))).Bytes())
            .ShouldBeOneOf("too-deep", "damaged");
    }

    [Fact]
    public void A_word_document_cut_short_is_rejected()
    {
        var whole = new TinyWord(P(R("Text"))).Bytes();
        ReadOne.Source("a.docx", whole).Text.ShouldBe("Text");
        for (var length = 1; length < whole.Length; length += 7) ReadOne.Rejection("a.docx", whole[..length]).ShouldBe("damaged");
    }

    [Fact]
    public void A_word_document_with_changed_bytes_is_an_outcome()
    {
        var whole = new TinyWord(P(R("Text"), "<w:r><w:footnoteReference w:id=\"1\"/></w:r>")).Part("footnotes", "footnotes",
            $"<w:footnote w:id=\"1\">{P(R("Note"))}</w:footnote>").Bytes();
        var random = new Random(11);
        for (var i = 0; i < 300; i++)
        {
            var changed = (byte[])whole.Clone();
            for (var n = random.Next(1, 6); n > 0; n--) changed[random.Next(changed.Length)] = (byte)random.Next(256);
            ReadOne.File("a.docx", changed).ShouldNotBeNull();
        }
    }

    [Fact]
    public void A_zip_bomb_is_rejected_before_it_unfolds()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var zeros = Encoding.ASCII.GetBytes(new string(' ', 1 << 20));
            for (var i = 0; i < 64; i++) entry.Write(zeros);
        }
        stream.Length.ShouldBeLessThan(1 << 20);
        ReadOne.Rejection("a.docx", stream.ToArray(), new ReadLimits { MaxUnpacked = 8 << 20 }).ShouldBe("too-large");
    }

    [Fact]
    public void A_part_that_declares_entities_is_rejected()
    {
        using var stream = new MemoryStream(new TinyWord(P(R("x"))).Bytes().ToArray());
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("word/document.xml")!.Delete();
            Entry(zip, "word/document.xml",
                "<!DOCTYPE x [<!ENTITY a \"b\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>");
        }
        ReadOne.Rejection("a.docx", copy.ToArray()).ShouldBe("damaged");
    }

    [Fact]
    public void Notes_that_refer_to_each_other_are_no_endless_walk()
    {
        var notes = string.Concat(Enumerable.Range(0, 200)
            .Select(i => $"<w:footnote w:id=\"{i}\"><w:p><w:r><w:footnoteReference w:id=\"{(i + 1) % 200}\"/><w:t>n</w:t></w:r></w:p></w:footnote>"));
        ReadOne.Rejection("a.docx", new TinyWord(P("<w:r><w:footnoteReference w:id=\"0\"/></w:r>")).Part("footnotes", "footnotes", notes)
            .Bytes()).ShouldBe("too-deep");
    }

    [Fact]
    public void A_word_document_with_a_password_is_told_apart() =>
        ReadOne.Rejection("a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]]).ShouldBe("encrypted");
}
