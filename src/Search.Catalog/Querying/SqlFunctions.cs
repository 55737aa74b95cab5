using Microsoft.Data.Sqlite;
using Search.Catalog.Parameters;
using Search.Resolutions;

namespace Search.Catalog.Querying;

/// <summary>What queries ask of symbols and titles beyond what the tables hold.</summary>
internal static class SqlFunctions
{
    /// <summary>The session of a symbol, in lower case, or NULL.</summary>
    public const string SessionOf = "session_of";

    /// <summary>The acronym of the organ that a symbol names, or NULL.</summary>
    public const string OrganOf = "organ_of";

    /// <summary>Whether each word of the second text begins a word of the first.</summary>
    public const string HasWords = "has_words";

    /// <summary>Adds them to a connection.</summary>
    public static void AddTo(SqliteConnection connection)
    {
        connection.CreateFunction(SessionOf, (string? symbol) => DocumentSymbol.TryParse(symbol, null, out var known)
            ? known.Session?.ToLowerInvariant()
            : null, isDeterministic: true);
        connection.CreateFunction(OrganOf, (string? symbol) => Organs.OfSymbol(symbol), isDeterministic: true);
        connection.CreateFunction(HasWords, (string? text, string words) => text is not null
            && Array.TrueForAll(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), word => Begins(text, word)),
            isDeterministic: true);
    }

    private static bool Begins(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0;
        at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1])) return true;
        return false;
    }
}
