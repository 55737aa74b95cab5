namespace Search.Citations.Words;

/// <summary>Words by which a sentence continues about the parties of a work, not about its subject: "the Convention to States Parties".</summary>
internal static class Addressees
{
    /// <summary>Whether a word is one of them.</summary>
    public static bool Contains(ReadOnlySpan<char> word) =>
        word is "State" or "States" or "Party" or "Parties" or "Secretary" or "Secretariat" or "General" or "Assembly" or "Council" or "Committee" or "Commission" or "Conference" or "Government"
            or "Governments" or "Member" or "Members" or "Organization" or "Economic" or "Work" or "Implementation" or "Platform";
}
