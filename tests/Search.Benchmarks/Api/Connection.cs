using System.Net.Sockets;
using System.Text;

namespace Search.Benchmarks.Api;

/// <summary>One kept-alive connection that asks and reads, and does nothing else: what the client costs is
/// not the server's to spend.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[1 << 20];

    public static async Task<Connection> Open(Uri server)
    {
        var connection = new Connection();
        await connection._socket.ConnectAsync(server.Host, server.Port);
        return connection;
    }

    /// <summary>The request for an address, to be sent as often as needed.</summary>
    public static byte[] Request(string address) => Encoding.ASCII.GetBytes($"GET {address} HTTP/1.1\r\nHost: benchmark\r\n\r\n");

    /// <summary>Asks and reads the whole answer; false unless it is a 200.</summary>
    public async ValueTask<bool> Ask(byte[] request)
    {
        await _socket.SendAsync(request);
        var length = 0;
        while (true)
        {
            if (length == _buffer.Length) Array.Resize(ref _buffer, length * 2);
            var count = await _socket.ReceiveAsync(_buffer.AsMemory(length));
            if (count == 0) throw new IOException("the server closed the connection");
            length += count;
            if (IsWhole(_buffer.AsSpan(0, length))) return _buffer.AsSpan(9, 3).SequenceEqual("200"u8);
        }
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var headers = answer.IndexOf("\r\n\r\n"u8);
        if (headers < 0) return false;
        var stated = answer[..headers].IndexOf("Content-Length: "u8);
        if (stated < 0) return answer.EndsWith("\r\n0\r\n\r\n"u8);
        return System.Buffers.Text.Utf8Parser.TryParse(answer[(stated + 16)..], out int body, out _) && answer.Length == headers + 4 + body;
    }
}
