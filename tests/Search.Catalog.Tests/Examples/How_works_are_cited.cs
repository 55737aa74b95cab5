using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Search.Catalog.Citing;
using Search.Testing;

namespace Search.Catalog.Tests.Examples;

/// <summary>The examples of docs/citing.md are what the program writes, and pandoc reads the files with the same fields.</summary>
[Collection(BuiltOnce.Name)]
public class How_works_are_cited(Built built)
{
    private const string Address = "https://example.org/";

    [Theory]
    [InlineData("a-res-75-901", null, "General Assembly resolution 75/901 of 16 December 2020",
        "UNGA Res 75/901 (16 December 2020) UN Doc A/RES/75/901", "G.A. Res. 75/901, U.N. Doc. A/RES/75/901 (Dec. 16, 2020).")]
    [InlineData("a-res-75-901", "op5", "General Assembly resolution 75/901 of 16 December 2020, para. 5",
        "UNGA Res 75/901 (16 December 2020) UN Doc A/RES/75/901, para 5", "G.A. Res. 75/901, ¶ 5, U.N. Doc. A/RES/75/901 (Dec. 16, 2020).")]
    [InlineData("a-res-75-901", "op4-a", "General Assembly resolution 75/901 of 16 December 2020, para. 4 (a)",
        "UNGA Res 75/901 (16 December 2020) UN Doc A/RES/75/901, para 4(a)",
        "G.A. Res. 75/901, ¶ 4(a), U.N. Doc. A/RES/75/901 (Dec. 16, 2020).")]
    [InlineData("a-res-75-901", "pp1", "General Assembly resolution 75/901 of 16 December 2020, preambular para. 1",
        "UNGA Res 75/901 (16 December 2020) UN Doc A/RES/75/901, preambular para 1",
        "G.A. Res. 75/901, preambular ¶ 1, U.N. Doc. A/RES/75/901 (Dec. 16, 2020).")]
    [InlineData("crc", null, "Convention on the Rights of the Child (United Nations, Treaty Series, vol. 1577, No. 27531)",
        "Convention on the Rights of the Child (adopted 20 November 1989) 1577 UNTS No 27531",
        "Convention on the Rights of the Child, Nov. 20, 1989, 1577 U.N.T.S. No. 27531.")]
    public void A_work_is_cited_as_the_styles_say(string work, string? clause, string un, string oscola, string bluebook)
    {
        var reference = built.Sample.Cite(work, clause, Address).ShouldNotBeNull();
        ReferenceForms.Of(reference, "un").ShouldBe(un);
        ReferenceForms.Of(reference, "oscola").ShouldBe(oscola);
        ReferenceForms.Of(reference, "bluebook").ShouldBe(bluebook);
    }

    /// <summary>docs/citing.md shows what is written. CLAUSEGRAPH_ACCEPT=1 writes the examples there.</summary>
    [Fact]
    public void The_examples_of_the_documentation_are_what_is_written()
    {
        const string begins = "<!-- examples -->\n", ends = "<!-- end of examples -->";
        var path = Places.InRepository("docs", "citing.md");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (from, to) = (text.IndexOf(begins, StringComparison.Ordinal) + begins.Length, text.IndexOf(ends, StringComparison.Ordinal));
        var examples = new StringBuilder();
        foreach (var (kind, reference) in Kinds())
        {
            examples.Append(CultureInfo.InvariantCulture, $"\n### {kind}\n\n| style | citation |\n|---|---|\n");
            foreach (var style in (ReadOnlySpan<string>)["un", "oscola", "bluebook", "apa"])
                examples.Append(CultureInfo.InvariantCulture, $"| {style} | {ReferenceForms.Of(reference, style)} |\n");
        }
        var first = Kinds().First().Reference;
        foreach (var (style, name, extension, _) in ReferenceForms.Files)
            examples.Append(CultureInfo.InvariantCulture,
                $"\n### {name} (`.{extension}`)\n\n```\n{ReferenceForms.Of(first, style).TrimEnd()}\n```\n");
        examples.Append('\n');
        if (Environment.GetEnvironmentVariable("CLAUSEGRAPH_ACCEPT") == "1")
            File.WriteAllText(path, text = text[..from] + examples + text[to..]);
        text[from..text.IndexOf(ends, StringComparison.Ordinal)].ShouldBe(examples.ToString());
    }

