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

    private static async Task<IResult> IsReady(AskedDatabase database, IHostApplicationLifetime lifetime)
    {
        // Whoever sends requests is to send them elsewhere while the last ones are answered.
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return Unavailable("stopping");
        return await database.Answers() ? Results.Text("ready") : Unavailable("the database cannot be reached");
    }

    private static IResult Unavailable(string why) =>
        Results.Text(why, statusCode: StatusCodes.Status503ServiceUnavailable);
}

/// <summary>Anybody may ask whether the database answers, as often as he likes: it is asked once at a time.</summary>
internal sealed class AskedDatabase(DataSources sources)
{
    private readonly Lock gate = new();
    private Task<bool> asking = Task.FromResult(false);

    public Task<bool> Answers()
    {
        lock (gate)
            return asking.IsCompleted ? asking = Ask() : asking;
    }

    private async Task<bool> Ask()
    {
        try
        {
            await using var command = sources.For(DatabaseLogin.School).CreateCommand("SELECT 1");
            command.CommandTimeout = 2;
            await command.ExecuteScalarAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
