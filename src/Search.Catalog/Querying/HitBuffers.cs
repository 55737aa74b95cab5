using System.Text;
using Search.FullText.Snippets;

namespace Search.Catalog.Querying;

/// <summary>Room for what is made of one hit, used again for the next. Each thread keeps one while it reads no page.</summary>
internal sealed class HitBuffers
{
    /// <summary>Room that one long text made larger is given up with its page.</summary>
    private const int MostKept = 1 << 16;

    [ThreadStatic]
    private static HitBuffers? t_spare;

    private char[] _id = new char[128];
    private char[] _text = new char[1024];
    private byte[] _bytes = [];

    /// <summary>The marked stretches of the text.</summary>
    public List<HighlightSegment> Segments { get; } = [];

    /// <summary>The same as they are shown.</summary>
    public List<Highlight> Highlights { get; } = [];

    /// <summary>Buffers that nobody else uses until they are returned.</summary>
    public static HitBuffers Rent()
    {
        var rented = t_spare ?? new();
        t_spare = null;
        return rented;
    }

    /// <summary>Gives the buffers to the next page of this thread.</summary>
    public void Return()
    {
        if (Math.Max(_text.Length, _bytes.Length) + Segments.Capacity + Highlights.Capacity <= MostKept) t_spare = this;
    }

    /// <summary>The id of a clause: <c>document/label</c>. Valid until the next one.</summary>
    /// <param name="document">The id of its document.</param>
    /// <param name="label">The slug that its label gives by itself.</param>
    /// <param name="end">What is stored beside the label, UTF-8: see <see cref="LabelSlugs.Whole"/>.</param>
    public ReadOnlySpan<char> Id(string document, string label, ReadOnlySpan<byte> end)
    {
        var most = document.Length + 1 + label.Length + end.Length;
        if (_id.Length < most) _id = new char[most];
        document.CopyTo(_id);
        _id[document.Length] = '/';
        var at = document.Length + 1;
        if (end is [] or [(byte)'.' or (byte)'~', ..])
        {
            label.CopyTo(_id.AsSpan(at));
            at += label.Length;
        }
        return _id.AsSpan(0, at + Encoding.UTF8.GetChars(end, _id.AsSpan(at)));
    }

    /// <summary>A text as UTF-16, valid until the next one.</summary>
    public ReadOnlySpan<char> Text(ReadOnlySpan<byte> utf8)
    {
        if (_text.Length < utf8.Length) _text = new char[Encoding.UTF8.GetMaxCharCount(utf8.Length)];
        return _text.AsSpan(0, Encoding.UTF8.GetChars(utf8, _text));
    }

    /// <summary>A text as UTF-8, valid until the next one.</summary>
    public ReadOnlySpan<byte> Bytes(string text)
    {
        if (_bytes.Length < Encoding.UTF8.GetMaxByteCount(text.Length)) _bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        return _bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, _bytes));
    }
}
