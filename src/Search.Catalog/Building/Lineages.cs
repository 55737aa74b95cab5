using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Search.Resolutions;
using Search.Reuse;

namespace Search.Catalog.Building;

/// <summary>What the lineage of a document is found by.</summary>
/// <param name="Order">Its place in time; 0 where it is not known.</param>
/// <param name="Kind">resolution, draft ...</param>
/// <param name="Organ">The adopting organ, or null.</param>
/// <param name="Title">A hash of its title in folded letters; 0 where it has none.</param>
/// <param name="Cited">Numbers of the documents that it cites.</param>
/// <param name="Renewed">Numbers of those that it renews, such as the one that established the mission whose mandate it extends.</param>
internal sealed record DocumentTraits(int Order, DocumentKind Kind, string? Organ, UInt128 Title, NumberSet Cited, NumberSet Renewed)
{
    /// <summary>Those of a number that no document has.</summary>
    public static readonly DocumentTraits None = new(0, default, null, 0, new([]), new([]));

    /// <summary>What <see cref="Title"/> is of a title. A cryptographic hash: it must be infeasible to construct two titles that count as
    /// the same.</summary>
    public static UInt128 HashOf(string title)
    {
        if (title.Length == 0) return 0;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(title.AsSpan()), hash);
        return MemoryMarshal.Read<UInt128>(hash);
    }
}

/// <summary>A few numbers, each once, in as little memory as they take.</summary>
internal readonly struct NumberSet(IEnumerable<int> numbers)
{
    private readonly int[] _numbers = [.. numbers.Distinct()];

    /// <summary>The numbers in the order in which they were given.</summary>
    public IReadOnlyList<int> All => _numbers;

    /// <summary>Whether a number is among them.</summary>
    public bool Contains(int number) => _numbers.AsSpan().Contains(number);

    /// <summary>Whether a number is in both.</summary>
    public bool Overlaps(NumberSet other) => _numbers.AsSpan().ContainsAny(other._numbers);
}

/// <summary>That a document took its words from another one.</summary>
/// <param name="Document">Number of the later document.</param>
/// <param name="Source">Number of the earlier document.</param>
/// <param name="Kind">follows: the one before it in a series; draft: what became of a draft.</param>
/// <param name="Shared">Words of the later document that are from the earlier one.</param>
/// <param name="Words">Words of the later document.</param>
internal readonly record struct LineageRow(int Document, int Source, string Kind, int Shared, int Words);

/// <summary>
/// Finds the predecessor and the drafts of every document. The predecessor is of one organ and kind; it has the same title
/// or is cited, or, where there is no title, both cite a document in common; and the two share enough words, of which formulas do not
/// count. Of several the latest is taken that is cited or shares nearly as much as any. Of renewals of one mandate it is the latest one,
/// also where its words are mostly others.
/// </summary>
internal sealed class Lineages(ReuseIndex index, IReadOnlyList<DocumentTraits> documents)
{
    /// <summary>The share of its words that a document has from a predecessor that it cites.</summary>
    private const double LeastOfCited = 0.15;

    /// <summary>The same of one that has the same title.</summary>
    private const double LeastOfSameTitle = 0.1;

    /// <summary>The same where the document has no title and does not cite it, but both cite a document in common:
    /// the mandate that both extend.</summary>
    private const double LeastOfUntitled = 0.5;

    /// <summary>The same of one that it renews.</summary>
    private const double LeastOfRenewed = 0.05;

    /// <summary>The same of one that renews what it renews: the mandate is one, whatever is said of it.</summary>
    private const double LeastOfMandate = 0.03;

    /// <summary>Nearly as much as any: a later document that shares this part of what the best one shares is
    /// rather the predecessor.</summary>
    private const double NearlyBest = 0.6;

    /// <summary>The share of a document's words that is in its draft.</summary>
    private const double LeastOfDraft = 0.5;

    /// <summary>Places in time that may be between a draft and its adoption: a session and its resumption.</summary>
    private const int LongestDeliberation = DocumentOrder.Year + 100;

    /// <summary>Passages with the words of one clause that are looked at, the latest of each wording.</summary>
    private const int MostPassages = 400;

    /// <summary>Documents after which the memory of what was read of the index is given back.</summary>
    internal const int DocumentsPerRelease = 4096;

    /// <summary>Passages of which only the first one's document is in memory, as a power of two.</summary>
    private const int StepBits = 6;

    private readonly int[] _documents = DocumentsOf(index);

    /// <summary>All rows, by document.</summary>
    public IReadOnlyList<LineageRow> All()
    {
        var rows = new List<LineageRow>();
        for (var d = 0; d < documents.Count; d++)
        {
            if (documents[d].Order > 0) AddRows(d, rows);
            if (d % DocumentsPerRelease == 0) index.Release();
        }
        return rows;
    }

