namespace Search.FullText.Postings;

/// <summary>What the dictionary knows of a term.</summary>
/// <param name="Documents">How many documents have it.</param>
/// <param name="Occurrences">How often it occurs in all of them.</param>
/// <param name="Offset">Where its postings begin in the postings section of the field.</param>
/// <param name="Ordinal">Its number in the order of the dictionary.</param>
internal readonly record struct TermEntry(int Documents, long Occurrences, long Offset, int Ordinal);
