using System.IO.Pipelines;
using System.Text;
using Search.Resolutions.Reading.Pdf;

namespace Search.Resolutions.Tests.Reading.Hostile;

public class Answers_about_pdf_files
{
    private const long Budget = 1 << 20;

    [Fact]
    public void An_answer_is_about_the_file_that_was_asked_for_even_where_the_write_of_the_one_before_has_not_returned()
    {
        var (requests, answers) = (new Pipe(), new Pipe());
        using var delayed = new DelayedStream(answers.Writer.AsStream());
        var worker = new Thread(() => PdfWorker.Serve(requests.Reader.AsStream(), delayed)) { IsBackground = true };
        worker.Start();

        using var writer = new BinaryWriter(requests.Writer.AsStream(), Encoding.UTF8);
        using var reader = new BinaryReader(answers.Reader.AsStream(), Encoding.UTF8);
        foreach (var text in new[] { "The first", "The second", "The third" })
        {
            PdfMessages.WriteRequest(writer, Budget, new TinyPdf().Page().At(100, 100, text).Bytes());
            string.Concat(PdfMessages.ReadAnswer(reader)().Pages[0].Runs.Select(run => run.Text)).ShouldBe(text);
        }

        writer.Dispose();
        worker.Join(TimeSpan.FromMinutes(1)).ShouldBeTrue();
    }

    /// <summary>Passes on what is written, and returns from the first write only when the second has begun.</summary>
    private sealed class DelayedStream(Stream inner) : Stream
    {
        private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
        private readonly ManualResetEventSlim _second = new();
        private int _writes;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            var isFirst = Interlocked.Increment(ref _writes) == 1;
            if (!isFirst) _second.Set();
            inner.Write(buffer, offset, count);
            if (isFirst) _second.Wait(Longest);
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
