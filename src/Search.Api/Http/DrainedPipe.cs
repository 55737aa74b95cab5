using System.IO.Pipelines;

namespace Search.Api.Http;

/// <summary>Sends what is written synchronously, as the export formats write, through a pipe that is drained as it fills.</summary>
internal static class DrainedPipe
{
    /// <summary>Sends all that is written. The writing has ended when this ends, also where nobody takes it any longer.</summary>
    public static async Task Send(Stream stream, Action<Stream, CancellationToken> write, CancellationToken aborted)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        var pipe = new Pipe();
        var writing = Task.Run(() =>
        {
            Exception? failure = null;
            try
            {
                write(pipe.Writer.AsStream(leaveOpen: true), stop.Token);
            }
#pragma warning disable CA1031 // whatever it is goes to the reading side, which throws it
            catch (Exception e)
            {
                failure = e;
            }
#pragma warning restore CA1031
            pipe.Writer.Complete(failure);
        }, CancellationToken.None);
        try
        {
            await pipe.Reader.CopyToAsync(stream, aborted);
        }
        finally
        {
            await stop.CancelAsync();
            await pipe.Reader.CompleteAsync(); // a writer that waits for room waits no longer
            await writing;
        }
    }
}
