using System.Text.Json;

namespace Mentoring.Benchmarks;

/// <summary>Opens the product's door: sessions are in the database, an antiforgery token is asked for.</summary>
internal static class Door
{
    /// <summary>For the curators of all organizations that are asked.</summary>
    public static async Task<IReadOnlyList<Curator>> Open(int port)
    {
        var curators = new List<Curator>();
        for (var organization = 1; organization <= Generated.Asked; organization++)
            curators.Add(await Enter(port, organization));
        return curators;
    }

    /// <summary>For the region's employee, who looks at dashboards.</summary>
    public static Task<Curator> OpenRegion(int port) => Enter(port, Generated.OfRegion);

    private static async Task<Curator> Enter(int port, int number)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false })
        {
            BaseAddress = new UriBuilder("http", "127.0.0.1", port).Uri,
        };
        var session = $"mentoring_session={Generated.Token(number)}";
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/accounts/session");
        request.Headers.Add("Cookie", session);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var cookies = answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return new Curator(
            number,
            string.Join("; ", cookies.Prepend(session)),
            json.RootElement.GetProperty("antiforgeryToken").GetString()!
        );
    }
}
