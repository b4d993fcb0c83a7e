using System.Text.Json;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.Programs;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Npgsql;

namespace Mentoring.Benchmarks;

/// <summary>A program with its collections, by one batch of plain statements; the answer is put together as there.</summary>
internal static class RawProgram
{
    private static readonly string[] Batch =
    [
        """
            SELECT p.id, p.version, p.pair_id, p.state, p.edition, p.basis, p.form_codes, p.kind_codes, p.delivery_mode,
              p.starts_on, p.ends_on, p.rationale::text, p.approver, p.approved_on, p.activated_on,
              t.state, t.active_since, t.kind_codes
            FROM mentoring.mentoring_program p
            JOIN mentoring.mentoring_team t ON t.tenant_id = $1 AND t.id = p.pair_id
            WHERE p.tenant_id = $1 AND p.id = $2
            """,
        """
            SELECT m.person_id, m.side, x.family_name, x.given_name, x.patronymic
            FROM mentoring.mentoring_program p
            JOIN mentoring.team_member m ON m.tenant_id = $1 AND m.team_id = p.pair_id
            JOIN mentoring.person x ON x.tenant_id = $1 AND x.id = m.person_id
            WHERE p.tenant_id = $1 AND p.id = $2
            ORDER BY m.side DESC, x.family_name COLLATE "ru-x-icu", m.person_id
            """,
        """
            SELECT id, direction, title, planned_on, mode, expected_result, responsible, status, completed_on, result, comment,
              completed_as
            FROM mentoring.plan_activity WHERE tenant_id = $1 AND program_id = $2 ORDER BY position
            """,
        """
            SELECT g.edition, g.party, g.person_id, g.agreed_on, g.on_paper, x.family_name, x.given_name, x.patronymic
            FROM mentoring.program_agreement g LEFT JOIN mentoring.person x ON x.tenant_id = $1 AND x.id = g.person_id
            WHERE g.tenant_id = $1 AND g.program_id = $2 ORDER BY g.id
            """,
        """
            SELECT m.id, m.type, m.held_on, m.minutes, m.outcome, m.next_on
            FROM mentoring.mentoring_program p
            JOIN mentoring.meeting m ON m.tenant_id = $1 AND m.pair_id = p.pair_id
            WHERE p.tenant_id = $1 AND p.id = $2 ORDER BY m.held_on, m.id
            """,
        """
            SELECT o.approved_on, o.ends_on, o.ended_on
            FROM mentoring.mentoring_program p
            JOIN mentoring.mentoring_program o ON o.tenant_id = $1 AND o.pair_id = p.pair_id AND o.approved_on IS NOT NULL
            WHERE p.tenant_id = $1 AND p.id = $2
            """,
    ];

    /// <summary>A curator, as the product knows him.</summary>
    private static readonly Actor Curator = new(
        Guid.Empty,
        null,
        Mentoring.Platform.MentoringRoles.Catalog.PermissionsOf(
            ["curator"],
            Mentoring.Platform.Platform.Tenancy.TenantKind.Organization
        )
    );

    public static async Task<ProgramCard> Read(
        NpgsqlDataSource source,
        Guid organization,
        Guid id,
        CancellationToken ct
    )
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var sql in Batch)
            batch.BatchCommands.Add(
                new NpgsqlBatchCommand(sql)
                {
                    Parameters =
                    {
                        new NpgsqlParameter<Guid> { TypedValue = organization },
                        new NpgsqlParameter<Guid> { TypedValue = id },
                    },
                }
            );
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.ReadAsync(ct);
        var program = Program(rows);
        var team = new TeamRow(
            program.PairId,
            Word<PairState>(rows, 15),
            Date(rows, 16),
            rows.GetFieldValue<string[]>(17)
        );
        var members = await List(
            rows,
            r => new MemberRow(r.GetGuid(0), Word<TeamSide>(r, 1), r.GetString(2), r.GetString(3), r.GetString(4), []),
            ct
        );
        var activities = await List(rows, Activity, ct);
        var agreements = await List(rows, Agreement, ct);
        var meetings = await List(rows, Meeting, ct);
        var periods = await List(
            rows,
            r => new PeriodRow(r.GetFieldValue<DateOnly>(0), r.GetFieldValue<DateOnly>(1), Date(r, 2)),
            ct
        );
        return new ProgramRows(program, team, members, activities, agreements, [], meetings, periods, [], false).ToCard(
            Curator,
            [organization, Generated.Region],
            RawToday.Value
        );
    }

    private static async Task<List<T>> List<T>(
        NpgsqlDataReader rows,
        Func<NpgsqlDataReader, T> read,
        CancellationToken ct
    )
    {
        await rows.NextResultAsync(ct);
        var list = new List<T>();
        while (await rows.ReadAsync(ct))
            list.Add(read(rows));
        return list;
    }

    private static ProgramRow Program(NpgsqlDataReader r) =>
        new(
            r.GetGuid(0),
            r.GetInt64(1),
            r.GetGuid(2),
            Word<ProgramState>(r, 3),
            r.GetInt32(4),
            Word<ProgramBasis>(r, 5),
            r.GetFieldValue<string[]>(6),
            r.GetFieldValue<string[]>(7),
            Word<DeliveryMode>(r, 8),
            r.GetFieldValue<DateOnly>(9),
            r.GetFieldValue<DateOnly>(10),
            JsonSerializer.Deserialize<ProgramRationale>(r.GetString(11), JsonSerializerOptions.Web)!,
            Word<ProgramApprover>(r, 12),
            Date(r, 13),
            null,
            null,
            Date(r, 14),
            null,
            null,
            null
        );

    private static ActivityRow Activity(NpgsqlDataReader r) =>
        new(
            r.GetGuid(0),
            r.GetString(1),
            r.GetString(2),
            r.GetFieldValue<DateOnly>(3),
            Word<DeliveryMode>(r, 4),
            r.GetString(5),
            Word<ActivityResponsible>(r, 6),
            Word<ActivityStatus>(r, 7),
            Date(r, 8),
            Text(r, 9),
            Text(r, 10),
            r.IsDBNull(11) ? null : Word<ProgramParty>(r, 11)
        );

    private static AgreementRow Agreement(NpgsqlDataReader r) =>
        new(
            r.GetInt32(0),
            Word<ProgramParty>(r, 1),
            r.IsDBNull(2) ? null : r.GetGuid(2),
            r.GetFieldValue<DateOnly>(3),
            r.GetBoolean(4),
            Text(r, 5),
            Text(r, 6),
            Text(r, 7)
        );

    private static ProgramMeeting Meeting(NpgsqlDataReader r) =>
        new(
            r.GetGuid(0),
            Word<MeetingType>(r, 1),
            r.GetFieldValue<DateOnly>(2),
            r.GetInt32(3),
            r.GetString(4),
            Date(r, 5)
        );

    private static T Word<T>(NpgsqlDataReader r, int at)
        where T : struct, Enum => Enum.Parse<T>(r.GetString(at), true);

    private static string? Text(NpgsqlDataReader r, int at) => r.IsDBNull(at) ? null : r.GetString(at);

    private static DateOnly? Date(NpgsqlDataReader r, int at) => r.IsDBNull(at) ? null : r.GetFieldValue<DateOnly>(at);
}
