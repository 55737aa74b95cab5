using System.Diagnostics;
using System.Text.Json;
using Search.Graph.Exports;
using Search.Testing;

namespace Search.Graph.Tests.Exports;

/// <summary>Programs of others that read the formats, where they are installed.</summary>
internal static class OutsideReaders
{
    /// <summary>Runs a program on a file and gives what it prints; skips the test when there is no such program.</summary>
    public static string Run(string program, byte[] input, string extension, params string[] arguments)
    {
        Assert.SkipWhen(Programs.Find(program) is null, Programs.Missing(program));
        using var folder = new TemporaryFolder();
        var file = folder.Write("graph" + extension, input);
        using var process = Process.Start(new ProcessStartInfo(program, [.. arguments, file])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        errors.GetAwaiter().GetResult().ShouldBeEmpty();
        process.ExitCode.ShouldBe(0);
        return output;
    }

    /// <summary>What Graphviz understood: names and attributes after its own parser.</summary>
    public static (List<ExportNode> Nodes, List<ExportEdge> Edges) Graphviz(byte[] dot)
    {
        using var json = JsonDocument.Parse(Run("dot", dot, ".dot", "-Tdot_json"));
        var objects = json.RootElement.GetProperty("objects").EnumerateArray().ToList();
        var names = objects.ToDictionary(o => o.GetProperty("_gvid").GetInt32(), o => o.GetProperty("name").GetString()!);
        return ([.. objects.Select(o =>
            ExportReaders.Node(o.GetProperty("name").GetString()!, name => Value(o, name == "name" ? "work" : name)))],
            [.. json.RootElement.GetProperty("edges").EnumerateArray().Select(e => ExportReaders.Edge(
                e.GetProperty("id").GetString()!, names[e.GetProperty("tail").GetInt32()], names[e.GetProperty("head").GetInt32()],
                name => Value(e, name == "treatment" ? "label" : name)))]);
    }

    private static string? Value(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? Unescaped(text) : null;

    /// <summary>As Graphviz shows a label: its escapes and entities taken away.</summary>
    private static string Unescaped(string text)
    {
        var plain = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\') plain.Append(text[++i] == 'n' ? '\n' : text[i]);
            else if (text.AsSpan(i).StartsWith("&amp;", StringComparison.Ordinal) && plain.Append('&') is not null) i += 4;
            else plain.Append(text[i]);
        }
        return plain.ToString();
    }
}
