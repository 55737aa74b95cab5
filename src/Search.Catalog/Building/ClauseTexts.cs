using System.Collections.Immutable;
using Search.Resolutions;

namespace Search.Catalog.Building;

/// <summary>A clause in one language, as it is searched.</summary>
/// <param name="Language">The code of its language.</param>
/// <param name="Text">Its text.</param>
/// <param name="Notes">The notes that it has.</param>
/// <param name="Head">The verb that governs it, or null.</param>
/// <param name="Title">The title of its document, or null.</param>
/// <param name="TitleLanguage">The code of the title's language.</param>
internal sealed record ClauseText(string Language, string Text, IReadOnlyList<string> Notes, string? Head, string? Title,
    string TitleLanguage);

/// <summary>Brings the texts of each clause of a document together: they are one clause, which a search
/// finds in any of its languages.</summary>
internal static class ClauseTexts
{
    /// <summary>Of each clause of the primary text its own text, and after it those of the clauses that translate it.</summary>
    /// <param name="document">The document with its translations.</param>
    /// <param name="title">The title of the primary text.</param>
    /// <param name="slugs">Labels and addresses of the clauses of the primary text.</param>
    public static IReadOnlyList<ClauseText>[] Of(DocumentText document, string? title, ImmutableArray<ClauseSlug> slugs)
    {
        var texts = Array.ConvertAll(Of(document.Linked.Resolution, title), static text => new List<ClauseText> { text });
        foreach (var translation in document.Translations)
        {
            var resolution = translation.Linked.Resolution;
            var aligned = ClauseAlignment.Of(ClauseSlugs.Of(resolution.Clauses, document.Linked.Resolution.Front.Kind), resolution.Clauses,
                slugs);
            var translated = Of(resolution, resolution.Source.Stated.Title ?? resolution.Front.Title);
            for (var i = 0; i < translated.Length; i++)
                if (IsSearched(resolution.Clauses[i].Label)) texts[aligned[i]].Add(translated[i]);
        }
        return texts;
    }

    /// <summary>Whether a clause is found by its words. Front and closing matter are not clauses of law: they are left to
    /// the fields of the document.</summary>
    public static bool IsSearched(ClauseLabel label) => label != ClauseLabel.Front && label != ClauseLabel.Back;

    private static ClauseText[] Of(Resolution resolution, string? title)
    {
        var notes = resolution.Notes.SelectMany(note => note.Anchors.Select(a => (a.Clause, note.Text.Text)))
            .ToLookup(n => n.Clause, n => n.Text);
        var language = resolution.Front.Language;
        return [.. resolution.Clauses.Select((clause, i) => new ClauseText(clause.Language
            ?? language, clause.Text.Text, [.. notes[i]], clause.Head, title, language))];
    }
}
