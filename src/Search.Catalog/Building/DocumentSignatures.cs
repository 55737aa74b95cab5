using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Search.Citations;

namespace Search.Catalog.Building;

/// <summary>
/// A hash of all that the rows of a document and its entries in the full-text index are written from: where two builds give a document one
/// signature, they write the same of it, but for the numbers of rows, how often it is cited and when its words were first used.
/// </summary>
/// <param name="corpus">The documents.</param>
/// <param name="works">All works.</param>
/// <param name="wholes">Of a work the works that it is part of, by number.</param>
/// <param name="within">The works that a document prints within its own text, by its number.</param>
internal sealed class DocumentSignatures(
    Corpus corpus, WorkTable works, Dictionary<int, ImmutableArray<WorkRow>> wholes, ILookup<int, WorkRow> within)
{
    private const char Separator = '\u001F';

    private readonly StringBuilder _said = new();

    /// <summary>The signature of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="work">Its work.</param>
    /// <param name="title">Its title, or null.</param>
    /// <param name="date">Its day, or null.</param>
    public string Of(CorpusDocument document, WorkRow work, string? title, string? date)
    {
        _said.Clear();
        Say(work.Slug, title, date);
        foreach (var part in within[document.Number]) Say(part.Slug, part.Place);
        SayText(document);
        foreach (var linked in corpus.Cited(document).Where(l => l.Target != WorkId.Self))
        {
            SayWork(works.Find(linked.Target));
            SayWork(works.Find(linked.Node));
        }
        foreach (var translation in document.Translations)
        {
            SayText(translation);
            foreach (var linked in corpus.Cited(translation))
            {
                SayWork(works.Find(linked.Target));
                SayWork(works.Find(linked.Node));
            }
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(_said.ToString())).AsSpan(0, 16));
    }

    private void SayText(CorpusDocument document)
    {
        Say(document.File, document.Hash, document.Id.Value, document.Symbol, document.IdentifiedBy, document.Evidence);
        Say(document.Stored.Text.Key, document.Stored.Text.Start, document.Stored.Text.Crc);
        foreach (var name in corpus.NamesIn(document)) Say(name.Work.Value, name.Teacher);
    }

    private void SayWork(WorkRow? work)
    {
        Say(work?.Slug);
        if (work is not null && wholes.TryGetValue(work.Number, out var rows))
            foreach (var whole in rows) Say(whole.Slug);
    }

    private void Say(params ReadOnlySpan<object?> values)
    {
        foreach (var value in values) _said.Append(CultureInfo.InvariantCulture, $"{value}{Separator}");
        _said.Append('\n');
    }
}
