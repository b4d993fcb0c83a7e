using Mentoring.IntegrationTests.Figures;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Npgsql;

namespace Mentoring.IntegrationTests.Failure;

/// <summary>
/// Looks for records of which a part is missing: what one transaction writes is all there, or nothing of it is.
/// </summary>
internal sealed class StoredRecords(PairsApp app)
{
    /// <summary>Each line finds things of which a part is missing; it answers what they are called.</summary>
    private static readonly (string What, string Sql)[] Halves =
    [
        (
            "person without a profile",
            """
            SELECT p.family_name FROM mentoring.person p WHERE p.family_name LIKE 'Запись-%' AND NOT EXISTS (
              SELECT FROM mentoring.mentor_profile m WHERE m.tenant_id = p.tenant_id AND m.person_id = p.id)
            """
        ),
        (
            "pair without its two members",
            """
            SELECT t.id::text FROM mentoring.mentoring_team t WHERE (
              SELECT count(*) FROM mentoring.team_member m WHERE m.tenant_id = t.tenant_id AND m.team_id = t.id) <> 2
            """
        ),
        (
            "program without its three activities",
            """
            SELECT p.id::text FROM mentoring.mentoring_program p WHERE (
              SELECT count(*) FROM mentoring.plan_activity a WHERE a.tenant_id = p.tenant_id AND a.program_id = p.id) <> 3
            """
        ),
        ("key without an answer", "SELECT key FROM mentoring.idempotency_record WHERE response IS NULL"),
        (
            "answer without its effect",
            $"""
            SELECT i.operation || ' ' || (i.response ->> 'id') FROM mentoring.idempotency_record i
            WHERE i.operation IN {Operations} AND NOT EXISTS (SELECT FROM {Made} m WHERE m.id = (i.response ->> 'id')::uuid)
            """
        ),
        (
            "effect without its answer",
            $"""
            SELECT a.operation || ' ' || a.subject_id FROM mentoring.audit_entry a JOIN {Made} m ON m.id = a.subject_id
            WHERE a.operation IN {Operations} AND a.subject_version = 1 AND NOT EXISTS (
              SELECT FROM mentoring.idempotency_record i WHERE (i.response ->> 'id')::uuid = a.subject_id)
            """
        ),
        (
            "audited twice",
            """
            SELECT subject_kind || ' ' || subject_id FROM mentoring.audit_entry WHERE subject_version IS NOT NULL
            GROUP BY tenant_id, subject_kind, subject_id, subject_version HAVING count(*) > 1
            """
        ),
        ("work that waits for an operator", "SELECT kind FROM mentoring.work_item WHERE parked_at IS NOT NULL"),
    ];

    private const string Operations = "('addMentor', 'logMeeting', 'proposePair', 'draftProgram')";

    private const string Made = """
        (SELECT id FROM mentoring.mentor_profile UNION ALL SELECT id FROM mentoring.meeting
        UNION ALL SELECT id FROM mentoring.mentoring_team UNION ALL SELECT id FROM mentoring.mentoring_program)
        """;

    private Dictionary<string, long> before = [];

    /// <summary>Remembers what the planting has left: it writes some rows by SQL, without an audit row.</summary>
    public async Task Begin() => before = await Unaudited();

    /// <summary>Everything that is half, each said in words.</summary>
    public async Task<IReadOnlyList<string>> FindHalves()
    {
        var found = new List<string>();
        foreach (var (what, sql) in Halves.Concat(await Orphans()))
            found.AddRange((await Column(sql)).Select(name => $"{what}: {name}"));
        foreach (var (thing, versions) in await Unaudited())
        {
            if (versions != before.GetValueOrDefault(thing))
                found.Add($"{versions - before.GetValueOrDefault(thing)} versions without an audit row: {thing}");
        }
        return found;
    }

    /// <summary>The worker does what is left; then all three levels show what counting again gives.</summary>
    public async Task ExpectFigures()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (
            await app.Database.Scalar<bool>(
                "SELECT EXISTS (SELECT FROM mentoring.work_item WHERE kind <> 'figures.check')"
            )
        )
            await Task.Delay(100, patience.Token);
        (await Recount.Written(app, TestTree.School)).ShouldBe(await Recount.Of(app, TestTree.School));
        (await Recount.Written(app, TestTree.Municipality)).ShouldBe(
            await Recount.Sum(app, TestTree.School, TestTree.SiblingSchool)
        );
        (await Recount.Written(app, TestTree.Region)).ShouldBe(
            await Recount.Sum(app, TestTree.School, TestTree.SiblingSchool, TestTree.CousinSchool)
        );
    }

    /// <summary>Of each thing that has versions: how many of them have no audit row.</summary>
    private async Task<Dictionary<string, long>> Unaudited()
    {
        var tables = await Column(
            """
            SELECT table_name::text FROM information_schema.columns
            WHERE table_schema = 'mentoring' AND column_name IN ('id', 'version', 'tenant_id')
            GROUP BY table_name HAVING count(*) = 3
            """
        );
        tables.ShouldContain("mentoring_program");
        var things = tables.Select(table => $"SELECT '{table}' AS t, tenant_id, id, version FROM mentoring.{table}");
        var rows = await Column(
            $"""
            SELECT x.t || ' ' || x.id || '=' || (x.version - (SELECT count(*) FROM mentoring.audit_entry a
              WHERE a.tenant_id = x.tenant_id AND a.subject_id = x.id AND a.subject_version IS NOT NULL))
            FROM ({string.Join(" UNION ALL ", things)}) x
            """
        );
        return rows.Select(r => r.Split('=')).ToDictionary(r => r[0], r => long.Parse(r[1]), StringComparer.Ordinal);
    }

    /// <summary>For each foreign key, the rows that point at nothing.</summary>
    private async Task<IEnumerable<(string What, string Sql)>> Orphans()
    {
        var keys = await Column(
            """
            SELECT c.conrelid::regclass || '|' || c.confrelid::regclass || '|' || c.conname || '|' || string_agg(
              format('y.%I = x.%I', f.attname, o.attname), ' AND ') || '|' || string_agg(format('x.%I IS NOT NULL', o.attname), ' AND ')
            FROM pg_constraint c CROSS JOIN unnest(c.conkey, c.confkey) k(own, far)
            JOIN pg_attribute o ON o.attrelid = c.conrelid AND o.attnum = k.own
            JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = k.far
            WHERE c.contype = 'f' GROUP BY c.conrelid, c.confrelid, c.conname
            """
        );
        keys.Count.ShouldBeGreaterThan(40);
        return keys.Select(k => k.Split('|'))
            .Select(k =>
                (
                    $"{k[2]} points at nothing",
                    $"SELECT x::text FROM {k[0]} x WHERE {k[4]} AND NOT EXISTS (SELECT FROM {k[1]} y WHERE {k[3]})"
                )
            );
    }

    private async Task<IReadOnlyList<string>> Column(string sql)
    {
        await using var connection = new NpgsqlConnection(app.Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var column = new List<string>();
        while (await rows.ReadAsync())
            column.Add(rows.GetString(0));
        return column;
    }
}
