using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Search.Testing;

/// <summary>Signals to processes; not every machine has a program that sends them.</summary>
public static partial class Signals
{
    private const int Term = 15;

    /// <summary>Asks a process to end, as a supervisor does. Not on Windows.</summary>
    public static void Terminate(Process process)
    {
        if (kill(process.Id, Term) != 0) throw new InvalidOperationException($"no signal reached process {process.Id}");
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int kill(int process, int signal);
}
