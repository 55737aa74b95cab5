using System.Collections.Immutable;
using Search.Citations;
using Search.Citations.Facts;
using Search.Citations.Identity;

namespace Search.Catalog.Building.Parses;

/// <summary>What the text of a document says that is asked of a whole corpus, read once and kept: the builds that follow need
/// not read the text again for it.</summary>
/// <param name="Stems">Its words, as their rarity is counted.</param>
/// <param name="Statements">What it says about works, under the identity that it prints and with its links as they are stored.</param>
internal sealed record DocumentClues(string Stems, ImmutableArray<FactStatement> Statements)
{
    /// <summary>The clues of a document.</summary>
    public static DocumentClues Of(LinkedDocument document)
    {
        var entry = new CorpusEntry(document.Resolution, document.Citations, document.Symbol);
        return new(IdentityFinder.StemsOf(entry), LearnedFacts.StatementsOf(entry, new(document.Symbol
            ?? document.Resolution.Source.Name)));
    }

    /// <summary>Reads clues.</summary>
    public static DocumentClues Read(StoreReader from) => new(
        from.Required(),
        from.List(() => new FactStatement(new WorkId(from.Required()), from.Text(), from.Text(), (TitleSource)from.Number())));

    /// <summary>Writes clues.</summary>
    public void Write(StoreWriter to)
    {
        to.Text(Stems);
        to.List(Statements, statement =>
        {
            to.Text(statement.Work.Value);
            to.Text(statement.Date);
            to.Text(statement.Title);
            to.Number((int)statement.Source);
        });
    }
}
