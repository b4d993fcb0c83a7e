using System.Diagnostics;
using System.Globalization;
using Mentoring.IntegrationTests.Harness;
using Npgsql;

namespace Mentoring.IntegrationTests.Failure;

/// <summary>
/// Makes the product's connections to a database about ten times as slow as they are: the processes that serve them
/// are stopped most of the time. They run freely again when this is disposed of.
/// </summary>
internal sealed class SlowBackends : IAsyncDisposable
{
    private const int StoppedMilliseconds = 40;
    private const int RunningMilliseconds = 2;

    /// <summary>New connections are found every so many turns.</summary>
    private const int LookEvery = 10;

    private readonly string superuser;
    private readonly CancellationTokenSource end = new();
    private readonly HashSet<int> seen = [];
    private readonly Task turns;

    public SlowBackends(TestDatabase database)
    {
        superuser = database.Superuser + ";Pooling=false";
        turns = Task.Run(Turns);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await turns;
        end.Dispose();
    }

    private async Task Turns()
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        try
        {
            for (var n = 0; !end.IsCancellationRequested; n++)
            {
                if (n % LookEvery == 0)
                    await Look(connection);
                await Signal("STOP");
                await Task.Delay(StoppedMilliseconds);
                await Signal("CONT");
                await Task.Delay(RunningMilliseconds);
            }
        }
        finally
        {
            await Signal("CONT");
        }
    }

    private async Task Look(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT pid FROM pg_stat_activity
            WHERE datname = current_database() AND usename LIKE 'mentoring%' AND backend_type = 'client backend'
            """,
            connection
        );
        await using var rows = await command.ExecuteReaderAsync();
        seen.Clear();
        while (await rows.ReadAsync())
            seen.Add(rows.GetInt32(0));
    }

    private async Task Signal(string signal)
    {
        if (seen.Count == 0)
            return;
        var pids = seen.Select(pid => pid.ToString(CultureInfo.InvariantCulture));
        // One of them may have ended meanwhile.
        var start = new ProcessStartInfo("kill", ["-" + signal, .. pids]) { RedirectStandardError = true };
        using var kill = Process.Start(start)!;
        await kill.WaitForExitAsync();
    }
}
