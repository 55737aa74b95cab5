namespace Search.Citations.Treatments;

/// <summary>What single words do in a clause besides governing.</summary>
[Flags]
internal enum WordRoles
{
    None = 0,
    Adverb = 1,
    Part = 2,
    Creation = 4,
    Origin = 8,
    Subordinator = 16,
    Preposition = 32,
    Time = 64,
    Abbreviation = 128,
    Determiner = 256,
    Auxiliary = 512,
    Modal = 1024,
    ListWord = 2048,
    Filler = 4096,
    Subject = 8192,
    Conjunction = 16384,
    TakesTo = 32768,
    Text = 65536,
    Demanded = 131072,
    Doing = 262144,
    Generic = 524288,
    Instrument = 1048576,
    Occasion = 2097152,
    Finite = 4194304,
    Renewed = 8388608,
}
