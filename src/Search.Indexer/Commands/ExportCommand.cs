using System.CommandLine;
using Search.Catalog;

namespace Search.Indexer.Commands;

/// <summary><c>export --format F [--to FILE]</c>: the graph for other programs.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandLine line)
    {
        var names = ResolutionCatalog.ExportFormats.Select(f => f.Name).ToArray();
        var format = new Option<string>("--format") { Description = string.Join(", ", names), DefaultValueFactory = _ => "graphml", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong(names);
        var file = new Option<string?>("--to") { Description = "File to write; without it standard output", HelpName = "FILE" };
        var treatment = new Option<string[]>("--treatment") { Description = "Only these treatments", HelpName = "WORD" };
        var from = new Option<string?>("--from") { Description = "Earliest date, ISO", HelpName = "DATE" };
        var to = new Option<string?>("--until") { Description = "Latest date, ISO", HelpName = "DATE" };
        var work = new Option<string?>("--work") { Description = "Only what reaches or leaves this work", HelpName = "WORK" };
        var folder = new Option<string?>("--static") { Description = "Write a folder that <clause-search static=...> searches without a server, instead of the graph", HelpName = "DIR" };
        var site = new Option<string>("--site") { Description = "With --static: address of the server whose pages the hits lead to", DefaultValueFactory = _ => "http://127.0.0.1:5080", HelpName = "URL" };
        var quotes = new Option<bool>("--quotes") { Description = "Give every edge its clause's text" };
        var index = new Option<string?>("--index") { Description = "Folder of snapshots (default: index-data/built, or CLAUSEGRAPH_INDEX)", HelpName = "DIR" };
        var command = new Command("export", "Write the citation graph as a file for other programs, or the clauses as a folder for a site without a server.") { format, file, treatment, from, to, work, quotes, folder, site, index };
        command.SetAction(result => line.WithCatalog(result.GetValue(index), catalog =>
        {
            if (result.GetValue(folder) is { } target)
            {
                try
                {
                    var (clauses, files) = catalog.ExportStatic(target, result.GetValue(site)!);
                    line.Out.WriteLine($"{clauses} clauses in {files} files");
                    return ExitCode.Ok;
                }
                catch (InvalidDataException e)
                {
                    return line.Fail(ExitCode.Failure, e.Message);
                }
            }
            string? id = null;
            if (result.GetValue(work) is { } asked && (id = line.WorkId(catalog, asked)) is null) return ExitCode.NothingMatched;
            var query = new ExportQuery
            {
                Treatments = result.GetValue(treatment) ?? [], From = result.GetValue(from), To = result.GetValue(to), Work = id, Quotes = result.GetValue(quotes),
            };
            using var stream = result.GetValue(file) is { } path ? File.Create(path) : Console.OpenStandardOutput();
            catalog.Export(query, result.GetValue(format)!, stream);
            return ExitCode.Ok;
        }));
        return command;
    }
}
