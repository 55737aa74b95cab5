using Search.Catalog.Checking;

namespace Search.Catalog.Tests.Examples;

[Collection(BuiltOnce.Name)]
public class Checks_of_drafts(Built built)
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    [Theory]
    [InlineData("Recalling its resolution 75/901 of 16 December 2020,", "")]
    [InlineData("Recalling its resolution 75/901 of 15 December 2020,", "date-differs 15 December 2020")]
    [InlineData("Recalling its resolution 75/901 of 16 December 2018,", "date-differs 16 December 2018")]
    [InlineData("Recalling General Assembly resolution 75/845 of 16 December 2020,", "impossible General Assembly resolution 75/845")]
    [InlineData("Recalling General Assembly resolution 108/12,", "impossible General Assembly resolution 108/12")]
    [InlineData("Recalling Security Council resolution 1325 (2001),", "impossible Security Council resolution 1325 (2001)")]
    [InlineData("Recalling Security Council resolution 55/25,", "impossible Security Council resolution 55/25")]
    [InlineData("Recalling its resolution 55/25 of 15 November 2003,", "date-differs 15 November 2003")]
    [InlineData("Recalling its resolution 2625 (XL) of 24 October 1970,", "impossible its resolution 2625 (XL)")]
    [InlineData("Recalling its resolution 75/901 of 16 December 2020, entitled “Application of the Marenne Guidelines at river and strait crossings”,", "")]
    [InlineData("Recalling its resolution 75/901 of 16 December 2020, entitled “Application of the Marenne Guidelines at mountain passes”,",
        "title-differs Application of the Marenne Guidelines at mountain passes")]
    [InlineData("Recalling paragraph 10 of its resolution 75/901 of 16 December 2020,", "")]
    [InlineData("Recalling paragraph 11 of its resolution 75/901 of 16 December 2020,", "no-such-provision paragraph 11")]
    [InlineData("Recalling paragraph 5 of its resolution 75/901, in which it decided that “the trust fund shall be administered in accordance with the Financial Regulations”,", "")]
    [InlineData("Recalling paragraph 5 of its resolution 75/901, in which it decided that “the trust fund shall be administered by the Secretariat alone”,", "quote-differs the trust fund shall be administered by the Secretariat alone")]
    [InlineData("Recalling paragraph 4 of its resolution 75/901, in which it decided that “the trust fund shall be administered in accordance with the Financial Regulations”,", "quote-differs the trust fund shall be administered in accordance with the Financial Regulations")]
    [InlineData("Recalling that “the [t]rust fund shall be administered ... the Financial Regulations and Rules” (resolution 75/901, para. 5),", "")]
    [InlineData("Bearing in mind article 12 of the CRPD,", "not-introduced CRPD")]
    [InlineData("Bearing in mind the Convention on the Rights of Persons with Disabilities (CRPD) and article 12 of the CRPD,", "")]
    [InlineData("Welcoming the report of the Secretary-General⁹ on lanterns,", "note-missing ⁹")]
    public void What_differs_from_what_is_known_is_named(string clause, string findings) =>
        string.Join("; ", Mismatches(Draft(clause)).Select(f => $"{f.Kind} {f.Text}")).ShouldBe(findings);

    [Fact]
    public void A_finding_says_what_is_known_and_from_where_and_its_span_is_the_text()
    {
        var text = Draft("Recalling paragraph 4 of its resolution 75/901 of 15 December 2020, in which it decided that “the trust fund shall be administered in accordance with the Financial Regulations”,");
        var found = Mismatches(text).ToList();
        var date = found.Single(f => f.Kind == FindingKind.DateDiffers);
        date.Expected.ShouldBe("2020-12-16");
        date.Message.ShouldBe("The text says 15 December 2020; the date known is 16 December 2020.");
        date.Evidence.ShouldBe("Its own text, which is here, says so.");
        var words = found.Single(f => f.Kind == FindingKind.QuoteDiffers);
        words.Message.ShouldBe("para. 4 of A/RES/75/901 does not have these words; OP5 of it has.");
        words.Source!.Clause.ShouldBe("a-res-75-901/op5");
        foreach (var finding in found) text[finding.Start..finding.End].ShouldBe(finding.Text);
    }

    [Fact]
    public void Later_texts_that_end_or_amend_a_work_and_newer_ones_of_its_title_are_notices()
    {
        var notices = built.Sample.Checking.Check(Draft("Recalling the annex to its resolution 71/901 of 19 December 2016,"),
            Today).Findings.Where(f => f.Severity == FindingKind.Notice).ToList();
        foreach (var notice in notices) notice.Work.ShouldNotBeNull();
        var status = built.Sample.Works(new() { InCorpus = true, Take = 1000 }).Page
            .Select(w => (Work: w, Status: built.Sample.Status(w.Id)!))
            .First(w => w.Status.Terminated.Count + w.Status.Amended.Count > 0 && w.Work.Canonical.Contains("/RES/"));
        var draft = built.Sample.Checking.Check($"See {status.Work.Canonical}.", Today);
        var expected = status.Status.Terminated.Count > 0 ? FindingKind.Terminated : FindingKind.Amended;
        var change = draft.Findings.Single(f => f.Kind == expected);
        change.Source!.Clause.ShouldBe((status.Status.Terminated.Count > 0
            ? status.Status.Terminated
            : status.Status.Amended)[0].Edge.Clause);
    }

    [Fact]
    public void Each_citation_says_whether_its_text_is_here_and_how_the_editorial_style_writes_it()
    {
        var draft = built.Sample.Checking.Check(
            "See A/RES/75/901, the Convention on the Rights of the Child and General Assembly resolution 61/333.", Today);
        draft.Citations.Select(c => c.Standing).ShouldBe(["here", "cited", "new"]);
        draft.Citations[0].Suggestion.ShouldBe("General Assembly resolution 75/901 of 16 December 2020");
        draft.NotChecked.Select(u => u.Code).ShouldContain("unknown-work");
    }

    [Fact]
    public void A_text_is_checked_as_of_its_own_date()
    {
        const string front =
            "United Nations\nA/RES/44/977\nGeneral Assembly\n\nResolution adopted by the General Assembly on 15 December 1989\n\n44/977. Lamps at piers\n\n";
        built.Sample.Checking.Check(front + Draft("Recalling its resolution 44/901,"), Today).Findings
            .ShouldNotContain(f => f.Severity == FindingKind.Notice);
    }

    private static string Draft(string clause) =>
        $"The General Assembly,\n\n{clause}\n\n1. Takes note of the report of the Secretary-General;\n";

    private IEnumerable<CheckFinding> Mismatches(string text) =>
        built.Sample.Checking.Check(text, Today).Findings.Where(f => f.Severity == FindingKind.Mismatch);
}
