using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Mentoring.IntegrationTests.Failure;

namespace Mentoring.IntegrationTests.Telemetry;

/// <summary>Takes what a server sends by OTLP and keeps it byte by byte.</summary>
internal sealed class Collector : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentQueue<byte[]> traces = new();
    private readonly ConcurrentQueue<byte[]> metrics = new();
    private readonly string address = string.Create(
        CultureInfo.InvariantCulture,
        $"http://127.0.0.1:{ServerProcess.FreePort()}/"
    );

    public Collector()
    {
        listener.Prefixes.Add(address);
        listener.Start();
        _ = Task.Run(Listen);
    }

    /// <summary>Makes a server send here, soon.</summary>
    public IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
        };

    public async Task UntilTraced(string text)
    {
        for (var i = 0; i < 300 && !Holds(traces, text); i++)
            await Task.Delay(100);
        Holds(traces, text).ShouldBeTrue($"no trace tells of {text}");
    }

    public async Task UntilMeasured(string text)
    {
        for (var i = 0; i < 300 && !Holds(metrics, text); i++)
            await Task.Delay(100);
        Holds(metrics, text).ShouldBeTrue($"no measure tells of {text}");
    }

    /// <summary>Whether the text stands anywhere in what has come.</summary>
    public bool Holds(string text) => Holds(traces, text) || Holds(metrics, text);

    public void Dispose() => listener.Close();

    /// <summary>Protobuf writes texts as they are, in UTF-8.</summary>
    private static bool Holds(IEnumerable<byte[]> bodies, string text)
    {
        var wanted = Encoding.UTF8.GetBytes(text);
        return bodies.Any(body => body.AsSpan().IndexOf(wanted) >= 0);
    }

    private async Task Listen()
    {
        while (listener.IsListening)
        {
            try
            {
                var request = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await request.Request.InputStream.CopyToAsync(body);
                (
                    request.Request.Url!.AbsolutePath.EndsWith("traces", StringComparison.Ordinal) ? traces : metrics
                ).Enqueue(body.ToArray());
                request.Response.ContentType = "application/x-protobuf";
                request.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
