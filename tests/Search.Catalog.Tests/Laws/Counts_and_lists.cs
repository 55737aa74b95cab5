namespace Search.Catalog.Tests.Laws;

/// <summary>Every count equals the length of the list behind it; both directions of the graph agree.</summary>
[Collection(BuiltOnce.Name)]
public class Counts_and_lists(Built built)
{
    private const int All = 1_000_000;

    [Fact]
    public void Counts_of_the_sample_are_the_lengths_of_their_lists() => CountsHold(built.Sample);

    [Fact]
    public void Counts_of_the_seeds_are_the_lengths_of_their_lists() => CountsHold(built.Seeds);

    [Fact]
    public void Cited_by_is_the_transpose_of_cites_in_the_sample() => TransposeHolds(built.Sample);

    [Fact]
    public void Cited_by_is_the_transpose_of_cites_in_the_seeds() => TransposeHolds(built.Seeds);

    [Fact]
    public void Every_group_count_is_the_total_of_the_list_with_that_filter_added()
    {
        var counted = new List<EdgeGroups>();
        foreach (var work in Works(built.Sample).Where(w => w.CitedBy > 1).Take(30))
        {
            var groups = built.Sample.CitedBy(work.Id, new EdgeQuery { Take = 0 })!.Groups;
            counted.Add(groups);
            foreach (var g in groups.Treatment) Total(new EdgeQuery { Treatments = [g.Value] }).ShouldBe(g.Count);
            foreach (var g in groups.Place) Total(new EdgeQuery { Places = [g.Value] }).ShouldBe(g.Count);
            foreach (var g in groups.Organ) Total(new EdgeQuery { Organs = [g.Value] }).ShouldBe(g.Count);
            foreach (var g in groups.Kind) Total(new EdgeQuery { Kinds = [g.Value] }).ShouldBe(g.Count);
            foreach (var g in groups.Year) Total(new EdgeQuery { From = g.Value + "-01-01", To = g.Value + "-12-31" }).ShouldBe(g.Count);
            foreach (var g in groups.Provision) Total(new EdgeQuery { Provision = g.Value }).ShouldBe(g.Count);
            foreach (var g in groups.Citing) Total(new EdgeQuery { Citing = g.Value }).ShouldBe(g.Count);
            foreach (var g in groups.Cited) Total(new EdgeQuery { Cited = g.Value }).ShouldBe(g.Count);

            int Total(EdgeQuery query) => built.Sample.CitedBy(work.Id, query with { Take = 0 })!.Total;
        }
        foreach (var of in (Func<EdgeGroups, IReadOnlyList<ValueCount>>[])[g =>
            g.Treatment, g => g.Place, g => g.Organ, g => g.Kind, g => g.Year, g => g.Provision, g => g.Citing, g => g.Cited])
            counted.ShouldContain(g => of(g).Count > 0);
    }

    [Fact]
    public void The_history_of_a_work_adds_up_to_its_citations_and_begins_with_the_first()
    {
        foreach (var work in Works(built.Sample).Where(w => w.CitedBy > 0))
        {
            var edges = built.Sample.CitedBy(work.Id, new EdgeQuery { Take = All, NewestFirst = false })!;
            var history = built.Sample.History(work.Id, new EdgeQuery())!;
            history.Total.ShouldBe(edges.Total);
            history.Documents.ShouldBe(edges.Edges.Select(e => e.Source.Id).Distinct().Count());
            history.Years.Sum(y => y.Edges).ShouldBe(edges.Edges.Count(e => e.Date is not null));
            history.Years.Select(y => (y.Year, y.Documents)).ShouldBe(
                edges.Edges.Where(e => e.Date is not null)
                    .GroupBy(e => int.Parse(e.Date!.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture), e => e.Source.Id)
                    .Select(y => (y.Key, y.Distinct().Count())).Order());
            var dated = edges.Edges.Where(e => e.Date is not null).ToList();
            (history.First?.Number).ShouldBe(dated.FirstOrDefault()?.Number);
            (history.Latest?.Date).ShouldBe(dated.Max(e => e.Date));
        }
    }

    [Fact]
    public void What_the_clauses_of_a_document_cite_is_what_it_cites()
    {
        foreach (var document in built.Sample.Documents(new() { Take = All }).Page)
        {
            var cites = built.Sample.Cites(document.Id, new EdgeQuery { Take = All })!;
            var clauses = built.Sample.Clauses(document.Id).Select(c => c.Id[(document.Id.Length + 1)..]);
            clauses.Sum(c => built.Sample.Cites(document.Id, new EdgeQuery { Clause = c, Take = 0 })!.Total).ShouldBe(cites.Total);
            foreach (var g in cites.Groups.Cited)
                built.Sample.Cites(document.Id, new EdgeQuery { Cited = g.Value, Take = 0 })!.Total.ShouldBe(g.Count);
        }
    }

