using Search.Resolutions.Text;

namespace Search.Resolutions.Parsing;

/// <summary>Gives what was parsed out of a folded text its printed characters back.</summary>
/// <param name="source">The source as printed.</param>
/// <param name="folded">Its folded text.</param>
internal sealed class Unfolding(SourceText source, string folded)
{
    private readonly MappedText.Builder _builder = new();

    /// <summary>A resolution with the printed text in its clauses, notes and fields.</summary>
    public Resolution Of(Resolution parsed) => parsed with
    {
        Source = source,
        Front = parsed.Front with
        {
            Title = source.Stated.Title ?? Field(parsed, parsed.Front.Title),
            Session = Field(parsed, parsed.Front.Session),
            Meeting = Field(parsed, parsed.Front.Meeting),
            AgendaItem = Field(parsed, parsed.Front.AgendaItem),
            Sponsors = Field(parsed, parsed.Front.Sponsors),
            CommitteeReport = Field(parsed, parsed.Front.CommitteeReport),
            Vote = Field(parsed, parsed.Front.Vote),
        },
        Clauses = [.. parsed.Clauses.Select(Of)],
        Notes = [.. parsed.Notes.Select(n => n with { Text = Of(n.Text) })],
    };

    private Clause Of(Clause clause) => clause with
    {
        Text = Of(clause.Text),
        Head = clause.Head is { Length: > 0 } head ? Part(clause, head) : clause.Head,
        Number = clause.Number is { } number ? Number(number, clause.Span) : null,
    };

    /// <summary>The printed number: it begins within the clause, after a quotation mark where there is one.</summary>
    private string Number(string number, TextSpan span)
    {
        var at = folded.AsSpan(span.Start, span.Length).IndexOf(number);
        return at < 0 ? number : source.Text.Substring(span.Start + at, number.Length).Trim();
    }

    /// <summary>A field of front or closing matter, found in the clause that it was read from.</summary>
    private string? Field(Resolution parsed, string? field)
    {
        if (string.IsNullOrEmpty(field)) return field;
        foreach (var clause in parsed.Clauses)
            if (clause.Kind == ClauseKind.Other && clause.Text.Text.Contains(field, StringComparison.Ordinal)) return Part(clause, field);
        return field;
    }

    private string Part(Clause clause, string folded)
    {
        var at = clause.Text.Text.IndexOf(folded, StringComparison.Ordinal);
        return at < 0 ? folded : Of(clause.Text.Slice(new(at, at + folded.Length))).Text;
    }

    private MappedText Of(MappedText text)
    {
        if (text.Length == 0) return text;
        _builder.Clear();
        for (var i = 0; i < text.Length; i++)
        {
            var place = text.ToSource(i);
            _builder.Append(char.IsWhiteSpace(text.Text[i]) ? ' ' : source.Text[place], place);
        }
        return _builder.Build();
    }
}
