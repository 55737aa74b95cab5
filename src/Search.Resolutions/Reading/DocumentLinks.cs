using System.Globalization;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Reading;

/// <summary>Reads which document of the United Nations an address in a file leads to.</summary>
internal static class DocumentLinks
{
    /// <summary>Pages under which the United Nations keeps its documents by their symbols.</summary>
    private static readonly string[] Sites = ["://undocs.org/", "://docs.un.org/", "://www.undocs.org/"];

    /// <summary>Parts of an address of Akoma Ntoso before the date: <c>akn</c>, country, kind, kind in detail, author.</summary>
    private const int BeforeDate = 5;

    /// <summary>The symbol of <c>/akn/un/statement/deliberation/unga/2008-12-18/63-156/!main</c> or
    /// <c>https://undocs.org/en/A/RES/63/156</c>; null for any other address.</summary>
    public static DocumentSymbol? Read(string? address)
    {
        if (string.IsNullOrEmpty(address)) return null;
        foreach (var site in Sites)
            if (address.IndexOf(site, StringComparison.OrdinalIgnoreCase) is >= 0 and var at) return OfPage(address[(at + site.Length)..]);
        return OfWork(address);
    }

    private static DocumentSymbol? OfPage(string path)
    {
        path = Uri.UnescapeDataString(path);
        if (path.Length > 3 && path[2] == '/' && char.IsAsciiLetterLower(path[0])) path = path[3..]; // the language
        return DocumentSymbol.TryParse(path, null, out var symbol) ? symbol : null;
    }

    private static DocumentSymbol? OfWork(string address)
    {
        var parts = address.TrimStart('/').Split('/');
        if (parts.Length <= BeforeDate + 1 || parts[0] != "akn" || parts[1] != "un") return null;
        if (!DateOnly.TryParseExact(parts[BeforeDate], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return null;
        var author = parts[BeforeDate - 1].Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        if (author.StartsWith("UN", StringComparison.Ordinal)) author = author[2..];
        if (Bodies.Find(author) is not { } body) return null;
        var number = parts[BeforeDate + 1].Replace('-', '/');
        if (body == Bodies.SecurityCouncil) number = string.Create(CultureInfo.InvariantCulture, $"{number} ({date.Year})");
        return ActNumber.TryParse(number, null, out var act) && body.CanHave(act)
            && DocumentSymbol.TryParse(body.Symbol(act, false, null), null, out var symbol) ? symbol : null;
    }
}
