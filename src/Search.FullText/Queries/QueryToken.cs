namespace Search.FullText.Queries;

internal enum QueryTokenKind
{
    Word,
    Phrase,
    Open,
    Close,
    Or,
    And,
    Not,
    Field,
    End,
}

/// <summary>A piece of query text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Without its quotes, colon, star or tilde.</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">After the last.</param>
/// <param name="Suffix">'*' or '~' after a word, '~' after a phrase, else 0.</param>
/// <param name="Number">The number after '~', or -1.</param>
/// <param name="Glued">Whether something follows without a space: a field and its value.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text, int Start, int End, char Suffix =
    '\0', int Number = -1, bool Glued = false);
