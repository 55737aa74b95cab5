namespace Search.Citations.Words;

/// <summary>What a token looks like.</summary>
[Flags]
internal enum TokenTraits : byte
{
    /// <summary>Nothing to note.</summary>
    None = 0,

    /// <summary>Begins with a capital.</summary>
    Capital = 1,

    /// <summary>A capital word by which a body's name can begin.</summary>
    BodyStart = 2,

    /// <summary>No space precedes it.</summary>
    Glued = 4,

    /// <summary>A mention may begin here: a number, a capital, a word by which mentions begin.</summary>
    Opener = 8,

    /// <summary>A pinpoint may begin here.</summary>
    Unit = 16,
}
