using System.Collections.Immutable;

namespace Search.Resolutions.Reading.Pdf;

/// <summary>
/// The messages between <see cref="PdfProcess"/> and <see cref="PdfWorker"/>. A request is the budget for letters and the
/// file; an answer is any number of pages and warnings, then an end or a rejection.
/// </summary>
internal static class PdfMessages
{
    private enum Message : byte
    {
        Page = 1,
        Warning,
        End,
        Rejected,
    }

    /// <summary>Asks for the pages of a file.</summary>
    public static void WriteRequest(BinaryWriter to, long budget, byte[] file)
    {
        to.Write(budget);
        to.Write(file.Length);
        to.Write(file);
        to.Flush();
    }

    /// <summary>The next request, or null where no more will come.</summary>
    public static (long Budget, byte[] File)? ReadRequest(BinaryReader from)
    {
        try
        {
            var budget = from.ReadInt64();
            var file = new byte[from.ReadInt32()];
            from.BaseStream.ReadExactly(file);
            return (budget, file);
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    /// <summary>Writes a page of an answer.</summary>
    public static void WritePage(BinaryWriter to, PdfPage page)
    {
        to.Write((byte)Message.Page);
        to.Write(page.Width);
        to.Write(page.Height);
        to.Write(page.Runs.Count);
        foreach (var run in page.Runs)
        {
            to.Write(run.Left);
            to.Write(run.Top);
            to.Write(run.Width);
            to.Write(run.Height);
            to.Write((byte)run.Style);
            to.Write(run.Text);
            to.Write(run.IsBarCode);
        }
    }

    /// <summary>Writes a warning of an answer.</summary>
    public static void WriteWarning(BinaryWriter to, string message)
    {
        to.Write((byte)Message.Warning);
        to.Write(message);
    }

    /// <summary>Ends an answer.</summary>
    public static void WriteEnd(BinaryWriter to)
    {
        to.Write((byte)Message.End);
        to.Flush();
    }

    /// <summary>Ends an answer with the reason why the file is left out.</summary>
    public static void WriteRejection(BinaryWriter to, RejectedException rejection)
    {
        to.Write((byte)Message.Rejected);
        to.Write(rejection.Code);
        to.Write(rejection.Message);
        to.Flush();
    }

    /// <summary>Reads an answer to its end; what it returns gives the pages, or throws <see cref="RejectedException"/>
    /// where the file is left out.</summary>
    /// <exception cref="IOException">The worker ended before its answer did.</exception>
    public static Func<(List<PdfPage> Pages, ImmutableArray<ReadWarning> Warnings)> ReadAnswer(BinaryReader from)
    {
        var pages = new List<PdfPage>();
        var warnings = ImmutableArray.CreateBuilder<ReadWarning>();
        while (true)
        {
            switch ((Message)from.ReadByte())
            {
                case Message.Page:
                    pages.Add(ReadPage(from));
                    break;
                case Message.Warning:
                    warnings.Add(new ReadWarning("page-unreadable", from.ReadString()));
                    break;
                case Message.End:
                    return () => (pages, warnings.DrainToImmutable());
                case Message.Rejected:
                    var rejection = new RejectedException(from.ReadString(), from.ReadString());
                    return () => throw rejection;
                default:
                    throw new IOException("The process that reads PDF sent a message of no known kind.");
            }
        }
    }

    private static PdfPage ReadPage(BinaryReader from)
    {
        var (width, height, count) = (from.ReadDouble(), from.ReadDouble(), from.ReadInt32());
        var runs = new List<PdfRun>();
        for (var i = 0; i < count; i++)
        {
            runs.Add(new PdfRun(from.ReadDouble(), from.ReadDouble(), from.ReadDouble(), from.ReadDouble(),
                (LetterStyle)from.ReadByte(), from.ReadString(), from.ReadBoolean()));
        }
        return new PdfPage(width, height, runs);
    }
}
