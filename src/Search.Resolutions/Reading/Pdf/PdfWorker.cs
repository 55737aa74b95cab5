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

    private static int Main()
    {
        using var requests = new BinaryReader(Console.OpenStandardInput(), Encoding.UTF8);
        using var answers = new BinaryWriter(new BufferedStream(Console.OpenStandardOutput(), 1 << 16), Encoding.UTF8);
        // The file is read on a thread of its own, so that this one notices when the program that asked is gone.
        while (PdfMessages.ReadRequest(requests) is var (budget, file))
            new Thread(() => Answer(answers, budget, file), StackSize) { IsBackground = true }.Start();
        return 0;
    }

    private static void Answer(BinaryWriter answers, long budget, byte[] file)
    {
        try
        {
            PdfPages.Read(file, budget, page => PdfMessages.WritePage(answers, page), warning => PdfMessages.WriteWarning(answers, warning));
            PdfMessages.WriteEnd(answers);
        }
        catch (RejectedException e)
        {
            PdfMessages.WriteRejection(answers, e);
        }
    }
}
