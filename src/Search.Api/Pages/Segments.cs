namespace Search.Api.Pages;

/// <summary>A stretch of text, and what it is marked with, or nothing.</summary>
public readonly record struct Segment<T>(string Text, T? Mark) where T : class;

/// <summary>Cuts texts into marked and unmarked stretches, which pages write out one by one, each escaped.</summary>
public static class Segments
{
    private const int Lead = 90;

    /// <summary>The whole text. Of marks that overlap the first stays; what reaches beyond the text is cut.</summary>
    public static IReadOnlyList<Segment<T>> Cut<T>(string text, IEnumerable<(int Start, int End, T Mark)> marks) where T : class
    {
        var segments = new List<Segment<T>>();
        var at = 0;
        foreach (var (start, end, mark) in marks.OrderBy(m => m.Start))
        {
            var stop = Math.Min(end, text.Length);
            if (start < at || stop <= start) continue;
            if (start > at) segments.Add(new(text[at..start], null));
            segments.Add(new(text[start..stop], mark));
            at = stop;
        }
        if (at < text.Length || segments.Count == 0) segments.Add(new(text[at..], null));
        return segments;
    }

    /// <summary>As much of a text as a list shows: the whole where it is short, else from a little before the first mark.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="marks">UTF-16 offsets into it.</param>
    /// <param name="most">The most characters kept.</param>
    public static Excerpt Around(string text, IEnumerable<(int Start, int End)> marks, int most = 460)
    {
        var all = Joined(text, marks);
        var from = 0;
        var to = text.Length;
        if (text.Length > most)
        {
            var first = all.Count == 0 ? 0 : Math.Clamp(all[0].Start, 0, text.Length);
            from = first <= Lead ? 0 : WordStart(text, Math.Min(first - Lead, text.Length - most));
            to = WordEnd(text, Math.Min(text.Length, from + most));
        }
        return new(
            Cut(text[from..to], all.Where(m => m.End > from && m.Start < to)
                .Select(m => (Math.Max(0, m.Start - from), m.End - from, Hit.Word))), from > 0, to < text.Length);
    }

    // Words found side by side are marked as one.
    private static List<(int Start, int End)> Joined(string text, IEnumerable<(int Start, int End)> marks)
    {
        var joined = new List<(int Start, int End)>();
        foreach (var (start, end) in marks.OrderBy(m => m.Start))
        {
            if (joined is [.., var last] && start - last.End == 1 && start <= text.Length && text[last.End] == ' ')
                joined[^1] = (last.Start, end);
            else joined.Add((start, end));
        }
        return joined;
    }

    private static int WordStart(string text, int at)
    {
        for (var i = Math.Max(0, at); i < Math.Min(text.Length, at + 40); i++)
            if (text[i] == ' ') return i + 1;
        return Whole(text, Math.Max(0, at));
    }

    private static int WordEnd(string text, int at)
    {
        if (at == text.Length) return at;
        for (var i = at; i > Math.Max(0, at - 40); i--)
            if (text[i] == ' ') return i;
        return Whole(text, at);
    }

    // Never between the halves of a surrogate pair.
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}

/// <summary>Marks a word that was looked for.</summary>
public sealed class Hit
{
    private Hit()
    {
    }

    /// <summary>The one mark of this kind.</summary>
    public static Hit Word { get; } = new();
}

/// <summary>Part of a text.</summary>
/// <param name="Segments">Its stretches.</param>
/// <param name="CutBefore">Whether text before it is left out.</param>
/// <param name="CutAfter">Whether text after it is left out.</param>
public sealed record Excerpt(IReadOnlyList<Segment<Hit>> Segments, bool CutBefore, bool CutAfter);
