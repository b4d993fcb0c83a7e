using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mentoring.IntegrationTests.Harness;

/// <summary>
/// The API as a third party sees it: JSON in, JSON out. Paths that begin with <c>~</c> are inside the client's tenant.
/// </summary>
public sealed class ApiClient : IDisposable
{
    private readonly HttpClient http;
    private readonly Guid? tenant;
    private string? antiforgery;

    public ApiClient(Uri address, Guid? tenant = null)
    {
        this.tenant = tenant;
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() })
        {
            BaseAddress = address,
        };
    }

    public Guid AccountId { get; private set; }

    /// <summary>An API key that the next requests carry; none when null.</summary>
    public string? Key { get; set; }

    /// <summary>The trace that the next requests belong to; none when null.</summary>
    public string? TraceParent { get; set; }

    public async Task<ApiAnswer> SignIn(string login, string password)
    {
        var answer = await Post("/api/v1/accounts/sign-in", new { login, password });
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        Remember(answer);
        return answer;
    }

    /// <summary>Goes on without the antiforgery token, as another site would.</summary>
    public void Forget() => antiforgery = null;

    public void Remember(ApiAnswer session)
    {
        antiforgery = (string)session.Json["antiforgeryToken"]!;
        AccountId = (Guid)session.Json["accountId"]!;
    }

    public Task<ApiAnswer> Get(string path) => Send(HttpMethod.Get, path, null);

    /// <param name="key">Idempotency key; a new one when absent.</param>
    /// <param name="version">If-Match.</param>
    public Task<ApiAnswer> Post(string path, object? body = null, Guid? key = null, long? version = null) =>
        Send(HttpMethod.Post, path, body ?? new { }, key ?? Guid.NewGuid(), version);

    public Task<ApiAnswer> Put(string path, object body, long? version = null) =>
        Send(HttpMethod.Put, path, body, null, version);

    /// <summary>Posts and expects success; fails the test with the problem otherwise.</summary>
    public async Task<JsonNode> Do(string path, object? body = null, long? version = null)
    {
        var answer = await Post(path, body, null, version);
        ((int)answer.Status).ShouldBeInRange(200, 299, $"{path}: {answer.Text}");
        return answer.Json;
    }

    /// <summary>Gets and expects success.</summary>
    public async Task<JsonNode> See(string path)
    {
        var answer = await Get(path);
        answer.Status.ShouldBe(HttpStatusCode.OK, $"{path}: {answer.Text}");
        return answer.Json;
    }

    public async Task<ApiAnswer> Send(
        HttpMethod method,
        string path,
        object? body,
        Guid? key = null,
        long? version = null
    )
    {
        using var request = new HttpRequestMessage(method, Resolve(path));
        if (body is HttpContent content)
            request.Content = content;
        else if (body is not null)
            request.Content = new StringContent(
                body as string ?? JsonSerializer.Serialize(body, JsonSerializerOptions.Web),
                Encoding.UTF8,
                new MediaTypeHeaderValue("application/json")
            );
        if (TraceParent is not null)
            request.Headers.Add("traceparent", TraceParent);
        if (Key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        if (antiforgery is not null)
            request.Headers.Add("X-Antiforgery", antiforgery);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key.ToString());
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        using var response = await http.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        return new ApiAnswer(
            response.StatusCode,
            bytes,
            response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => h.Value.First())
        );
    }

    public void Dispose() => http.Dispose();

    private string Resolve(string path)
    {
        if (!path.StartsWith('~'))
            return path;
        var kind = TestTree.Tenants[tenant!.Value].Kind;
        var level = kind == "municipality" ? "municipalities" : kind + "s";
        return $"/api/v1/{level}/{tenant}{path[1..]}";
    }
}

/// <summary>An answer, read whole.</summary>
public sealed record ApiAnswer(HttpStatusCode Status, byte[] Bytes, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonNode Json =>
        Bytes.Length == 0 ? new JsonObject() : JsonNode.Parse(Bytes) ?? throw new InvalidOperationException(Text);

    /// <summary>The problem's stable code.</summary>
    public string? Code => (string?)Json["code"];

    public ApiAnswer ShouldBe(HttpStatusCode status, string code)
    {
        Status.ShouldBe(status, Text);
        Code.ShouldBe(code, Text);
        return this;
    }
}
