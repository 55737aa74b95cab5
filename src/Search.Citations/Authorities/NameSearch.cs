using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Search.Citations.Authorities;

/// <summary>What a name that somebody typed means.</summary>
/// <param name="Works">The works so called: one, several that share the name, or none.</param>
/// <param name="Nearest">Where none: works with names like it, the nearest first.</param>
public sealed record NameResolution(ImmutableArray<Work> Works, ImmutableArray<NearName> Nearest);

/// <summary>A work with a name like the one asked for.</summary>
/// <param name="Work">The work.</param>
/// <param name="Name">Its name.</param>
/// <param name="Likeness">Share of three-letter pieces in common, 0 to 1.</param>
public sealed record NearName(Work Work, string Name, double Likeness);

/// <summary>Finds works by a typed name.</summary>
internal sealed class NameSearch
{
    private const int MostSuggestions = 8;
    private const double LeastLikeness = 0.3;

    private readonly AuthorityList _authorities;
    private readonly NameMatcher _matcher;
    private readonly FrozenDictionary<string, ImmutableArray<Work>> _abbreviations;
    private readonly List<(Work Work, string Name, HashSet<int> Pieces)> _names = [];

    public NameSearch(AuthorityList authorities, NameMatcher matcher)
    {
        _authorities = authorities;
        _matcher = matcher;
        foreach (var work in authorities.Works)
            foreach (var name in work.Names.Prepend(work.Title).Append(work.Id.Value)) _names.Add((work, name, Pieces(name)));
        _abbreviations = _names.GroupBy(n => NameLetters.Fold(n.Name)).ToFrozenDictionary(g => g.Key, g => g.Select(n => n.Work).Distinct().ToImmutableArray());
    }

    /// <summary>Exact by folded words first, then by folded letters ("udhr", "C 182"), then by likeness.</summary>
    public NameResolution Resolve(string name)
    {
        var exact = _matcher.Exactly(name).SelectMany(n => n.Works).Distinct().Select(_authorities.Find).OfType<Work>().ToImmutableArray();
        if (exact.Length == 0) exact = _abbreviations.GetValueOrDefault(NameLetters.Fold(name), []);
        if (exact.Length == 0 && _matcher.Find(name) is [{ Name.Kind: not NameKind.Anaphoric } one] && one.Span.Length * 10 >= name.Trim().Length * 9)
            exact = [.. one.Works.Select(_authorities.Find).OfType<Work>()];
        return new NameResolution(exact, exact.Length > 0 ? [] : Nearest(name));
    }

    private ImmutableArray<NearName> Nearest(string name)
    {
        var asked = Pieces(name);
        if (asked.Count == 0) return [];
        var best = new Dictionary<string, NearName>();
        foreach (var (work, text, pieces) in _names)
        {
            var shared = 0;
            foreach (var piece in asked)
                if (pieces.Contains(piece)) shared++;
            var likeness = 2.0 * shared / (asked.Count + pieces.Count);
            if (likeness < LeastLikeness) continue;
            if (!best.TryGetValue(work.Id.Value, out var known) || known.Likeness < likeness) best[work.Id.Value] = new NearName(work, text, likeness);
        }
        return [.. best.Values.OrderByDescending(n => n.Likeness).ThenBy(n => n.Work.Id.Value, StringComparer.Ordinal).Take(MostSuggestions)];
    }

    private static HashSet<int> Pieces(string name)
    {
        var folded = NameIndex.Key(name).ToLowerInvariant();
        var pieces = new HashSet<int>();
        var padded = " " + folded + " ";
        for (var i = 0; i + 3 <= padded.Length; i++) pieces.Add((padded[i] << 20) ^ (padded[i + 1] << 10) ^ padded[i + 2]);
        return pieces;
    }
}
