using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Search.Resolutions.Reading.Pdf;

/// <summary>Runs poppler's pdftohtml as a process of its own, bounded in time, memory and output.</summary>
internal static class Poppler
{
    private const string Program = "pdftohtml";
    private const int MaxErrors = 4000;

    // XML takes about five characters for one of text.
    private const int XmlPerCharacter = 8;

    /// <summary>How often memory and time are looked at.</summary>
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether the converter is installed.</summary>
    public static bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, Program)) || File.Exists(Path.Combine(folder, Program + ".exe")));

    /// <summary>The pages of a PDF as pdftohtml's XML.</summary>
    public static string ToXml(FileBytes file)
    {
        using var process = Start(file.Path);
        var stopped = "";
        var clock = Stopwatch.StartNew();
        using var watch = new Timer(
            _ =>
            {
                var why = clock.Elapsed > file.Limits.ConverterTime ? "timed-out" : Memory(process) > file.Limits.ConverterMemory ? "too-large" : "";
                if (why.Length > 0 && Interlocked.CompareExchange(ref stopped, why, "") == "") Kill(process);
            },
            null, Watch, Watch);

        var errors = new StringBuilder();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors)
                if (line.Data is not null && errors.Length < MaxErrors) errors.AppendLine(line.Data);
        };
        process.BeginErrorReadLine();
        var xml = ReadOutput(process, (long)file.Limits.MaxSize * XmlPerCharacter, ref stopped);
        process.WaitForExit();

        switch (Volatile.Read(ref stopped))
        {
            case "timed-out":
                throw new RejectedException("timed-out", $"converting it took more than {file.Limits.ConverterTime.TotalSeconds:0} seconds; print it to a new PDF");
            case "too-large":
                throw new RejectedException("too-large", "converting it takes too much memory or makes too much text; split it");
        }
        if (process.ExitCode == 0) return xml;
        lock (errors) throw Failure(errors.ToString());
    }

    private static Process Start(string path)
    {
        var start = new ProcessStartInfo(Program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        // The path is absolute, so it is never taken for an option. A gap of 15 % of the letters' height is a space:
        // poppler's 10 % cuts words where Word has moved letters apart. Zoom 3 is the finest that it allows.
        foreach (var argument in (string[])["-xml", "-stdout", "-i", "-hidden", "-nomerge", "-nodrm", "-noroundcoord", "-fontfullname", "-zoom", "3", "-wbt", "15", "-enc", "UTF-8", path])
            start.ArgumentList.Add(argument);
        try
        {
            var process = Process.Start(start) ?? throw new Win32Exception();
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception e)
        {
            throw new RejectedException("needs-poppler", $"PDF needs {Program}, which could not be started ({e.Message.TrimEnd('.')}); install poppler-utils");
        }
    }

    private static string ReadOutput(Process process, long max, ref string stopped)
    {
        var xml = new StringBuilder();
        var buffer = new char[32768];
        for (int read; (read = process.StandardOutput.Read(buffer)) > 0;)
        {
            if (xml.Length + (long)read > Math.Min(max, int.MaxValue - buffer.Length))
            {
                Interlocked.CompareExchange(ref stopped, "too-large", "");
                Kill(process);
                break;
            }
            xml.Append(buffer, 0, read);
        }
        return xml.ToString();
    }

    private static long Memory(Process process)
    {
        try
        {
            process.Refresh();
            return process.HasExited ? 0 : process.WorkingSet64;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return 0; // it has just ended
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or NotSupportedException or AggregateException)
        {
            // It has just ended.
        }
    }

    private static RejectedException Failure(string errors)
    {
        if (errors.Contains("password", StringComparison.OrdinalIgnoreCase) || errors.Contains("encrypt", StringComparison.OrdinalIgnoreCase))
            return new("encrypted", "it is protected by a password; save it without one");
        var first = errors.AsSpan().Trim();
        var line = first.IndexOfAny('\r', '\n');
        if (line >= 0) first = first[..line];
        return new("damaged", $"it is not a sound PDF ({(first.IsEmpty ? "no reason given" : first.TrimEnd('.'))}); fetch it again, or print it to a new PDF");
    }
}
