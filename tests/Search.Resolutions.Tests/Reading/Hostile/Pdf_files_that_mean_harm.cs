using System.Globalization;
using System.IO.Compression;
using System.Text;
using Search.Resolutions.Reading;
using Search.Testing;

namespace Search.Resolutions.Tests.Reading.Hostile;

public class Pdf_files_that_mean_harm
{
    private static readonly ReadLimits Tight = new() { PdfTime = TimeSpan.FromSeconds(5), PdfMemory = 200 << 20 };

    [Fact]
    public void A_password_is_told_apart() =>
        ReadOne.Rejection("a.pdf", new TinyPdf().Page().At(100, 100, "x").Locked().Bytes()).ShouldBe("encrypted");

    [Fact]
    public void A_file_cut_short_is_an_outcome()
    {
        var whole = new TinyPdf().Page().At(100, 100, "Text").Bytes();
        for (var length = 20; length < whole.Length; length += whole.Length / 8) ReadOne.File("a.pdf", whole[..length]).ShouldNotBeNull();
        ReadOne.Rejection("a.pdf", "%PDF-1.4\nnothing").ShouldBe("damaged");
    }

    [Fact]
    public void Changed_bytes_are_an_outcome()
    {
        var whole = new TinyPdf().Page().At(100, 100, "The lamps").At(100, 120, "of the harbour").Page().At(100, 100, "are lit").Bytes();
        var random = new Random(23);
        for (var i = 0; i < 200; i++)
        {
            var changed = (byte[])whole.Clone();
            for (var n = random.Next(1, 6); n > 0; n--) changed[random.Next(changed.Length)] = (byte)random.Next(256);
            ReadOne.File("a.pdf", changed).ShouldNotBeNull();
        }
    }

    [Fact]
    public void Reading_that_takes_too_long_is_ended_and_the_next_file_is_read()
    {
        ReadOne.Rejection("a.pdf", Endless(), new ReadLimits { PdfTime = TimeSpan.FromMilliseconds(100) }).ShouldBe("timed-out");
        ReadOne.Source("a.pdf", new TinyPdf().Page().At(100, 100, "Text").Bytes()).Text.ShouldBe("Text");
    }

    [Fact]
    public void Reading_that_takes_too_much_memory_is_ended() =>
        ReadOne.Rejection("a.pdf", Endless(), new ReadLimits { PdfMemory = 64 << 20 }).ShouldBe("too-large");

    [Fact]
    public void A_limit_that_not_even_the_runtime_fits_in_is_an_outcome() =>
        ReadOne.Rejection("a.pdf", new TinyPdf().Page().At(100, 100, "Text").Bytes(), new ReadLimits { PdfMemory = 1 << 16 })
            .ShouldBe("too-large");

    [Fact]
    public void A_long_text_is_rejected()
    {
        // The same content many times over: a small file, a long text.
        var content = TinyPdf.Stream(string.Concat(Enumerable.Repeat($"BT /F1 10 Tf 50 50 Td ({new string('x', 500)}) Tj ET\n", 60)));
        var limits = new ReadLimits { MaxSize = 1 << 18 };
        ReadOne.File("a.pdf", OnePage(content, pages: 5), limits).ShouldBeOfType<ReadResult.Read>();
        ReadOne.Rejection("a.pdf", OnePage(content, pages: 10), limits).ShouldBe("too-large");
    }

    [Fact]
    public void A_hundred_thousand_pages_are_read() =>
        ReadOne.Source("a.pdf",
            OnePage(TinyPdf.Stream("BT /F1 10 Tf 100 700 Td (x) Tj ET"), pages: 100_000)).Text.Length.ShouldBeGreaterThan(100_000);

    [Fact]
    public void Forms_that_contain_themselves_or_each_other_are_no_endless_walk()
    {
        Outcome(WithForms("/X1 Do", "/X1 Do BT /F1 10 Tf 100 700 Td (x) Tj ET"));
        Outcome(WithForms("/X1 Do", "/X2 Do", "/X1 Do"));
        // Each form shows the next one ten times: ten thousand million letters.
        Outcome(WithForms("/X1 Do", [.. Enumerable.Range(2, 10)
            .Select(static next => string.Concat(Enumerable.Repeat($"/X{next} Do ", 10))), "BT /F1 10 Tf 100 700 Td (x) Tj ET"]));
    }

