using System.Globalization;
using System.Text;

namespace Search.Catalog.Parameters;

/// <summary>How many values a parameter takes.</summary>
public enum ParameterValueCount
{
    /// <summary>One; of several the last.</summary>
    One,

    /// <summary>Any number: given several times, or separated by commas.</summary>
    Several,

    /// <summary>Any number, one each time that it is given: values can hold commas.</summary>
    Repeated,
}

/// <summary>What a value is.</summary>
public enum ParameterType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>true or false.</summary>
    Flag,
}

/// <summary>
/// A parameter of a question, declared once: addresses, their description, pages and the command line take its name,
/// meaning, range, default, reading and errors from here.
/// </summary>
/// <param name="Name">As in addresses; on the command line <see cref="Option"/>.</param>
/// <param name="Description">What it does.</param>
public abstract record Parameter(string Name, string Description)
{
    /// <summary>The most values of one parameter.</summary>
    public const int MostValues = 50;

    /// <summary>A value that answers something on the sample, or null.</summary>
    public string? Example { get; init; }

    /// <summary>Whether there is no answer without it.</summary>
    public bool Required { get; init; }

    /// <summary>Former names: still accepted, and deprecated.</summary>
    public IReadOnlyList<string> OldNames { get; init; } = [];

    /// <summary>Of a deprecated parameter: what to use in its place.</summary>
    public string? Replacement { get; init; }

    /// <summary>What a value is.</summary>
    public virtual ParameterType Type => ParameterType.Text;

    /// <summary>How many values it takes.</summary>
    public virtual ParameterValueCount Count => ParameterValueCount.One;

    /// <summary>The words that a value may be, or null.</summary>
    public virtual Vocabulary? Words => null;

    /// <summary>Least and most of a number, or null.</summary>
    public virtual (int Least, int Most)? Range => null;

    /// <summary>The value that holds where none is given, as it is written; null for none.</summary>
    public virtual string? DefaultText => null;

    /// <summary>The name as an option of the command line: <c>timeRespecting</c> is <c>--time-respecting</c>.</summary>
    public string Option => OptionOf(Name);

    /// <summary>A name as an option of the command line.</summary>
    public static string OptionOf(string name)
    {
        var option = new StringBuilder("--");
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c)) option.Append('-');
            option.Append(char.ToLowerInvariant(c));
        }
        return option.ToString();
    }

    /// <summary>Reads values and drops the result: only what cannot be read.</summary>
    public abstract void Check(IReadOnlyList<string> given, ICollection<RefusedValue> refused);
}

/// <summary>A parameter with values of a type.</summary>
/// <typeparam name="T">What is read.</typeparam>
public abstract record Parameter<T>(string Name, string Description) : Parameter(Name, Description)
{
    /// <summary>What values mean. What cannot be read is refused, and the result is as if it had not been given.</summary>
    /// <param name="given">As given, in order; none where the parameter is left out.</param>
    /// <param name="refused">Gets what cannot be read.</param>
    public abstract T Read(IReadOnlyList<string> given, ICollection<RefusedValue> refused);

    /// <inheritdoc />
    public override void Check(IReadOnlyList<string> given, ICollection<RefusedValue> refused) => Read(given, refused);

    /// <summary>The last value, or null where there is none or it is empty.</summary>
    protected static string? Last(IReadOnlyList<string> given) => given is [.., { Length: > 0 } last] ? last : null;

    /// <summary>The values in one list, each once; beyond <see cref="Parameter.MostValues"/> they are refused.</summary>
    protected IReadOnlyList<string> All(IReadOnlyList<string> given, ICollection<RefusedValue> refused)
    {
        var values = Count == ParameterValueCount.Several
            ? given.SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            : given.Select(v => v.Trim()).Where(v => v.Length > 0);
        string[] all = [.. values.Distinct(StringComparer.Ordinal)];
        if (all.Length <= MostValues) return all;
        refused.Add(new(this, all[MostValues], $"may have at most {MostValues} values.", []));
        return all[..MostValues];
    }
}

