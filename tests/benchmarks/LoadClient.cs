using System.Net.Sockets;
using System.Text;

namespace Mentoring.Benchmarks;

/// <summary>
/// One connection that asks and reads one answer at a time. Written for this: the usual client costs as much as the
/// servers that are compared, and would hide the difference between them.
/// </summary>
internal sealed class LoadClient : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] EndOfChunks = "\r\n0\r\n\r\n"u8.ToArray();

    private readonly Socket socket;
    private byte[] buffer = new byte[64 * 1024];

    public LoadClient(int port)
    {
        socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect("127.0.0.1", port);
    }

    /// <summary>Sends a whole request and reads the whole answer.</summary>
    /// <returns>The status, and where head and answer end in <see cref="Text"/>.</returns>
    public async Task<(int Status, int HeadEnd, int End)> Ask(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        var (length, headEnd, end) = (0, -1, -1);
        while (end < 0 || length < end)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (read == 0)
                throw new IOException("The server closed the connection.");
            length += read;
            if (headEnd < 0)
            {
                headEnd = buffer.AsSpan(0, length).IndexOf(EndOfHead);
                if (headEnd < 0)
                    continue;
                headEnd += EndOfHead.Length;
                end = ContentLength(headEnd) is { } body ? headEnd + body : -1;
            }
            // JSON has no bare line breaks, so a body never looks like its own end.
            if (end < 0 && buffer.AsSpan(headEnd - 2, length - headEnd + 2).EndsWith(EndOfChunks))
                end = length;
        }
        return ((buffer[9] - '0') * 100 + (buffer[10] - '0') * 10 + buffer[11] - '0', headEnd, end);
    }

    /// <summary>A part of what came last.</summary>
    public string Text(int from, int to) => Encoding.UTF8.GetString(buffer, from, to - from);

    /// <summary>The body of what came last.</summary>
    public string Body(int headEnd, int end)
    {
        var text = Text(headEnd, end);
        // A chunked answer is its JSON between lengths in hexadecimal, each on a line of its own.
        return text.StartsWith('{') ? text : string.Concat(text.Split("\r\n").Where((_, i) => i % 2 == 1));
    }

    public void Dispose() => socket.Dispose();

    private int? ContentLength(int headEnd)
    {
        var head = buffer.AsSpan(0, headEnd);
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0)
            return null;
        var value = 0;
        for (var i = at + 16; head[i] is >= (byte)'0' and <= (byte)'9'; i++)
            value = value * 10 + head[i] - '0';
        return value;
    }
}
