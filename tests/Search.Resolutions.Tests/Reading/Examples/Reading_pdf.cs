using Search.Resolutions.Reading;
using Search.Resolutions.Text;
using static Search.Resolutions.Tests.Reading.TinyPdf;

namespace Search.Resolutions.Tests.Reading.Examples;

public class Reading_pdf
{
    // Two pages in the manner of the General Assembly's documents.
    private static byte[] Resolution() => new TinyPdf()
        .Page()
        .At(123, 58, "United Nations", size: 14).At(490, 58, "A/RES/78/13")
        .At(123, 140, "The General Assembly", Italic).At(207, 140, ",")
        .At(147, 158, "Recalling", Italic).At(188, 158, "the Declaration of Basic Principles of Justice for Victims of Crime and")
        .At(123, 170, "Abuse of Power,").At(188, 166, "1", size: 6.5)
        .At(193, 170, "and the Convention on the Rights of the Child, adopted in New")
        .At(147, 188, "Noting", Italic).At(176, 188, "the report of the Secretary-General on the subject of the rights of the child,")
        .At(123, 200, "and the views that Governments of Member States and others have put forward in the")
        .At(99, 680, "__________________", Bold, 8)
        .At(117, 692, "1", size: 5).At(123, 695, "Resolution 40/34, annex, with the Declaration of Basic Principles that", size: 8.5)
        .At(123, 705, "12 States had asked for.", size: 8.5)
        .At(65, 748, "23-24427 (E)    131223")
        .Page()
        .At(60, 60, "A/RES/78/13", Bold, 8.5).At(400, 60, "Rights of the child", Bold, 8.5)
        .At(123, 84, "course of the year in their replies to the note verbale of the Secretariat,")
        .At(147, 102, "1.").At(171, 102, "Urges", Italic)
        .At(198, 102, "States to ratify the Convention, and to submit their reports in time to the")
        .At(123, 114, "Committee, in the manner laid down by it;")
        .At(147, 132, "2.").At(171, 132, "Decides", Italic).At(205, 132, "to remain seized of the matter.")
        .At(60, 755, "2/2", size: 8.5).At(524, 755, "23-24427", size: 7)
        .Bytes();

    [Fact]
    public void Lines_are_put_together_to_paragraphs_by_space_and_indent()
    {
        var paragraphs = ReadOne.Source("a.pdf", Resolution()).Marked(LayoutKind.Paragraph);
        paragraphs.ShouldContain("The General Assembly,");
        paragraphs.ShouldContain(
            "Recalling the Declaration of Basic Principles of Justice for Victims of Crime and\nAbuse of Power,1 and the Convention on the Rights of the Child, adopted in New");
        paragraphs.ShouldContain(
            "1. Urges States to ratify the Convention, and to submit their reports in time to the\nCommittee, in the manner laid down by it;");
        paragraphs.ShouldContain("2. Decides to remain seized of the matter.");
    }

    [Fact]
    public void A_mark_is_known_by_its_size_and_height_on_the_line() =>
        ReadOne.Source("a.pdf", Resolution()).Marked(LayoutKind.Superscript).ShouldBe(["1", "1"]);

    [Fact]
    public void A_note_is_known_by_its_small_letters_below_the_rule() =>
        ReadOne.Source("a.pdf", Resolution()).Marked(LayoutKind.Footnote)
            .ShouldBe(["1 Resolution 40/34, annex, with the Declaration of Basic Principles that\n12 States had asked for."]);

    [Fact]
    public void Running_heads_feet_and_rules_are_furniture_and_stay() =>
        ReadOne.Source("a.pdf", Resolution()).Marked(LayoutKind.Furniture)
            .ShouldBe(["__________________", "23-24427 (E) 131223", "A/RES/78/13\nRights of the child", "2/2\t23-24427"]);

    [Fact]
    public void The_masthead_is_no_furniture() =>
        ReadOne.Source("a.pdf", Resolution()).Text.ShouldStartWith("United Nations\n\nA/RES/78/13\n\nThe General Assembly,");

    [Fact]
    public void Italics_are_known_by_the_font() =>
        ReadOne.Source("a.pdf", Resolution()).Marked(LayoutKind.Italic)
            .ShouldBe(["The General Assembly", "Recalling", "Noting", "Urges", "Decides"]);

    [Fact]
    public void Two_columns_are_read_one_after_the_other_between_lines_across()
    {
        var pdf = new TinyPdf().Page().At(200, 60, "RESOLUTIONS ADOPTED BY THE COUNCIL", Bold);
        string[] left = ["The Security Council, having considered the", "reports of the Committee of Three, and having",
            "heard the statements of the parties, decides", "that the truce shall remain in force until a",
            "further decision is taken, and requests the", "Mediator to report to it on the progress that",
            "has been made in bringing the parties closer", "to one another, at intervals that he chooses,",
            "and at any time when he is asked to do so."];
        string[] right = ["The Economic and Social Council takes note", "with appreciation of the work of the regional",
            "commissions, and requests each of them to go", "on with the studies that they have begun, as",
            "far as their means allow, and to send them to", "the Council in time for its next session, and",
            "invites Governments to help the commissions", "with figures and with experts of their own as",
            "soon as they are asked to do so by them now."];
        pdf.Lines(60, 90, left).Lines(320, 93, right).At(180, 220, "These resolutions were adopted without a vote at the last meeting.");
        ReadOne.Source("a.pdf", pdf.Bytes()).Marked(LayoutKind.Paragraph).ShouldBe(
        [
            "RESOLUTIONS ADOPTED BY THE COUNCIL",
            string.Join('\n', left),
            string.Join('\n', right),
            "These resolutions were adopted without a vote at the last meeting.",
        ]);
    }

