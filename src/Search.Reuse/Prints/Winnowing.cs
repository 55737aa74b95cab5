using System.Runtime.InteropServices;
using Search.Reuse.Words;

namespace Search.Reuse.Prints;

/// <summary>
/// The fingerprints of a text by winnowing (Schleimer, Wilkerson and Aiken, 2003): of every window of runs
/// of words the run with the least hash. Two texts that share <see cref="Run"/> + <see cref="Window"/> - 1
/// words in a row share a fingerprint.
/// </summary>
internal static class Winnowing
{
    /// <summary>Words in a run.</summary>
    public const int Run = 5;

    /// <summary>Runs in a window, of which one is taken.</summary>
    public const int Window = 4;

    /// <summary>Up to this number of words a text is also printed by runs of <see cref="ShortRun"/> words: one edit can
    /// touch every longer run of it.</summary>
    public const int ShortText = 40;

    /// <summary>Words in a run of a short text.</summary>
    public const int ShortRun = 3;

    /// <summary>Runs in a window of a short text.</summary>
    public const int ShortWindow = 2;

    /// <summary>Appends the fingerprints of a text to a list, each once.</summary>
    /// <param name="hashes">The hashes of the text's words, in order.</param>
    /// <param name="to">What they are appended to.</param>
    public static void Prints(ReadOnlySpan<uint> hashes, List<uint> to)
    {
        var first = to.Count;
        Select(hashes, Run, Window, to);
        if (hashes.Length <= ShortText) Select(hashes, ShortRun, ShortWindow, to);
        var added = CollectionsMarshal.AsSpan(to)[first..];
        added.Sort();
        var kept = 0;
        for (var i = 0; i < added.Length; i++)
            if (i == 0 || added[i] != added[kept - 1]) added[kept++] = added[i];
        to.RemoveRange(first + kept, added.Length - kept);
    }

    /// <summary>Of every window the run with the least hash; of equal ones the last, so that repetition adds few.</summary>
    private static void Select(ReadOnlySpan<uint> hashes, int run, int window, List<uint> to)
    {
        Span<ulong> recent = stackalloc ulong[window]; // the runs of the window, each at its position modulo the window
        var runs = hashes.Length - run + 1;
        var last = -1;
        for (var i = 0; i < runs; i++)
        {
            recent[i % window] = Hash(hashes.Slice(i, run));
            if (i < window - 1 && i < runs - 1) continue;
            var least = Math.Max(0, i - window + 1);
            for (var j = least + 1; j <= i; j++)
                if (recent[j % window] <= recent[least % window]) least = j;
            if (least == last) continue;
            last = least;
            to.Add((uint)recent[least % window]);
        }
    }

    private static ulong Hash(ReadOnlySpan<uint> words)
    {
        var hash = (ulong)words.Length;
        foreach (var word in words) hash = (hash * 1099511628211UL) ^ word;
        return WordHash.Mix(hash);
    }
}
