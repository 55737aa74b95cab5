using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Search.Api.Tests;

/// <summary>The application on a port of this machine, for what only a socket can do.</summary>
public sealed class Listening : WebApplicationFactory<Program>
{
    private readonly string _index;

    private Listening(string index)
    {
        _index = index;
        UseKestrel(0);
        StartServer();
        Port = ClientOptions.BaseAddress.Port;
    }

    public int Port { get; }

    /// <summary>Serves a folder of snapshots, and waits until it does.</summary>
    public static async Task<Listening> Over(string index)
    {
        var server = new Listening(index);
        for (var i = 0; i < 2400; i++)
        {
            if ((await server.Exchange("GET /health/ready HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                TimeSpan.FromSeconds(10))).StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
                return server;
            await Task.Delay(100);
        }
        throw new TimeoutException("no snapshot was served in time");
    }

    /// <summary>A connection on which nothing was said yet.</summary>
    public async Task<Socket> Connect()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync("127.0.0.1", Port);
        return socket;
    }

    /// <summary>Sends bytes as they are on a connection of their own, and returns all that comes back until the server closes.</summary>
    public async Task<string> Exchange(string bytes, TimeSpan patience)
    {
        using var socket = await Connect();
        await socket.SendAsync(Encoding.Latin1.GetBytes(bytes));
        return await Hear(socket, patience);
    }

    /// <summary>All that comes until the server closes, in good order or not.</summary>
    /// <exception cref="TimeoutException">It did not close in time.</exception>
    public static async Task<string> Hear(Socket socket, TimeSpan patience)
    {
        var heard = new StringBuilder();
        var buffer = new byte[16 << 10];
        using var silence = new CancellationTokenSource(patience);
        try
        {
            for (int count; (count = await socket.ReceiveAsync(buffer, silence.Token)) > 0;)
                heard.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }
        catch (SocketException)
        {
            // A connection that was cut: what was heard so far is the answer.
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"the connection is open after {patience.TotalSeconds:f0} s; heard: {heard}", e);
        }
        return heard.ToString();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("index", _index).UseSetting("watch", "0.05").UseSetting("timeout", "300")
        .UseSetting("Logging:LogLevel:Default", "Critical");
}
