using System.CommandLine;
using Search.Catalog.Parameters;

namespace Search.Indexer.Commands;

/// <summary>Parameters as options of a command: the same names, meanings, values and errors as in addresses.</summary>
internal sealed class ParameterOptions
{
    private readonly Dictionary<string, Option<string[]>> _options = new(StringComparer.OrdinalIgnoreCase);

    public ParameterOptions(Command command, params IEnumerable<Parameter> parameters)
    {
        foreach (var parameter in parameters)
        {
            Add(command, parameter.Name, parameter, parameter.Replacement is not null);
            foreach (var old in parameter.OldNames.Where(old => !_options.ContainsKey(old))) Add(command, old, parameter, isHidden: true);
        }
    }

    /// <summary>What a command's options say.</summary>
    public ParameterValues Values(ParseResult parsed) =>
        new(name => _options.TryGetValue(name, out var option) ? parsed.GetValue(option) ?? [] : []);

    /// <summary>Another name for the option of a parameter.</summary>
    public void AddAlias(Parameter parameter, string alias) => _options[parameter.Name].Aliases.Add(alias);

    private void Add(Command command, string name, Parameter parameter, bool isHidden)
    {
        var option = new Option<string[]>(Parameter.OptionOf(name))
        {
            Description = DescriptionOf(parameter),
            HelpName = HelpNameOf(parameter),
            Hidden = isHidden,
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        if (parameter.Words is { } words) option.CompletionSources.Add([.. words.Words]);
        _options.Add(name, option);
        command.Add(option);
    }

    private static string DescriptionOf(Parameter parameter)
    {
        var text = parameter.Description.Replace("`", "", StringComparison.Ordinal).TrimEnd('.');
        var details = new List<string>();
        if (parameter.Words is { } words) details.Add(string.Join(", ", words.Words));
        if (parameter.Range is var (least, most)) details.Add($"{least} to {most}");
        if (parameter.DefaultText is { } otherwise) details.Add($"default: {otherwise}");
        return details.Count == 0 ? text : $"{text} ({string.Join("; ", details)})";
    }

    private static string HelpNameOf(Parameter parameter) => parameter switch
    {
        DateParameter => "DATE",
        { Type: ParameterType.Number } => "N",
        { Type: ParameterType.Flag } => "true|false",
        { Words: not null } => "WORD",
        _ => parameter.Name.ToUpperInvariant(),
    };
}
