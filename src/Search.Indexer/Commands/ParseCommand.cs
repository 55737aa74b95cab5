using System.CommandLine;
using Search.Catalog;

namespace Search.Indexer.Commands;

/// <summary><c>parse FILE... [--out DIR]</c>: clauses and citations of single files as JSON.</summary>
internal static class ParseCommand
{
    public static Command Create(CommandLine line)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Files to parse: .txt .md .html .docx .pdf .xml",
            Arity = ArgumentArity.OneOrMore
        };
        var folder = new Option<string?>("--out")
        {
            Description =
            "Write DIR/NAME.json for each NAME.ext; without it one file goes to standard output",
            HelpName = "DIR"
        };
        var authorities = new Option<string?>("--authorities")
        {
            Description =
            "Folder with works.tsv, parts.tsv, verbs.tsv and names.CODE.tsv",
            HelpName = "DIR"
        };
        var corpus = new Option<string?>("--corpus")
        {
            Description = "Documents used to infer the symbol of a document that prints none",
            HelpName = "DIR"
        };
        var command = new Command("parse", "Show the clauses and citations of single files as JSON, without building an index.")
        {
            files, folder, authorities, corpus,
        };
        command.SetAction(result =>
            Run(line, result.GetValue(files)!, result.GetValue(folder), result.GetValue(authorities), result.GetValue(corpus)));
        return command;
    }

    private static int Run(CommandLine line, string[] files, string? folder, string? authorities, string? corpus)
    {
        if (files.Length > 1 && folder is null)
            return line.Fail(ExitCode.Usage, "several files need --out DIR, the folder for their NAME.json files.");
        var missing = Array.FindAll(files, f => !File.Exists(f));
        if (missing.Length > 0)
            return line.Fail(ExitCode.InputMissing, $"no such file: {string.Join(", ", missing.Take(5))}. Check the path.");
        var twice = files.GroupBy(f => Path.GetFileNameWithoutExtension(f)).FirstOrDefault(g => folder is not null && g.Count() > 1);
        if (twice is not null)
            return line.Fail(ExitCode.Usage,
                $"{string.Join(" and ", twice)} would both be written to {twice.Key}.json. Parse them in separate runs.");

        var parser = DocumentParser.Load(CatalogFolders.Authorities(authorities), corpus);
        if (folder is not null) Directory.CreateDirectory(folder);
        var failed = 0;
        foreach (var file in files)
        {
            var (output, code, message) = parser.Parse(file);
            if (output is null)
            {
                line.Error.WriteLine($"left out: {file}: {message} [{code}]");
                failed++;
            }
            else if (folder is null)
            {
                line.Out.WriteLine(output.ToJson());
            }
            else
            {
                File.WriteAllText(Path.Combine(folder, Path.GetFileNameWithoutExtension(file) + ".json"), output.ToJson());
            }
        }
        return failed == 0 ? ExitCode.Ok : failed == files.Length ? ExitCode.Invalid : ExitCode.Failure;
    }
}
