namespace Search.Resolutions.Parsing;

/// <summary>How surely a sign is a footnote mark, judged by what surrounds it.</summary>
internal enum MarkStrength : byte
{
    /// <summary>No mark.</summary>
    None,

    /// <summary>Digits where a number can be too: only the missing number of a page makes them a mark.</summary>
    Possible,

    /// <summary>Digits where a sentence hardly puts a number: the running number of the page makes them a mark.</summary>
    Likely,

    /// <summary>The number of a note where the sentence passes over it as over a mark: one, even where the mark
    /// has been printed before.</summary>
    Fitting,

    /// <summary>Digits where a number hardly belongs, set apart from the word: a mark where its note exists and has no mark yet.</summary>
    Grammatical,

    /// <summary>Raised, glued to a word, or a sign.</summary>
    Sure,
}

/// <summary>A sign in running text that may be a footnote mark.</summary>
internal struct MarkCandidate
{
    /// <summary>Index of the paragraph.</summary>
    public int Paragraph;

    /// <summary>First character in the cleaned text.</summary>
    public int Start;

    /// <summary>After the last.</summary>
    public int End;

    /// <summary>Place of the first character in the source.</summary>
    public int Source;

    /// <summary>Value, 0 for signs.</summary>
    public int Value;

    /// <summary>How sure.</summary>
    public MarkStrength Strength;

    /// <summary>Whether its last digits may be a mark glued to a number.</summary>
    public bool MayWeld;

    /// <summary>Whether its first four digits are a year and the others too many.</summary>
    public bool WeldsToYear;

    /// <summary>Whether it is where marks are and was not taken for one.</summary>
    public bool Doubtful;

    /// <summary>Whether it was taken for a mark.</summary>
    public bool Taken;
}
