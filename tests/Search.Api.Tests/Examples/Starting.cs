using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Configuration;
using Search.Api.Serving;

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
            var settings = new Settings(configuration, arguments);
            (settings.Text("timeout"), settings.Origin("timeout")).ShouldBe(("1", "host"));
            (settings.Text("watch"), settings.Origin("watch")).ShouldBe(("4", "environment, CLAUSEGRAPH_WATCH"));
            (settings.Text("rateLimit:burst"), settings.Origin("rateLimit:burst")).ShouldBe(("6", "command line"));
            (settings.Text("behindProxy"), settings.Origin("behindProxy")).ShouldBe((null, "default"));
        }
        finally
        {
            foreach (var name in (string[])["CLAUSEGRAPH_WATCH", "CLAUSEGRAPH_RATELIMIT__BURST", "TIMEOUT"]) Environment.SetEnvironmentVariable(name, null);
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
    [InlineData("authorities", "/there/is/no/such/folder")]
    public void A_value_that_cannot_be_used_is_told_with_its_origin(string name, string value)
    {
        string[] arguments = [$"--{name}", value];
        var configuration = new ConfigurationManager();
        configuration.AddCommandLine(arguments);
        var message = Should.Throw<SettingException>(() =>
        {
            var settings = new Settings(configuration, arguments);
            ApiOptions.From(settings);
            Http.RateLimitOptions.From(settings);
        }).Message;
        message.ShouldStartWith($"{name} = '{value}' (command line) cannot be used");
    }

    [Fact]
    public void A_group_of_settings_and_what_the_framework_takes_are_let_pass() =>
        new Settings(new ConfigurationManager(), ["--rateLimit=", "--environment=Development", "--contentRoot=/", "--Logging:LogLevel:Default=Error", "--shutdownTimeoutSeconds=5"]).Text("index").ShouldBeNull();

    [Fact]
    public void A_flag_that_is_nearly_one_is_not_passed_over() =>
        Should.Throw<SettingException>(() => new Settings(new ConfigurationManager(), ["--indx=here"])).Message.ShouldContain("--index");

    [Fact]
    public async Task A_start_that_fails_says_why_in_one_line()
    {
        using var process = Start("--watch", "abc");
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(2);
        error.Trim().ShouldBe("watch = 'abc' (command line) cannot be used: it is seconds between two looks for a newer snapshot, 0.01 to 3600.");
    }

    [Fact]
    public async Task A_request_that_is_running_is_answered_before_the_end()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a process cannot be asked to end there");
        using var process = Start("--urls", "http://127.0.0.1:0", "--index", api.Index);
        string? line;
        while ((line = await process.StandardOutput.ReadLineAsync()) is not null && !line.Contains("Now listening on:")) { }
        var port = new Uri(line!.Split(": ")[1].Trim()).Port;
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        for (var i = 0; i < 100 && !(await client.GetAsync("/health/ready")).IsSuccessStatusCode; i++) await Task.Delay(100);

        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync("127.0.0.1", port);
        await socket.SendAsync(Encoding.ASCII.GetBytes("POST /v1/extract HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 16\r\n\r\nresolution"));
        await Task.Delay(300);
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        await Task.Delay(500);
        process.HasExited.ShouldBeFalse();
        await socket.SendAsync(" 55/25"u8.ToArray());
        (await Listening.Hear(socket, TimeSpan.FromSeconds(20))).ShouldContain("a-res-55-25");
        var ended = process.WaitForExitAsync();
        (await Task.WhenAny(ended, Task.Delay(TimeSpan.FromSeconds(20)))).ShouldBe(ended);
        process.ExitCode.ShouldBe(0);
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Search.Api.dll"), .. arguments])
    {
        UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
    })!;
}
