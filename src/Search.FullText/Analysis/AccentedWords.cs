using System.Collections.Frozen;

namespace Search.FullText.Analysis;

/// <summary>
/// Words and endings whose stem depends on accents that folding has taken, read from a list of them as they are written. A stemmer
/// knows "ité" for an ending, and "ite" for none.
/// </summary>
internal sealed class AccentedWords
{
    private const char Ending = '-';
    private const char Comment = '#';
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly (string Folded, string Written)[] _endings;

    private AccentedWords(IReadOnlyList<string> lines)
    {
        _words = lines.Where(l => l[0] != Ending).ToFrozenDictionary(CharacterTable.Folded, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _endings = [.. lines.Where(l => l[0] == Ending).Select(l => l[1..]).Select(l => (CharacterTable.Folded(l), l))];
    }

    /// <summary>The words of an embedded list, one a line; <c>-ión</c> is an ending, and lines that begin with # are comments.</summary>
    public static AccentedWords Read(string resource)
    {
        using var stream = typeof(AccentedWords).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != Comment) lines.Add(line);
        }

        return new AccentedWords(lines);
    }

    /// <summary>Gives a folded word its accents where the list has it or its ending, and returns its length; a
    /// written form may be shorter.</summary>
    public int Restore(Span<char> word, int length)
    {
        var folded = word[..length];
        if (_words.TryGetValue(folded, out var written))
        {
            written.CopyTo(word);
            return written.Length;
        }

        foreach (var (ending, accented) in _endings)
        {
            if (!folded.EndsWith(ending)) continue;
            accented.CopyTo(folded[^ending.Length..]);
            break;
        }

        return length;
    }
}
