using Search.Citations.Authorities;
using Search.Citations.Recognition;

namespace Search.Citations.Linking;

/// <summary>Documents that two organs issued: each symbol with the one by which the document goes.</summary>
internal sealed class JointSymbols(AuthorityList authorities)
{
    private readonly Dictionary<string, string> _firsts = [];

    /// <summary>Remembers a joint symbol of this text: "A/74/845–S/2020/525".</summary>
    public void Note(SymbolMention mention)
    {
        if (mention.Second is { } second) _firsts.TryAdd(second.ToString(), mention.Symbol.ToString());
    }

    /// <summary>The symbol by which a document goes: A/74/845 for S/2020/525, any other itself.</summary>
    public string DocumentOf(string symbol) => _firsts.GetValueOrDefault(symbol) ?? authorities.DocumentOf(symbol);
}
