using FsCheck;
using FsCheck.Fluent;
using Search.Api.Pages;

namespace Search.Api.Tests.Pages;

public class Stretches_of_text
{
    [Fact]
    public void Stretches_together_are_the_text_whatever_the_marks() => Prop.ForAll<string?, (int, int)[]?>((text, marks) =>
    {
        var whole = text ?? "";
        var cut = Segments.Cut(whole, (marks ?? []).Select(m => (m.Item1, m.Item2, "mark")));
        string.Concat(cut.Select(s => s.Text)).ShouldBe(whole);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_marks_that_overlap_the_first_stays()
    {
        var cut = Segments.Cut("abcdef", [(1, 4, "first"), (2, 6, "second")]);
        cut.Select(s => (s.Text, s.Mark)).ShouldBe([("a", null), ("bcd", "first"), ("ef", null)]);
    }

    [Fact]
    public void An_excerpt_of_a_long_text_begins_a_little_before_its_first_mark()
    {
        var text = string.Concat(Enumerable.Repeat("word ", 400)) + "found " + string.Concat(Enumerable.Repeat("more ", 400));
        var excerpt = Segments.Around(text, [(2000, 2005)], 200);
        excerpt.CutBefore.ShouldBeTrue();
        excerpt.CutAfter.ShouldBeTrue();
        excerpt.Segments.ShouldContain(s => s.Mark != null && s.Text == "found");
        excerpt.Segments.Sum(s => s.Text.Length).ShouldBeLessThanOrEqualTo(200);
    }

    [Fact]
    public void An_excerpt_of_one_endless_word_is_cut_all_the_same() =>
        Segments.Around(new string('w', 100_000), [(50_000, 99_000)], 300).Segments.Sum(s => s.Text.Length).ShouldBeLessThanOrEqualTo(300);

    [Fact]
    public void Words_found_side_by_side_are_marked_as_one()
    {
        var excerpt = Segments.Around("trafficking in persons, and children", [(0, 11), (12, 14), (15, 22), (28, 36)]);
        excerpt.Segments.Where(s => s.Mark is not null).Select(s => s.Text).ShouldBe(["trafficking in persons", "children"]);
    }
}
