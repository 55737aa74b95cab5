using System.CommandLine;
using System.Globalization;
using Search.Catalog;

namespace Search.Indexer.Progress;

/// <summary>Progress on the error stream: a line that is rewritten on a terminal, a line a step otherwise, nothing when redirected or asked.</summary>
internal sealed class ProgressLine
{
    private readonly TextWriter? _writer;
    private readonly bool _rewrite;
    private readonly Lock _gate = new();
    private string _step = "";
    private int _shown = -1;

    private ProgressLine(TextWriter? writer, bool rewrite)
    {
        _writer = writer;
        _rewrite = rewrite;
    }

    /// <summary>The option that every long command has.</summary>
    public static Option<string> Option()
    {
        var option = new Option<string>("--progress") { Description = "auto: only on a terminal; plain: a line a step; none", DefaultValueFactory = _ => "auto", HelpName = "auto|plain|none" };
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
            _step = progress.Step;
            _shown = percent;
            var text = string.Create(CultureInfo.InvariantCulture, $"{progress.Step} {progress.Done}/{progress.Total}");
            if (_rewrite) _writer.Write($"\r{text}\u001b[K");
            else _writer.WriteLine(text);
        }
    }

    /// <summary>Ends a rewritten line.</summary>
    public void Finish()
    {
        if (_writer is not null && _rewrite && _step.Length > 0) _writer.WriteLine();
    }
}
