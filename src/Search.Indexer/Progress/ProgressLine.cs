using System.CommandLine;
using System.Globalization;
using Search.Catalog;

namespace Search.Indexer.Progress;

/// <summary>Progress on the error stream: a line that is rewritten on a terminal, a line a step otherwise,
/// nothing when redirected or asked.</summary>
internal sealed class ProgressLine
{
    /// <summary>Seconds after which a rate means something.</summary>
    private const double ShortestPace = 2;

    private readonly TextWriter? _writer;
    private readonly bool _rewrite;
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private long _began;
    private string _step = "";
    private int _shown = -1;

    /// <summary>Progress on a writer.</summary>
    /// <param name="writer">Where to, or null for nowhere.</param>
    /// <param name="rewrite">Whether one line is rewritten.</param>
    /// <param name="time">By which rates are measured.</param>
    public ProgressLine(TextWriter? writer, bool rewrite, TimeProvider? time = null) =>
        (_writer, _rewrite, _time) = (writer, rewrite, time ?? TimeProvider.System);

    /// <summary>The option that every long command has.</summary>
    public static Option<string> Option()
    {
        var option = new Option<string>("--progress")
        {
            Description = "auto: only on a terminal; plain: a line a step; none",
            DefaultValueFactory = _ => "auto",
            HelpName = "auto|plain|none"
        };
        option.AcceptOnlyFromAmong("auto", "plain", "none");
        return option;
    }

    /// <summary>Progress of that style.</summary>
    public static ProgressLine For(string? style, TextWriter error) => style switch
    {
        "plain" => new(error, rewrite: false),
        "none" => new(null, rewrite: false),
        _ => Console.IsErrorRedirected ? new(null, rewrite: false) : new(error, rewrite: true),
    };

    /// <summary>Shows how far the work has come, at most once a percent.</summary>
    public void Report(BuildProgress progress)
    {
        if (_writer is null) return;
        lock (_gate)
        {
            var percent = progress.Total == 0 ? 100 : (int)(100L * progress.Done / progress.Total);
            var next = progress.Step != _step;
            if (!next && percent <= _shown) return;
            if (next && _rewrite && _step.Length > 0) _writer.WriteLine();
            if (!_rewrite && !next && percent < 100) return;
            if (next) _began = _time.GetTimestamp();
            _step = progress.Step;
            _shown = percent;
            var text = string.Create(CultureInfo.InvariantCulture, $"{progress.Step} {progress.Done}/{progress.Total}");
            if (_rewrite) _writer.Write($"\r{text}{Pace(progress)}\u001b[K");
            else _writer.WriteLine(text);
        }
    }

    /// <summary>How quick the step is and how long it still takes, once that can be said: ", 210 a second, 2 min left".</summary>
    private string Pace(BuildProgress progress)
    {
        var elapsed = _time.GetElapsedTime(_began).TotalSeconds;
        if (elapsed < ShortestPace || progress.Done == 0) return "";
        var rate = progress.Done / elapsed;
        var left = TimeSpan.FromSeconds((progress.Total - progress.Done) / rate);
        var rest = left.TotalMinutes >= 2 ? $"{left.TotalMinutes:0} min left" : $"{left.TotalSeconds:0} s left";
        return string.Create(CultureInfo.InvariantCulture, $", {rate:0} a second, {rest}");
    }

    /// <summary>Ends a rewritten line.</summary>
    public void Finish()
    {
        if (_writer is not null && _rewrite && _step.Length > 0) _writer.WriteLine();
    }
}
