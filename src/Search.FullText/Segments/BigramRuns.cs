using System.Runtime.InteropServices;

namespace Search.FullText.Segments;

/// <summary>
/// Occurrences of bigrams sorted by bigram, in runs of documents that follow each other: the last run is in memory, those before it are
/// in a temporary file. They are read once, in the order of the bigrams.
/// </summary>
/// <param name="bigrams">How many bigrams there may be; 65,536 at most.</param>
internal sealed class BigramRuns(int bigrams) : IDisposable
{
    private const int BufferLength = 1 << 13;

    private readonly List<Run> _runs = [];
    private int[] _sorted = [];
    private FileStream? _file;
    private long _written;

    /// <summary>How many bigrams there may be.</summary>
    public int Bigrams => bigrams;

    /// <summary>Adds a run.</summary>
    /// <param name="found">The bigrams, by document.</param>
    /// <param name="documents">The document of each.</param>
    public void Add(ReadOnlySpan<ushort> found, ReadOnlySpan<int> documents)
    {
        if (_runs.Count > 0) Spill(_runs[^1]);
        // A counting sort by bigram leaves documents in their order.
        var starts = new int[bigrams + 1];
        foreach (var bigram in found) starts[bigram + 1]++;
        for (var b = 0; b < bigrams; b++) starts[b + 1] += starts[b];
        var next = starts.AsSpan(0, bigrams).ToArray();
        if (_sorted.Length < found.Length) _sorted = new int[found.Length];
        for (var i = 0; i < found.Length; i++) _sorted[next[found[i]]++] = documents[i];
        _runs.Add(new(starts));
    }

    /// <summary>The documents of a bigram, each as often as it has it, in parts that no document is in two runs of.</summary>
    /// <param name="bigram">Each once, in ascending order. What is given is valid until the next is asked for.</param>
    public IEnumerable<ReadOnlyMemory<int>> Documents(int bigram)
    {
        for (var r = 0; r < _runs.Count; r++)
        {
            var (from, to) = (_runs[r].Starts[bigram], _runs[r].Starts[bigram + 1]);
            if (from == to) continue;
            yield return r + 1 == _runs.Count ? _sorted.AsMemory(from, to - from) : Read(_runs[r], from, to - from);
        }
    }

    /// <summary>Removes the temporary file.</summary>
    public void Dispose() => _file?.Dispose();

    private void Spill(Run run)
    {
        _file ??= Nameless();
        run.Place = _written;
        var bytes = MemoryMarshal.AsBytes(_sorted.AsSpan(0, run.Starts[^1]));
        RandomAccess.Write(_file.SafeFileHandle, bytes, _written);
        _written += bytes.Length;
    }

    /// <summary>A temporary file. Its name is removed at once where the system allows it: a process that is killed leaves none.</summary>
    private static FileStream Nameless()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return file;
    }

    private ReadOnlyMemory<int> Read(Run run, int from, int count)
    {
        if (from < run.First || from + count > run.First + run.Filled)
        {
            if (run.Buffer.Length < Math.Max(count, BufferLength)) run.Buffer = new int[Math.Max(count, BufferLength)];
            (run.First, run.Filled) = (from, Math.Min(run.Buffer.Length, run.Starts[^1] - from));
            var bytes = MemoryMarshal.AsBytes(run.Buffer.AsSpan(0, run.Filled));
            var at = run.Place + (from * (long)sizeof(int));
            for (var read = 0; read < bytes.Length;)
                read += RandomAccess.Read(_file!.SafeFileHandle, bytes[read..], at + read) is > 0 and var n ? n
                    : throw new IOException($"{_file.Name} was changed while it was used");
        }

        return run.Buffer.AsMemory(from - run.First, count);
    }

    /// <summary>Documents by bigram.</summary>
    private sealed class Run(int[] starts)
    {
        /// <summary>Where those of each bigram begin, and the end.</summary>
        public int[] Starts { get; } = starts;

        /// <summary>Where in the file it begins, in bytes.</summary>
        public long Place { get; set; }

        /// <summary>What was read last.</summary>
        public int[] Buffer { get; set; } = [];

        /// <summary>Which of the run's documents the buffer begins with.</summary>
        public int First { get; set; }

        /// <summary>How many it holds.</summary>
        public int Filled { get; set; }
    }
}
