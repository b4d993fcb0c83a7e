using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Npgsql;

namespace Mentoring.Host.Serving;

/// <summary>Whether the process lives, and whether it can do its work.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).ExcludeFromDescription().DisableRateLimiting();
        app.MapGet("/health/ready", IsReady).ExcludeFromDescription().DisableRateLimiting();
    }

    private static async Task<IResult> IsReady(DataSources sources, CancellationToken ct)
    {
        try
        {
            await using var command = sources.For(DatabaseLogin.School).CreateCommand("SELECT 1");
            command.CommandTimeout = 2;
            await command.ExecuteScalarAsync(ct);
            return Results.Text("ready");
        }
        catch (NpgsqlException)
        {
            return Results.Text("the database cannot be reached", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
