// Reads a municipality's figures. Prints how many organizations there are, and their active pairs.
//   MENTORING_URL=https://… MENTORING_KEY=mp_… MENTORING_MUNICIPALITY=… dotnet run Figures.cs
// .NET 10 runs it as it is. It needs no package: nothing is compiled ahead of time.
#:property PublishAot=false
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

string Read(string name) =>
    Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"Set {name}.");

var address = $"{Read("MENTORING_URL")}/api/v1/municipalities/{Read("MENTORING_MUNICIPALITY")}";
using var http = new HttpClient();
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Read("MENTORING_KEY"));

var organizations = 0;
string? cursor = null;
do
{
    // A list comes page by page: nextCursor of one answer asks for what follows it.
    var after = cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}";
    using var page = await Ask($"/organizations?limit=2{after}");
    organizations += page.RootElement.GetProperty("items").GetArrayLength();
    cursor = page.RootElement.GetProperty("nextCursor").GetString();
} while (cursor is not null);

using var dashboard = await Ask("/dashboard");
var pairs = dashboard.RootElement.GetProperty("totals").GetProperty("activePairs").GetInt32();
Console.WriteLine($"organizations {organizations}");
Console.WriteLine($"activePairs {pairs}");

// Asks once more where the answer is "later": 429 above the limit, 503 while the database is away.
async Task<JsonDocument> Ask(string path)
{
    for (var tries = 5; ; tries--)
    {
        using var answer = await http.GetAsync(address + path);
        var isLater = answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;
        if (!isLater || tries == 1)
        {
            answer.EnsureSuccessStatusCode();
            return await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync());
        }
        await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1));
    }
}
