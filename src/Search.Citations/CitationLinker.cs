using System.Collections.Immutable;
using Search.Citations.Authorities;
using Search.Citations.Linking;
using Search.Resolutions;
using Search.Resolutions.Text;

namespace Search.Citations;

/// <summary>Finds the citations of a document and joins each to what it cites.</summary>
/// <param name="authorities">The works known beforehand.</param>
/// <param name="isHeld">Whether a symbol is that of a document of the corpus, or null: a number that a document bears is
/// believed whatever the tables say.</param>
public sealed class CitationLinker(AuthorityList authorities, Func<string, bool>? isHeld = null)
{
    private readonly Func<string, bool> _isHeld = isHeld ?? (static _ => false);

    /// <summary>The works known beforehand.</summary>
    public AuthorityList Authorities { get; } = authorities;

    /// <summary>All citations of a document, in source order. Linear in its length; safe to call from several threads.</summary>
    public ImmutableArray<Citation> Link(Resolution resolution) => Link(resolution, isTyped: false);

    /// <summary>The citations of a draft or a passage that a person pastes: its numbers are the United
    /// Nations' though no word says so.</summary>
    public ImmutableArray<Citation> LinkPasted(Resolution resolution) => Link(resolution, isTyped: true);

    /// <summary>The citations in a text that belongs to no document: one clause without an enacting organ and without notes.</summary>
    public ImmutableArray<Citation> Extract(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Link(OneClause(text));
    }

    /// <summary>
    /// The citations in a citation as a person types it: "resolution 55/25, annex II". Its numbers are the
    /// United Nations' though no word says so.
    /// </summary>
    public ImmutableArray<Citation> Read(string citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return Link(OneClause(citation), isTyped: true);
    }

    private ImmutableArray<Citation> Link(Resolution resolution, bool isTyped)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        return new DocumentLinker(resolution, Authorities, _isHeld, isTyped).Link();
    }

    /// <summary>A text that belongs to no document, as one clause without an enacting organ and without notes.</summary>
    public static Resolution OneClause(string text) => new()
    {
        Source = new SourceText { Name = "text", Text = text },
        Front = new FrontMatter(),
        Clauses = [new Clause { Label = ClauseLabel.Preambular(1), Kind = ClauseKind.Other, Text = MappedText.Identity(text),
            Span = new(0, text.Length) }],
    };
}
