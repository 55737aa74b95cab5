namespace Search.Resolutions.Reading;

/// <summary>Reads files whose names may be those of something else: pipes and devices without end, links, files that grow.</summary>
internal static class RegularFile
{
    /// <summary>All bytes of a file.</summary>
    /// <exception cref="RejectedException">It is missing, empty, no regular file, or larger than <paramref name="most"/> bytes.</exception>
    public static byte[] Read(string path, int most)
    {
        // The length is asked before the file is opened: a pipe or a device has none, and opening it could wait forever.
        var file = new FileInfo(path);
        if (!file.Exists) throw new RejectedException("not-found", "there is no such file; check the path");
        if (file.Length == 0) throw new RejectedException("empty-file", "it holds no bytes; fetch it again");
        if (file.Length > most) throw TooLarge(file.Length, most);
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.SequentialScan);
        var bytes = new byte[file.Length];
        var length = 0;
        while (length < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(length), length) is var read and > 0) length += read;
        Span<byte> more = stackalloc byte[1];
        if (length == bytes.Length && RandomAccess.Read(handle, more, length) > 0)
            throw new RejectedException("unreadable", "it grew while it was read; try again when it is complete");
        return length == bytes.Length ? bytes : bytes[..length];
    }

    /// <summary>Whether a path is that of a symbolic link, which could lead anywhere.</summary>
    public static bool IsLink(FileSystemInfo file) =>
        file.LinkTarget is not null || (file.Attributes != (FileAttributes)(-1) && file.Attributes.HasFlag(FileAttributes.ReparsePoint));

    private static RejectedException TooLarge(long length, int most) =>
        new("too-large", $"it has {length:N0} bytes, more than {most:N0}; split it into its documents");
}
