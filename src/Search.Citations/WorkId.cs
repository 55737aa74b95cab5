using System.Text;

namespace Search.Citations;

/// <summary>
/// The canonical id of anything that can be cited: a symbol (<c>A/RES/58/137</c>), an instrument's id (<c>crc</c>),
/// <c>title:</c> + a title for a work that no list names, or <c>self</c>.
/// </summary>
/// <param name="Value">The canonical form, case kept.</param>
public readonly record struct WorkId(string Value)
{
    /// <summary>The citing document itself.</summary>
    public static WorkId Self { get; } = new("self");

    private const string TitlePrefix = "title:";

    /// <summary>The id of a work that no list names, by its title.</summary>
    public static WorkId OfTitle(string title) => new(TitlePrefix + title);

    /// <summary>Whether this is a title that no list of works names.</summary>
    public bool IsTitle => Value.StartsWith(TitlePrefix, StringComparison.Ordinal);

    /// <summary>Whether this is the symbol of a document, which has a slash; instruments and titles are named otherwise.</summary>
    public bool IsSymbol => !IsTitle && Value.Contains('/', StringComparison.Ordinal);

    /// <summary>As a reader is shown it: a title without its prefix.</summary>
    public string Name => IsTitle ? Value[TitlePrefix.Length..] : Value;

    /// <summary>The form used in URLs: <c>a-res-58-137</c>, <c>s-res-1325-2000</c>, <c>a-res-217-iii-a</c>, <c>crc</c>.</summary>
    public string Slug
    {
        get
        {
            var text = new StringBuilder(Value.Length);
            foreach (var c in Name)
            {
                if (char.IsAsciiLetterOrDigit(c)) text.Append(char.ToLowerInvariant(c));
                else if (c == '.') text.Append('.');
                else if (text.Length > 0 && text[^1] != '-') text.Append('-');
            }
            while (text.Length > 0 && text[^1] is '-' or '.') text.Length--;
            return text.ToString();
        }
    }

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}