    private static IEnumerable<(string Kind, Reference Reference)> Kinds()
    {
        yield return ("A resolution of the General Assembly",
            Of("A/RES/55/25", "United Nations Convention against Transnational Organized Crime", "2000-11-15", "resolution"));
        yield return ("A clause of a resolution",
            Of("A/RES/55/25", "United Nations Convention against Transnational Organized Crime", "2000-11-15", "resolution")
                with
            { Clause = "OP2" });
        yield return ("A resolution of an early session",
            Of("A/RES/217(III) A", "Universal Declaration of Human Rights", "1948-12-10", "resolution"));
        yield return ("A resolution of the Security Council", Of("S/RES/1325(2000)", null, "2000-10-31", "resolution"));
        yield return ("A resolution of the Economic and Social Council", Of("E/RES/1996/26", null, "1996-07-24", "resolution"));
        yield return ("A resolution of the Human Rights Council",
            Of("A/HRC/RES/16/1", "United Nations Declaration on Human Rights Education and Training", "2011-03-23", "resolution"));
        yield return ("A decision", Of("A/DEC/48/431", null, "1993-12-20", "decision"));
        yield return ("A statement by the President of the Security Council", Of("S/PRST/2011/15", null, "2011-07-27", "statement"));
        yield return ("A report or other document",
            Of("A/58/12", "Report of the United Nations High Commissioner for Refugees", "2003", "document"));
        yield return ("A treaty",
            Of("crc", "Convention on the Rights of the Child", "1989-11-20", "treaty", treaty: "vol. 1577, No. 27531"));
        yield return ("A declaration annexed to a resolution",
            Of("undrip", "United Nations Declaration on the Rights of Indigenous Peoples", "2007-09-13", "declaration",
                printed: "A/RES/61/295 annex"));
    }

    private static Reference Of(string id, string? title, string date, string kind, string? treaty = null, string? printed = null) =>
        Reference.Of(
        new()
        {
            Summary = new()
            {
                Id = id,
                Canonical = id,
                Title = title ?? id,
                Kind = kind,
                Date = date,
                InCorpus = false,
                CitedBy = 0,
                Cites = null,
                Influence = 0,
            },
            Names = [],
            Symbols = printed is null ? [] : [printed],
            TreatySeries = treaty is null ? [] : [treaty],
            Articles = null,
            Relations = [],
            Document = null,
            Place = null,
            Facts = [],
            IssuedAs = Resolutions.DocumentSymbol.TryParse(id, null, out var symbol) && symbol.Issued is { } issued
                && id.Contains('/', StringComparison.Ordinal) ? [issued] : [],
            Iris = [],
        },
        null, null, Address);

    [Theory]
    [InlineData("bibtex", "biblatex")]
    [InlineData("bibtex", "bibtex")]
    [InlineData("ris", "ris")]
    [InlineData("csl-json", "csljson")]
    public async Task Pandoc_reads_a_file_with_the_same_fields(string style, string format)
    {
        Assert.SkipWhen(Programs.Find("pandoc") is null, "pandoc is not installed");
        Assert.SkipUnless((await Pandoc("", "--list-input-formats")).Split('\n').Contains(format), $"this pandoc does not read {format}");
        var reference = built.Sample.Cite("a-res-75-901", null, Address)!;
        var item = JsonDocument.Parse(await Pandoc(ReferenceForms.Of(reference, style), "-f", format, "-t", "csljson")).RootElement[0];
        item.GetProperty("title").GetString().ShouldBe(reference.Title);
        item.GetProperty("number").GetString().ShouldBe("A/RES/75/901");
        item.GetProperty("URL").GetString().ShouldBe(Address);
        item.GetProperty("type").GetString().ShouldBe("report");
        var author = item.GetProperty("author")[0];
        (author.TryGetProperty("literal", out var name) ? name : author.GetProperty("family")).GetString()
            .ShouldBe("United Nations General Assembly");
        item.GetProperty("issued").GetProperty("date-parts")[0].EnumerateArray()
            .Select(p => int.Parse(p.ToString(), CultureInfo.InvariantCulture)).Take(2).ShouldBe([2020, 12]);
    }

    [Fact]
    public void A_record_of_RIS_has_a_tag_a_line_from_its_type_to_its_end()
    {
        var lines = ReferenceForms.Of(built.Sample.Cite("a-res-75-901", null, Address)!, "ris").TrimEnd('\n').Split('\n');
        lines[0].ShouldBe("TY  - RPRT");
        lines[^1].ShouldBe("ER  - ");
        lines.ShouldAllBe(l => char.IsAsciiLetterUpper(l[0]) && l.Substring(2, 4) == "  - ");
        lines.ShouldContain("TI  - Application of the Marenne Guidelines at river and strait crossings");
        lines.ShouldContain("DA  - 2020/12/16/");
        lines.ShouldContain("M1  - A/RES/75/901");
    }

    private static async Task<string> Pandoc(string input, params string[] args)
    {
        using var pandoc = Process.Start(new ProcessStartInfo("pandoc", args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false
        })!;
        await pandoc.StandardInput.WriteAsync(input);
        pandoc.StandardInput.Close();
        var output = await pandoc.StandardOutput.ReadToEndAsync();
        await pandoc.WaitForExitAsync();
        return output;
    }
}
