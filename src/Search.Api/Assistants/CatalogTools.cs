using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using Search.Catalog;
using Search.Catalog.Parameters;

namespace Search.Api.Assistants;

/// <summary>The tools of an assistant: each answer is small, says how every link was made, and has addresses to quote.</summary>
[McpServerToolType]
internal sealed class CatalogTools(CatalogAccess access, TimeProvider time)
{
    private const int Quoted = 420, LongestText = 100_000, LongestArgument = 2000, Deepest = 5000, Page = 20, LinksShown = 4;

    [McpServerTool(Name = "search_clauses", Title = "Search clauses", ReadOnly = true, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true)]
    [Description("Finds clauses of United Nations resolutions by their words, ranked. The query takes words, \"phrases\", -word, OR, word*, and fields such as organ:SC year:1990..1999 kind:operative treatment:renews cites:\"Palermo Protocol\".")]
    public FoundClauses SearchClauses(
        [Description("The query.")] string query,
        [Description("Most bytes of the answer, 2000 to 20000.")] int size = AnswerSize.Usual,
        [Description("The `next` of the page before.")] string? next = null) => access.Ask(catalog =>
    {
        var skip = Skip(next);
        var found = catalog.Search(new() { Query = Short(query), Skip = skip, Take = Page });
        var page = AnswerSize.Fit(found.Hits.Select(h => new ToolClause(
            h.Document.Canonical, h.Label, h.Date, AnswerSize.Cut(h.Text, Quoted),
            [.. h.CitedWorks.Take(LinksShown).Select(c => new ToolLink(c.Work.Id, c.Pinpoint, c.Treatment, null))], Clause(h.Id))), size);
        return new FoundClauses(found.Total, page, [.. found.Query.Warnings.Select(w => w.Message)], Next(skip, page.Count, found.Total));
    });

    [McpServerTool(Name = "get_clauses", Title = "Read clauses", ReadOnly = true, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true)]
    [Description("Reads a document clause by clause, with what each clause cites and how each link was made; or one clause by its label.")]
    public DocumentClauses GetClauses(
        [Description("The document: its id (a-res-55-25) or a citation of it (General Assembly resolution 55/25).")] string document,
        [Description("Only this clause: its label, such as OP5(b) or PP3.")] string? label = null,
        [Description("Most bytes of the answer, 2000 to 20000.")] int size = AnswerSize.Usual,
        [Description("The `next` of the page before.")] string? next = null) => access.Ask(catalog =>
    {
        var held = Held(catalog, document);
        var details = catalog.Document(held)!;
        var clauses = catalog.Clauses(held).Where(c => label is null || IsLabelled(c, Short(label))).ToList();
        var skip = Skip(next);
        var page = AnswerSize.Fit(clauses.Skip(skip).Select(c => new ToolClause(
            details.Summary.Symbol ?? held, c.Label, details.Summary.Date, AnswerSize.Cut(c.Text, label is null ? Quoted : Quoted * 3),
            [.. c.Citations.Where(l => l.Target is not null).Take(LinksShown)
                .Select(l => new ToolLink((l.Instrument ?? l.Target)!.Id, l.Pinpoint, l.Treatment, l.Evidence))], Clause(c.Id))), size);
        return new DocumentClauses(details.Summary.Symbol
            ?? held, details.Summary.Title, details.Summary.Date, clauses.Count, page, $"{access.Origin}/documents/{held}",
            Next(skip, page.Count, clauses.Count));
    });

    [McpServerTool(Name = "resolve_citation", Title = "Resolve a citation", ReadOnly = true, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true)]
    [Description("The work that a citation as people write it means: a name, a symbol, a number, a Treaty Series reference, with or without a provision. Several works where it is not clear, none with the nearest names where nothing is known by it.")]
    public ResolvedCitation ResolveCitation([Description("The citation: “resolution 55/25, annex II”, “Palermo Protocol”.")]
    string citation) => access.Ask(catalog =>
    {
        var found = catalog.Resolve(Short(citation));
        return new ResolvedCitation(AnswerSize.Fit(found.Works.Select(Work), AnswerSize.Usual), found.Pinpoint,
            AnswerSize.Fit(found.Nearest.Take(3).Select(Work), AnswerSize.Usual));
    });

