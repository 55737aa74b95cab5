using System.Runtime.CompilerServices;
using Search.Citations.Authorities;

namespace Search.Citations.Treatments;

/// <summary>The verbs of each list, numbered once, at first use.</summary>
internal static class VerbLexicons
{
    private static readonly ConditionalWeakTable<VerbList, VerbLexicon> Numbered = [];

    extension(AuthorityList authorities)
    {
        /// <summary>The verbs of the authorities, ready to be matched.</summary>
        internal VerbLexicon Lexicon => Numbered.GetValue(authorities.Verbs, verbs => new VerbLexicon(verbs));
    }
}
