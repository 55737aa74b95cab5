using Search.FullText.Postings;
using Search.FullText.Storage;

namespace Search.FullText.Segments;

/// <summary>The bigrams of a field of a segment: pairs of common words one after the other, all that occur.</summary>
internal sealed unsafe class BigramDictionary(Mapped section)
{
    private readonly int _leastDocuments = (int)section.Reader.UInt32();
    private readonly TermDictionary _bigrams = new(new Mapped(section.Start + sizeof(uint), section.Length - sizeof(uint)));

    /// <summary>Whether a word is common: two such words are one after the other only where their bigram is.</summary>
    public bool HasCommon(in TermEntry word) => word.Documents >= _leastDocuments;

    /// <summary>Finds the postings of a bigram, which have no positions.</summary>
    public bool TryFind(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, out TermEntry entry) =>
        _bigrams.TryFind(BigramWriter.Key(first, second), out entry);
}
