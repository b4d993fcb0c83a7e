using System.Globalization;
using System.Text;

namespace Mentoring.Benchmarks;

/// <summary>Requests as they go over the wire.</summary>
internal static class Wire
{
    /// <param name="path">After the version.</param>
    /// <param name="body">JSON of a write; each gets a key of its own.</param>
    public static byte[] Request(string method, string path, Curator curator, string? body = null)
    {
        var head = new StringBuilder($"{method} /api/v1{path} HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        if (curator.Cookie.Length > 0)
            head.Append(CultureInfo.InvariantCulture, $"Cookie: {curator.Cookie}\r\n");
        if (body is not null)
        {
            if (curator.Antiforgery.Length > 0)
                head.Append(CultureInfo.InvariantCulture, $"X-Antiforgery: {curator.Antiforgery}\r\n");
            head.Append(CultureInfo.InvariantCulture, $"Idempotency-Key: {Guid.NewGuid()}\r\n");
            head.Append("Content-Type: application/json\r\n");
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n");
        }
        return Encoding.UTF8.GetBytes(head.Append("\r\n").Append(body).ToString());
    }
}
