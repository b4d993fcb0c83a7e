using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mentoring.Platform.Platform.Work;

/// <summary>Claims groups of due work items; several processes share them by SKIP LOCKED.</summary>
public sealed class WorkQueue(DataSources sources, TimeProvider clock)
{
    private const string FindGroup = """
        SELECT w.kind, w.key, t.id, t.kind, t.name, t.short_name, t.lineage, t.time_zone
        FROM mentoring.work_item w JOIN mentoring.tenant t ON t.id = w.tenant_id
        WHERE w.due_at <= $1 AND w.parked_at IS NULL
        ORDER BY w.due_at LIMIT 1 FOR UPDATE OF w SKIP LOCKED
        """;

    private const string TakeGroup = """
        SELECT id, payload::text FROM mentoring.work_item
        WHERE kind = $1 AND tenant_id = $2 AND key = $3 AND due_at <= $4 AND parked_at IS NULL
        ORDER BY due_at DESC FOR UPDATE SKIP LOCKED
        """;

    public async Task<WorkClaim?> Claim(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var connection = await sources.For(DatabaseLogin.Work).OpenConnectionAsync(ct);
        var transaction = await connection.BeginTransactionAsync(ct);
        var claim = await Find(connection, transaction, now, ct);
        if (claim is null)
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
        return claim;
    }

    private async Task<WorkClaim?> Find(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        string kind,
            key;
        TenantInfo tenant;
        await using (var find = new NpgsqlCommand(FindGroup, connection, transaction))
        {
            find.Parameters.Add(new NpgsqlParameter { Value = now });
            await using var row = await find.ExecuteReaderAsync(ct);
            if (!await row.ReadAsync(ct))
                return null;
            kind = row.GetString(0);
            key = row.GetString(1);
            tenant = new TenantInfo(
                row.GetGuid(2),
                Enum.Parse<TenantKind>(row.GetString(3), true),
                row.GetString(4),
                row.GetString(5),
                row.GetFieldValue<Guid[]>(6),
                row.GetString(7)
            );
        }
        var ids = new List<Guid>();
        var payload = "{}";
        await using (var take = new NpgsqlCommand(TakeGroup, connection, transaction))
        {
            foreach (var value in new object[] { kind, tenant.Id, key, now })
                take.Parameters.Add(new NpgsqlParameter { Value = value });
            await using var rows = await take.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct))
            {
                if (ids.Count == 0)
                    payload = rows.GetString(1);
                ids.Add(rows.GetGuid(0));
            }
        }
        return new WorkClaim(sources, connection, transaction, clock, tenant, kind, key, payload, ids);
    }
}

/// <summary>Claimed items: removed in the transaction of their effect, or given back with the failure noted.</summary>
public sealed class WorkClaim(
    DataSources sources,
    NpgsqlConnection connection,
    NpgsqlTransaction transaction,
    TimeProvider clock,
    TenantInfo tenant,
    string kind,
    string key,
    string payload,
    IReadOnlyList<Guid> ids
) : IAsyncDisposable
{
    /// <summary>After so many attempts an item waits for the operator.</summary>
    private const int MostAttempts = 10;

    public TenantInfo Tenant => tenant;

    public string Kind => kind;

    public string Key => key;

    public string Payload => payload;

    /// <summary>The handler's context works on the claim's connection, in its transaction.</summary>
    public async Task Join(MentoringDbContext db, CancellationToken ct)
    {
        db.Database.SetDbConnection(connection, contextOwnsConnection: false);
        await db.Database.UseTransactionAsync(transaction, ct);
    }

    /// <summary>
    /// Marks the period as done, in the transaction of what it does. False where it was done before: whatever made the
    /// item come a second time, its effect does not.
    /// </summary>
    public async Task<bool> BeginPeriod(CancellationToken ct) =>
        await Execute(
            connection,
            """
            UPDATE mentoring.work_period SET done_at = $4
            WHERE tenant_id = $1 AND kind = $2 AND period = $3 AND done_at IS NULL
            """,
            ct,
            tenant.Id,
            kind,
            DuePeriods.DayOf(key),
            clock.GetUtcNow()
        ) == 1;

    public async Task Finish(CancellationToken ct)
    {
        await Execute(connection, "DELETE FROM mentoring.work_item WHERE id = ANY($1)", ct, ids.ToArray());
        await transaction.CommitAsync(ct);
    }

    public async Task Fail(string reason, CancellationToken ct)
    {
        await transaction.RollbackAsync(ct);
        await using var other = await sources.For(DatabaseLogin.Work).OpenConnectionAsync(ct);
        var now = clock.GetUtcNow();
        await Execute(
            other,
            """
            UPDATE mentoring.work_item SET attempts = attempts + 1, last_error = $2,
              due_at = $3::timestamptz + least(600, 2 ^ attempts) * interval '1 second',
              parked_at = CASE WHEN attempts + 1 >= $4 THEN $3::timestamptz END
            WHERE id = ANY($1)
            """,
            ct,
            ids.ToArray(),
            reason,
            now,
            MostAttempts
        );
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static async Task<int> Execute(
        NpgsqlConnection on,
        string sql,
        CancellationToken ct,
        params object[] values
    )
    {
        await using var command = new NpgsqlCommand(sql, on);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteNonQueryAsync(ct);
    }
}