    [Fact]
    public void The_count_at_a_paragraph_is_the_total_of_what_cites_it()
    {
        var counted = 0;
        foreach (var document in built.Sample.Documents(new() { Take = All }).Page)
            foreach (var clause in built.Sample.Clauses(document.Id).Where(c => c.CitedBy > 0))
            {
                counted++;
                var cited = clause.CitedAs.ShouldNotBeNull(clause.Id);
                built.Sample.CitedBy(cited.Work, new EdgeQuery
                {
                    Provision = cited.Pinpoint,
                    Parts = false,
                    Take = 0
                })!.Total.ShouldBe(clause.CitedBy, clause.Id);
            }
        counted.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Influence_is_shared_out_whole_and_orders_works()
    {
        var works = built.Sample.Works(new() { Sort = "influence", Take = All }).Page;
        works.Sum(w => w.Influence).ShouldBe(1, 1e-6);
        works.Select(w => w.Influence).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void The_citing_clauses_of_a_work_are_the_clauses_that_search_finds_by_it()
    {
        foreach (var work in Works(built.Sample).Where(w => w.CitedBy > 0).Take(50))
        {
            var graph = built.Sample.CitedBy(work.Id, new EdgeQuery { Take = All })!.Edges
                .Where(e => !e.Clause.EndsWith("/front", StringComparison.Ordinal) && !e.Clause.Contains("/front.")
                    && !e.Clause.Contains("/back"))
                .Select(e => e.Clause).Distinct().Order().ToList();
            var text = built.Sample.Search(new SearchRequest { Cites = work.Id, Take = All }).Hits.Select(h => h.Id).Order().ToList();
            text.ShouldBe(graph, work.Id);
        }
    }

    private static void CountsHold(ResolutionCatalog catalog)
    {
        var works = Works(catalog);
        works.Count.ShouldBe(catalog.Counts.Works);
        var documents = catalog.Documents(new() { Take = All }).Page;
        documents.Count.ShouldBe(catalog.Counts.Documents);
        documents.Sum(d => d.Clauses).ShouldBe(catalog.Counts.Clauses);
        foreach (var document in documents) catalog.Clauses(document.Id).Count.ShouldBe(document.Clauses);
        works.Sum(w => w.CitedByItself).ShouldBe(catalog.Counts.Edges);
        foreach (var work in works.Where(w => w.CitedBy > 0 || w.Cites > 0))
        {
            var itself = catalog.CitedBy(work.Id, new EdgeQuery { Parts = false, Take = All })!;
            itself.Total.ShouldBe(work.CitedByItself);
            itself.Edges.Count.ShouldBe(work.CitedByItself);
            itself.Groups.Treatment.Sum(g => g.Count).ShouldBe(work.CitedByItself);
            var citedBy = catalog.CitedBy(work.Id, new EdgeQuery { Take = All })!;
            citedBy.Total.ShouldBe(work.CitedBy);
            citedBy.Edges.Count.ShouldBe(work.CitedBy);
            var cites = catalog.Cites(work.Id, new EdgeQuery { Take = All })!;
            cites.Total.ShouldBe(work.Cites ?? 0);
            cites.Edges.Count.ShouldBe(work.Cites ?? 0);
        }
    }

    private static void TransposeHolds(ResolutionCatalog catalog)
    {
        var works = Works(catalog);
        var incoming = works.Where(w => w.CitedBy > 0)
            .SelectMany(w => catalog.CitedBy(w.Id, new EdgeQuery { Parts = false, Take = All })!.Edges).Select(Key).Order().ToList();
        var outgoing = works.Where(w => w.Cites > 0)
            .SelectMany(w => catalog.Cites(w.Id, new EdgeQuery { Parts = false, Take = All })!.Edges).Select(Key).Order().ToList();
        incoming.ShouldBe(outgoing);

        static string Key(EdgeDetails e) => $"{e.Source.Id} {e.Work.Id} {e.Clause} {e.Treatment} {e.Pinpoint}";
    }

    private static IReadOnlyList<WorkSummary> Works(ResolutionCatalog catalog) => catalog.Works(new() { Take = All }).Page;
}
