using System.Collections.Frozen;
using AngleSharp.Html.Parser.Tokens;
using Search.Resolutions.Text;

namespace Search.Resolutions.Reading.Html;

/// <summary>What the elements of HTML mean for a text.</summary>
internal static class HtmlTags
{
    private static readonly FrozenSet<string> Blocks = new[]
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
        "legend",
        "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "head",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Unseen = new[]
    {
        "script", "style", "template", "noscript", "svg", "math", "object", "select", "datalist", "button", "iframe", "noframes", "title",
        "textarea", "noembed", "xmp", "del", "s", "strike",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Void = new[]
    {
        "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    }.ToFrozenSet();

    // Word, Pandoc, the DPUB roles and most hand-made pages name notes in one of these ways.
    private static readonly (string Attribute, string Word)[] Notes =
    [
        ("role", "doc-footnote"), ("role", "doc-footnotes"), ("role", "doc-endnotes"), ("epub:type", "footnote"), ("epub:type", "endnote"),
        ("class", "footnote"), ("class", "footnotes"), ("class", "endnotes"), ("class", "MsoFootnoteText"), ("class", "MsoEndnoteText"),
        ("class", "references"), ("class", "reflist"),
    ];

    private static readonly (string Attribute, string Word)[] NoteReferences =
    [
        ("role", "doc-noteref"), ("epub:type", "noteref"), ("class", "footnote-ref"), ("class", "noteref"),
        ("class", "MsoFootnoteReference"), ("class", "MsoEndnoteReference"),
    ];

    private static readonly (string Attribute, string Word)[] BackLinks =
        [("role", "doc-backlink"), ("class", "footnote-back"), ("class", "footnote-backref")];

    /// <summary>Whether the element begins and ends a paragraph.</summary>
    public static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>Whether a page shows the element's text elsewhere than in the text, or not at all.</summary>
    public static bool IsUnseen(string name) => Unseen.Contains(name);

    /// <summary>Whether the element has no end tag.</summary>
    public static bool IsVoid(string name) => Void.Contains(name);

    /// <summary>Whether the element's content holds no tags.</summary>
    public static bool IsRaw(string name) => name is "style" or "iframe" or "noframes" or "noembed" or "xmp";

    /// <summary>Whether a start tag ends an open element that has no end tag yet, or finds shelter from ending any beyond it.</summary>
    public static (bool Ends, bool Shelters) Implied(string name, string open) => name switch
    {
        "li" => (open == "li", open is "ol" or "ul" or "menu" or "dir"),
        "td" or "th" => (open is "td" or "th", open is "tr" or "table"),
        "tr" => (open == "tr", open == "table"),
        "tbody" or "thead" or "tfoot" => (open is "tbody" or "thead" or "tfoot", open == "table"),
        "dt" or "dd" => (open is "dt" or "dd", open == "dl"),
        "option" => (open == "option", open == "select"),
        _ when IsBlock(name) =>
            (open == "p", open is "div" or "td" or "th" or "li" or "section" or "article" or "body" or "blockquote" or "table" or "ol"
                or "ul"),
        _ => (false, true),
    };

    /// <summary>How the element sets its letters.</summary>
    public static LetterStyle StyleOf(HtmlTagToken tag) => tag.Name switch
    {
        "sup" => LetterStyle.Superscript,
        "i" or "em" or "cite" or "dfn" => LetterStyle.Italic,
        "b" or "strong" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "th" => LetterStyle.Bold,
        "a" or "span" when IsNoteReference(tag) || IsNoteNumber(tag) => LetterStyle.Superscript,
        _ => StyleOf(tag.GetAttribute("style")),
    };

    /// <summary>What the element makes of its paragraphs, or null where it says nothing.</summary>
    public static LayoutKind? RoleOf(HtmlTagToken tag) => tag.Name switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => LayoutKind.Heading,
        "nav" or "footer" => LayoutKind.Furniture,
        _ when !IsBlock(tag.Name) => null,
        _ when IsNote(tag) => LayoutKind.Footnote,
        _ when HasWord(tag, "role", "navigation") || HasWord(tag, "role", "contentinfo") => LayoutKind.Furniture,
        _ => null,
    };

    /// <summary>Whether the tag is the small sign after a note that leads back to its mark.</summary>
    public static bool IsBackLink(HtmlTagToken tag) =>
        tag.Name == "a" && HasAny(tag, BackLinks) || HasWord(tag, "class", "mw-cite-backlink");

    /// <summary>Whether the page hides the element or strikes it out.</summary>
    public static bool IsHidden(HtmlTagToken tag)
    {
        foreach (var attribute in tag.Attributes)
            if (attribute.Name == "hidden") return true;
        var style = tag.GetAttribute("style");
        if (string.IsNullOrEmpty(style)) return false;
        style = Squeezed(style);
        return style.Contains("display:none", StringComparison.Ordinal) || style.Contains("visibility:hidden", StringComparison.Ordinal)
            || style.Contains("text-decoration:line-through", StringComparison.Ordinal)
            || style.Contains("text-decoration-line:line-through", StringComparison.Ordinal);
    }

    /// <summary>The name by which links find the element, or null.</summary>
    public static string? IdOf(HtmlTagToken tag)
    {
        var id = tag.GetAttribute("id");
        if (string.IsNullOrEmpty(id) && tag.Name == "a") id = tag.GetAttribute("name");
        return string.IsNullOrEmpty(id) ? null : id;
    }

    /// <summary>The name that a link inside the page leads to, or null.</summary>
    public static string? TargetOf(HtmlTagToken tag) => LinksInside(tag) ? tag.GetAttribute("href")[1..] : null;

    /// <summary>Whether a name is one that programs give to the marks of notes.</summary>
    public static bool IsReferenceId(string id) => ReferenceId(id);

    private static bool IsNote(HtmlTagToken tag) => HasAny(tag, Notes) || NumberedId(tag.GetAttribute("id"));

    private static bool IsNoteReference(HtmlTagToken tag) =>
        HasAny(tag, NoteReferences) || LinksInside(tag) && ReferenceId(tag.GetAttribute("id"));

    /// <summary>Whether the tag is the number before a note, which leads back to its mark, as Google Docs writes it.</summary>
    public static bool IsNoteNumber(HtmlTagToken tag) =>
        tag.Name == "a" && LinksInside(tag) && NumberedId(tag.GetAttribute("id"))
            && ReferenceId(tag.GetAttribute("href").AsSpan(1).ToString());

    private static bool LinksInside(HtmlTagToken tag) => tag.GetAttribute("href") is { Length: > 1 } link && link[0] == '#';

    // ftnt_ref1, fnref1, fnref:1, cite_ref-1, footnote-ref-1
    private static bool ReferenceId(string? id)
    {
        if (string.IsNullOrEmpty(id) || !char.IsAsciiDigit(id[^1])) return false;
        var stem = id.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('-', ':', '_');
        return stem is "ftnt_ref" or "ftnref" or "_ftnref" or "fnref" or "_footnoteref" or "footnoteref" or "sdfootnoteanc" or "cite_ref"
            or "footnote-ref" or "ednref" or "_ednref" or "endnote-ref" or "noteref";
    }

    // ftn1, fn1, fn:1, footnote-1
    private static bool NumberedId(string? id)
    {
        if (string.IsNullOrEmpty(id) || !char.IsAsciiDigit(id[^1])) return false;
        var stem = id.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('-', ':', '_');
        return stem is "ftn" or "_ftn" or "ftnt" or "fn" or "footnote" or "edn" or "_edn" or "endnote" or "note" or "cite_note"
            or "sdfootnote" or "sdendnote";
    }

    private static LetterStyle StyleOf(string? css)
    {
        if (string.IsNullOrEmpty(css)) return LetterStyle.Plain;
        css = Squeezed(css);
        var style = LetterStyle.Plain;
        if (css.Contains("vertical-align:super", StringComparison.Ordinal)) style |= LetterStyle.Superscript;
        if (css.Contains("font-style:italic", StringComparison.Ordinal)) style |= LetterStyle.Italic;
        if (css.Contains("font-weight:bold", StringComparison.Ordinal) || css.Contains("font-weight:700", StringComparison.Ordinal))
            style |= LetterStyle.Bold;
        return style;
    }

    private static string Squeezed(string css) => css.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    private static bool HasAny(HtmlTagToken tag, (string Attribute, string Word)[] names)
    {
        foreach (var (attribute, word) in names)
            if (HasWord(tag, attribute, word)) return true;
        return false;
    }

    private static bool HasWord(HtmlTagToken tag, string attribute, string word)
    {
        var value = tag.GetAttribute(attribute);
        if (string.IsNullOrEmpty(value)) return false;
        foreach (var part in value.AsSpan().Split(' '))
            if (value.AsSpan(part).Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
