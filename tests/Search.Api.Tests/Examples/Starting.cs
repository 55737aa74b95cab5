using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Configuration;
using Search.Api.Serving;
using Search.Testing;

namespace Search.Api.Tests.Examples;

/// <summary>What the host is told, and how it comes and goes.</summary>
[Collection(OneApi.Name)]
public class Starting(Api api)
{
    [Fact]
    public void A_flag_goes_before_a_variable_and_a_variable_before_a_file()
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([new("timeout", "1"), new("watch", "2"), new("rateLimit:burst", "3")]);
        Environment.SetEnvironmentVariable("CLAUSEGRAPH_WATCH", "4");
        Environment.SetEnvironmentVariable("CLAUSEGRAPH_RATELIMIT__BURST", "5");
        Environment.SetEnvironmentVariable("TIMEOUT", "soon"); // somebody else's
        try
        {
            string[] arguments = ["--rateLimit:burst=6"];
            configuration.AddEnvironmentVariables().AddEnvironmentVariables(Settings.Prefix).AddCommandLine(arguments);
            var settings = new Settings(configuration);
            (settings.Text("timeout"), settings.Origin("timeout")).ShouldBe(("1", "host"));
            (settings.Text("watch"), settings.Origin("watch")).ShouldBe(("4", "environment, CLAUSEGRAPH_WATCH"));
            (settings.Text("rateLimit:burst"), settings.Origin("rateLimit:burst")).ShouldBe(("6", "command line"));
            (settings.Text("behindProxy"), settings.Origin("behindProxy")).ShouldBe((null, "default"));
        }
        finally
        {
            foreach (var name in (string[])["CLAUSEGRAPH_WATCH", "CLAUSEGRAPH_RATELIMIT__BURST", "TIMEOUT"])
                Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Theory]
    [InlineData("watch", "abc")]
    [InlineData("watch", "0")]
    [InlineData("timeout", "NaN")]
    [InlineData("timeout", "-5")]
    [InlineData("rateLimit:burst", "-1")]
    [InlineData("rateLimit:perSecond", "0")]
    [InlineData("behindProxy", "maybe")]
    [InlineData("urls", "nonsense")]
    [InlineData("urls", "http://127.0.0.1:99999")]
    [InlineData("urls", "http://127.0.0.1:59a2")] // which the framework takes for every interface and port 80
    [InlineData("urls", "http://127.0.0.1:5080x")]
    [InlineData("urls", "http://127.0.0.1:-1")]
    [InlineData("urls", "http://127.0.0.1:")]
    [InlineData("urls", "http://127.0.0.300:5080")]
    [InlineData("urls", "http://127.1:5080")]
    [InlineData("urls", "http://[::1:5080")]
    [InlineData("urls", "http://example.org:5080")] // a name would listen everywhere too
    [InlineData("urls", "http://127.0.0.1:5080/base")]
    [InlineData("urls", "http://nowhere:5081")]
    [InlineData("urls", "ftp://127.0.0.1:5080")]
    [InlineData("exports", "0")]
    [InlineData("publicAddress", "search.example.org")]
    [InlineData("publicAddress", "https://search.example.org/path")]
    [InlineData("publicAddress", "javascript://search.example.org")]
    [InlineData("pathBase", "clauses")]
    [InlineData("pathBase", "/clauses/")]
    [InlineData("pathBase", "/clauses?a")]
    [InlineData("metrics", "9464")]
    [InlineData("metrics", "http://127.0.0.1:0")]
    [InlineData("otlp:endpoint", "collector:4318")]
    [InlineData("otlp:endpoint", "http://127.0.0.1:4318?key=1")]
    [InlineData("originals:documents", "https://docs.example/en/")]
    [InlineData("originals:documents", "https://docs.example/{symbol}/{volume}")]
    [InlineData("originals:documents", "javascript:alert('{symbol}')")]
    [InlineData("originals:treaties", "https://treaties.example/{number}")]
    [InlineData("originals:league", "league/{volume}")]
    [InlineData("authorities", "/there/is/no/such/folder")]
    public void A_value_that_cannot_be_used_is_told_with_its_origin(string name, string value)
    {
        string[] arguments = [$"--{name}", value];
        var configuration = new ConfigurationManager();
        configuration.AddCommandLine(arguments);
        var message = Should.Throw<SettingException>(() =>
        {
            var settings = new Settings(configuration);
            ApiOptions.From(settings);
            Http.RateLimitOptions.From(settings);
        }).Message;
        message.ShouldStartWith($"{name} = '{value}' (command line) cannot be used");
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://0.0.0.0:5080/")]
    [InlineData("https://[::1]:5443")]
    [InlineData("http://[::]")]
    [InlineData("http://localhost:5080")]
    [InlineData("http://*:80")]
    [InlineData("http://+:8080;https://127.0.0.1:8443")]
    public void An_address_that_says_what_it_is_can_be_used(string urls) =>
        new Settings(new ConfigurationManager().AddCommandLine(["--urls", urls]).Build()).Text("urls").ShouldBe(urls);

    [Fact]
    public void A_group_of_settings_and_what_the_framework_takes_are_let_pass() =>
        CommandLine.Read(["--rateLimit=", "--environment=Development", "--contentRoot=/", "--Logging:LogLevel:Default=Error",
            "--shutdownTimeoutSeconds", "5"]).ShouldBeNull();

    [Theory]
    [InlineData("--indx=here", "--index")]
    [InlineData("--indx", "--index")]
    [InlineData("--watch", "needs a value")]
    [InlineData("--index --urls http://127.0.0.1:5080", "--index needs a value")]
    [InlineData("--port 80", "--urls")]
    [InlineData("here", "'here' is not an option")]
    [InlineData("urls=http://127.0.0.1:80", "is not an option")]
    public void An_argument_that_is_not_understood_is_not_passed_over(string arguments, string said)
    {
        var message = Should.Throw<SettingException>(() => CommandLine.Read(arguments.Split(' '))).Message;
        message.ShouldContain(said);
        message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task Help_names_every_setting_and_so_does_the_page_about_running()
    {
        var help = CommandLine.Read(["--index", "somewhere", "--help"])!;
        var page = await File.ReadAllTextAsync(Search.Testing.Places.InRepository("docs", "running.md"));
        foreach (var setting in Settings.All)
        {
            help.ShouldContain($"--{setting.Name} ");
            help.ShouldContain(setting.Variable);
            page.ShouldContain($"| `--{setting.Name}` | `{setting.Variable}` | {(setting.Default.Length == 0 ? "" : setting.Default.Any(c => c is '/' or '*') ? $"`{setting.Default}` " : setting.Default + " ")}|");
        }
    }

    [Theory]
    [InlineData("--help", "Usage: Search.Api")]
    [InlineData("--version", "1.")]
    public async Task Help_and_version_are_printed_and_no_server_starts(string option, string printed)
    {
        using var process = Started.With("--urls", "http://127.0.0.1:0", option);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        process.ExitCode.ShouldBe(0);
        (await output).ShouldContain(printed);
        (await error).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2, "--urls", "http://127.0.0.1:59a2")]
    [InlineData(2, "--indx", "nowhere")]
    [InlineData(74, "--urls", "http://192.0.2.1:5080")] // an address that no machine has
    [InlineData(2, "--urls", "https://127.0.0.1:0")] // without a certificate
    public async Task A_start_that_cannot_be_ends_in_one_line_and_a_code(int code, params string[] arguments)
    {
        using var process = Started.With([.. arguments, "--contentRoot", Path.GetTempPath()]);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        process.ExitCode.ShouldBe(code, await error);
        (await error).TrimEnd().Split('\n').Length.ShouldBe(1, await error);
        (await error + await output).ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_start_that_fails_says_why_in_one_line()
    {
        using var process = Started.With("--watch", "abc");
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(2);
        error.Trim().ShouldBe(
            "watch = 'abc' (command line) cannot be used: it is how often to check for a newer snapshot, in seconds, 0.01 to 3600.");
    }

    [Fact]
    public async Task A_request_that_is_running_is_answered_before_the_end()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a process cannot be asked to end there");
        using var process = Started.With("--urls", "http://127.0.0.1:0", "--index", api.Index);
        var port = (await Started.Ports(process))[0];
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        await Started.Ready(client);

        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync("127.0.0.1", port);
        await socket.SendAsync(
            Encoding.ASCII.GetBytes(
                "POST /v1/extract HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 16\r\n\r\nresolution"));
        await Task.Delay(300);
        Signals.Terminate(process);
        await Task.Delay(500);
        process.HasExited.ShouldBeFalse();
        await socket.SendAsync(" 55/25"u8.ToArray());
        (await Listening.Hear(socket, TimeSpan.FromSeconds(20))).ShouldContain("a-res-55-25");
        var ended = process.WaitForExitAsync();
        (await Task.WhenAny(ended, Task.Delay(TimeSpan.FromSeconds(20)))).ShouldBe(ended);
        process.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Metrics_that_have_an_address_are_nowhere_else_and_nothing_else_is_there()
    {
        int free;
        using (var listener = new TcpListener(System.Net.IPAddress.Loopback, 0))
        {
            listener.Start();
            free = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        }
        using var process = Started.With("--urls", "http://127.0.0.1:0", "--metrics", $"http://127.0.0.1:{free}", "--index", api.Index);
        try
        {
            var ports = await Started.Ports(process, 2);
            ports.ShouldContain(free);
            using var client = new HttpClient();
            async Task<int> Status(int port, string path) => (int)(await client.GetAsync($"http://127.0.0.1:{port}{path}")).StatusCode;
            var main = ports.Single(p => p != free);
            (await Status(free, "/metrics")).ShouldBe(200);
            (await Status(free, "/health/live")).ShouldBe(404);
            (await Status(main, "/metrics")).ShouldBe(404);
            (await Status(main, "/health/live")).ShouldBe(200);
        }
        finally
        {
            process.Kill();
        }
    }
}
