using System.Globalization;
using System.Text;
using Search.Resolutions.Parsing;
using Search.Resolutions.Text;
using Search.Testing;

namespace Search.Resolutions.Tests;

/// <summary>Parsing in one call, and the reading of reference material that may lie beside the repository.</summary>
internal static class Reference
{
    public static Resolution Parse(string text, params LayoutMark[] layout) =>
        ResolutionParser.Parse(new SourceText { Name = "example", Text = text, Layout = [.. layout] });

    /// <summary>A folder of the reference material; the test is skipped where it is absent.</summary>
    public static string Folder(params string[] parts)
    {
        if (Places.Shared is null) Assert.Skip(Places.SharedIsAbsent);
        return Path.Combine([Places.Shared!, .. parts]);
    }

    /// <summary>Letters and digits only, lower case, accents off: how texts of different provenance are compared.</summary>
    public static string Normal(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && char.ToLowerInvariant(c) is var lower
                && char.IsAsciiLetterOrDigit(lower))
                normal.Append(lower);
        return normal.ToString();
    }
}
