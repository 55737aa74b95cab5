using Search.Resolutions;
using Search.Resolutions.Text;

namespace Search.Citations.Tests;

/// <summary>Documents made of clauses in which [ ] surround what is cited.</summary>
internal static class MarkedClauses
{
    /// <summary>A document of clauses, each with its label and the label of its parent, and where each mention is.</summary>
    public static (Resolution Resolution, List<TextSpan> Mentions) Document(params (string Label, string? Parent, string Marked)[] clauses)
    {
        var spans = new List<TextSpan>();
        var made = new List<Clause>();
        foreach (var (label, parent, marked) in clauses)
        {
            var open = marked.IndexOf('[', StringComparison.Ordinal);
            var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
            spans.Add(open < 0 ? default : new TextSpan(open, marked.IndexOf(']', StringComparison.Ordinal) - 1));
            made.Add(new Clause
            {
                Label = ClauseLabel.Parse(label, null),
                Kind = ClauseKind.Operative,
                Text = MappedText.Identity(text),
                Span = new TextSpan(0, text.Length),
                Parent = parent is null ? null : ClauseLabel.Parse(parent, null),
            });
        }
        return (new Resolution
        {
            Source = new SourceText { Name = "test", Text = "" },
            Front = new FrontMatter(),
            Clauses = [.. made]
        }, spans);
    }
}
