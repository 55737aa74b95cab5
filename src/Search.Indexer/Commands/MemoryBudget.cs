using System.Globalization;

namespace Search.Indexer.Commands;

/// <summary>The most memory that this process may use.</summary>
internal static class MemoryBudget
{
    /// <summary>The name by which the runtime knows the limit of its heap.</summary>
    private const string HeapLimit = "GCHeapHardLimit";

    /// <summary>What is taken beside the heap: the runtime, compiled code, the database's pages, mapped files.</summary>
    private const long Native = 150L << 20;

    /// <summary>The part of the memory that mapped files and what the heap takes beyond its objects may need besides.</summary>
    private const int ShareOfNative = 6;

    private const long Least = 400L << 20;
    private const int Kilo = 1024;

    /// <summary>Reads a size: <c>800M</c>, <c>2G</c>; null where it is none.</summary>
    public static long? Parse(string size)
    {
        var unit = size.Length == 0 ? -1 : "KMG".IndexOf(char.ToUpperInvariant(size[^1]), StringComparison.Ordinal);
        if (unit < 0
            || !double.TryParse(size.AsSpan(0, size.Length
                - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        var bytes = number * Math.Pow(Kilo, unit + 1);
        return bytes < long.MaxValue ? (long)bytes : null;
    }

    /// <summary>Sets the limit.</summary>
    /// <param name="size">The size that was asked for.</param>
    /// <param name="refusal">Why it cannot be set.</param>
    public static bool TryApply(string size, out string refusal)
    {
        refusal = Parse(size) switch
        {
            null => $"--memory should be a size such as 800M or 2G, not '{size}'.",
            < Least => $"--memory {size} is too little: a build takes at least 400M.",
            _ => "",
        };
        if (refusal.Length > 0) return false;
        AppContext.SetData(HeapLimit, (ulong)(Parse(size)!.Value is var bytes ? bytes - (bytes / ShareOfNative) - Native : 0));
        GC.RefreshMemoryLimit();
        return true;
    }
}
