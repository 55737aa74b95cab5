using System.Collections.Immutable;

namespace Search.Resolutions.Vocabulary;

/// <summary>The names of bodies in a language, and the lines by which they enact.</summary>
public sealed class LanguageBodies
{
    internal LanguageBodies(Language language)
    {
        var rows = language.IsEnglish ? [] : Table.Read($"{language.Code}/bodies.tsv");
        var byCode = Vocabulary.Bodies.All.ToDictionary(b => b.Code);
        Enacting = [.. rows.Where(r => r["enacts"].Length > 0).Select(r => (LooseMatch.Folded(r["enacts"]), byCode[r["code"]]))
            .OrderByDescending(e => e.Item1.Length)];
        Names = [.. rows.SelectMany(r => r.Parts("names", "|").Select(n => (n, byCode[r["code"]]))).OrderByDescending(n => n.n.Length)];
        Short = [.. rows.SelectMany(r => r.Parts("short", "|").Select(n => (n, byCode[r["code"]]))).OrderByDescending(n => n.n.Length)];
    }

    /// <summary>The lines that open resolutions as <see cref="LooseMatch"/> reads them, without the comma, the longest first.</summary>
    public ImmutableArray<(string Line, Body Body)> Enacting { get; }

    /// <summary>Names that mean one body, the longest first.</summary>
    public ImmutableArray<(string Name, Body Body)> Names { get; }

    /// <summary>Names that several bodies have, the longest first.</summary>
    public ImmutableArray<(string Name, Body Body)> Short { get; }
}
