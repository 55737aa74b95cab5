using Search.Citations;
using Search.Citations.Identity;
using Search.Resolutions;
using Search.Resolutions.Text;

namespace Search.Catalog.Building.Parses;

/// <summary>The bytes of what is known of a document without its text.</summary>
internal static class SheetFormat
{
    /// <summary>Writes a sheet.</summary>
    public static void Write(StoreWriter to, DocumentSheet sheet)
    {
        to.Text(sheet.Name);
        Write(to, sheet.Stated);
        Write(to, sheet.Front);
        to.Number(sheet.Clauses);
        to.List(sheet.Languages, to.Text);
        to.Text(sheet.Letters);
        to.List(sheet.Cited, linked => Write(to, linked));
        to.List(sheet.Taught, name =>
        {
            to.Text(name.Name);
            to.Text(name.Work.Value);
            to.Text(name.Teacher);
        });
        to.Number(sheet.Links.Linked);
        to.Number(sheet.Links.Ambiguous);
        to.Number(sheet.Links.Unknown);
        to.Number(sheet.Links.Collective);
    }

    /// <summary>Reads a sheet.</summary>
    public static DocumentSheet Read(StoreReader from) => new()
    {
        Name = from.Required(),
        Stated = ReadStated(from),
        Front = ReadFront(from),
        Clauses = from.Number(),
        Languages = from.List(from.Required),
        Letters = from.Required(),
        Cited = from.List(() => ReadLinked(from)),
        Taught = from.List(() => new LearnedName(from.Required(), new(from.Required()), from.Required())),
        Links = new(from.Number(), from.Number(), from.Number(), from.Number()),
    };

    /// <summary>Writes what a citation was linked to.</summary>
    public static void Write(StoreWriter to, Link.Linked linked)
    {
        to.Text(linked.Target.Value);
        to.Text(linked.Instrument?.Value);
    }

    /// <summary>Reads what a citation was linked to.</summary>
    public static Link.Linked ReadLinked(StoreReader from) =>
        new(new(from.Required()), from.Text() is { } instrument ? new WorkId(instrument) : null);

    private static void Write(StoreWriter to, StatedFields stated)
    {
        to.Text(stated.Symbol);
        to.Text(stated.Title);
        to.Optional(stated.Date?.DayNumber);
        to.List(stated.Topics, topic =>
        {
            to.Text(topic.Kind);
            to.Text(topic.Value);
        });
        to.Text(stated.Iri);
        to.Text(stated.Language);
    }

    private static StatedFields ReadStated(StoreReader from) => new(from.Text(), from.Text(), Day(from))
    {
        Topics = from.List(() => new StatedTopic(from.Required(), from.Required())),
        Iri = from.Text(),
        Language = from.Text(),
    };

    private static void Write(StoreWriter to, FrontMatter front)
    {
        to.Text(front.Symbol);
        to.Text(front.Title);
        to.Text(front.Organ.Body?.Code);
        to.Number((int)front.Kind);
        to.Optional(front.Date?.DayNumber);
        to.Text(front.Session);
        to.Text(front.Meeting);
        to.Text(front.AgendaItem);
        to.Text(front.Sponsors);
        to.Text(front.CommitteeReport);
        to.Text(front.Vote);
        to.Text(front.Language);
    }

    private static FrontMatter ReadFront(StoreReader from) => new()
    {
        Symbol = from.Text(),
        Title = from.Text(),
        Organ = from.Text() is { } code ? Organ.Parse(code, null) : Organ.None,
        Kind = (DocumentKind)from.Number(),
        Date = Day(from),
        Session = from.Text(),
        Meeting = from.Text(),
        AgendaItem = from.Text(),
        Sponsors = from.Text(),
        CommitteeReport = from.Text(),
        Vote = from.Text(),
        Language = from.Required(),
    };

    private static DateOnly? Day(StoreReader from) => from.Optional() is { } day ? DateOnly.FromDayNumber(day) : null;
}
