using System.Text.Json;

namespace Mentoring.Benchmarks;

/// <summary>Opens the product's door for each curator: his session is in the database, his antiforgery token is asked for.</summary>
internal static class Door
{
    public static async Task<IReadOnlyList<Curator>> Open(int port)
    {
        var curators = new List<Curator>();
        for (var organization = 1; organization <= Generated.Asked; organization++)
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false })
            {
                BaseAddress = new UriBuilder("http", "127.0.0.1", port).Uri,
            };
            var session = $"mentoring_session={Generated.Token(organization)}";
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/accounts/session");
            request.Headers.Add("Cookie", session);
            using var answer = await http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            var cookies = answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]);
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            curators.Add(
                new Curator(
                    organization,
                    string.Join("; ", cookies.Prepend(session)),
                    json.RootElement.GetProperty("antiforgeryToken").GetString()!
                )
            );
        }
        return curators;
    }
}