    [Fact]
    public void Recognised_text_may_stand_unevenly()
    {
        // Each word of a scan is a piece of its own, in a size of its own, a little above or below its line.
        var random = new Random(5);
        string[] left = ["Having considered the reports of the Committee", "and having heard the statements of both parties",
            "on the question of a truce in the whole region,"];
        string[] right = ["Decides that the truce shall remain in force as", "before until it has taken a further decision on",
            "it, and asks the Mediator to report each month."];
        var pdf = new TinyPdf().Page();
        for (var block = 0; block < 4; block++)
            for (var line = 0; line < 3; line++)
            {
                Words(pdf, random, 60, 100 + 42 * block + 12 * line, left[line]);
                Words(pdf, random, 320, 102 + 42 * block + 12 * line, right[line]);
            }
        ReadOne.Source("a.pdf", pdf.Bytes()).Marked(LayoutKind.Paragraph)
            .ShouldBe([.. Enumerable.Repeat(string.Join('\n', left), 4), .. Enumerable.Repeat(string.Join('\n', right), 4)]);

        static void Words(TinyPdf pdf, Random random, double x, double y, string line)
        {
            foreach (var word in line.Split(' '))
            {
                pdf.At(x, y + random.NextDouble() * 1.6 - 0.8, word, size: 9.4 + random.NextDouble());
                x += 5.1 * word.Length + 3;
            }
        }
    }

    [Fact]
    public void A_row_of_figures_stays_together()
    {
        var pdf = new TinyPdf().Page()
            .At(60, 100, "Estimated appropriation for 2024").At(400, 100, "63 930 800").At(500, 100, "58 552 400")
            .At(60, 112, "Revised estimates").At(400, 112, "3 704 800").At(500, 112, "3 597 500");
        ReadOne.Source("a.pdf", pdf.Bytes()).Text
            .ShouldBe("Estimated appropriation for 2024\t63 930 800\t58 552 400\n\nRevised estimates\t3 704 800\t3 597 500");
    }

    [Fact]
    public void Letters_printed_twice_to_look_bold_are_read_once() =>
        ReadOne.Source("a.pdf", new TinyPdf().Page().At(100, 100, "RESOLUTION").At(100.4, 100, "RESOLUTION").Bytes()).Text
            .ShouldBe("RESOLUTION");

    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void A_page_that_is_shown_sideways_or_upside_down_is_read(int degrees) =>
        ReadOne.Source("a.pdf", new TinyPdf().Page().Lines(100, 100, "The Assembly of Harbours,", "meeting at the lighthouse,")
            .Rotated(degrees).Bytes())
            .Text.ShouldBe("The Assembly of Harbours,\nmeeting at the lighthouse,");

    [Theory]
    [InlineData("0 1 -1 0 300 100", "0 1 -1 0 312 100")]
    [InlineData("-1 0 0 -1 500 300", "-1 0 0 -1 500 312")]
    [InlineData("0 -1 1 0 300 700", "0 -1 1 0 288 700")]
    [InlineData("0.7071 0.7071 -0.7071 0.7071 200 300", "0.7071 0.7071 -0.7071 0.7071 208.49 291.51")]
    public void Text_that_is_drawn_in_another_direction_is_read(string first, string second) =>
        ReadOne.Source("a.pdf", new TinyPdf().Page()
            .Raw($"BT /F1 10 Tf {first} Tm (The Assembly of Harbours,) Tj {second} Tm (meeting at the lighthouse,) Tj ET\n").Bytes())
            .Text.ShouldBe("The Assembly of Harbours,\nmeeting at the lighthouse,");

    [Fact]
    public void Text_in_a_second_direction_follows_its_page() =>
        ReadOne.Source("a.pdf", new TinyPdf().Page().Raw("BT /F1 10 Tf 0 1 -1 0 40 300 Tm (Printed at the quay) Tj ET\n")
            .Lines(100, 300, "The Assembly of Harbours,", "meeting at the lighthouse,").Bytes())
            .Marked(LayoutKind.Paragraph).ShouldBe(["The Assembly of Harbours,\nmeeting at the lighthouse,", "Printed at the quay"]);

    [Fact]
    public void A_page_that_cannot_be_read_is_a_warning_beside_the_others()
    {
        var bytes = TinyPdf.File(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 2 /Kids [3 0 R 4 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << /Font << /F1 6 0 R >> >> >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 99 0 R /Resources << /Font << /F1 6 0 R >> >> >>",
            TinyPdf.Stream("BT /F1 10 Tf 100 700 Td (The lamps) Tj ET"),
            TinyPdf.Font("Times-Roman"),
        ]);
        var read = ReadOne.File("a.pdf", bytes).ShouldBeOfType<ReadResult.Read>();
        read.Source.Text.ShouldBe("The lamps");
        read.Warnings.ShouldHaveSingleItem().Code.ShouldBe("page-unreadable");
    }

    [Fact]
    public void Pages_without_text_are_rejected_with_the_next_step() =>
        ReadOne.Rejection("a.pdf", new TinyPdf().Page().Raw("0 0 100 100 re f").Bytes()).ShouldBe("no-text");
}
