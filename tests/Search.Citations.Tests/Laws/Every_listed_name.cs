using System.Diagnostics;
using Search.Citations.Authorities;
using Search.Testing;

namespace Search.Citations.Tests.Laws;

public class Every_listed_name
{
    private static readonly AuthorityList Authorities = Works.Listed;

    [Fact]
    public void Is_found_in_running_text_as_its_own_work_and_whole()
    {
        var wrong = new List<string>();
        foreach (var work in Authorities.Works)
            foreach (var (name, _) in NameVariants.Listed(work))
            {
                var text = "Recalling the " + name + ", and noting";
                if (Authorities.Names.Find(text) is [var one] && one.Works.Contains(work.Id)
                    && one.Span.In(text).ToString() == WithoutArticle(name))
                    continue;
                wrong.Add($"{work.Id}: {name}: "
                    + string.Join("; ", Authorities.Names.Find(text).Select(m => $"{m.Works[0]} {m.Span.In(text)}")));
            }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    [Fact]
    public void Is_not_found_where_it_only_begins_the_title_of_another_work()
    {
        var wrong = new List<string>();
        foreach (var work in Authorities.Works)
            foreach (var (name, kind) in NameVariants.Listed(work))
            {
                if (kind == NameKind.Abbreviation || name.Split(' ').Length is < 2 or > 4 || name.AsSpan().ContainsAny("-/()")
                    || NameVariants.IsAbbreviation(name.Split(' ')[^1]))
                    continue;
                var text = "Recalling the " + name + " on Vxyz Qwrt, and noting";
                if (Authorities.Names.Find(text).Exists(m => m.Works.Contains(work.Id))) wrong.Add($"{work.Id}: {name}");
            }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    [Fact]
    public void Is_found_in_capitals()
    {
        var wrong = Authorities.Works.Select(w => (Work: w, Name: NameVariants.Listed(w).First().Name))
            .Where(n => !Authorities.Names.Find(n.Name.ToUpperInvariant()).Exists(m => m.Works.Contains(n.Work.Id))).Select(n => n.Name)
            .ToList();
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Loads_within_the_budget_of_memory_and_shows_its_time()
    {
        var clock = Stopwatch.StartNew();
        var megabytes = Allocated.By(() =>
        {
            clock.Restart();
            AuthorityList.Load(Places.Authorities);
        }) / 1e6;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"authorities load in {clock.Elapsed.TotalMilliseconds:F1} ms and allocate {megabytes:F1} MB");
        megabytes.ShouldBeLessThan(40);
    }

    private static string WithoutArticle(string name) => name.StartsWith("The ", StringComparison.Ordinal) ? name[4..] : name;
}