    [McpServerTool(Name = "who_cites", Title = "Who cites a work", ReadOnly = true, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true)]
    [Description("The clauses that cite a work, the newest first, each with what it does to the work (treatment) and how the link was made; and counts by treatment.")]
    public CitingClauses WhoCites(
        [Description("The work: its id or a citation of it.")] string work,
        [Description("Only this treatment: recalls, reaffirms, urges-ratification, amends, terminates, renews ...")] string? treatment =
        null,
        [Description("Only this provision of the work: article 6, paragraph 4.")] string? pinpoint = null,
        [Description("Most bytes of the answer, 2000 to 20000.")] int size = AnswerSize.Usual,
        [Description("The `next` of the page before.")] string? next = null) => access.Ask(catalog =>
    {
        var id = WorkId(catalog, work);
        var word = treatment is null
            ? null
            : Filters.Treatment.Words!.Find(treatment)
                ?? throw new McpException(
                    $"'{Shown(treatment)}' is no treatment. Treatments: {string.Join(", ", ResolutionCatalog.TreatmentWords)}.");
        var skip = Skip(next);
        var found = catalog.CitedBy(id, new()
        {
            Treatments = word is null ? [] : [word],
            Provision = pinpoint is null ? null : Short(pinpoint),
            Skip = skip,
            Take = Page
        })!;
        var page = AnswerSize.Fit(found.Edges.Select(Citation), size - (30 * found.Groups.Treatment.Count));
        return new CitingClauses(Work(catalog.Work(id)!.Summary), found.Total,
            found.Groups.Treatment.ToDictionary(t => t.Value, t => t.Count), page, Next(skip, page.Count, found.Total));
    });

    [McpServerTool(Name = "find_path", Title = "Find a chain of citations", ReadOnly = true, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true)]
    [Description("The shortest chains of citations from one work to another, each step with a clause that makes it.")]
    public FoundPaths FindPath(
        [Description("The citing end: an id or a citation.")] string source,
        [Description("The cited end: an id or a citation.")] string target,
        [Description("Most bytes of the answer, 2000 to 20000.")] int size = AnswerSize.Usual) => access.Ask(catalog =>
    {
        var found = catalog.Paths(WorkId(catalog, source), WorkId(catalog, target), new() { Max = 3 })!;
        return new FoundPaths(
            AnswerSize.Fit(found.Paths.Select(p =>
                new ToolPath([.. p.Hops.Select(h => Citation(h.Edges[0]) is var step
                    ? step with { Quote = AnswerSize.Cut(step.Quote, Quoted / 3) }
                    : step)])), size), found.Complete);
    });

    [McpServerTool(Name = "check_text", Title = "Check a text", ReadOnly = true, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true)]
    [Description("Checks what a draft says about the works that it cites: impossible numbers, dates, titles, quotations, paragraphs, abbreviations, notes, and later texts. It says what was not checked.")]
    public CheckedText CheckText(
        [Description("The text, at most 100,000 characters.")] string text,
        [Description("Most bytes of the answer, 2000 to 20000.")] int size = AnswerSize.Usual,
        [Description("The `next` of the page before.")] string? next = null) => access.Ask(catalog =>
    {
        if (text.Length > LongestText) throw new McpException($"The text may have at most {LongestText} characters.");
        var draft = catalog.Checking.Check(text, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var skip = Skip(next);
        var left = draft.NotChecked.Select(u => string.Create(CultureInfo.InvariantCulture, $"{u.Message} ({u.Count})")).ToList();
        var page = AnswerSize.Fit(draft.Findings.Skip(skip).Select(f => new ToolFinding(
            f.Kind, f.Severity, AnswerSize.Cut(f.Text, Quoted / 3), f.Start, AnswerSize.Cut(f.Message, Quoted), f.Evidence,
            f.Source is { } source ? Clause(source.Clause) : f.Work is { } known ? $"{access.Origin}/works/{known.Id}" : null)),
            size - left.Sum(u => u.Length + 4));
        return new CheckedText(draft.Citations.Count, draft.Findings.Count, page, left, Next(skip, page.Count, draft.Findings.Count));
    });

    [McpServerTool(Name = "clause_history", Title = "History of a clause", ReadOnly = true, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true)]
    [Description("Where the words of a clause come from and what became of them: its first use, its nearest earlier use and whether the document cites it, and every version through time with the words that changed and whether the verb became stronger or weaker.")]
    public ClauseVersionsOverTime ClauseHistory(
        [Description("The document: its id (a-res-55-25) or a citation of it (General Assembly resolution 55/25).")] string document,
        [Description("The clause's label, such as OP5(b) or PP3.")] string label,
        [Description("Most bytes of the answer, 2000 to 20000.")] int size = AnswerSize.Usual,
        [Description("The `next` of the page before.")] string? next = null) => access.Ask(catalog =>
    {
        if (!catalog.HasReuse)
            throw new McpException(
                "This snapshot was built before the words of clauses were compared. Build it again with this version of the program.");
        var held = Held(catalog, document);
        var clause = catalog.Clauses(held).FirstOrDefault(c => IsLabelled(c, Short(label)))
            ?? throw new McpException(
                $"'{Shown(document)}' has no clause '{Shown(label)}'. Labels are written like OP5(b) or PP3; get_clauses lists them.");
        var skip = Skip(next);
        var found = catalog.Versions(held, clause.Id[(held.Length + 1)..], skip, Page)!;
        var history = found.History;
        var whole = new ClauseVersionsOverTime
        {
            Document = catalog.Document(held)!.Summary.Symbol ?? held,
            Clause = clause.Label,
            Kind = history.Kind,
            Documents = history.Documents,
            SameWords = history.SameWords,
            First = Use(history.First),
            Source = Use(history.Source),
            Silent = history.Silent,
            Total = found.Total,
            Versions = [],
            Address = $"{access.Origin}/history/{clause.Id}",
            Next = Next(skip, 1, found.Total),
        };
        var page = AnswerSize.Fit(found.Versions.Select(v => new ToolVersion(
            Use(v.Use)!, v.Use.When, AnswerSize.Cut(ChangedText.Marked(v.Changes), Quoted),
            v.Verb is { } verb ? $"{verb.From} -> {verb.To}, {verb.Change}" : null)), size, beside: whole);
        return whole with { Versions = page, Next = Next(skip, page.Count, found.Total) };
    });

    private static string Short(string text) =>
        text.Length <= LongestArgument ? text : throw new McpException($"An argument may have at most {LongestArgument} characters.");

    private static string Shown(string text) => AnswerSize.Cut(text, 80);

    private static int Skip(string? next) =>
        string.IsNullOrEmpty(next) ? 0
            : int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var skip) && skip <= Deepest ? skip
            : throw new McpException("Use the `next` of the page before unchanged.");

