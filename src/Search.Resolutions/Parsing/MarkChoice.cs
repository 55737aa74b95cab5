using System.Runtime.InteropServices;

namespace Search.Resolutions.Parsing;

/// <summary>Decides which of the numbers that may be footnote marks are: by their own strength, the numbers of the
/// page's notes, and their order.</summary>
/// <param name="regions">The notes, by the part of the text that they belong to.</param>
/// <param name="known">Numbers of all notes.</param>
/// <param name="repeats">Whether a mark may be printed again for a later mention of its source.</param>
internal readonly struct MarkChoice(NoteRegions regions, HashSet<int> known, bool repeats)
{
    /// <summary>Most notes in a row whose marks are lost.</summary>
    private const int LongestGap = 6;

    /// <summary>How far from a doubtful mark another is that confirms it, where a document has no notes.</summary>
    private const int NearMarks = 3;

    /// <summary>With fewer notes than this, all may have their marks, and none is searched for.</summary>
    private const int FewNotes = 4;

    /// <summary>Notes after a missing one whose marks may bound the search for its own.</summary>
    private const int NotesAhead = 8;

    /// <summary>Searches over the full reach that a document may cost.</summary>
    private const int MostSearches = 20;

    /// <summary>A year that a mark is glued to: its digits, and the range it is in.</summary>
    private const int YearDigits = 4, FirstYear = 1900, LastYear = 2099;

    /// <summary>Digits between two marks that are looked through for a missing one.</summary>
    private const int Reach = 300;

    /// <summary>Decides which candidates are marks: the sure ones, then those that the order of the page's notes asks
    /// for, then the missing ones.</summary>
    public void Decide(Span<MarkCandidate> all)
    {
        if (regions.Count == 0)
        {
            WithoutNotes(all);
            return;
        }
        var seen = new Dictionary<int, (int Sure, int Used)>(); // by value, the last region with it, counted from 1
        for (var from = 0; from < all.Length;)
        {
            var region = regions.At(all[from].Source);
            var to = from;
            while (to < all.Length && regions.At(all[to].Source) == region) to++;
            Sequence(all[from..to], regions.Values(region), seen, region + 1);
            Missing(all[from..to], regions.Values(region));
            from = to;
        }
        Unprinted(all);
    }

    /// <summary>"for 20254, as set out", "Information7 to": a mark glued to a year or a word whose note is not printed,
    /// recognized by the mark before it.</summary>
    private void Unprinted(Span<MarkCandidate> candidates)
    {
        var last = 0;
        foreach (ref var c in candidates)
        {
            var length = c.End - c.Start - YearDigits;
            if (!c.Taken && c.WeldsToYear && c.Value % (int)Math.Pow(10, length) == last + 1 && last > 0)
            {
                c.Source += YearDigits;
                c.Start += YearDigits;
                c.Value = last + 1;
                c.Taken = true;
            }
            else if (c is { Taken: false, Strength: MarkStrength.Likely, MayWeld: false } && c.Value == last + 1 && last > 0
                && !known.Contains(c.Value))
                c.Taken = true;
            if (c is { Taken: true, Value: > 0 }) last = c.Value;
        }
    }

    /// <summary>Without any notes only the context counts, and for digits glued to a word the company of other marks.</summary>
    private static void WithoutNotes(Span<MarkCandidate> candidates)
    {
        var near = new HashSet<int>();
        foreach (ref var c in candidates)
            if (c.Strength >= MarkStrength.Grammatical && c.Value > 0) near.Add(c.Value);
        foreach (ref var c in candidates)
        {
            c.Taken = c.Strength == MarkStrength.Sure;
            if (c.Strength is not (MarkStrength.Likely or MarkStrength.Grammatical)) continue;
            for (var d = -NearMarks; d <= NearMarks
                && !c.Taken; d++)
                c.Taken = (d != 0 || c.Strength == MarkStrength.Likely) && near.Contains(c.Value + d);
            c.Doubtful = !c.Taken && c.Strength == MarkStrength.Grammatical;
        }
    }

    private void Sequence(Span<MarkCandidate> candidates, ReadOnlySpan<int> values, Dictionary<int, (int Sure, int Used)> seen, int region)
    {
        var next = 0;
        foreach (ref var c in candidates)
            if (c.Strength == MarkStrength.Sure) CollectionsMarshal.GetValueRefOrAddDefault(seen, c.Value, out _).Sure = region;
        foreach (ref var c in candidates)
        {
            var at = values.BinarySearch(c.Value);
            ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, c.Value, out _);
            var sure = value.Sure == region;
            var again = sure || value.Used == region || at < 0;
            c.Taken = c.Strength switch
            {
                MarkStrength.Sure => true,
                MarkStrength.Grammatical when known.Contains(c.Value) => again ? repeats : at >= next,
                MarkStrength.Fitting when again => repeats && sure,
                MarkStrength.Likely or MarkStrength.Fitting when !sure => at >= next && at <= next + 1,
                _ => false,
            };
            c.Doubtful = c.Strength == MarkStrength.Grammatical && !c.Taken;
            if (!c.Taken) continue;
            value.Used = region;
            if (at >= next && at < next + LongestGap) next = at + 1;
        }
    }

    /// <summary>For each note without a mark: the only run of digits between the marks before and after it that can be its mark.</summary>
    private static void Missing(Span<MarkCandidate> candidates, ReadOnlySpan<int> values)
    {
        if (values.IsEmpty || (values.Length < FewNotes && AllTaken(candidates, values))) return;
        var first = new Dictionary<int, int>(values.Length);
        for (var i = 0; i < candidates.Length; i++)
            if (candidates[i].Taken && candidates[i].Value > 0) first.TryAdd(candidates[i].Value, i);
        var low = 0;
        var budget = MostSearches * Reach;
        for (var v = 0; v < values.Length; v++)
        {
            var value = values[v];
            if (first.TryGetValue(value, out var own))
            {
                low = Math.Max(low, own + 1);
                continue;
            }
            var high = candidates.Length;
            for (var w = v + 1; w < values.Length && w < v + NotesAhead; w++)
                if (first.TryGetValue(values[w], out var later) && later >= low)
                {
                    high = later;
                    break;
                }
            if (high - low > Reach || budget < 0) continue;
            budget -= high - low;
            var found = Only(candidates[low..high], value);
            if (found < 0) continue;
            ref var c = ref candidates[low + found];
            var length = Digits(value);
            if (c.Value != value)
            {
                c.Source += c.End - c.Start - length;
                c.Start = c.End - length;
                c.Value = value;
            }
            c.Taken = true;
            low += found + 1;
        }
    }

    private static bool AllTaken(Span<MarkCandidate> candidates, ReadOnlySpan<int> values)
    {
        foreach (var value in values)
        {
            var found = false;
            foreach (ref var c in candidates)
            {
                found = c.Taken && c.Value == value;
                if (found) break;
            }
            if (!found) return false;
        }
        return true;
    }

    /// <summary>The one candidate with a value, else the one whose last digits are it; -1 where there is none or more than one.</summary>
    private static int Only(Span<MarkCandidate> candidates, int value)
    {
        var whole = -1;
        var several = false;
        var welded = -1;
        var length = Digits(value);
        var power = (int)Math.Pow(10, length);
        for (var i = 0; i < candidates.Length; i++)
        {
            ref var c = ref candidates[i];
            if (c.Taken) continue;
            if (c.Value == value && c.Strength != MarkStrength.None)
            {
                several |= whole >= 0;
                whole = i;
            }
            else if (c.End - c.Start > length && c.Value % power == value && c.MayWeld && Welds(c, length))
                welded = welded < 0 ? i : int.MaxValue;
        }
        if (whole >= 0) return several ? -1 : whole;
        return welded == int.MaxValue ? -1 : welded;
    }

    /// <summary>A number that a mark may hang on to: a year, or one that is too great without it.</summary>
    private static bool Welds(MarkCandidate c, int length)
    {
        var head = c.End - c.Start - length;
        var number = c.Value / (int)Math.Pow(10, length);
        return head == YearDigits ? number is >= FirstYear and <= LastYear : head < YearDigits;
    }

    private static int Digits(int value) => value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : 4;
}
