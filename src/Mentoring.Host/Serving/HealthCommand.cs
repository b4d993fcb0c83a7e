using System.Net;

namespace Mentoring.Host.Serving;

/// <summary>
/// <c>health [ADDRESS]</c>: asks a server of the same container or machine whether it is ready. Images without a shell
/// have nothing else to ask with.
/// </summary>
internal static class HealthCommand
{
    private const string PortVariable = "ASPNETCORE_HTTP_PORTS";

    /// <returns>0 when ready; 1 when not, or when nobody answers.</returns>
    public static async Task<int> Run(string[] args)
    {
        var address = args.FirstOrDefault() ?? $"http://127.0.0.1:{Port()}/health/ready";
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
        try
        {
            using var answer = await http.GetAsync(new Uri(address));
            Console.WriteLine(await answer.Content.ReadAsStringAsync());
            return answer.StatusCode == HttpStatusCode.OK ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or UriFormatException)
        {
            await Console.Error.WriteLineAsync($"{address}: {e.Message}");
            return 1;
        }
    }

    /// <summary>The first one, when a server listens on several.</summary>
    private static string Port() =>
        Environment.GetEnvironmentVariable(PortVariable) is { Length: > 0 } ports ? ports.Split(';')[0] : "8080";
}
