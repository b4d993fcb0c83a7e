using System.Buffers.Text;
using System.Text.Json;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Lists;
using Npgsql;

namespace Mentoring.Benchmarks;

/// <summary>The first page of an organization's pairs, by one batch.</summary>
internal static class RawPairs
{
    private const int Limit = 50;

    private const string Count = "SELECT count(*) FROM mentoring.mentoring_team WHERE tenant_id = $1";

    private const string Page = """
        SELECT t.id, t.version, t.state, t.form_code, f.name, t.proposed_on, t.active_since, t.closed_on, t.order_number,
          a.id, ma.profile_id, a.family_name, a.given_name, a.patronymic, da.given_on,
          b.id, mb.profile_id, b.family_name, b.given_name, b.patronymic, db.given_on,
          EXISTS (SELECT FROM mentoring.personal_data_consent c WHERE c.tenant_id = $1 AND c.person_id = a.id
            AND c.scope = 'participation' AND c.given_on <= $3 AND c.valid_until >= $3 AND c.withdrawn_on IS NULL),
          EXISTS (SELECT FROM mentoring.personal_data_consent c WHERE c.tenant_id = $1 AND c.person_id = b.id
            AND c.scope = 'participation' AND c.given_on <= $3 AND c.valid_until >= $3 AND c.withdrawn_on IS NULL),
          EXISTS (SELECT FROM mentoring.contract_addendum d WHERE d.tenant_id = $1 AND d.team_id = t.id
            AND d.person_id = a.id AND d.signed_on <= $3)
        FROM (SELECT * FROM (
          SELECT t.*, (
            SELECT x.family_name || ' ' || x.given_name FROM mentoring.person x
            WHERE x.tenant_id = $1 AND x.id = t.mentor_person_id) AS mentor
          FROM mentoring.mentoring_team t WHERE t.tenant_id = $1) n
          ORDER BY mentor COLLATE "ru-x-icu", id LIMIT 51) t
        JOIN mentoring.person a ON a.tenant_id = $1 AND a.id = t.mentor_person_id
        JOIN mentoring.person b ON b.tenant_id = $1 AND b.id = t.mentee_person_id
        JOIN mentoring.team_member ma ON ma.tenant_id = $1 AND ma.team_id = t.id AND ma.person_id = a.id
        JOIN mentoring.team_member mb ON mb.tenant_id = $1 AND mb.team_id = t.id AND mb.person_id = b.id
        LEFT JOIN mentoring.duty_consent da ON da.tenant_id = $1 AND da.team_id = t.id AND da.person_id = a.id
        LEFT JOIN mentoring.duty_consent db ON db.tenant_id = $1 AND db.team_id = t.id AND db.person_id = b.id
        JOIN mentoring.mentoring_form f ON f.tenant_id = $2 AND f.code = t.form_code
        ORDER BY t.mentor COLLATE "ru-x-icu", t.id
        """;

    public static async Task<Page<PairItem>> Read(NpgsqlDataSource source, Guid organization, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand(Count) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = organization } } }
        );
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand(Page)
            {
                Parameters =
                {
                    new NpgsqlParameter<Guid> { TypedValue = organization },
                    new NpgsqlParameter<Guid> { TypedValue = Generated.Region },
                    new NpgsqlParameter<DateOnly> { TypedValue = RawToday.Value },
                },
            }
        );
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.ReadAsync(ct);
        var total = (int)rows.GetInt64(0);
        await rows.NextResultAsync(ct);
        var items = new List<PairItem>(Limit + 1);
        var lastKey = "";
        while (await rows.ReadAsync(ct))
        {
            if (items.Count == Limit)
                return new Page<PairItem>(items, Cursor(lastKey, items[^1].Id), total);
            items.Add(Item(rows));
            lastKey = rows.GetString(11) + " " + rows.GetString(12);
        }
        return new Page<PairItem>(items, null, total);
    }

    private static PairItem Item(NpgsqlDataReader row)
    {
        var missing = new List<GateCode>(2);
        if (!row.GetBoolean(21) || !row.GetBoolean(22))
            missing.Add(GateCode.PersonalDataConsentMissing);
        if (!row.GetBoolean(23))
            missing.Add(GateCode.AddendumMissing);
        // The mentor's papers come before the mentee's.
        if (missing.Count == 2 && row.GetBoolean(21))
            missing.Reverse();
        return new PairItem(
            row.GetGuid(0),
            row.GetInt64(1),
            Enum.Parse<PairState>(row.GetString(2), true),
            new PairLabel(row.GetString(3), row.GetString(4)),
            End(row, 9),
            End(row, 15),
            row.GetFieldValue<DateOnly>(5),
            Date(row, 6),
            Date(row, 7),
            row.GetString(8),
            missing.Count == 0,
            missing
        );
    }

    private static PairEndItem End(NpgsqlDataReader row, int at) =>
        new(
            row.GetGuid(at),
            row.GetGuid(at + 1),
            $"{row.GetString(at + 2)} {row.GetString(at + 3)} {row.GetString(at + 4)}",
            Date(row, at + 5),
            false
        );

    private static DateOnly? Date(NpgsqlDataReader row, int at) =>
        row.IsDBNull(at) ? null : row.GetFieldValue<DateOnly>(at);

    private static string Cursor(string key, Guid id) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new object[] { key, id }));
}

/// <summary>The day, asked once: the limit has no calendar.</summary>
internal static class RawToday
{
    public static readonly DateOnly Value = DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow")).DateTime
    );
}
