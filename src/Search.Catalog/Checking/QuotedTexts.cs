using Search.Catalog.Querying;

namespace Search.Catalog.Checking;

/// <summary>Looks quoted words up in the texts of a snapshot; each document is read once for all quotations of a check.</summary>
internal sealed class QuotedTexts(Database db, DocumentQueries documents)
{
    /// <summary>The most clauses of all documents together that one check reads.</summary>
    private const int MostClauses = 40_000;

    /// <summary>The part of a quotation's words that a clause must have to be shown as the nearest.</summary>
    private const double Near = 0.6;

    /// <summary>The most words of all provisions together that one check compares.</summary>
    private const int MostWords = 10_000_000;

    private readonly Dictionary<int, List<TextClause>> _texts = [];
    private int _read;
    private int _compared;

    /// <summary>Whether so much was compared that no more quotations are looked up.</summary>
    public bool IsSpent => _compared >= MostWords;

    /// <summary>The clauses of a document, or null once enough was read.</summary>
    public List<TextClause>? Of(int document)
    {
        if (_texts.TryGetValue(document, out var text)) return text;
        if (_read >= MostClauses) return null;
        text = db.Rows(
            $"SELECT c.slug, c.label, c.text, c.kind FROM documents d JOIN clauses c ON {db.IsOf("clause", "c", "d")} WHERE d.number = $1 ORDER BY c.number", r => new TextClause(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3)), document);
        _read += text.Count;
        _texts.Add(document, text);
        return text;
    }

    /// <summary>The clauses of a provision as people cite it; null where the document has no such one.</summary>
    public List<TextClause>? Provision(string document, string place, string pinpoint) =>
        documents.Provision(document, place, pinpoint) is { } found
            ? [.. found.Clauses.Select(c =>
                new TextClause(c.Id[(c.Id.IndexOf('/', StringComparison.Ordinal) + 1)..], c.Label, c.Text, c.Kind))]
            : null;

    /// <summary>Where the quoted words begin, or -1: every piece of the quotation in order.</summary>
    public int Find(List<TextClause> text, List<List<string>> pieces)
    {
        var (words, clauses) = Flat(text);
        _compared += words.Count;
        int? first = null;
        var from = 0;
        foreach (var piece in pieces)
        {
            var at = IndexOf(words, piece, from);
            if (at < 0) return -1;
            first ??= at;
            from = at + piece.Count;
        }
        return first is { } found ? clauses[found] : -1;
    }

    /// <summary>The clause that shares most words with a quotation; null where none shares enough.</summary>
    public static TextClause? Nearest(List<TextClause> text, List<List<string>> pieces)
    {
        var asked = pieces.SelectMany(p => p).ToHashSet();
        if (asked.Count == 0) return null;
        var (best, most) = ((TextClause?)null, Near * asked.Count);
        foreach (var clause in text)
        {
            var shared = FoldedWords.Of(clause.Text).Distinct().Count(asked.Contains);
            if (shared > most) (best, most) = (clause, shared);
        }
        return best;
    }

    private static (List<string> Words, List<int> Clauses) Flat(List<TextClause> text)
    {
        var (words, clauses) = (new List<string>(), new List<int>());
        for (var i = 0; i < text.Count; i++)
            foreach (var word in FoldedWords.Of(text[i].Text))
            {
                words.Add(word);
                clauses.Add(i);
            }
        return (words, clauses);
    }

    /// <summary>Knuth, Morris and Pratt: linear also for texts that repeat themselves.</summary>
    private static int IndexOf(List<string> words, List<string> piece, int from)
    {
        var border = new int[piece.Count];
        for (int i = 1, k = 0; i < piece.Count; i++)
        {
            while (k > 0 && piece[i] != piece[k]) k = border[k - 1];
            if (piece[i] == piece[k]) k++;
            border[i] = k;
        }
        for (int i = from, k = 0; i < words.Count; i++)
        {
            while (k > 0 && words[i] != piece[k]) k = border[k - 1];
            if (words[i] == piece[k]) k++;
            if (k == piece.Count) return i - k + 1;
        }
        return -1;
    }
}

/// <summary>A clause of a text that is quoted from.</summary>
/// <param name="Slug">Its label in URLs.</param>
/// <param name="Label">Its label.</param>
/// <param name="Text">Its text.</param>
/// <param name="Kind">preambular, operative, annex or other.</param>
internal sealed record TextClause(string Slug, string Label, string Text, string Kind);
