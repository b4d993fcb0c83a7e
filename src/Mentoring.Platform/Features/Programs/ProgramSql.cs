namespace Mentoring.Platform.Features.Programs;

/// <summary>The statements of a program's page: each takes the tenant and the program; columns are read by position.</summary>
internal static class ProgramSql
{
    /// <summary>
    /// The program, once for each approved program of its pair, with when that one ran. Takes the lineage as <c>$3</c>.
    /// Settings are looked for only while nobody has approved it: then they say who would.
    /// </summary>
    public const string Program = """
        SELECT p.id, p.version, p.pair_id, p.state, p.edition, p.basis, p.form_codes, p.kind_codes, p.delivery_mode,
          p.starts_on, p.ends_on, p.rationale::text, p.approver, p.approved_on, p.approval_number, p.approval_date,
          p.activated_on, p.ended_on, p.end_cause, p.end_explanation,
          t.state, t.active_since, t.kind_codes,
          EXISTS (
            SELECT FROM mentoring.mentoring_kind k
            WHERE k.tenant_id = ANY($3) AND k.code = ANY(t.kind_codes) AND k.single_meeting),
          CASE WHEN p.approver IS NULL THEN (
            SELECT jsonb_agg(jsonb_build_object('tenantId', s.tenant_id, 'key', s.key, 'value', s.value::text))::text
            FROM mentoring.setting s WHERE s.tenant_id = ANY($3)) END,
          o.approved_on, o.ends_on, o.ended_on
        FROM mentoring.mentoring_program p
        JOIN mentoring.mentoring_team t ON t.tenant_id = $1 AND t.id = p.pair_id
        LEFT JOIN mentoring.mentoring_program o
          ON o.tenant_id = $1 AND o.pair_id = p.pair_id AND o.approved_on IS NOT NULL
        WHERE p.tenant_id = $1 AND p.id = $2
        """;

    /// <summary>Takes as <c>$3</c> the day after which minors were born.</summary>
    public const string Members = """
        SELECT m.person_id, m.side, x.family_name, x.given_name, x.patronymic,
          ARRAY(
            SELECT r.representative_id FROM mentoring.legal_representation r
            WHERE r.tenant_id = $1 AND r.minor_id = m.person_id AND r.ended_on IS NULL AND x.birth_date > $3)
        FROM mentoring.mentoring_program p
        JOIN mentoring.team_member m ON m.tenant_id = $1 AND m.team_id = p.pair_id
        JOIN mentoring.person x ON x.tenant_id = $1 AND x.id = m.person_id
        WHERE p.tenant_id = $1 AND p.id = $2
        ORDER BY m.side DESC, x.family_name COLLATE "ru-x-icu", m.person_id
        """;

    public const string Activities = """
        SELECT id, direction, title, planned_on, mode, expected_result, responsible, status, completed_on, result, comment,
          completed_as
        FROM mentoring.plan_activity WHERE tenant_id = $1 AND program_id = $2 ORDER BY position
        """;

    public const string Agreements = """
        SELECT g.edition, g.party, g.person_id, g.agreed_on, g.on_paper, x.family_name, x.given_name, x.patronymic
        FROM mentoring.program_agreement g LEFT JOIN mentoring.person x ON x.tenant_id = $1 AND x.id = g.person_id
        WHERE g.tenant_id = $1 AND g.program_id = $2 ORDER BY g.id
        """;

    public const string Changes = """
        SELECT id, kind, state, edition, reason, proposed_on, proposed_by, ends_on_before, ends_on_after, amendment::text,
          in_force_on
        FROM mentoring.program_change WHERE tenant_id = $1 AND program_id = $2 ORDER BY edition
        """;

    public const string Meetings = """
        SELECT m.id, m.type, m.held_on, m.minutes, m.outcome, m.next_on
        FROM mentoring.mentoring_program p JOIN mentoring.meeting m ON m.tenant_id = $1 AND m.pair_id = p.pair_id
        WHERE p.tenant_id = $1 AND p.id = $2 AND m.struck_out_on IS NULL ORDER BY m.held_on, m.id
        """;
}
