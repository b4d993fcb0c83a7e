using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Mentoring.IntegrationTests.Failure;

/// <summary>
/// One address in front of several servers: each request goes to the next one. It can lose answers: a request that
/// writes is passed on and done, and the connection is cut before anybody is told.
/// </summary>
internal sealed class FrontDoor : IAsyncDisposable
{
    private static readonly string[] OfConnection = ["Host", "Connection", "Transfer-Encoding", "Content-Length"];

    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly ConcurrentDictionary<string, bool> lost = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Uri, int> passed = new();
    private readonly Uri[] servers;
    private readonly WebApplication app;
    private int turn = -1;

    private FrontDoor(Uri[] servers)
    {
        this.servers = servers;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(Pass);
    }

    public Uri Address => new(app.Urls.Single());

    /// <summary>Whether the first answer to each write is lost.</summary>
    public bool LosesFirstAnswers { get; set; }

    /// <summary>How many answers were lost.</summary>
    public int Lost => lost.Count;

    /// <summary>How many requests each server has had.</summary>
    public IReadOnlyDictionary<Uri, int> Passed => passed;

    public static async Task<FrontDoor> Open(params Uri[] servers)
    {
        var door = new FrontDoor(servers);
        await door.app.StartAsync();
        return door;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task Pass(HttpContext context)
    {
        var server = servers[(uint)Interlocked.Increment(ref turn) % servers.Length];
        passed.AddOrUpdate(server, 1, (_, n) => n + 1);
        var asked = context.Request;
        using var request = new HttpRequestMessage(
            new HttpMethod(asked.Method),
            new Uri(server, asked.Path.ToUriComponent() + asked.QueryString.ToUriComponent())
        );
        if (!HttpMethods.IsGet(asked.Method))
            request.Content = new StreamContent(asked.Body);
        foreach (var (name, values) in asked.Headers.Where(h => !OfConnection.Contains(h.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
        }
        using var answer = await http.SendAsync(request, context.RequestAborted);
        var body = await answer.Content.ReadAsByteArrayAsync(context.RequestAborted);
        if (LosesFirstAnswers && Write(asked) is { } write && lost.TryAdd(write, true))
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (!OfConnection.Contains(name))
                context.Response.Headers[name] = values.ToArray();
        }
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>What makes a repeated write the same write; null for what only reads, and for signing in.</summary>
    private static string? Write(HttpRequest request) =>
        request.Headers["Idempotency-Key"].FirstOrDefault() is { } key ? key
        : request.Headers.IfMatch.FirstOrDefault() is { } version ? $"{request.Path} {version}"
        : null;
}
