using Search.Resolutions.Vocabulary;

namespace Search.Citations.Words;

/// <summary>Words by which a sentence continues about the parties of a work, not about its subject: "the
/// Convention to States Parties".</summary>
internal static class Addressees
{
    private static readonly WordList List = WordList.Of("addressees");

    /// <summary>Whether a word is one of them.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => List.Contains(word);
}
