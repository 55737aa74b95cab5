namespace Search.Catalog.Following;

/// <summary>What a generation took over from the one that it continues: its rows up to these numbers say what they said there.</summary>
/// <param name="Documents">How many documents.</param>
/// <param name="Edges">The last edge.</param>
/// <param name="Clauses">The last number of a clause; some before it may be free.</param>
/// <param name="Works">The last work.</param>
internal readonly record struct KeptRowNumbers(int Documents, int Edges, int Clauses, int Works);
