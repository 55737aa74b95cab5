using System.Collections.Immutable;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Authorities;

/// <summary>
/// Names that lean on an antecedent: "the Optional Protocol to that Convention on the sale of children ...", "the Optional
/// Protocol thereto", and groups: "the Optional Protocols to the Convention on the Rights of the Child".
/// </summary>
internal static class AnaphoricNames
{
    private static readonly ImmutableArray<string> Nouns = WordList.Of("anaphoric-nouns").All;

    private static readonly ImmutableArray<string> Pointers = WordList.Of("anaphoric-pointers").All;

    /// <summary>Adds the forms that follow from titles in which another work's title follows "to".</summary>
    public static void AddTo(List<WorkName> names, ImmutableArray<Work> works)
    {
        var taken = names.Select(n => NameIndex.Key(n.Text)).ToHashSet();
        var titles = new Dictionary<string, Work>();
        foreach (var work in works) titles.TryAdd(work.Title, work);
        var forms = new Dictionary<string, (string Text, NameKind Kind, string Noun, List<WorkId> Works)>();
        var groups = new Dictionary<string, WorkName>();
        foreach (var work in works)
        {
            foreach (var title in work.Names.Prepend(work.Title))
            {
                if (Parent(title, titles) is not { } found) continue;
                var (head, parent, rest) = found;
                if (!IsDistinctive(head, rest)) continue;
                foreach (var (text, noun) in Forms(head, parent, rest))
                {
                    var key = NameIndex.Key(text);
                    if (taken.Contains(key)) continue;
                    if (!forms.TryGetValue(key, out var form))
                        forms[key] = form = (text, noun.Length == 0 ? NameKind.Derived : NameKind.Anaphoric, noun, []);
                    if (!form.Works.Contains(work.Id)) form.Works.Add(work.Id);
                }
                Group(groups, head, parent);
            }
        }
        foreach (var (key, form) in forms)
            if (form.Kind == NameKind.Anaphoric || form.Works.Count == 1)
            {
                names.Add(new WorkName { Text = form.Text, Kind = form.Kind, Works = [.. form.Works], Noun = form.Noun });
                taken.Add(key);
            }
        foreach (var (key, group) in groups)
            if (taken.Add(key)) names.Add(group);
    }

    private static (string Head, Work Parent, string Behind)? Parent(string title, Dictionary<string, Work> titles)
    {
        var to = title.IndexOf(" to the ", StringComparison.Ordinal);
        if (to <= 0 || to > 40) return null;
        var behind = title[(to + " to the ".Length)..];
        for (var end = behind.Length; end > 0; end = behind.LastIndexOf(' ', end - 1))
            if (titles.TryGetValue(behind[..end].TrimEnd(','), out var parent))
                return (title[..to], parent, behind[end..].Trim(' ', ','));
        return null;
    }

    private static IEnumerable<(string Text, string Noun)> Forms(string head, Work parent, string rest)
    {
        if (Noun(parent) is { } noun)
            foreach (var pointer in Pointers)
            {
                if (rest.Length == 0 && pointer == "the") continue; // "the Protocol to the Convention": left to the words around it
                yield return ($"{head} to {pointer} {noun} {rest}".TrimEnd(), noun.ToLowerInvariant());
            }
        yield return ($"{head} thereto {rest}".TrimEnd(), "thereto");
        if (rest.Length > 0) yield return ($"{head} {rest}", "");
    }

    /// <summary>"Protocol to that Convention" and "Amendment to this Convention" fit any; "Optional Protocol to
    /// that Convention" does not.</summary>
    private static bool IsDistinctive(string head, string behind) =>
        head.EndsWith("Protocol", StringComparison.Ordinal) && (behind.Length > 0 || head.Contains(' ', StringComparison.Ordinal));

    private static string? Noun(Work parent) => Nouns.FirstOrDefault(n => parent.Title.Contains(n, StringComparison.Ordinal));

    private static void Group(Dictionary<string, WorkName> groups, string head, Work parent)
    {
        if (!head.EndsWith("Protocol", StringComparison.Ordinal)) return;
        var optional = head.Contains("Optional", StringComparison.Ordinal);
        foreach (var plural in optional ? ["Optional Protocols", "Protocols"] : new[] { "Protocols" })
        {
            var text = $"{plural} to the {parent.Title}";
            groups.TryAdd(NameIndex.Key(text), new WorkName { Text = text, Kind = NameKind.Group, Works = [WorkId.OfTitle(text)] });
        }
    }
}
