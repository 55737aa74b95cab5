using System.Diagnostics;
using System.Text;
using static System.FormattableString;

namespace Search.Benchmarks;

/// <summary>How long answers take: by the clock, and in processor time, which does not depend on what else the machine does.</summary>
internal sealed class AnswerTimes
{
    /// <summary>The first answers read files and compile code.</summary>
    private const int Warming = 5;

    private const int TextLength = 100_000;
    private const int TextCount = 45;
    private const int TextStep = 7;

    private readonly List<double> _clock = [];
    private readonly List<double> _processor = [];
    private int _left = Warming;

    /// <summary>Asks for one answer.</summary>
    public void Add(Action answer)
    {
        var (cpu, clock) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        answer();
        var elapsed = clock.Elapsed;
        if (_left-- > 0) return;
        _clock.Add(elapsed.TotalMilliseconds);
        _processor.Add((Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
    }

    /// <summary>Texts of 100 kB, each joined of some of the texts of a folder.</summary>
    public static IEnumerable<string> Texts(string folder)
    {
        var all = Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        for (var n = 0; n < TextCount; n++)
        {
            var text = new StringBuilder();
            for (var i = n * TextStep; text.Length < TextLength; i++) text.Append(all[i % all.Count]).Append("\n\n");
            text.Length = TextLength;
            yield return text.ToString();
        }
    }

    public override string ToString() =>
        Invariant($"{_clock.Count} answers, median {At(_clock, 50):f1} ms, 95th percentile {At(_clock, 95):f1} ms; processor time {At(_processor, 50):f1} ms and {At(_processor, 95):f1} ms");

    private static double At(List<double> times, int percent)
    {
        times.Sort();
        return times[Math.Min(times.Count - 1, times.Count * percent / 100)];
    }
}
