using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Encodings.Web;
using System.Text.Json;
using Search.Catalog;
using Search.Catalog.Parameters;
using Search.Indexer.Commands;

namespace Search.Indexer;

/// <summary>The command line as a whole: results on <paramref name="output"/>, progress and messages on <paramref name="error"/>.</summary>
internal sealed class CommandLine(TextWriter output, TextWriter error, Style style)
{
    /// <summary>What the program is called: as a tool and as a file of its own by its short name.</summary>
    public static string Name { get; } = System.IO.Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "clausegraph"
        ? "clausegraph"
        : "Search.Indexer";

    /// <summary>Where results go.</summary>
    public TextWriter Out { get; } = output;

    /// <summary>How results look.</summary>
    public Style Style { get; } = style;

    /// <summary>Where progress and messages go.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>Runs one command and returns its exit code.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where progress and messages go.</param>
    /// <param name="style">How results look; plain where it is null.</param>
    /// <param name="cancellation">Interrupts the command, as Ctrl-C does.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, Style? style = null,
        CancellationToken cancellation = default)
    {
        var line = new CommandLine(output, error, style ?? Style.Plain);
        var root = new RootCommand(
            "Clausegraph: splits UN resolutions into clauses, finds what they cite, and builds and serves an index of both.")
        {
            BuildCommand.Create(line),
            ServeCommand.Create(line, args),
            QueryCommands.Search(line),
            QueryCommands.CitedBy(line),
            QueryCommands.Cites(line),
            ReuseCommands.Compare(line),
            ReuseCommands.Versions(line),
            PathCommand.Create(line),
            ExportCommand.Create(line),
            ParseCommand.Create(line),
            CheckCommand.Create(line),
            McpCommand.Create(line),
            QueryCommands.Stats(line),
            QueryCommands.Verify(line),
            CompletionCommand.Create(line),
        };
        try
        {
            var parsed = root.Parse(args);
            if (parsed.Errors.Count > 0) return line.Usage(parsed);
            if (MistakenForPath(parsed.CommandResult) is { } option) return line.RefuseOption(parsed.CommandResult.Command, option);
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false
            }, cancellation);
        }
#pragma warning disable CA1031 // the last resort: no command ends in a stack trace
        catch (Exception e)
        {
            var failure = Failure.Of(e);
            return failure.Message.Length == 0 ? failure.Code : line.Fail(failure.Code, failure.Message);
        }
#pragma warning restore CA1031
    }

    /// <summary>One line on the error stream: what, why, next step.</summary>
    public int Fail(int code, string message)
    {
        Error.WriteLine($"error: {message}");
        return code;
    }

    /// <summary>Says which options cannot be read; false where all can.</summary>
    /// <param name="values">What was read.</param>
    /// <param name="hint">A further sentence for a value, or null.</param>
    public bool Refuses(ParameterValues values, Func<RefusedValue, string?>? hint = null)
    {
        foreach (var refused in values.Refused)
        {
            var near = refused.Near.Count > 0 ? $" Did you mean {string.Join(", ", refused.Near)}?" : "";
            Fail(ExitCode.Usage,
                $"{Parameter.OptionOf(refused.Name)} {refused.Message}{near}{(hint?.Invoke(refused) is { } more ? " " + more : "")}");
        }
        return values.Refused.Count > 0;
    }

    /// <summary>Says that a command has no such option, and which it may have been meant for.</summary>
    public int RefuseOption(Command command, string option)
    {
        var near = Spelling.Near(option, command.Options.Where(o => !o.Hidden).Select(o => o.Name));
        return Fail(ExitCode.Usage,
            $"{option} is not an option of {command.Name}.{(near.Count > 0 ? $" Did you mean {string.Join(" or ", near)}?" : "")} Try '{Name} {command.Name} --help'.");
    }

    /// <summary>Writes counts by fields, a line a group of the outer one.</summary>
    public void WriteGroups(Grouping? grouped)
    {
        foreach (var group in grouped?.Groups ?? [])
            Out.WriteLine($"{group.Value}: {group.Count}{(group.Groups.Count > 0 ? $" ({string.Join(", ", group.Groups.Select(g => $"{g.Value} {g.Count}"))})" : "")}");
    }

    /// <summary>Writes an answer as JSON with the names that the HTTP API uses.</summary>
    public void WriteJson<T>(T answer) => Out.WriteLine(JsonSerializer.Serialize(answer, Json));

    /// <summary>Writes an answer as one line of JSON.</summary>
    public void WriteJsonLine<T>(T answer) => Out.WriteLine(JsonSerializer.Serialize(answer, JsonLine));

    /// <summary>Opens the live snapshot and asks it.</summary>
    public int WithCatalog(string? index, Func<ResolutionCatalog, int> ask)
    {
        using var catalog = ResolutionCatalog.Open(CatalogFolders.Index(index), warn: e => Error.WriteLine($"warning: {e.Message}"));
        return ask(catalog);
    }

    /// <summary>The id of the work that a person means; null after saying what else it could be.</summary>
    public string? WorkId(ResolutionCatalog catalog, string asked)
    {
        if (catalog.Work(asked) is not null) return asked;
        var resolved = catalog.Resolve(asked);
        if (resolved.Works.Count == 1) return resolved.Works[0].Id;
        var several = resolved.Works.Count > 1;
        var ids = string.Join(", ", (several ? resolved.Works : resolved.Nearest).Select(w => w.Id).DefaultIfEmpty("nothing"));
        Fail(ExitCode.NothingMatched, $"'{asked}' {(several ? "can mean" : "is not known here; nearest:")} {ids}.");
        return null;
    }

    /// <summary>The first word that is taken for a file or a folder, and looks like an option; null where there is none.</summary>
    private static string? MistakenForPath(CommandResult command) => command.Children
        .Where(child => child is OptionResult { Option.HelpName: "DIR" or "FILE" } or ArgumentResult { Argument.Name: "DIR" or "FILE" })
        .SelectMany(child => child.Tokens.Select(token => token.Value))
        .FirstOrDefault(value => value.StartsWith("--", StringComparison.Ordinal) && !System.IO.Path.Exists(value));

    private static readonly JsonSerializerOptions JsonLine =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private int Usage(ParseResult parsed)
    {
        // Of a word that is no command, nothing is said twice, and nothing of the words after it.
        var unknown = parsed.CommandResult.Command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var first, ..] ? first : null;
        foreach (var message in unknown is null ? parsed.Errors.Select(e => e.Message) : [$"'{unknown}' is not a command."])
            Error.WriteLine($"error: {message}{Meant(parsed)}");
        Error.WriteLine($"Try '{string.Join(' ', Path(parsed.CommandResult).Append("--help"))}'.");
        return ExitCode.Usage;
    }

    /// <summary>The commands or options that an unknown word may have been meant for.</summary>
    private static string Meant(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is not [var word, ..]) return "";
        var command = parsed.CommandResult.Command;
        var near = Spelling.Near(word, word.StartsWith('-')
            ? command.Options.Where(o => !o.Hidden).Select(o => o.Name)
            : command.Subcommands.Select(c => c.Name));
        return near.Count > 0 ? $" Did you mean {string.Join(" or ", near)}?" : "";
    }

    private static IEnumerable<string> Path(CommandResult result)
    {
        if (result.Parent is CommandResult parent)
            foreach (var name in Path(parent)) yield return name;
        yield return result.Command is RootCommand ? Name : result.Command.Name;
    }
}
