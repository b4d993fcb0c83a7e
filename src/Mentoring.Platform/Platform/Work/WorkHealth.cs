using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Npgsql;

namespace Mentoring.Platform.Platform.Work;

/// <summary>Whether a working process would be better off if it were started anew.</summary>
public sealed class WorkHealth(WorkPulse pulse, DataSources sources, WorkNode node, TimeProvider clock)
{
    /// <summary>Many times the interval of the clock's reports, so that a busy machine is not taken for a dead one.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    private readonly DateTimeOffset startedAt = clock.GetUtcNow();

    /// <summary>What is wrong; null where nothing is. A database that is away is nothing that a restart would mend.</summary>
    public async Task<string?> Trouble()
    {
        if (pulse.IsStuck)
            return "the work loop is stuck";
        if (clock.GetUtcNow() - startedAt < Silence)
            return null;
        try
        {
            return await LastReport() is { } last && clock.GetUtcNow() - last < Silence
                ? null
                : "the clock has not been heard of";
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    private async Task<DateTimeOffset?> LastReport()
    {
        await using var command = sources
            .For(DatabaseLogin.Work)
            .CreateCommand(
                "SELECT last_checkin_time FROM quartz.qrtz_scheduler_state WHERE sched_name = $1 AND instance_name = $2"
            );
        command.CommandTimeout = 2;
        command.Parameters.Add(new NpgsqlParameter { Value = Clock.Name });
        command.Parameters.Add(new NpgsqlParameter { Value = node.Name });
        return await command.ExecuteScalarAsync() is long ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }
}
