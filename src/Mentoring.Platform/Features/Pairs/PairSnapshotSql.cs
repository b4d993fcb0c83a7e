namespace Mentoring.Platform.Features.Pairs;

/// <summary>
/// Statements of <see cref="PairSnapshot"/>: each takes the tenant and the ids of pairs, and finds its rows by one index.
/// One statement of them all would look up every member's papers one by one, four times as dear.
/// </summary>
internal static class PairSnapshotSql
{
    public static readonly string[] All = [Pairs, Members, Consents, Duties, Addenda];

    private const string Pairs = """
        SELECT id, version, state, form_code, kind_codes, proposed_on, active_since, closed_on, order_number, ordered_on,
          order_revoked_on
        FROM mentoring.mentoring_team WHERE tenant_id = $1 AND id = ANY($2)
        """;

    /// <summary>The mentor first.</summary>
    private const string Members = """
        SELECT m.team_id, m.person_id, m.profile_id, m.side, x.family_name, x.given_name, x.patronymic, x.birth_date,
          m.side = 'mentor' AND coalesce((
            SELECT e.is_employee FROM mentoring.mentor_profile e WHERE e.tenant_id = $1 AND e.person_id = m.person_id), false)
        FROM mentoring.team_member m JOIN mentoring.person x ON x.tenant_id = $1 AND x.id = m.person_id
        WHERE m.tenant_id = $1 AND m.team_id = ANY($2) ORDER BY m.side DESC
        """;

    private const string Consents = """
        SELECT person_id, given_on, valid_until, subject_signed, representative_id IS NOT NULL, withdrawn_on
        FROM mentoring.personal_data_consent
        WHERE tenant_id = $1 AND scope = 'participation' AND person_id = ANY(ARRAY(
          SELECT m.person_id FROM mentoring.team_member m WHERE m.tenant_id = $1 AND m.team_id = ANY($2)))
        """;

    private const string Duties = """
        SELECT team_id, person_id, given_on, withdrawn_on FROM mentoring.duty_consent
        WHERE tenant_id = $1 AND team_id = ANY($2)
        """;

    private const string Addenda = """
        SELECT team_id, person_id, signed_on, valid_until FROM mentoring.contract_addendum
        WHERE tenant_id = $1 AND team_id = ANY($2)
        """;
}
