using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Search.Citations.Authorities;

/// <summary>Works by where a treaty series prints them.</summary>
internal sealed class TreatySeriesLookup
{
    private readonly FrozenDictionary<(bool League, int Volume), ImmutableArray<(TreatySeriesReference At, Work Work)>> _volumes;

    private readonly FrozenDictionary<string, ImmutableArray<Work>> _several;

    public TreatySeriesLookup(ImmutableArray<Work> works)
    {
        _several = works.SelectMany(w => w.TreatySeries.Where(t => t.StartsWith("vols.", StringComparison.Ordinal))
            .Select(t => (Key: NameIndex.Key(t), w)))
            .GroupBy(t => t.Key).ToFrozenDictionary(g => g.Key, g => g.Select(t => t.w).ToImmutableArray());
        var volumes = new Dictionary<(bool, int), List<(TreatySeriesReference, Work)>>();
        foreach (var work in works)
            foreach (var text in work.TreatySeries)
            {
                if (!TreatySeriesReference.TryParse(text, out var at)) continue;
                if (!volumes.TryGetValue((at.League, at.Volume), out var list)) volumes[(at.League, at.Volume)] = list = [];
                list.Add((at, work));
            }
        _volumes = volumes.ToFrozenDictionary(v => v.Key, v => v.Value.ToImmutableArray());
    }

    /// <summary>The works meant by a printed reference; one with several volumes must be printed as the list has it.</summary>
    public ImmutableArray<Work> Find(string printed) =>
        TreatySeriesReference.TryParse(printed, out var at) ? Find(at) : _several.GetValueOrDefault(NameIndex.Key(printed), []);

    /// <summary>The listed works that a volume prints.</summary>
    public ImmutableArray<Work> InVolume(bool league, int volume) =>
        _volumes.TryGetValue((league, volume), out var list) ? [.. list.Select(e => e.Work)] : [];

    /// <summary>The works meant by a volume and its numbers: those with just these numbers, else those whose range holds them.</summary>
    public ImmutableArray<Work> Find(TreatySeriesReference at)
    {
        if (!_volumes.TryGetValue((at.League, at.Volume), out var list)) return [];
        ImmutableArray<Work> same = [.. list.Where(e => e.At == at).Select(e => e.Work)];
        return same.Length > 0 ? same : [.. list.Where(e => e.At.Covers(at.First) && e.At.Covers(at.Last)).Select(e => e.Work)];
    }
}
