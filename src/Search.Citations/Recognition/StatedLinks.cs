using Search.Resolutions;
using Search.Resolutions.Text;

namespace Search.Citations.Recognition;

/// <summary>
/// Brings the links that a file states to what its words cite: a mention learns where its words are linked
/// to, and where the words alone cite nothing ("the rules of the harbour", linked to a resolution) the link becomes a mention.
/// </summary>
internal static class StatedLinks
{
    /// <summary>Adds the links of a source that lie in a text: to the mention whose words they overlap, else as mentions.</summary>
    /// <param name="recognized">The text with what its words cite.</param>
    /// <param name="text">The same text with its places in the source.</param>
    /// <param name="source">The source.</param>
    public static void Add(RecognizedText recognized, MappedText text, SourceText source)
    {
        if (source.Links.IsDefaultOrEmpty || text.Length == 0) return;
        var (low, high) = (0, source.Links.Length);
        var first = text.ToSource(0);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (source.Links[middle].Span.Start < first) low = middle + 1;
            else high = middle;
        }
        List<SymbolMention>? found = null;
        for (var i = low; i < source.Links.Length && source.Links[i].Span.Start < text.SourceEnd; i++)
        {
            var link = source.Links[i];
            var span = new TextSpan(IndexOf(text, link.Span.Start), IndexOf(text, link.Span.End));
            if (span.IsEmpty || IsCited(recognized, span, link.Symbol) || found is [.., var last] && last.Span.Overlaps(span)) continue;
            (found ??= []).Add(new SymbolMention { Span = span, Symbol = link.Symbol, IsStated = true });
        }
        if (found is null) return;
        // stable: members of a range share their words
        Mention[] merged = [.. recognized.Mentions.Concat(found).OrderBy(static m => m.Span)];
        recognized.Mentions.Clear();
        recognized.Mentions.AddRange(merged);
    }

    /// <summary>Whether the words of a link cite something by themselves; the act or symbol that they print
    /// then learns of the link.</summary>
    private static bool IsCited(RecognizedText recognized, TextSpan span, DocumentSymbol symbol)
    {
        var next = recognized.IndexFrom(span.Start);
        if (next > 0 && recognized.Mentions[next - 1].Span.Overlaps(span)) next--;
        var end = next;
        while (end < recognized.Mentions.Count && recognized.Mentions[end].Span.Overlaps(span)) end++;
        for (var i = next; i < end; i++)
            if (IsLinked(recognized.Mentions[i], symbol, isAlone: end == next + 1)) recognized.Mentions[i].Linked = symbol;
        return end > next;
    }

    /// <summary>
    /// Whether a link leads to what a mention in its words cites. Members of a range share their words, and the link is of one of them;
    /// words with one number are linked to that number or to a wrong one.
    /// </summary>
    private static bool IsLinked(Mention mention, DocumentSymbol symbol, bool isAlone)
    {
        if (mention is SymbolMention) return true;
        return mention is ActMention act && symbol.Act is { } linked && (isAlone || linked.Number == act.Number);
    }

    /// <summary>The first place of a text at or after an offset of the source.</summary>
    private static int IndexOf(MappedText text, int offset)
    {
        var (low, high) = (0, text.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (text.ToSource(middle) < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
