using Search.Resolutions.Text;

namespace Search.Resolutions.Reading.Plain;

/// <summary>Plain text: the file's text as it is, without layout but for a block of stated fields at its head.</summary>
internal static class PlainTextReader
{
    /// <summary>Reads a text file.</summary>
    public static ReadResult.Read Read(FileBytes file)
    {
        var warnings = new List<ReadWarning>();
        var text = Decode(file, warnings.Add);
        var stated = StatedBlock.Find(text, warnings.Add);
        return new ReadResult.Read(new SourceText
        {
            Name = file.Name,
            Text = text,
            Stated = stated?.Fields ?? StatedFields.None,
            Layout = stated is null ? [] : [new(stated.Span, LayoutKind.Furniture)],
        })
        { Warnings = [.. warnings] };
    }

    /// <summary>The characters of a text file, or a rejection.</summary>
    public static string Decode(FileBytes file, Action<ReadWarning> warn)
    {
        var text = TextDecoding.Decode(file.Bytes, warn)
            ?? throw new RejectedException("binary-file", "it does not hold text; give it the file name extension of its format");
        file.Limits.Check(text);
        return text;
    }
}
