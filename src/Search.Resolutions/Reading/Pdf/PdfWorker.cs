using System.Text;

namespace Search.Resolutions.Reading.Pdf;

/// <summary>
/// The process that reads PDF files for <see cref="PdfProcess"/>: this assembly started as a program. It reads requests
/// from its standard input until that is closed, writes answers to its standard output, and touches no file.
/// </summary>
internal static class PdfWorker
{
    // Deep enough for the objects of honest files, which nest a few hundred deep at most.
    private const int StackSize = 16 * 1024 * 1024;

    private const int BufferSize = 1 << 16;

    private static int Main()
    {
        Serve(Console.OpenStandardInput(), Console.OpenStandardOutput());
        return 0;
    }

    /// <summary>Answers requests until no more come.</summary>
    public static void Serve(Stream requests, Stream answers)
    {
        using var reader = new BinaryReader(requests, Encoding.UTF8);
        // The file is read on a thread of its own, so that this one notices when the program that asked is gone.
        while (PdfMessages.ReadRequest(reader) is var (budget, file))
            new Thread(() => Answer(answers, budget, file), StackSize) { IsBackground = true }.Start();
    }

    private static void Answer(Stream answers, long budget, byte[] file)
    {
        // A buffer of its own: the next request may be here before the write that ends this answer has returned.
        using var writer = new BinaryWriter(new BufferedStream(answers, BufferSize), Encoding.UTF8, leaveOpen: true);
        try
        {
            PdfPages.Read(file, budget, page => PdfMessages.WritePage(writer, page), warning => PdfMessages.WriteWarning(writer, warning));
            PdfMessages.WriteEnd(writer);
        }
        catch (RejectedException e)
        {
            PdfMessages.WriteRejection(writer, e);
        }
    }
}
