using System.Collections.Immutable;
using Search.Resolutions.Reading;

namespace Search.Catalog.Building;

/// <summary>A file of the corpus.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">Its path relative to the folder that was given, with forward slashes.</param>
internal readonly record struct CorpusFile(string Path, string Name);

/// <summary>Lists the files of a corpus, always in the same order.</summary>
internal static class CorpusFiles
{
    /// <summary>All readable files under the folders, and those that are passed over. Folders that begin with a dot are not entered; a link is not followed out of its folder.</summary>
    public static (ImmutableArray<CorpusFile> Files, ImmutableArray<LeftOutFile> LeftOut) List(IEnumerable<string> folders)
    {
        var files = new List<CorpusFile>();
        var leftOut = new List<LeftOutFile>();
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = false,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
            ReturnSpecialDirectories = false,
        };
        foreach (var folder in folders)
        {
            if (File.Exists(folder))
            {
                files.Add(new(folder, Path.GetFileName(folder)));
                continue;
            }
            foreach (var path in Directory.EnumerateFiles(folder, "*", options))
            {
                var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
                var file = Path.GetFileName(path);
                var extension = Path.GetExtension(file).ToLowerInvariant();
                if (file.EndsWith(".meta.json", StringComparison.OrdinalIgnoreCase) || file.StartsWith("README.", StringComparison.OrdinalIgnoreCase)) continue;
                if (DocumentReader.Extensions.Contains(extension)) files.Add(new(path, name));
                else leftOut.Add(new(name, "unsupported-format", $"'{extension}' is not a format that can be read: {string.Join(' ', DocumentReader.Extensions)}. Convert it, or leave it."));
            }
        }
        return ([.. files.OrderBy(f => f.Name, StringComparer.Ordinal).ThenBy(f => f.Path, StringComparer.Ordinal)], [.. leftOut.OrderBy(f => f.File, StringComparer.Ordinal)]);
    }
}
