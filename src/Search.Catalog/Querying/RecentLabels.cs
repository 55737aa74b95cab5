using System.IO.Hashing;
using System.Text;

namespace Search.Catalog.Querying;

/// <summary>The labels read last with the slugs that they give, by the bytes that the tables hold: a million clauses have some
/// thousand labels. Bounded and safe to use as <see cref="RecentRows{T}"/> is.</summary>
internal sealed class RecentLabels
{
    private const int Places = 1 << 13;
    private const int LongestKept = 200;

    private readonly Label?[] _places = new Label?[Places];

    /// <summary>A label and the slug that it gives by itself.</summary>
    public Label Of(ReadOnlySpan<byte> utf8)
    {
        ref var place = ref _places[XxHash3.HashToUInt64(utf8) % Places];
        if (place is { } kept && utf8.SequenceEqual(kept.Bytes)) return kept;
        var text = Encoding.UTF8.GetString(utf8);
        var read = new Label(utf8.ToArray(), text, LabelSlugs.OfLabel(text));
        if (utf8.Length <= LongestKept) place = read;
        return read;
    }

    /// <summary>A label.</summary>
    /// <param name="Bytes">As UTF-8.</param>
    /// <param name="Text">As people read it.</param>
    /// <param name="Slug">As in URLs, where nothing else is stored.</param>
    internal sealed record Label(byte[] Bytes, string Text, string Slug);
}
