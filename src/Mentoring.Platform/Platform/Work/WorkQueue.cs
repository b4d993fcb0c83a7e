using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Tenancy;
using Npgsql;

namespace Mentoring.Platform.Platform.Work;

/// <summary>Claims groups of due work items; several processes share them by SKIP LOCKED.</summary>
public sealed class WorkQueue(DataSources sources, WorkNode node, TimeProvider clock)
{
    private const string FindGroup = """
        SELECT w.kind, w.key, t.id, t.kind, t.name, t.short_name, t.lineage, t.time_zone
        FROM mentoring.work_item w JOIN mentoring.tenant t ON t.id = w.tenant_id
        WHERE w.due_at <= $1 AND w.parked_at IS NULL AND NOT EXISTS (
          SELECT FROM mentoring.work_pause p
          WHERE p.region_id = t.lineage[cardinality(t.lineage)] AND p.kind = w.kind)
        ORDER BY w.due_at LIMIT 1 FOR UPDATE OF w SKIP LOCKED
        """;

    private const string TakeGroup = """
        SELECT id, payload::text, attempts FROM mentoring.work_item
        WHERE kind = $1 AND tenant_id = $2 AND key = $3 AND due_at <= $4 AND parked_at IS NULL
        ORDER BY due_at DESC FOR UPDATE SKIP LOCKED
        """;

    /// <summary>The group that has waited longest, locked until the claim ends; null when nothing is due.</summary>
    public async Task<WorkClaim?> Claim(CancellationToken ct)
    {
        var connection = await sources.For(DatabaseLogin.Work).OpenConnectionAsync(ct);
        NpgsqlTransaction? transaction = null;
        try
        {
            transaction = await connection.BeginTransactionAsync(ct);
            if (await Find(connection, transaction, clock.GetUtcNow(), ct) is { } work)
                return new WorkClaim(sources, connection, transaction, clock, node, work);
        }
        catch
        {
            await Release(connection, transaction);
            throw;
        }
        await Release(connection, transaction);
        return null;
    }

    private static async Task Release(NpgsqlConnection connection, NpgsqlTransaction? transaction)
    {
        if (transaction is not null)
            await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static async Task<ClaimedWork?> Find(
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
            (kind, key) = (row.GetString(0), row.GetString(1));
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
        var attempts = 0;
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
                attempts = Math.Max(attempts, rows.GetInt32(2));
            }
        }
        return new ClaimedWork(tenant, kind, key, payload, attempts + 1, now, [.. ids]);
    }
}
