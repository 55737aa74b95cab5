using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace Search.Resolutions.Reading.Html;

/// <summary>
/// HTML: elements that make blocks become paragraphs; headings, notes, navigation, superscripts, italics and bold become marks.
/// </summary>
/// <remarks>
/// The tags are taken as they come, without a tree: the repair rules of a tree can make a small file into a huge one,
/// and no tree is needed to tell where a paragraph ends.
/// </remarks>
internal static class HtmlReader
{
    /// <summary>Reads an HTML file.</summary>
    public static ReadResult.Read Read(FileBytes file)
    {
        var warnings = new List<ReadWarning>();
        var html = HtmlDecoding.Decode(file.Bytes, warnings.Add)
            ?? throw new RejectedException("binary-file", "it does not hold text; give it the file name extension of its format");
        var source = ToText(html, file.Limits.MaxText).Build(file.Name);
        if (source.Text.Length == 0)
            throw new RejectedException("no-text", "it holds no text outside scripts; save the page as the browser shows it");
        return new ReadResult.Read(source) { Warnings = [.. warnings] };
    }

    private static LayoutTextBuilder ToText(string html, int maxLength)
    {
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        var outline = new HtmlOutline(maxLength);
        while (true)
        {
            var token = tokenizer.Get();
            switch (token.Type)
            {
                case HtmlTokenType.EndOfFile:
                    outline.End();
                    return outline.Text;
                case HtmlTokenType.Character:
                    outline.Letters(token.Data);
                    break;
                case HtmlTokenType.StartTag:
                    var tag = token.AsTag();
                    tokenizer.State = HtmlTags.IsRaw(tag.Name) ? HtmlParseMode.Rawtext
                        : tag.Name is "title" or "textarea" ? HtmlParseMode.RCData
                        : tag.Name is "script" ? HtmlParseMode.Script
                        : HtmlParseMode.PCData;
                    outline.Open(tag);
                    break;
                case HtmlTokenType.EndTag:
                    tokenizer.State = HtmlParseMode.PCData;
                    outline.Close(token.AsTag().Name);
                    break;
            }
        }
    }
}
