using System.Diagnostics;

namespace Search.Benchmarks.FullText;

/// <summary>A process that answers one line to each line it is given.</summary>
internal sealed class OtherEngine : IDisposable
{
    private readonly Process _process;

    public OtherEngine(string[] command)
    {
        _process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false
        })!;
        _ = _process.StandardOutput.ReadLine(); // "ready"
    }

    public string Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The other engine ended.");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}

/// <summary>The texts by number, read from the file when asked for.</summary>
internal sealed class TextFile
{
    private readonly Microsoft.Win32.SafeHandles.SafeFileHandle _file;
    private readonly List<long> _starts = [0];

    public TextFile(string path)
    {
        _file = File.OpenHandle(path);
        var buffer = new byte[1 << 20];
        for (var at = 0L; RandomAccess.Read(_file, buffer, at) is > 0 and var read; at += read)
        {
            for (var i = 0; i < read; i++)
            {
                if (buffer[i] == '\n') _starts.Add(at + i + 1);
            }
        }
    }

    public string this[int number]
    {
        get
        {
            var bytes = new byte[_starts[number + 1] - _starts[number] - 1];
            _ = RandomAccess.Read(_file, bytes, _starts[number]);
            var line = System.Text.Encoding.UTF8.GetString(bytes);
            return line[(line.LastIndexOf('\t') + 1)..];
        }
    }
}
