using System.Collections.Immutable;
using Search.Catalog.Querying;
using Search.Citations;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Building;

/// <summary>
/// Writes the texts of documents in further languages. They are read, cited by their clauses' addresses and shown with
/// their citations, but their citations make no edges: those of the primary text count. A work that only a translation cites is reported.
/// </summary>
internal sealed class TranslationRows(DatabaseWriter db, WorkTable works, Dictionary<int, ImmutableArray<WorkRow>> wholes)
{
    /// <summary>The code of the diagnostic that only a translation cites a work.</summary>
    private const string OnlyHere = "cited-only-in-translation";

    private readonly TextRows _rows = new(db, TextTables.OfExpressions, db.Last(TextTables.OfExpressions.Prefix + "clause_rows"));

    /// <summary>The number of the translation written last.</summary>
    public int Last { get; private set; } = db.Last("expressions");

    /// <summary>Lets go of what is only needed to write more clauses.</summary>
    public void Forget() => _rows.Forget();

    /// <summary>Writes the translations of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="number">Its number.</param>
    /// <param name="work">Its work.</param>
    /// <param name="slugs">Labels and addresses of the clauses of its primary text.</param>
    /// <param name="firstClause">The number of the first of them.</param>
    /// <param name="edges">What its primary text cites.</param>
    public void Write(DocumentText document, int number, WorkRow work, ImmutableArray<ClauseSlug> slugs, int firstClause,
        IReadOnlyList<ClauseEdge> edges)
    {
        if (document.Translations.IsEmpty) return;
        var cited = edges.SelectMany(e => Family(works.Get(e.Work))).ToHashSet();
        foreach (var translation in document.Translations)
        {
            var (resolution, expression) = (translation.Linked.Resolution, ++Last);
            var front = resolution.Front;
            var own = ClauseSlugs.Of(resolution.Clauses, document.Linked.Resolution.Front.Kind);
            var aligned = ClauseAlignment.Of(own, resolution.Clauses, slugs);
            var (first, firstCitation) = (_rows.Clauses + 1, _rows.Citations + 1);
            _rows.Write(expression, translation.Linked, own, i => firstClause + aligned[i], id => id == WorkId.Self
                ? work
                : works.Find(id));
            db.Insert("expressions", expression, number, front.Language, resolution.Source.Stated.Title
                ?? front.Title, translation.Document.IdentifiedBy.Word(), translation.Document.Evidence, front.Session, front.Meeting,
                front.AgendaItem, front.Sponsors, front.CommitteeReport, front.Vote, translation.Document.File,
                translation.Document.Hash,
                translation.Linked.SourceEdits,
                first, _rows.Clauses, firstCitation, _rows.Citations);
            foreach (var edge in EdgeList.Of(resolution, translation.Linked.Citations, document.Document.Id).DistinctBy(e => e.Work))
            {
                if (works.Find(edge.Work) is { } row && Family(row).Any(w => w == work || cited.Contains(w))) continue;
                var said = $"Only the {Name(translation.Document)} text cites {edge.Work}, in {own[edge.Clause].Label}; no citation of it was found in the {Name(document.Document)} text, which counts.";
                _rows.Diagnose(expression, new(OnlyHere, said, translation.Linked.Citations[edge.Citation].Span));
            }
        }
    }

    private static string Name(CorpusDocument text) => Language.Find(text.Language)?.Name ?? "other";

    /// <summary>A work and what it is part of.</summary>
    private ImmutableArray<WorkRow> Family(WorkRow work) => wholes.TryGetValue(work.Number, out var rows) ? rows : [work];
}

/// <summary>Which clause of the primary text a clause of a translation is.</summary>
internal static class ClauseAlignment
{
    /// <summary>Of each clause of the translation the index of the primary text's clause with its address; where there is none that of its
    /// parent, or of the clause before it.</summary>
    public static ImmutableArray<int> Of(ImmutableArray<ClauseSlug> translation, ImmutableArray<Clause> clauses,
        ImmutableArray<ClauseSlug> primary)
    {
        var byAddress = new Dictionary<string, int>();
        foreach (var (i, slug) in primary.Index()) byAddress.TryAdd(slug.Slug, i);
        var byLabel = new Dictionary<string, int>();
        foreach (var (i, slug) in primary.Index()) byLabel.TryAdd(slug.Label, i);
        var aligned = ImmutableArray.CreateBuilder<int>(translation.Length);
        foreach (var (i, slug) in translation.Index())
            aligned.Add(byAddress.TryGetValue(slug.Slug, out var same) ? same
                : clauses[i].Parent is { } parent && byLabel.TryGetValue(parent.ToString(), out var above) ? above
                : i == 0 ? 0 : aligned[i - 1]);
        return aligned.MoveToImmutable();
    }
}
