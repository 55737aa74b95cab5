using System.Collections.Immutable;
using Search.Resolutions.Reading;

namespace Search.Catalog.Building;

/// <summary>A file of the corpus.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">Its path relative to the folder that was given, with forward slashes.</param>
internal readonly record struct CorpusFile(string Path, string Name);

/// <summary>Lists the files of a corpus, always in the same order.</summary>
internal sealed class CorpusFiles
{
    /// <summary>How the name of a file ends that states what the document beside it does not print.</summary>
    public const string SidecarExtension = ".meta.json";

    private static readonly EnumerationOptions Visible = new()
    {
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        IgnoreInaccessible = false,
        ReturnSpecialDirectories = false,
    };

    private readonly List<CorpusFile> _files = [];
    private readonly List<LeftOutFile> _leftOut = [];

    private CorpusFiles()
    {
    }

    /// <summary>
    /// All readable files under the folders, and what is passed over: other formats, symbolic links, and folders that cannot be read.
    /// What begins with a dot is not looked at.
    /// </summary>
    /// <exception cref="UnauthorizedAccessException">One of the folders that were named cannot be read.</exception>
    public static (ImmutableArray<CorpusFile> Files, ImmutableArray<LeftOutFile> LeftOut) List(IEnumerable<string> folders)
    {
        var list = new CorpusFiles();
        foreach (var folder in folders)
        {
            if (File.Exists(folder)) list._files.Add(new(folder, Path.GetFileName(folder)));
            else list.AddFolder(folder);
        }
        return ([.. list._files.OrderBy(f => f.Name, StringComparer.Ordinal)
            .ThenBy(f => f.Path, StringComparer.Ordinal)], [.. list._leftOut.OrderBy(f => f.File, StringComparer.Ordinal)]);
    }

    private void AddFolder(string root)
    {
        var named = new DirectoryInfo(root);
        var open = new Stack<DirectoryInfo>([named]);
        while (open.TryPop(out var folder))
        {
            FileSystemInfo[] entries;
            try
            {
                entries = folder.GetFileSystemInfos("*", Visible);
            }
            catch (Exception e) when (folder != named && e is (IOException or UnauthorizedAccessException))
            {
                _leftOut.Add(new(NameOf(folder, root)
                    + "/", "unreadable", $"This folder could not be read ({e.Message.TrimEnd('.')}); check its permissions."));
                continue;
            }
            foreach (var entry in entries) Add(entry, root, open);
        }
    }

    private void Add(FileSystemInfo entry, string root, Stack<DirectoryInfo> open)
    {
        if (IsSidecar(entry.Name) || IsAboutTheFolder(entry.Name)) return;
        var name = NameOf(entry, root);
        var extension = entry.Extension.ToLowerInvariant();
        if (entry.LinkTarget is not null || entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
            _leftOut.Add(new(name, "symbolic-link",
                "It is a symbolic link, which is not followed; copy it, or name what it leads to as a folder of documents."));
        else if (entry is DirectoryInfo folder) open.Push(folder);
        else if (IsDocument(entry.Name)) _files.Add(new(entry.FullName, name));
        else _leftOut.Add(new(name, "unsupported-format",
            $"'{extension}' is not a format that can be read: {string.Join(' ', DocumentReader.Extensions)}. Convert it, or leave it."));
    }

    /// <summary>Whether a file of that name is a document or belongs to one.</summary>
    public static bool IsRead(string name) => IsSidecar(name) || (IsDocument(name) && !IsAboutTheFolder(name));

    // read with its document
    private static bool IsSidecar(string name) => name.EndsWith(SidecarExtension, StringComparison.OrdinalIgnoreCase);

    private static bool IsAboutTheFolder(string name) => name.StartsWith("README.", StringComparison.OrdinalIgnoreCase);

    private static bool IsDocument(string name) =>
        DocumentReader.Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    private static string NameOf(FileSystemInfo entry, string root) => Path.GetRelativePath(root, entry.FullName).Replace('\\', '/');
}
