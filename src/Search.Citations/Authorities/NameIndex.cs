using System.Collections.Immutable;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Authorities;

/// <summary>All names of all works, listed and derived, with what happens when two works share one.</summary>
internal static class NameIndex
{
    /// <summary>Every name once. A listed name wins over a derived one; two works with one listed name both keep it; a derived name that
    /// two works share is dropped.</summary>
    public static List<WorkName> Build(ImmutableArray<Work> works, ImmutableArray<WorkPart> parts, IEnumerable<(string Name,
        WorkId Work)> learned)
    {
        var names = new Dictionary<string, Entry>(works.Length * 8);
        foreach (var work in works)
            foreach (var (name, kind) in NameVariants.Listed(work)) Put(names, name, kind, work.Id);
        foreach (var (name, work) in learned) Put(names, name, NameKind.Alias, work);
        foreach (var work in works)
        {
            foreach (var (name, _) in NameVariants.Listed(work))
            {
                foreach (var form in NameVariants.Derive(name)) Put(names, form, NameKind.Derived, work.Id);
                if (NameVariants.Labour(name) is not { } labour) continue;
                foreach (var form in labour.Numbered) Put(names, form, NameKind.Numbered, work.Id);
                Put(names, $"{labour.Subject} {labour.Kind}", NameKind.Derived, work.Id);
                Put(names, $"{labour.Kind} on {labour.Subject}", NameKind.Derived, work.Id);
            }
        }
        var result = new List<WorkName>(names.Count);
        foreach (var entry in names.Values)
        {
            var derived = entry.Kind is NameKind.Derived or NameKind.Numbered;
            if (derived && entry.Works.Count > 1) continue;
            result.Add(new WorkName { Text = entry.Text, Kind = entry.Kind, Works = [.. entry.Works] });
        }
        foreach (var part in parts)
            result.Add(new WorkName { Text = part.Title, Kind = NameKind.Part, Works = [part.Work], Pinpoint = part.Pinpoint });
        AnaphoricNames.AddTo(result, works);
        return result;
    }

    /// <summary>A name's words without case, signs and "the": the key under which names are the same.</summary>
    public static string Key(string name)
    {
        if (NameVariants.IsAbbreviation(name)) return name;
        var words = new List<string>();
        var scanner = new NameScanner(name);
        while (scanner.Next())
        {
            var word = NameLetters.Fold(name.AsSpan(scanner.Start, scanner.End - scanner.Start));
            if (word != "the") words.Add(word);
        }
        return string.Join(' ', words);
    }

    private static void Put(Dictionary<string, Entry> names, string name, NameKind kind, WorkId work)
    {
        var key = Key(name);
        if (key.Length == 0 || (kind != NameKind.Title && CommonNouns.Only(key))) return;
        if (!names.TryGetValue(key, out var entry))
        {
            names[key] = new Entry(name, kind, [work]);
            return;
        }
        if (entry.Works.Contains(work)) return;
        var listed = kind is not (NameKind.Derived or NameKind.Numbered);
        if (!listed && entry.Kind is not (NameKind.Derived or NameKind.Numbered)) return;
        entry.Works.Add(work);
    }

    private sealed record Entry(string Text, NameKind Kind, List<WorkId> Works);
}

/// <summary>Words that name kinds of instruments but no instrument.</summary>
internal static class CommonNouns
{
    private static readonly WordList Words = WordList.Of("common-nouns");

    /// <summary>Whether a folded name says nothing but such words.</summary>
    public static bool Only(string key) => Array.TrueForAll(key.Split(' '), word => Words.Contains(word));
}