/// <summary>A value that cannot be read.</summary>
/// <param name="Of">The parameter.</param>
/// <param name="Value">The value as given; empty where one is missing.</param>
/// <param name="Message">What is wrong and what the value may be: a sentence that lacks its subject, the parameter's name.</param>
/// <param name="Near">What may have been meant.</param>
public sealed record RefusedValue(Parameter Of, string Value, string Message, IReadOnlyList<string> Near)
{
    /// <summary>The name under which the value was given.</summary>
    public string Name { get; init; } = Of.Name;

    /// <summary>Whether a required value is missing.</summary>
    public bool IsMissing { get; init; }
}

/// <summary>Text.</summary>
public sealed record TextParameter(string Name, string Description) : Parameter<string?>(Name, Description)
{
    /// <summary>The most characters.</summary>
    public int Longest { get; init; } = 8192;

    /// <inheritdoc />
    public override string? Read(IReadOnlyList<string> given, ICollection<RefusedValue> refused)
    {
        if (Last(given) is not { } text || text.Length <= Longest) return Last(given);
        refused.Add(new(this, text, string.Create(CultureInfo.InvariantCulture, $"may have at most {Longest:#,0} characters."), []));
        return null;
    }
}

/// <summary>Any of several texts.</summary>
public sealed record ListParameter(string Name, string Description) : Parameter<IReadOnlyList<string>>(Name, Description)
{
    /// <summary>Whether a value can hold commas.</summary>
    public bool HoldsCommas { get; init; }

    /// <inheritdoc />
    public override ParameterValueCount Count => HoldsCommas ? ParameterValueCount.Repeated : ParameterValueCount.Several;

    /// <inheritdoc />
    public override IReadOnlyList<string> Read(IReadOnlyList<string> given, ICollection<RefusedValue> refused) => All(given, refused);
}

/// <summary>One word of a vocabulary.</summary>
public sealed record WordParameter(string Name, string Description, Vocabulary Vocabulary) : Parameter<string>(Name, Description)
{
    /// <summary>The word that holds where none is given.</summary>
    public string Default { get; init; } = Vocabulary.Words[0];

    /// <inheritdoc />
    public override Vocabulary Words => Vocabulary;

    /// <inheritdoc />
    public override string DefaultText => Default;

    /// <inheritdoc />
    public override string Read(IReadOnlyList<string> given, ICollection<RefusedValue> refused)
    {
        if (Last(given) is not { } text) return Default;
        if (Vocabulary.Find(text) is { } word) return word;
        refused.Add(Vocabulary.Refuse(this, text));
        return Default;
    }
}

/// <summary>One word of a vocabulary, or none.</summary>
public sealed record ChoiceParameter(string Name, string Description, Vocabulary Vocabulary) : Parameter<string?>(Name, Description)
{
    /// <inheritdoc />
    public override Vocabulary Words => Vocabulary;

    /// <inheritdoc />
    public override string? Read(IReadOnlyList<string> given, ICollection<RefusedValue> refused)
    {
        if (Last(given) is not { } text) return null;
        if (Vocabulary.Find(text) is { } word) return word;
        refused.Add(Vocabulary.Refuse(this, text));
        return null;
    }
}

/// <summary>Any of the words of a vocabulary.</summary>
public sealed record WordsParameter(string Name, string Description, Vocabulary Vocabulary)
    : Parameter<IReadOnlyList<string>>(Name, Description)
{
    /// <inheritdoc />
    public override Vocabulary Words => Vocabulary;

    /// <inheritdoc />
    public override ParameterValueCount Count => ParameterValueCount.Several;

    /// <inheritdoc />
    public override IReadOnlyList<string> Read(IReadOnlyList<string> given, ICollection<RefusedValue> refused)
    {
        var words = new List<string>();
        foreach (var text in All(given, refused))
        {
            if (Vocabulary.Find(text) is { } word) words.Add(word);
            else refused.Add(Vocabulary.Refuse(this, text));
        }
        return words;
    }
}

/// <summary>A whole number within bounds.</summary>
public sealed record NumberParameter(string Name, string Description, int Least, int Most, int Default) : Parameter<int>(Name, Description)
{
    /// <inheritdoc />
    public override ParameterType Type => ParameterType.Number;

    /// <inheritdoc />
    public override (int Least, int Most)? Range => (Least, Most);

