using System.CommandLine;

namespace Search.Indexer.Commands;

/// <summary><c>completion SHELL</c>: a script by which a shell completes commands, options and their values.</summary>
internal static class CompletionCommand
{
    // The program itself is asked: [suggest:POSITION] and the line without the program's name.
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = """
            _clausegraph() {
              local IFS=$'\n' line="${COMP_LINE#* }" words
              words=$(clausegraph "[suggest:$((COMP_POINT - ${#COMP_LINE} + ${#line}))]" "$line" 2>/dev/null)
              COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _clausegraph clausegraph
            """,
        ["zsh"] = """
            #compdef clausegraph
            _clausegraph() {
              local line="${BUFFER#* }" words
              words=("${(@f)$(clausegraph "[suggest:$((CURSOR - ${#BUFFER} + ${#line}))]" "$line" 2>/dev/null)}")
              compadd -- $words || _files
            }
            compdef _clausegraph clausegraph
            """,
        ["fish"] = """
            function __clausegraph
              set -l line (string replace -r '^\S+\s' '' -- (commandline -cp))
              clausegraph "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
            end
            complete -c clausegraph -a '(__clausegraph)'
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName clausegraph -ScriptBlock {
              param($word, $ast, $position)
              $text = $ast.ToString().PadRight($position)
              $line = $text.Substring([Math]::Min($text.Length, $text.IndexOf(' ') + 1))
              clausegraph "[suggest:$($line.Length)]" $line 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }
            """,
    };

    public static Command Create(CommandLine line)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh" };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completion",
            "Write a shell completion script for commands and options: source <(clausegraph completion bash)") { shell };
        command.SetAction(result =>
        {
            line.Out.WriteLine(Scripts[result.GetValue(shell)!]);
            return ExitCode.Ok;
        });
        return command;
    }
}