    private static string? Next(int skip, int shown, long total) =>
        shown > 0 && skip + shown < Math.Min(total, Deepest) ? (skip + shown).ToString(CultureInfo.InvariantCulture) : null;

    private static string WorkId(ResolutionCatalog catalog, string asked)
    {
        if (catalog.Work(Short(asked)) is not null) return asked;
        var found = catalog.Resolve(asked);
        return found.Works.Count == 1 ? found.Works[0].Id : throw new McpException(found.Works.Count > 1
            ? $"'{Shown(asked)}' can mean {string.Join(", ", found.Works.Take(5).Select(w => w.Id))}."
            : $"Nothing is known as '{Shown(asked)}'. Nearest: {string.Join(", ", found.Nearest.Take(5).Select(w => w.Id).DefaultIfEmpty("nothing"))}.");
    }

    private static string Held(ResolutionCatalog catalog, string document)
    {
        var id = WorkId(catalog, document);
        return catalog.Document(id) is not null
            ? id
            : catalog.Work(id)?.Document ?? throw new McpException($"The text of '{Shown(document)}' is not here.");
    }

    private static bool IsLabelled(ClauseDetails clause, string label) =>
        clause.Label.Equals(label.Trim(), StringComparison.OrdinalIgnoreCase)
            || clause.Id.EndsWith("/" + label.Trim().ToLowerInvariant(), StringComparison.Ordinal);

    private ToolUse? Use(ClauseUse? use) =>
        use is null ? null : new(use.Symbol ?? use.Document, use.Label, use.Date, use.Overlap, use.Cited, Clause(use.Id));

    private string Clause(string id) =>
        id.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
            ? $"{access.Origin}/documents/{id[..slash]}#{id[(slash + 1)..]}"
            : $"{access.Origin}/documents/{id}";

    private ToolWork Work(WorkSummary work) =>
        new(work.Id, AnswerSize.Cut(work.Title, 200), work.Kind, work.Date, work.CitedBy, work.InCorpus,
            $"{access.Origin}/works/{work.Id}");

    private ToolCitation Citation(EdgeDetails edge) => new()
    {
        Document = edge.Document.Canonical,
        Clause = edge.Label,
        Date = edge.Date,
        Treatment = edge.Treatment,
        Work = edge.Work.Id,
        Pinpoint = edge.Pinpoint,
        Quote = AnswerSize.Cut(edge.Quote, Quoted),
        Evidence = edge.Evidence,
        Address = Clause(edge.Clause),
    };
}
