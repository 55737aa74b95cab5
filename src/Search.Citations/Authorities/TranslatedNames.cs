using System.Collections.Frozen;
using System.Collections.Immutable;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Authorities;

/// <summary>The names of works in a language other than English: <c>names.CODE.tsv</c>.</summary>
internal sealed class TranslatedNames
{
    /// <summary>Letters by which the names are sorted, and letters that a star matches.</summary>
    private const int KeyLength = 3, LongestEnding = 4;

    /// <summary>Letters that are written together with the word after them.</summary>
    private const int LongestPrefix = 2;

    private readonly Language _language;
    private readonly IReadOnlyList<string> _prefixes;
    private readonly FrozenDictionary<string, (string[] Parts, WorkName Name)[]>.AlternateLookup<ReadOnlySpan<char>> _names;

    private TranslatedNames(Language language, IEnumerable<(string Name, WorkId Work)> names)
    {
        (_language, _prefixes) = (language, language.Wordings("prefix"));
        _names = names.GroupBy(n => n.Name)
            .Select(g => (Parts: LooseMatch.Folded(PlainSigns.Of(g.Key))
                .Split('*'), Name: new WorkName { Text = g.Key, Kind = NameKind.Alias, Works = [.. g.Select(n => n.Work).Distinct()] }))
            .GroupBy(n => n.Parts[0][..KeyLength])
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(n => n.Name.Text.Length).ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>All names; a star matches any ending.</summary>
    public IEnumerable<string> All => _names.Dictionary.Values.SelectMany(names => names.Select(n => n.Name.Text));

    /// <summary>Reads the names of all languages that the folder has a file for.</summary>
    public static FrozenDictionary<Language, TranslatedNames> Load(string folder, Func<WorkId, bool> isKnown)
    {
        var all = new Dictionary<Language, TranslatedNames>();
        foreach (var language in Language.All)
        {
            var path = Path.Combine(folder, $"names.{language.Code}.tsv");
            if (language.IsEnglish || !File.Exists(path)) continue;
            var names = new List<(string, WorkId)>();
            foreach (var row in TableFile.Read(path, "id", "name", "clauses", "source").Rows)
            {
                var id = new WorkId(row.Required("id"));
                if (!isKnown(id)) throw row.Wrong("id", $"'{id}' is no work of works.tsv.");
                if (row.Required("name").IndexOf('*', StringComparison.Ordinal) is >= 0 and < KeyLength || row["name"].Length < KeyLength)
                    throw row.Wrong("name", "it is too short to be distinguished from other words.");
                names.Add((row["name"], id));
            }
            all[language] = new(language, names);
        }
        return all.ToFrozenDictionary();
    }

    /// <summary>The names in a text with plain signs, in text order, none overlapping another.</summary>
    public List<NameMatch> Find(string text)
    {
        var found = new List<NameMatch>();
        Span<char> key = stackalloc char[KeyLength];
        for (var i = 0; i + KeyLength <= text.Length; i++)
        {
            if (!MayBegin(text, i)) continue;
            for (var k = 0; k < KeyLength; k++) key[k] = LooseMatch.Fold(text[i + k]);
            if (!_names.TryGetValue(key, out var names)) continue;
            foreach (var (parts, name) in names)
            {
                if (Length(text, i, parts) is not (> 0 and var length)) continue;
                found.Add(new(new(i, i + length), name));
                i += length - 1;
                break;
            }
        }
        return found;
    }

    /// <summary>Whether a name can begin at a place: at the start of a word, or after letters that are written together with it.</summary>
    private bool MayBegin(string text, int at)
    {
        if (!_language.HasSpaces || at == 0 || !char.IsLetterOrDigit(text[at - 1])) return true;
        for (var length = 1; length <= LongestPrefix && length <= at; length++)
            if ((at == length || !char.IsLetterOrDigit(text[at - length - 1])) && _prefixes.Contains(text.Substring(at - length, length)))
                return true;
        return false;
    }

    private int Length(string text, int at, string[] parts)
    {
        var end = at;
        for (var p = 0; p < parts.Length; p++)
        {
            if (parts[p].Length > 0)
            {
                if (LooseMatch.Length(text.AsSpan(end), parts[p]) is not (> 0 and var used)) return 0;
                end += used;
            }
            if (p + 1 == parts.Length) break;
            var ending = end;
            while (end < text.Length && end - ending < LongestEnding && char.IsLetter(text[end])) end++;
        }
        return _language.HasSpaces && end < text.Length && char.IsLetter(text[end]) ? 0 : end - at;
    }
}