    /// <inheritdoc />
    public override string? DefaultText => Default <= Most ? Default.ToString(CultureInfo.InvariantCulture) : null;

    /// <inheritdoc />
    public override int Read(IReadOnlyList<string> given, ICollection<RefusedValue> refused)
    {
        if (Last(given) is not { } text) return Default;
        var isWhole = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        if (isWhole && number >= Least && number <= Most) return number;
        IReadOnlyList<string> near = isWhole ? [Math.Clamp(number, Least, Most).ToString(CultureInfo.InvariantCulture)] : [];
        refused.Add(new(this, text, $"must be a whole number from {Least} to {Most}.", near));
        return Default;
    }
}

/// <summary>true or false, with a default.</summary>
public sealed record FlagParameter(string Name, string Description, bool Default) : Parameter<bool>(Name, Description)
{
    /// <inheritdoc />
    public override ParameterType Type => ParameterType.Flag;

    /// <inheritdoc />
    public override string DefaultText => Default ? "true" : "false";

    /// <inheritdoc />
    public override bool Read(IReadOnlyList<string> given, ICollection<RefusedValue> refused) =>
        Flags.Read(this, Last(given), refused) ?? Default;
}

/// <summary>true, false, or either where it is left out.</summary>
public sealed record EitherParameter(string Name, string Description) : Parameter<bool?>(Name, Description)
{
    /// <inheritdoc />
    public override ParameterType Type => ParameterType.Flag;

    /// <inheritdoc />
    public override bool? Read(IReadOnlyList<string> given, ICollection<RefusedValue> refused) => Flags.Read(this, Last(given), refused);
}

/// <summary>An ISO date, a month or a year, as a day.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="IsEnd">Whether a month or a year means its last day.</param>
public sealed record DateParameter(string Name, string Description, bool IsEnd) : Parameter<string?>(Name, Description)
{
    /// <inheritdoc />
    public override string? Read(IReadOnlyList<string> given, ICollection<RefusedValue> refused)
    {
        if (Last(given) is not { } text) return null;
        if (PartialDate.Day(text, IsEnd) is { } day) return day;
        refused.Add(new(this, text, "must be a date such as 2003-12-22, 2003-12 or 2003.", PartialDate.Near(text) is { } near
            ? [near]
            : []));
        return null;
    }
}

/// <summary>A year, or a range of years.</summary>
public sealed record YearsParameter(string Name, string Description) : Parameter<YearRange?>(Name, Description)
{
    /// <inheritdoc />
    public override YearRange? Read(IReadOnlyList<string> given, ICollection<RefusedValue> refused)
    {
        if (Last(given) is not { } text) return null;
        if (!YearRange.TryParse(text, out var years))
            refused.Add(new(this, text, "must be a year such as 2015, or a range such as 2015..2019.", []));
        else if (years.IsEmpty)
            refused.Add(new(this, text, $"{years.From} is after {years.To}: the range is empty. Swap the years.",
                [$"{years.To}..{years.From}"]));
        else return years;
        return null;
    }
}

/// <summary>Any of several organs, by acronym or name.</summary>
public sealed record OrgansParameter(string Name, string Description) : Parameter<IReadOnlyList<string>>(Name, Description)
{
    /// <inheritdoc />
    public override ParameterValueCount Count => ParameterValueCount.Several;

    /// <inheritdoc />
    public override IReadOnlyList<string> Read(IReadOnlyList<string> given, ICollection<RefusedValue> refused)
    {
        var codes = new List<string>();
        foreach (var text in All(given, refused))
        {
            if (Organs.Code(text) is { } code) codes.Add(code);
            else refused.Add(new(this, text, Organs.Unknown(text), Organs.Near(text)));
        }
        return codes;
    }
}

internal static class Flags
{
    public static bool? Read(Parameter parameter, string? text, ICollection<RefusedValue> refused)
    {
        switch (text?.ToLowerInvariant())
        {
            case null: return null;
            case "true" or "1" or "yes": return true;
            case "false" or "0" or "no": return false;
            default:
                refused.Add(new(parameter, text!, "must be true or false.", Spelling.Near(text!, ["true", "false"])));
                return null;
        }
    }
}
