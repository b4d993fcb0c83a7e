using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mentoring.Platform.Platform.Work;

/// <summary>Items of the same kind, tenant and key, as they were claimed.</summary>
/// <param name="Payload">Of the newest of them.</param>
/// <param name="Attempt">The how manieth attempt this is, of that one which has been tried most.</param>
public sealed record ClaimedWork(
    TenantInfo Tenant,
    string Kind,
    string Key,
    string Payload,
    int Attempt,
    DateTimeOffset ClaimedAt,
    Guid[] Ids
);

/// <summary>Claimed items: removed in the transaction of their effect, or given back with the failure noted.</summary>
public sealed class WorkClaim(
    DataSources sources,
    NpgsqlConnection connection,
    NpgsqlTransaction transaction,
    TimeProvider clock,
    WorkNode node,
    ClaimedWork work
) : IAsyncDisposable
{
    /// <summary>After so many attempts an item waits for the operator.</summary>
    private const int MostAttempts = 10;

    private const string GiveBack = """
        UPDATE mentoring.work_item SET attempts = attempts + 1, last_error = $2,
          due_at = $3::timestamptz + least(600, 2 ^ attempts) * interval '1 second',
          parked_at = CASE WHEN attempts + 1 >= $4 THEN $3::timestamptz END
        WHERE id = ANY($1)
        """;

    private const string InsertRun = """
        INSERT INTO mentoring.work_run
          (tenant_id, lineage, id, kind, started_at, duration_ms, outcome, reason, attempt, node)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    public ClaimedWork Work => work;

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
    public async Task<bool> BeginPeriod(CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.Append(
            """
            UPDATE mentoring.work_period SET done_at = $4
            WHERE tenant_id = $1 AND kind = $2 AND period = $3 AND done_at IS NULL
            """,
            work.Tenant.Id,
            work.Kind,
            DuePeriods.DayOf(work.Key),
            clock.GetUtcNow()
        );
        return await batch.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <param name="isRecorded">Whether the run leaves a row of its own.</param>
    public async Task Finish(bool isRecorded, TimeSpan took, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.Append("DELETE FROM mentoring.work_item WHERE id = ANY($1)", work.Ids);
        if (isRecorded)
            Record(batch, WorkOutcome.Done, took, null);
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    public async Task Fail(string reason, TimeSpan took, CancellationToken ct)
    {
        await transaction.RollbackAsync(ct);
        await using var other = await sources.For(DatabaseLogin.Work).OpenConnectionAsync(ct);
        await using var noting = await other.BeginTransactionAsync(ct);
        await using var batch = new NpgsqlBatch(other, noting);
        batch.Append(GiveBack, work.Ids, reason, clock.GetUtcNow(), MostAttempts);
        Record(batch, work.Attempt >= MostAttempts ? WorkOutcome.Parked : WorkOutcome.Failed, took, reason);
        await batch.ExecuteNonQueryAsync(ct);
        await noting.CommitAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private void Record(NpgsqlBatch batch, WorkOutcome outcome, TimeSpan took, string? reason)
    {
        batch.Append(TenantSetting.SetConfigByPosition, work.Tenant.Id.ToString());
        batch.Append(
            InsertRun,
            work.Tenant.Id,
            work.Tenant.Lineage.ToArray(),
            Guid.CreateVersion7(),
            work.Kind,
            work.ClaimedAt,
            (int)took.TotalMilliseconds,
            EnumText<WorkOutcome>.Write(outcome),
            reason,
            work.Attempt,
            node.Name
        );
    }
}
