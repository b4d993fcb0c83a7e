using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Tenancy;
using Npgsql;

namespace Mentoring.Platform.Platform.Work;

/// <summary>
/// Counts what this process does and writes it down every few seconds: a row for each run would be as many writes as
/// work. What a killed process has not written yet is missing in the counts, and nowhere else.
/// </summary>
public sealed class WorkTallies(DataSources sources, TimeProvider clock)
{
    private const string Add = """
        INSERT INTO mentoring.work_tally AS w
          (tenant_id, lineage, kind, hour, runs, failures, total_ms, longest_ms, last_at)
        VALUES ($1, ARRAY[$1], $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (tenant_id, kind, hour) DO UPDATE SET runs = w.runs + excluded.runs,
          failures = w.failures + excluded.failures, total_ms = w.total_ms + excluded.total_ms,
          longest_ms = greatest(w.longest_ms, excluded.longest_ms), last_at = greatest(w.last_at, excluded.last_at)
        """;

    private readonly Lock gate = new();
    private Dictionary<(Guid Region, string Kind, DateTimeOffset Hour), HourCount> counts = [];

    public void Note(TenantInfo tenant, string kind, TimeSpan took, bool failed)
    {
        var now = clock.GetUtcNow();
        var hour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        var ms = (int)took.TotalMilliseconds;
        lock (gate)
            Merge((tenant.Lineage[^1], kind, hour), new HourCount(1, failed ? 1 : 0, ms, ms, now));
    }

    /// <summary>Writes down what was counted; keeps it for the next time where that fails.</summary>
    public async Task Flush(CancellationToken ct)
    {
        Dictionary<(Guid Region, string Kind, DateTimeOffset Hour), HourCount> taken;
        lock (gate)
            (taken, counts) = (counts, []);
        foreach (var region in taken.GroupBy(c => c.Key.Region))
        {
            try
            {
                await Write(region.Key, region, ct);
            }
            catch
            {
                lock (gate)
                {
                    foreach (var (key, count) in region)
                        Merge(key, count);
                }
                throw;
            }
        }
    }

    private void Merge((Guid, string, DateTimeOffset) key, HourCount more) =>
        counts[key] = counts.TryGetValue(key, out var earlier) ? earlier.And(more) : more;

    private async Task Write(
        Guid region,
        IEnumerable<KeyValuePair<(Guid Region, string Kind, DateTimeOffset Hour), HourCount>> rows,
        CancellationToken ct
    )
    {
        await using var connection = await sources.For(DatabaseLogin.Work).OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.Append(TenantSetting.SetConfigByPosition, region.ToString());
        // Always in the same order: two processes that write the same rows must not wait for each other in a circle.
        foreach (var ((_, kind, hour), c) in rows.OrderBy(r => r.Key.Kind, StringComparer.Ordinal))
            batch.Append(Add, region, kind, hour, c.Runs, c.Failures, c.TotalMs, c.LongestMs, c.LastAt);
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private sealed record HourCount(int Runs, int Failures, long TotalMs, int LongestMs, DateTimeOffset LastAt)
    {
        public HourCount And(HourCount more) =>
            new(
                Runs + more.Runs,
                Failures + more.Failures,
                TotalMs + more.TotalMs,
                Math.Max(LongestMs, more.LongestMs),
                more.LastAt > LastAt ? more.LastAt : LastAt
            );
    }
}

internal static class Batches
{
    /// <summary>Adds a statement with values for $1, $2 …</summary>
    public static void Append(this NpgsqlBatch batch, string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        batch.BatchCommands.Add(command);
    }
}
