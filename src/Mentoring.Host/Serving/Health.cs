using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Work;
using Npgsql;

namespace Mentoring.Host.Serving;

/// <summary>
/// <c>/health/live</c>: the process need not be started anew. <c>/health/ready</c>: it can do its work now. The same
/// addresses in every workload.
/// </summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app, bool works)
    {
        var live = works
            ? app.MapGet("/health/live", IsWorking)
            : app.MapGet("/health/live", () => Results.Text("live"));
        live.ExcludeFromDescription().DisableRateLimiting();
        app.MapGet("/health/ready", IsReady).ExcludeFromDescription().DisableRateLimiting();
    }

    private static async Task<IResult> IsWorking(WorkHealth health) =>
        await health.Trouble() is { } trouble ? Unavailable(trouble) : Results.Text("live");

    private static async Task<IResult> IsReady(DataSources sources, IHostApplicationLifetime lifetime)
    {
        // Whoever sends requests is to send them elsewhere while the last ones are answered.
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return Unavailable("stopping");
        try
        {
            await using var command = sources.For(DatabaseLogin.School).CreateCommand("SELECT 1");
            command.CommandTimeout = 2;
            await command.ExecuteScalarAsync();
            return Results.Text("ready");
        }
        catch (NpgsqlException)
        {
            return Unavailable("the database cannot be reached");
        }
    }

    private static IResult Unavailable(string why) =>
        Results.Text(why, statusCode: StatusCodes.Status503ServiceUnavailable);
}
