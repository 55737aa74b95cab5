using Search.Resolutions.Text;

namespace Search.Citations.Facts;

/// <summary>What a text prints directly after a citation about the work cited, each with its place in that text.</summary>
public sealed record PrintedClaims
{
    /// <summary>"of 15 November 2000", or null.</summary>
    public DateOnly? Date { get; private init; }

    /// <summary>The words of <see cref="Date"/>, without "of".</summary>
    public TextSpan DateSpan { get; private init; }

    /// <summary>The title in quotation marks after "entitled", or null.</summary>
    public string? Title { get; private init; }

    /// <summary>The words of <see cref="Title"/>, without the quotation marks.</summary>
    public TextSpan TitleSpan { get; private init; }

    /// <summary>Reads what follows the citation that ends at an offset.</summary>
    public static PrintedClaims After(string text, int end)
    {
        ArgumentNullException.ThrowIfNull(text);
        var date = PrintedDate.After(text, end, out var after);
        var day = date is null ? default : new TextSpan(end + text.AsSpan(end, after - end).IndexOfAnyInRange('0', '9'), after);
        var title = PrintedTitle.After(text, after);
        var at = title is null ? -1 : text.IndexOf(title, after, StringComparison.Ordinal);
        return new()
        {
            Date = date,
            DateSpan = day,
            Title = title,
            TitleSpan = at < 0 ? default : new(at, at + title!.Length),
        };
    }
}
