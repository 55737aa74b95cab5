namespace Search.Citations.Treatments;

/// <summary>What a clause does to a mention, and why.</summary>
/// <param name="Treatment">What it does.</param>
/// <param name="Verb">The words that decided it; null where none govern.</param>
/// <param name="Why">The reason, a sentence for a reader.</param>
/// <param name="Until">Where it renews: the day that it names as the end, or null.</param>
internal readonly record struct TreatmentReading(Treatment Treatment, GoverningVerb? Verb, string Why, DateOnly? Until);
