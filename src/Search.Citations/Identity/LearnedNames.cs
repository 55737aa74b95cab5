using System.Collections.Frozen;
using Search.Citations.Authorities;
using Search.Resolutions;

namespace Search.Citations.Identity;

/// <summary>
/// Names that no list has, learned from footnotes: where "the Lausanne Declaration" carries a note that gives one source, the name
/// means that source in the whole corpus, unless another document's note says otherwise.
/// </summary>
public sealed class LearnedNames
{
    /// <summary>How far before a mark, in characters, the name may end.</summary>
    private const int Reach = 3;

    private readonly FrozenDictionary<string, LearnedName> _names;

    private LearnedNames(IEnumerable<LearnedName> names) => _names = names.ToFrozenDictionary(n => NameIndex.Key(n.Name));

    /// <summary>The names, in no order.</summary>
    public IReadOnlyCollection<LearnedName> Names => _names.Values;

    /// <summary>What a name means, or null where nothing or several meanings were learned.</summary>
    public LearnedName? Find(string name) => _names.GetValueOrDefault(NameIndex.Key(name));

    /// <summary>Reads the notes of a corpus.</summary>
    public static LearnedNames Learn(IEnumerable<CorpusEntry> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return Of(documents.SelectMany(TaughtBy));
    }

    /// <summary>Joins what the notes of single documents teach, given in the order of the documents.</summary>
    public static LearnedNames Of(IEnumerable<LearnedName> taught)
    {
        ArgumentNullException.ThrowIfNull(taught);
        var learned = new Dictionary<string, LearnedName?>();
        foreach (var name in taught)
        {
            var key = NameIndex.Key(name.Name);
            if (!learned.TryGetValue(key, out var known)) learned[key] = name;
            else if (known is not null && known.Work != name.Work) learned[key] = null;
        }
        return new LearnedNames(learned.Values.OfType<LearnedName>());
    }

    /// <summary>What the notes of one document teach.</summary>
    public static IEnumerable<LearnedName> TaughtBy(CorpusEntry document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Teach(document)
            .Select(taught => new LearnedName(taught.Name, taught.Source, document.Symbol ?? document.Resolution.Source.Name));
    }

    /// <summary>The citation with a title that was learned joined to what it means; any other citation as it is.</summary>
    public Citation Apply(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return citation.Link is Link.Linked linked && Meaning(linked.Target) is { } name
            ? citation with { Link = new Link.Linked(name.Work), Evidence = $"a note in {name.Teacher} gives the source of this name" }
            : citation;
    }

    /// <summary>What a work that only its title names is, where that was learned; null for any other work.</summary>
    public LearnedName? Meaning(WorkId work) => work.IsTitle ? Find(work.Name) : null;

    /// <summary>Names of several words that end at a mark whose note gives one source, whole or with its one annex.</summary>
    private static IEnumerable<(string Name, WorkId Source)> Teach(CorpusEntry document)
    {
        var sources = document.Citations.Where(c => c is { Note: not null, Clause: >= 0 }).ToLookup(c => (c.Clause, Note: c.Note!.Value));
        foreach (var citation in document.Citations)
        {
            if (citation is not { Note: null, Clause: >= 0, Form: CitationForm.Named or CitationForm.Definite, Link: Link.Linked named })
                continue;
            if (NameIn(citation.Text) is not { } name || NoteBehind(document.Resolution, citation) is not { } note) continue;
            if (sources[(citation.Clause, note)].ToList() is not [{ Link: Link.Linked source, Pinpoint: "" or "annex" }]) continue;
            if (source.Target == WorkId.Self || source.Target.IsTitle || !(named.Target.IsTitle || named.Node == source.Node)) continue;
            yield return (name, source.Node);
        }
    }

    /// <summary>The name without "the"; null where it is one word, or only words that every such work has.</summary>
    private static string? NameIn(string text)
    {
        var name = text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;
        return name.Length > 0 && char.IsUpper(name[0]) && name.Contains(' ', StringComparison.Ordinal)
            && !CommonNouns.Only(NameIndex.Key(name)) ? name : null;
    }

    private static int? NoteBehind(Resolution resolution, Citation citation)
    {
        var marks = resolution.Clauses[citation.Clause].Marks;
        for (var m = 0; m < marks.Length; m++)
        {
            if (marks[m].Position < citation.Local.End || marks[m].Position > citation.Local.End + Reach) continue;
            for (var n = 0; n < resolution.Notes.Length; n++)
                if (resolution.Notes[n].Anchors.Contains(new NoteAnchor(citation.Clause, m))) return n;
        }
        return null;
    }
}

/// <summary>A name with what it means.</summary>
/// <param name="Name">The name as printed.</param>
/// <param name="Work">Its work.</param>
/// <param name="Teacher">The document whose note taught it.</param>
public sealed record LearnedName(string Name, WorkId Work, string Teacher);
