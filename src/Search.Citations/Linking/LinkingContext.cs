using Search.Citations.Recognition;
using Search.Resolutions;

namespace Search.Citations.Linking;

/// <summary>The clause that is being linked.</summary>
/// <param name="Index">Its place among the document's clauses.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Text">Its text, with what was recognised in it.</param>
/// <param name="Before">What has been linked in it so far, in its order.</param>
/// <param name="Previous">What was linked in the clause before it, or null where it is the first.</param>
internal readonly record struct LinkingContext(int Index, Clause Clause, RecognizedText Text, List<LinkedMention> Before,
    List<LinkedMention>? Previous);