    [Fact]
    public void Page_trees_that_loop_or_nest_without_end_are_outcomes()
    {
        Outcome(TinyPdf.File(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [2 0 R] >>"]));
        Outcome(TinyPdf.File(
            ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                "<< /Type /Pages /Parent 2 0 R /Count 1 /Kids [2 0 R 3 0 R] >>"]));
        const int depth = 100_000;
        Outcome(TinyPdf.File(["<< /Type /Catalog /Pages 2 0 R >>", .. Enumerable.Range(3, depth)
            .Select(static kid => $"<< /Type /Pages /Count 1 /Kids [{kid} 0 R] >>"), "<< /Type /Page /MediaBox [0 0 9 9] >>"]));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("<<")]
    [InlineData("<< /A ")]
    [InlineData("(")]
    [InlineData("1 0 R ")]
    [InlineData("BT ")]
    [InlineData("q ")]
    [InlineData("BI ID ")]
    [InlineData("/P << /A BDC ")]
    public void Brackets_without_end_are_outcomes(string piece)
    {
        var nested = string.Concat(Enumerable.Repeat(piece, 50_000));
        Outcome(TinyPdf.File(["<< /Type /Catalog /Pages 2 0 R >>", nested]));
        Outcome(OnePage(TinyPdf.Stream(nested)));
    }

    [Fact]
    public void A_stream_that_unfolds_to_gigabytes_is_an_outcome()
    {
        var content = Deflated(Deflated(new byte[1 << 30]));
        Outcome(OnePage(TinyPdf.Stream(Encoding.Latin1.GetString(content), "/Filter [/FlateDecode /FlateDecode]")));
    }

    [Fact]
    public void A_table_of_letters_that_unfolds_to_all_numbers_is_an_outcome()
    {
        const string map = "1 begincodespacerange <00000000> <ffffffff> endcodespacerange 1 beginbfrange <00000000> <fffffffe> <0041> endbfrange endcmap";
        Outcome(TinyPdf.File(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            TinyPdf.Stream("BT /F1 10 Tf 100 700 Td (x) Tj ET"),
            TinyPdf.Font("Times-Roman", "/ToUnicode 6 0 R "),
            TinyPdf.Stream(map),
        ]));
    }

    [Fact]
    public void A_name_that_looks_like_an_option_is_a_name()
    {
        using var folder = new TemporaryFolder();
        var bytes = new TinyPdf().Page().At(100, 100, "Text").Bytes();
        foreach (var name in (string[])["-opw.pdf", "a; rm -rf $HOME `x` 'y' \"z\".pdf", "ü 文.pdf"])
            DocumentReader.Read(folder.Write(name, bytes)).ShouldBeOfType<ReadResult.Read>().Source.Text.ShouldBe("Text", name);
        folder.Names.Length.ShouldBe(3, "no file is left behind");
    }

    [Fact]
    public void Many_files_are_read_at_once()
    {
        using var folder = new TemporaryFolder();
        var paths = Enumerable.Range(0, 24).Select(i => folder.Write($"{i}.pdf", new TinyPdf().Page().At(100, 100, $"Text {i}").Bytes()))
            .ToArray();
        Parallel.ForEach(paths, path => ReadOne.Source(DocumentReader.Read(path)).Text
            .ShouldBe("Text " + Path.GetFileNameWithoutExtension(path)));
    }

    // Read or rejected, and never a crash or a wait without end.
    private static void Outcome(byte[] file)
    {
        var result = ReadOne.File("a.pdf", file, Tight);
        if (result is ReadResult.Rejected rejected) rejected.Code.ShouldBeOneOf("damaged", "no-text", "timed-out", "too-large");
    }

    private static byte[] Endless()
    {
        var letters = new StringBuilder("BT /F1 10 Tf 100 100 Td\n");
        for (var i = 0; i < 1_500_000; i++) letters.Append("(x) Tj 1 0 Td\n");
        return new TinyPdf().Page().Raw(letters.Append("ET\n").ToString()).Bytes();
    }

    // Pages that share their content.
    private static byte[] OnePage(string content, int pages = 1) => TinyPdf.File(
    [
        "<< /Type /Catalog /Pages 2 0 R >>",
        $"<< /Type /Pages /Count {pages} /Kids [{string.Join(' ', Enumerable.Range(5, pages).Select(static kid => $"{kid} 0 R"))}] >>",
        content,
        TinyPdf.Font("Times-Roman"),
        .. Enumerable.Repeat(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>", pages),
    ]);

    private static byte[] WithForms(string content, params string[] forms)
    {
        var resources = string.Create(CultureInfo.InvariantCulture,
            $"<< /Font << /F1 5 0 R >> /XObject << {string.Join(' ', Enumerable.Range(1, forms.Length).Select(static i => $"/X{i} {6 + i} 0 R"))} >> >>");
        return TinyPdf.File(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources 6 0 R >>",
            TinyPdf.Stream(content),
            TinyPdf.Font("Times-Roman"),
            resources,
            .. forms.Select(static form => TinyPdf.Stream(form, "/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources 6 0 R")),
        ]);
    }

    private static byte[] Deflated(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZLibStream(stream, CompressionLevel.Fastest)) zip.Write(bytes);
        return stream.ToArray();
    }
}
