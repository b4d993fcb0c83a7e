using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Platform.Platform.Work;

/// <summary>How many items of a kind a region has waiting, and in which state.</summary>
/// <param name="Due">That could be done now.</param>
/// <param name="OldestDueAt">Of those, since when the oldest could.</param>
/// <param name="Failing">That have failed and are tried again.</param>
/// <param name="Parked">That wait for an operator.</param>
public sealed record QueuedWork(string Kind, int Due, DateTimeOffset? OldestDueAt, int Failing, int Parked);

/// <summary>A working process, as the clock's cluster knows it.</summary>
public sealed record SeenNode(string Name, DateTimeOffset LastSeenAt, TimeSpan Interval);

/// <summary>
/// What an operator sees of the queue and does to it. The queue is a table without walls that the work login alone
/// reads, so every statement here names the region and goes no further than its tree.
/// </summary>
public sealed class WorkDesk(DataSources sources, IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string OfRegion = "t.id = w.tenant_id AND t.lineage[cardinality(t.lineage)] = $1";

    public async Task<IReadOnlyList<QueuedWork>> Queued(Guid region, CancellationToken ct) =>
        await Read(
            $"""
            SELECT w.kind, (count(*) FILTER (WHERE w.due_at <= $2 AND w.parked_at IS NULL))::int,
              min(w.due_at) FILTER (WHERE w.due_at <= $2 AND w.parked_at IS NULL),
              (count(*) FILTER (WHERE w.attempts > 0 AND w.parked_at IS NULL))::int,
              (count(*) FILTER (WHERE w.parked_at IS NOT NULL))::int
            FROM mentoring.work_item w JOIN mentoring.tenant t ON {OfRegion} GROUP BY w.kind
            """,
            row => new QueuedWork(
                row.GetString(0),
                row.GetInt32(1),
                row.IsDBNull(2) ? null : row.GetFieldValue<DateTimeOffset>(2),
                row.GetInt32(3),
                row.GetInt32(4)
            ),
            ct,
            region,
            clock.GetUtcNow()
        );

    /// <summary>The kinds that are paused, and since when.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> Paused(Guid region, CancellationToken ct) =>
        (
            await Read(
                "SELECT kind, paused_at FROM mentoring.work_pause WHERE region_id = $1",
                row => KeyValuePair.Create(row.GetString(0), row.GetFieldValue<DateTimeOffset>(1)),
                ct,
                region
            )
        ).ToDictionary(StringComparer.Ordinal);

    /// <summary>Processes belong to all regions of the database.</summary>
    public Task<IReadOnlyList<SeenNode>> Nodes(CancellationToken ct) =>
        Read(
            """
            SELECT instance_name, last_checkin_time, checkin_interval FROM quartz.qrtz_scheduler_state
            WHERE sched_name = $1 ORDER BY instance_name
            """,
            row => new SeenNode(
                row.GetString(0),
                // The clock keeps ticks of .NET, and the interval in milliseconds.
                new DateTimeOffset(row.GetInt64(1), TimeSpan.Zero),
                TimeSpan.FromMilliseconds(row.GetInt64(2))
            ),
            ct,
            Clock.Name
        );

    /// <summary>Parked items are tried again from the beginning. Zero where there are none of the region's.</summary>
    /// <param name="item">That one only; all of the kind when null.</param>
    public Task<int> Retry(Guid region, Guid? item, string? kind, CancellationToken ct) =>
        Execute(
            $"""
            UPDATE mentoring.work_item w SET parked_at = NULL, attempts = 0, due_at = $2 FROM mentoring.tenant t
            WHERE {OfRegion} AND w.parked_at IS NOT NULL AND (w.id = $3 OR $3 IS NULL) AND (w.kind = $4 OR $4 IS NULL)
            """,
            ct,
            region,
            clock.GetUtcNow(),
            new NpgsqlParameter<Guid?> { TypedValue = item },
            new NpgsqlParameter<string?> { TypedValue = kind }
        );

    /// <summary>From now on nothing of this kind is begun in the region; what is paused already stays so.</summary>
    public Task Pause(Guid region, string kind, CancellationToken ct) =>
        Execute(
            """
            INSERT INTO mentoring.work_pause (region_id, kind, paused_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
            """,
            ct,
            region,
            kind,
            clock.GetUtcNow()
        );

    public Task Resume(Guid region, string kind, CancellationToken ct) =>
        Execute("DELETE FROM mentoring.work_pause WHERE region_id = $1 AND kind = $2", ct, region, kind);

    /// <summary>Reads items under the work login, in one transaction; <paramref name="read"/> names the region itself.</summary>
    public async Task<T> Items<T>(TenantInfo region, Func<MentoringDbContext, Task<T>> read, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestScope>().EnterAsJob(region);
        var db = scope.ServiceProvider.GetRequiredService<MentoringDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        return await read(db);
    }

    private async Task<IReadOnlyList<T>> Read<T>(
        string sql,
        Func<NpgsqlDataReader, T> read,
        CancellationToken ct,
        params object[] values
    )
    {
        await using var command = Command(sql, values);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var found = new List<T>();
        while (await rows.ReadAsync(ct))
            found.Add(read(rows));
        return found;
    }

    private async Task<int> Execute(string sql, CancellationToken ct, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(ct);
    }

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = sources.For(DatabaseLogin.Work).CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        return command;
    }
}