    /// <summary>The document of the first passage of each step.</summary>
    private static int[] DocumentsOf(ReuseIndex index)
    {
        var documents = new int[(index.PassageCount >> StepBits) + 1];
        var step = 0;
        for (var document = 0; document < index.DocumentCount; document++)
            for (; step << StepBits < index.Passages(document).End; step++) documents[step] = document;
        return documents;
    }

    private int DocumentOf(int passage)
    {
        var document = _documents[passage >> StepBits];
        while (index.Passages(document).End <= passage) document++;
        return document;
    }

    private void AddRows(int document, List<LineageRow> rows)
    {
        var self = documents[document];
        var (shares, words) = Shares(document);
        if (words == 0) return;
        if (Predecessor(self, shares, words) is { } predecessor)
            rows.Add(new(document + 1, predecessor + 1, "follows", (int)shares.GetValueOrDefault(predecessor), words));
        var drafts = shares.Where(s => documents[s.Key].Kind == DocumentKind.Draft && s.Value >= words * LeastOfDraft
            && self.Order - documents[s.Key].Order <= LongestDeliberation);
        foreach (var (draft, shared) in drafts.OrderBy(s => documents[s.Key].Order)
            .ThenBy(s => s.Key)) rows.Add(new(document + 1, draft + 1, "draft", (int)shared, words));
    }

    private int? Predecessor(DocumentTraits self, Dictionary<int, double> shares, int words)
    {
        // a draft of this year follows the resolution of the last
        var kind = self.Kind == DocumentKind.Draft ? DocumentKind.Resolution : self.Kind;
        var candidates = new List<(int Source, double Share, bool Cited, bool SameTitle, bool SameMandate)>();
        foreach (var source in shares.Keys.Union(self.Cited.All.Select(c => c - 1)))
        {
            var other = documents[source];
            var isEarlier = other.Order != 0 && other.Order < self.Order;
            if (!isEarlier || other.Kind != kind || (other.Organ != self.Organ && self.Kind != DocumentKind.Draft)) continue;
            var (sameTitle, cited) = (self.Title != 0 && self.Title == other.Title, self.Cited.Contains(source + 1));
            // Texts on other matters can share most of their words (two admissions of members): what both cite shows that they are on one.
            var untitled = self.Title == 0 && self.Cited.Overlaps(other.Cited);
            var (renewed, beside) = (self.Renewed.Contains(source + 1), self.Renewed.Overlaps(other.Renewed));
            var sameMandate = renewed || beside;
            if (!sameTitle && !cited && !untitled && !sameMandate) continue;
            var least = cited && sameTitle ? 0
                : beside ? LeastOfMandate
                : renewed ? LeastOfRenewed
                : cited ? LeastOfCited
                : sameTitle ? LeastOfSameTitle
                : LeastOfUntitled;
            var share = shares.GetValueOrDefault(source) / words;
            if (share >= least) candidates.Add((source, share, cited, sameTitle, sameMandate));
        }
        if (candidates.Exists(c => c.SameTitle)) candidates.RemoveAll(c => !c.SameTitle);
        else if (candidates.Exists(c => c.SameMandate)) candidates.RemoveAll(c => !c.SameMandate);
        if (candidates.Count == 0) return null;
        var most = candidates.Max(c => c.Share);
        return candidates.Where(c => c.Share >= most * NearlyBest || (c.Cited && c.SameTitle) || (c.SameMandate && !c.SameTitle))
            .MaxBy(c => (documents[c.Source].Order, c.Share)).Source;
    }

    /// <summary>How many words of a document each earlier one has, formulas left out.</summary>
    private (Dictionary<int, double> Shares, int Words) Shares(int document)
    {
        var shares = new Dictionary<int, double>();
        var best = new Dictionary<int, int>();
        var words = 0;
        var (first, end) = index.Passages(document);
        for (var passage = first; passage < end; passage++)
        {
            var wording = index.Wording(passage);
            if (index.Length(wording) == 0 || index.Kind(wording).HasFlag(WordingKind.Formula)) continue;
            words += index.Length(wording);
            best.Clear();
            var left = MostPassages;
            foreach (var (version, percent) in index.Similar(wording).Prepend(new(wording, 100)))
                foreach (var other in index.LatestPassagesOf(version))
                {
                    if (left-- <= 0) break;
                    var source = DocumentOf(other);
                    if (documents[source].Order is > 0 and var order && order < documents[document].Order) best.TryAdd(source, percent);
                }
            foreach (var (source,
                percent) in best) shares[source] = shares.GetValueOrDefault(source) + (index.Length(wording) * percent / 100.0);
        }
        return (shares, words);
    }
}
