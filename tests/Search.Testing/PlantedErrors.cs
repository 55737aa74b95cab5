using System.Globalization;
using System.Text.RegularExpressions;

namespace Search.Testing;

/// <summary>A citation of a text that is correct, and what is known of the work cited: where an error can be planted.</summary>
/// <param name="Start">UTF-16 offset into the text.</param>
/// <param name="End">UTF-16 offset into the text.</param>
/// <param name="Symbol">The work's symbol.</param>
public sealed record CorrectCitation(int Start, int End, string Symbol)
{
    /// <summary>Whether the day of adoption is known without this text.</summary>
    public bool IsDated { get; init; }

    /// <summary>Whether the title is known without this text.</summary>
    public bool IsTitled { get; init; }

    /// <summary>An operative paragraph of the work's text that can be quoted, with its number; null where
    /// the text is not at hand.</summary>
    public (int Paragraph, string Words, int Last)? Quotable { get; init; }
}

/// <summary>A text with one error, and the text that it was made from.</summary>
/// <param name="Kind">What a check should call the error.</param>
/// <param name="Text">The text with the error.</param>
/// <param name="Start">Where the error is.</param>
/// <param name="End">Where the error ends.</param>
/// <param name="Correct">The same text without the error.</param>
public sealed record PlantedError(string Kind, string Text, int Start, int End, string Correct);

/// <summary>Plants errors in correct citations: a number or a session that never was, another date, title, quotation or paragraph, an
/// abbreviation that is not introduced, a mark without a note.</summary>
public static partial class PlantedErrors
{
    /// <summary>The eight kinds, each with the word that a check should have for it.</summary>
    public static IReadOnlyList<(string Name, string Kind)> Kinds { get; } =
    [
        ("number", "impossible"), ("session", "impossible"), ("date", "date-differs"), ("title", "title-differs"),
        ("quotation", "quote-differs"), ("paragraph", "no-such-provision"), ("abbreviation", "not-introduced"), ("mark", "note-missing"),
    ];

    private static readonly string[] Abbreviations = ["ICCPR", "CEDAW", "UNFCCC", "UNCLOS", "UNCAC", "UNTOC", "ICERD", "CRPD"];

    private static readonly string[] OtherTitles =
        ["Safety of lanterns on inland quays", "Conservation of wooden bridges", "A shared calendar for harvest and rest",
            "Rules for the loan of atlases", "Measures to protect beekeepers in high valleys"];

    /// <summary>Plants one error of a kind at a citation; null where the citation has no place for it.</summary>
    public static PlantedError? Plant(string name, string text, CorrectCitation at, Random random)
    {
        var kind = Kinds.First(k => k.Name == name).Kind;
        var mention = text[at.Start..at.End];
        switch (name)
        {
            case "number":
            case "session":
                return Number().Match(mention) is { Success: true } number
                    && Impossible(number, name == "session", at.Symbol, random) is { } other
                    ? Replaced(kind, text, at.Start + number.Index, number.Length, other) : null;
            case "date":
                return at.IsDated && Date().Match(text, at.End) is { Success: true } date && date.Index == at.End
                    ? Replaced(kind, text, date.Groups[1].Index, date.Groups[1].Length, OtherDate(date.Groups[1].Value, random))
                    : null;
            case "title":
                return at.IsTitled && Title().Match(text, at.End) is { Success: true } title && title.Index == at.End
                    ? Replaced(kind, text, title.Groups[1].Index, title.Groups[1].Length, OtherTitles[random.Next(OtherTitles.Length)])
                    : null;
            case "quotation":
                if (at.Quotable is not var (_, words, _) || Quotation(words, random) is not var (quoted, changed)) return null;
                return Inserted(kind, text, EndOfCitation(text, at.End), $", in which it is stated that “{quoted}”",
                    $", in which it is stated that “{changed}”");
            case "paragraph":
                if (at.Quotable is not var (paragraph, _, last)) return null;
                if (Lead().Match(text[..at.Start]) is var lead && !mention.Contains("resolution ", StringComparison.Ordinal)
                    && !lead.Value.Contains("resolution ", StringComparison.Ordinal))
                    return null;
                return Inserted(kind, text, lead.Index, $"paragraph {paragraph} of ",
                    string.Create(CultureInfo.InvariantCulture, $"paragraph {last + 1 + random.Next(60)} of "));
            case "abbreviation":
                var abbreviation = Abbreviations[random.Next(Abbreviations.Length)];
                return text.Contains(abbreviation, StringComparison.Ordinal)
                    ? null
                    : Inserted(kind, text, EndOfCitation(text, at.End), "", $" and the {abbreviation}");
            default:
                return Inserted(kind, text, EndOfCitation(text, at.End), "", Mark(random.Next(80, 99)));
        }
    }

