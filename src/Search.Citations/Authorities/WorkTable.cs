using System.Collections.Immutable;
using System.Globalization;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Authorities;

/// <summary>Reads <c>works.tsv</c>: one row a work, described in <c>docs/formats</c>.</summary>
internal static class WorkTable
{
    /// <summary>All works in file order.</summary>
    /// <exception cref="FormatException">A row is malformed, an id occurs twice, or a relation leads nowhere.</exception>
    public static ImmutableArray<Work> Read(string path)
    {
        var table = TableFile.Read(path, "id", "title", "names", "kind", "symbol", "unts", "adopted", "articles", "relations", "role");
        var works = ImmutableArray.CreateBuilder<Work>(table.Rows.Count);
        var lines = new Dictionary<string, int>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            var id = row.Required("id");
            if (!lines.TryAdd(id, row.Line)) throw row.Wrong("id", $"'{id}' is also on line {lines[id]}. Merge the two rows.");
            works.Add(new Work
            {
                Id = new WorkId(id),
                Title = row.Required("title"),
                Names = [.. row.Parts("names", " | ")],
                Kind = row.Required("kind"),
                Symbols = [.. row.Parts("symbol", ";").Select(FirstHalf)],
                JointSymbols = [.. row.Parts("symbol", ";").Select(Joint).Where(j => j is not null).Select(j => j!.Value)],
                TreatySeries = Registrations(row),
                Adopted = Adopted(row),
                Articles = Articles(row),
                Relations = RelationsOf(row),
                Role = row["role"] is { Length: > 0 } role ? role : null,
            });
        }
        for (var i = 0; i < works.Count; i++)
        {
            foreach (var relation in works[i].Relations)
                if (!lines.ContainsKey(relation.Target.Value) && !relation.Target.IsSymbol)
                    throw table.Rows[i].Wrong("relations", $"'{relation.Target}' is no work of this file. Add its row, or correct the id.");
        }
        return works.ToImmutable();
    }

    /// <summary>A symbol with its part, of a joint symbol the first half: "A/47/277-S/24111 annex" is "A/47/277 annex".</summary>
    private static string FirstHalf(string text)
    {
        var (symbol, part) = SymbolLookup.Split(text);
        return Joint(text) is not { } joint ? text : part.Length == 0 ? joint.First : $"{joint.First}{text[symbol.Length..]}";
    }

    private static (string Second, string First)? Joint(string text) =>
        DocumentSymbol.TryParseJoint(SymbolLookup.Split(text).Symbol, out var first, out var second)
            ? (second.ToString(), first.ToString())
            : null;

    private static ImmutableArray<string> Registrations(TableRow row)
    {
        var parts = row.Parts("unts", ";");
        foreach (var part in parts)
            if (!TreatySeriesReference.TryParse(part, out _) && !part.StartsWith("vols. ", StringComparison.Ordinal))
                throw row.Wrong("unts",
                    $"'{part}' is not a Treaty Series reference. Write 'vol. 2237, No. 39574' or 'LNTS vol. 60, No. 1414'.");
        return [.. parts];
    }

    private static string? Adopted(TableRow row)
    {
        var text = row["adopted"];
        if (text.Length == 0) return null;
        return DateTime.TryParseExact(text, ["yyyy", "yyyy-MM", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? text
            : throw row.Wrong("adopted", $"'{text}' is not a date. Write 1989, 1989-11 or 1989-11-20.");
    }

    private static int? Articles(TableRow row)
    {
        var text = row["articles"];
        if (text.Length == 0) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0
            ? n
            : throw row.Wrong("articles", $"'{text}' is not a number of articles. Write digits only.");
    }

    private static ImmutableArray<WorkRelation> RelationsOf(TableRow row)
    {
        var parts = row.Parts("relations", ";");
        var relations = ImmutableArray.CreateBuilder<WorkRelation>(parts.Length);
        foreach (var part in parts)
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || colon == part.Length - 1 || !EnumWords.TryParse(part[..colon], out WorkRelationKind kind))
                throw row.Wrong("relations",
                    $"'{part}' is not a relation. Write WORD:ID with one of {string.Join(", ", EnumWords.All<WorkRelationKind>())}.");
            relations.Add(new WorkRelation(kind, new WorkId(part[(colon + 1)..].Trim())));
        }
        return relations.MoveToImmutable();
    }
}
