using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Search.Resolutions.Reading.Pdf;

/// <summary>
/// Reads PDF files in processes of their own (<see cref="PdfWorker"/>), bounded in time, memory and output: a hostile
/// file can keep a reader busy without end, exhaust its memory or its stack, and a process can be ended. A process
/// reads one file after another, and ends when it has had nothing to read for a while.
/// </summary>
internal sealed class PdfProcess : IDisposable
{
    private const string TimedOut = "timed-out";
    private const int MaxErrors = 4000;
    private const int Ended = 1;
    private const int TimeIsUp = 2;

    // Thrown, fatal, and while the runtime starts.
    private static readonly string[] NoMemory = ["OutOfMemoryException", "Out of memory", "GC heap initialization failed", "0x8007000E"];

    /// <summary>How often the time is checked.</summary>
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(50);

    /// <summary>By how much the clock may exceed the processor time on a busy machine.</summary>
    private const int Patience = 20;

    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(5);
    private static readonly List<PdfProcess> Idle = [];

    private readonly Process _process;
    private readonly long _memory;
    private readonly BinaryWriter _requests;
    private readonly BinaryReader _answers;
    private readonly StringBuilder _errors = new();
    private readonly Timer _expiry;
    private bool _isAnswered;

    private PdfProcess(long memory)
    {
        _memory = memory;
        _process = Start(memory);
        _requests = new BinaryWriter(_process.StandardInput.BaseStream, Encoding.UTF8);
        _answers = new BinaryReader(new BufferedStream(_process.StandardOutput.BaseStream, 1 << 16), Encoding.UTF8);
        _expiry = new Timer(_ => Expire());
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors)
                if (line.Data is not null && _errors.Length < MaxErrors) _errors.AppendLine(line.Data);
        };
        _process.BeginErrorReadLine();
    }

    /// <summary>The pages of a file, and a warning for each that could not be read.</summary>
    /// <exception cref="RejectedException">The file cannot be read within its limits.</exception>
    public static (List<PdfPage> Pages, ImmutableArray<ReadWarning> Warnings) Read(FileBytes file)
    {
        if (Take(file.Limits.PdfMemory) is { } used)
        {
            try
            {
                return used.Serve(file);
            }
            catch (RejectedException e) when (!used._isAnswered && e.Code != TimedOut)
            {
                // It may have ended, or have been near its limits, because of an earlier file: a new process decides.
            }
        }
        return new PdfProcess(file.Limits.PdfMemory).Serve(file);
    }

    private (List<PdfPage> Pages, ImmutableArray<ReadWarning> Warnings) Serve(FileBytes file)
    {
        try
        {
            return Ask(file);
        }
        finally
        {
            if (_isAnswered) Return();
            else Dispose();
        }
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        _expiry.Dispose();
        Kill();
        _process.Dispose();
    }

    private (List<PdfPage> Pages, ImmutableArray<ReadWarning> Warnings) Ask(FileBytes file)
    {
        // Settled once, so that a late timer never ends a process that is free again.
        var settled = 0;
        _isAnswered = false;
        var (clock, before) = (Stopwatch.StartNew(), ProcessorTime());
        using var watch = new Timer(
            _ =>
            {
                if (ProcessorTime() - before < file.Limits.PdfTime && clock.Elapsed < file.Limits.PdfTime * Patience) return;
                if (Interlocked.CompareExchange(ref settled, TimeIsUp, 0) == 0) Kill();
            },
            null, Watch, Watch);
        try
        {
            PdfMessages.WriteRequest(_requests, file.Limits.MaxSize, file.Bytes);
            var answer = PdfMessages.ReadAnswer(_answers);
            _isAnswered = Interlocked.CompareExchange(ref settled, Ended, 0) == 0;
            if (_isAnswered) return answer();
        }
        catch (IOException)
        {
            if (Interlocked.CompareExchange(ref settled, Ended, 0) == 0) throw Failure();
        }
        throw new RejectedException(TimedOut,
            $"reading it took more than {file.Limits.PdfTime.TotalSeconds:0} seconds; print it to a new PDF");
    }

    // What the runtime said when it ended the process: memory, stack, a defect of the library.
    private RejectedException Failure()
    {
        Kill();
        _process.WaitForExit(); // until its errors are read to the end
        string errors;
        lock (_errors) errors = _errors.ToString();
        if (NoMemory.Any(word => errors.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return new("too-large", "reading it takes too much memory; split it");
        var reason = errors.Contains("Stack overflow", StringComparison.Ordinal) ? "its objects nest too deep" : "reading it failed";
        return new("damaged", $"it is not a sound PDF ({reason}); download it again, or print it to a new PDF");
    }

    private static Process Start(long memory)
    {
        // The dotnet that runs this program: <root>/shared/Microsoft.NETCore.App/<version>/ is where its runtime is.
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var start = new ProcessStartInfo(Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))
        {
            ArgumentList = { typeof(PdfWorker).Assembly.Location },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
            Environment =
            {
                ["DOTNET_GCHeapHardLimit"] = memory.ToString("X", CultureInfo.InvariantCulture),
                ["DOTNET_gcServer"] = "0",
                ["DOTNET_gcConcurrent"] = "0",
                ["DOTNET_DbgEnableMiniDump"] = "0",
            },
        };
        try
        {
            return Process.Start(start) ?? throw new Win32Exception();
        }
        catch (Win32Exception e)
        {
            throw new RejectedException("no-pdf-reader",
                $"the process that reads PDF could not be started ({e.Message.TrimEnd('.')}); install the .NET runtime");
        }
    }

    private static PdfProcess? Take(long memory)
    {
        lock (Idle)
        {
            var at = Idle.FindIndex(process => process._memory == memory);
            if (at < 0) return null;
            var process = Idle[at];
            Idle.RemoveAt(at);
            process._expiry.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return process;
        }
    }

    private void Return()
    {
        lock (Idle)
        {
            Idle.Add(this);
            _expiry.Change(IdleTime, Timeout.InfiniteTimeSpan);
        }
    }

    private void Expire()
    {
        lock (Idle)
            if (!Idle.Remove(this)) return;
        Dispose();
    }

    private TimeSpan ProcessorTime()
    {
        try
        {
            return _process.TotalProcessorTime;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return TimeSpan.Zero; // it has just ended
        }
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or NotSupportedException or AggregateException)
        {
            // It has just ended.
        }
    }
}