    private static PlantedError Replaced(string kind, string text, int start, int length, string with) =>
        new(kind, string.Concat(text.AsSpan(0, start), with, text.AsSpan(start + length)), start, start + with.Length, text);

    private static PlantedError Inserted(string kind, string text, int at, string correct, string wrong) =>
        new(kind, text.Insert(at, wrong), at, at + wrong.Length, text.Insert(at, correct));

    /// <summary>After the date and the pinpoint that belong to a citation, where the sentence can continue.</summary>
    private static int EndOfCitation(string text, int end) =>
        Date().Match(text, end) is { Success: true } date && date.Index == end ? date.Index + date.Length : end;

    /// <summary>The number with a running number beyond those of its session, or with a session that never was.</summary>
    private static string? Impossible(Match number, bool session, string symbol, Random random)
    {
        var isCouncil = symbol.StartsWith("S/RES/", StringComparison.Ordinal);
        if (number.Groups["session"].Success)
        {
            var isHumanRights = symbol.StartsWith("A/HRC/", StringComparison.Ordinal);
            if (!symbol.StartsWith("A/RES/", StringComparison.Ordinal) && !symbol.StartsWith("E/RES/", StringComparison.Ordinal)
                && !isHumanRights)
                return null;
            var value = int.Parse(number.Groups["session"].Value, CultureInfo.InvariantCulture);
            var other = value >= 1946 ? random.Next(2050, 2099) : isHumanRights ? random.Next(90, 99) : random.Next(95, 120);
            return session
                ? string.Create(CultureInfo.InvariantCulture, $"{other}/{number.Groups["of"].Value}")
                : string.Create(CultureInfo.InvariantCulture, $"{value}/{random.Next(700, 999)}");
        }
        var running = int.Parse(number.Groups["running"].Value, CultureInfo.InvariantCulture);
        var letter = number.Groups["letter"].Value;
        if (isCouncil && number.Groups["year"].Success)
            return session
                ? string.Create(CultureInfo.InvariantCulture, $"{running} ({random.Next(2050, 2099)})")
                : string.Create(CultureInfo.InvariantCulture, $"{running + random.Next(3000, 6000)} ({number.Groups["year"].Value})");
        if (!symbol.StartsWith("A/RES/", StringComparison.Ordinal) || !number.Groups["roman"].Success) return null;
        return session
            ? string.Create(CultureInfo.InvariantCulture, $"{running}{letter} (XL)")
            : string.Create(CultureInfo.InvariantCulture, $"{running + random.Next(4000, 6000)}{letter} ({number.Groups["roman"].Value})");
    }

    private static string OtherDate(string printed, Random random)
    {
        var day = DateOnly.ParseExact(printed, "d MMMM yyyy", CultureInfo.InvariantCulture);
        var other = random.Next(3) switch
        {
            0 => day.AddDays(random.Next(1, 20)),
            1 => day.AddMonths(random.Next(1, 11)),
            _ => day.AddYears(random.Next(2) == 0 ? random.Next(1, 4) : -random.Next(1, 4))
        };
        return other.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
    }

    /// <summary>Some words of a paragraph, and the same with one or two of them changed.</summary>
    private static (string Quoted, string Changed)? Quotation(string words, Random random)
    {
        var all = words.Split(' ');
        if (all.Length < 14) return null;
        var length = random.Next(8, Math.Min(20, all.Length - 2));
        var from = random.Next(1, all.Length - length);
        var taken = all[from..(from + length)];
        var quoted = string.Join(' ', taken).Trim(',', ';', '.', ':');
        if (quoted.AsSpan().IndexOfAny('“', '”', '"') >= 0 || quoted.Contains(';', StringComparison.Ordinal)) return null;
        var changed = taken.ToArray();
        changed[random.Next(1, length - 1)] = "seldom";
        return (quoted, string.Join(' ', changed).Trim(',', ';', '.', ':'));
    }

    private static string Mark(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture)
            .Select(c => c switch { '1' => '¹', '2' => '²', '3' => '³', _ => (char)('⁰' + (c - '0')) }));

    [GeneratedRegex(@"(?<![\d/])(?:(?<session>\d{1,4})/(?<of>\d{1,3})(?![\d/])|(?<running>\d{1,4})(?<letter> [A-Z])? \((?:(?<year>19\d\d|20\d\d)|(?<roman>[IVXL]+))\))")]
    private static partial Regex Number();

    [GeneratedRegex(@" of (\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4})")]
    private static partial Regex Date();

    [GeneratedRegex(@"(?:its |the |General Assembly |Security Council |Assembly |Council )*(?:resolution )?$")]
    private static partial Regex Lead();

    [GeneratedRegex(@"(?: of \d{1,2} \w+ \d{4})?,? entitled “([^”]{12,200})”")]
    private static partial Regex Title();
}
