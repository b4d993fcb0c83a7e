using System.Globalization;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Tenancy;
using Mentoring.Platform.Platform.Time;
using Npgsql;

namespace Mentoring.Platform.Platform.Work;

/// <summary>
/// Sees which periods have come, from the database and the calendar alone, and leaves a work item for each that nobody
/// has noticed yet. Being asked twice, by two processes or hours late changes nothing: the current period comes once,
/// and days that went by unnoticed are not made up for, because what a day does is looking at how things are now.
/// </summary>
public sealed class DuePeriods(DataSources sources, SchoolCalendar calendar, TimeProvider clock)
{
    private const string ZonesOf =
        "SELECT DISTINCT time_zone FROM mentoring.tenant WHERE kind = ANY($1) AND closed_on IS NULL";

    // The items' ids are the database's, since they are as many as there are tenants; nobody sorts by them.
    private const string InsertNew = """
        WITH come AS (
          INSERT INTO mentoring.work_period (tenant_id, kind, period, inserted_at)
          SELECT t.id, $1, $2, $3 FROM mentoring.tenant t
          WHERE t.kind = ANY($4) AND t.time_zone = $5 AND t.closed_on IS NULL AND NOT EXISTS (
            SELECT FROM mentoring.work_period p WHERE p.tenant_id = t.id AND p.kind = $1 AND p.period = $2)
          ON CONFLICT DO NOTHING RETURNING tenant_id)
        INSERT INTO mentoring.work_item (id, tenant_id, kind, key, due_at)
        SELECT gen_random_uuid(), tenant_id, $1, $6, $3 FROM come
        """;

    /// <returns>How many periods had come.</returns>
    public async Task<int> Insert(PeriodKind kind, CancellationToken ct)
    {
        var levels = kind.Levels.Select(EnumText<TenantKind>.Write).ToArray();
        await using var connection = await sources.For(DatabaseLogin.Work).OpenConnectionAsync(ct);
        var inserted = 0;
        foreach (var zone in await Zones(connection, levels, ct))
        {
            var local = calendar.Now(zone);
            if (TimeOnly.FromDateTime(local) >= kind.From)
                inserted += await Insert(connection, kind.Kind, DateOnly.FromDateTime(local), levels, zone, ct);
        }
        return inserted;
    }

    /// <summary>The key of a period's work item.</summary>
    public static string KeyOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day that a period's work item is about.</summary>
    public static DateOnly DayOf(string key) => DateOnly.ParseExact(key, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<List<string>> Zones(NpgsqlConnection connection, string[] levels, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(ZonesOf, connection);
        command.Parameters.Add(new NpgsqlParameter { Value = levels });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var zones = new List<string>();
        while (await rows.ReadAsync(ct))
            zones.Add(rows.GetString(0));
        return zones;
    }

    /// <summary>Periods and their items in one statement, so in one transaction.</summary>
    private async Task<int> Insert(
        NpgsqlConnection connection,
        string kind,
        DateOnly day,
        string[] levels,
        string zone,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(InsertNew, connection);
        foreach (var value in new object[] { kind, day, clock.GetUtcNow(), levels, zone, KeyOf(day) })
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteNonQueryAsync(ct);
    }
}
