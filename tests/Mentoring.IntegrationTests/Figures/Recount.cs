using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.Figures;

/// <summary>The same figures counted a second time, in SQL and as superuser, from the words of the decision.</summary>
internal static class Recount
{
    public static readonly string[] Columns =
    [
        "organizations",
        "organizations_with_participants",
        "participants",
        "mentors",
        "mentees",
        "active_pairs",
        "waiting_pairs",
        "consents_valid",
        "activities_planned",
        "activities_done",
        "activities_due",
        "activities_due_done",
        "student_mentees",
        "student_mentees_of",
        "student_mentors",
        "student_mentors_of",
        "educators",
        "educators_of",
        "early_career_mentees",
        "early_career_mentees_of",
        "parents",
        "parents_of",
    ];

    /// <summary>{0} is the organization, {1} today, {2} the first and {3} the last day of the school year.</summary>
    private const string Sql = """
        WITH pair AS (
          SELECT t.*, f.mentor_group, f.mentee_group,
            coalesce(t.active_since <= '{3}' AND (t.closed_on IS NULL OR t.closed_on >= '{2}'), false) AS worked
          FROM mentoring.mentoring_team t JOIN mentoring.mentoring_form f ON f.code = t.form_code WHERE t.tenant_id = '{0}'),
        side AS (
          SELECT id AS pair_id, 'mentor' AS side, mentor_person_id AS person_id, mentor_group AS of_group, worked FROM pair
          UNION ALL SELECT id, 'mentee', mentee_person_id, mentee_group, worked FROM pair),
        consenting AS (
          SELECT p.id FROM mentoring.person p WHERE p.tenant_id = '{0}'
            AND (p.birth_date > '{1}'::date - interval '14 years' OR EXISTS (
              SELECT FROM mentoring.personal_data_consent c WHERE c.tenant_id = '{0}' AND c.person_id = p.id AND c.subject_signed
                AND '{1}' BETWEEN c.given_on AND c.valid_until AND coalesce(c.withdrawn_on > '{1}', true)))
            AND (p.birth_date <= '{1}'::date - interval '18 years' OR EXISTS (
              SELECT FROM mentoring.personal_data_consent c WHERE c.tenant_id = '{0}' AND c.person_id = p.id
                AND c.representative_id IS NOT NULL
                AND '{1}' BETWEEN c.given_on AND c.valid_until AND coalesce(c.withdrawn_on > '{1}', true)))),
        working AS (
          SELECT id FROM pair WHERE state = 'active' AND ordered_on <= '{1}' AND coalesce(order_revoked_on > '{1}', true)
            AND mentor_person_id IN (SELECT id FROM consenting) AND mentee_person_id IN (SELECT id FROM consenting)
            AND (SELECT count(DISTINCT d.person_id) FROM mentoring.duty_consent d WHERE d.tenant_id = '{0}'
              AND d.team_id = pair.id AND coalesce(d.withdrawn_on > '{1}', true)) = 2
            AND NOT EXISTS (SELECT FROM mentoring.mentor_profile m WHERE m.tenant_id = '{0}' AND m.is_employee
              AND m.person_id = pair.mentor_person_id AND NOT EXISTS (SELECT FROM mentoring.contract_addendum a
                WHERE a.tenant_id = '{0}' AND a.team_id = pair.id AND coalesce(a.valid_until >= '{1}', true)))),
        participant AS (
          SELECT person_id FROM side WHERE worked
          UNION SELECT person_id FROM mentoring.mentor_profile WHERE tenant_id = '{0}'
            AND state IN ('inBank', 'trained', 'assigned', 'resigning')
          UNION SELECT person_id FROM mentoring.mentee_profile WHERE tenant_id = '{0}'
            AND state IN ('inBase', 'matched', 'unpaired', 'inProgram')),
        activity AS (
          SELECT a.planned_on, a.status = 'done' AS done FROM mentoring.plan_activity a
          JOIN mentoring.mentoring_program g ON g.tenant_id = a.tenant_id AND g.id = a.program_id
          WHERE a.tenant_id = '{0}' AND g.approved_on IS NOT NULL AND a.planned_on BETWEEN '{2}' AND '{3}'
            AND (g.ended_on IS NULL OR a.status = 'done' OR a.planned_on <= g.ended_on)),
        educator AS (
          SELECT s.person_id, s.side FROM side s WHERE s.worked AND s.of_group IN ('educator', 'preschoolTeacher', 'specialist')
            AND (s.side = 'mentee' OR EXISTS (SELECT FROM mentoring.mentor_profile m WHERE m.tenant_id = '{0}'
              AND m.person_id = s.person_id AND m.is_employee))),
        aged AS (
          SELECT id, extract(year FROM age('{2}'::date, birth_date)) AS years, is_representative
          FROM mentoring.person WHERE tenant_id = '{0}'),
        size AS (SELECT target_group, total FROM mentoring.headcount WHERE tenant_id = '{0}'
          AND school_year = extract(year FROM '{2}'::date))
        SELECT ARRAY[
          1,
          (SELECT count(*) FROM (SELECT FROM participant LIMIT 1) x),
          (SELECT count(*) FROM participant),
          (SELECT count(DISTINCT person_id) FROM side WHERE worked AND side = 'mentor'),
          (SELECT count(DISTINCT person_id) FROM side WHERE worked AND side = 'mentee'),
          (SELECT count(*) FROM working),
          (SELECT count(*) FROM pair WHERE state NOT IN ('closed', 'declined') AND id NOT IN (SELECT id FROM working)),
          (SELECT count(*) FROM participant WHERE person_id IN (SELECT id FROM consenting)),
          (SELECT count(*) FROM activity),
          (SELECT count(*) FROM activity WHERE done),
          (SELECT count(*) FROM activity WHERE planned_on <= '{1}'),
          (SELECT count(*) FROM activity WHERE planned_on <= '{1}' AND done),
          (SELECT count(DISTINCT person_id) FROM side JOIN aged ON aged.id = person_id
            WHERE worked AND side = 'mentee' AND of_group = 'student' AND years BETWEEN 10 AND 19),
          coalesce((SELECT total FROM size WHERE target_group = 'studentsFrom10To19'), 0),
          (SELECT count(DISTINCT person_id) FROM side JOIN aged ON aged.id = person_id
            WHERE worked AND side = 'mentor' AND of_group = 'student' AND years BETWEEN 15 AND 19),
          coalesce((SELECT total FROM size WHERE target_group = 'studentsFrom15To19'), 0),
          (SELECT count(DISTINCT person_id) FROM educator),
          coalesce((SELECT total FROM size WHERE target_group = 'educators'), 0),
          (SELECT count(DISTINCT e.person_id) FROM educator e JOIN mentoring.mentee_profile m ON m.tenant_id = '{0}'
            AND m.person_id = e.person_id WHERE e.side = 'mentee' AND m.category_code = 'earlyCareerEducator'),
          coalesce((SELECT total FROM size WHERE target_group = 'earlyCareerEducators'), 0),
          (SELECT count(DISTINCT person_id) FROM side JOIN aged ON aged.id = person_id
            WHERE worked AND is_representative AND person_id NOT IN (SELECT person_id FROM educator)),
          coalesce((SELECT total FROM size WHERE target_group = 'parents'), 0)]::int[]
        """;

    /// <summary>By column.</summary>
    public static Task<Dictionary<string, int>> Of(TestApp app, Guid organization) =>
        Of(app.Database, app.Today, organization);

    /// <inheritdoc cref="Of(TestApp, Guid)"/>
    public static async Task<Dictionary<string, int>> Of(TestDatabase database, DateOnly today, Guid organization)
    {
        var start = new DateOnly(today.Month >= 9 ? today.Year : today.Year - 1, 9, 1);
        var sql = Sql.Replace("{0}", organization.ToString(), StringComparison.Ordinal)
            .Replace("{1}", $"{today:yyyy-MM-dd}", StringComparison.Ordinal)
            .Replace("{2}", $"{start:yyyy-MM-dd}", StringComparison.Ordinal)
            .Replace("{3}", $"{start.AddYears(1).AddDays(-1):yyyy-MM-dd}", StringComparison.Ordinal);
        return Named((await database.Scalar<int[]>(sql))!);
    }

    public static async Task<Dictionary<string, int>> Sum(TestApp app, params Guid[] organizations)
    {
        var sum = Columns.ToDictionary(c => c, _ => 0);
        foreach (var organization in organizations)
        {
            foreach (var (column, value) in await Of(app, organization))
                sum[column] += value;
        }
        return sum;
    }

    /// <summary>What the product has written.</summary>
    public static Task<Dictionary<string, int>?> Written(TestApp app, Guid tenant) => Written(app.Database, tenant);

    /// <inheritdoc cref="Written(TestApp, Guid)"/>
    public static async Task<Dictionary<string, int>?> Written(
        TestDatabase database,
        Guid tenant,
        int schoolYear = 2025
    )
    {
        var row = await database.Scalar<int[]>(
            $"SELECT ARRAY[{string.Join(", ", Columns)}] FROM mentoring.tenant_figures WHERE tenant_id = '{tenant}' AND school_year = {schoolYear}"
        );
        return row is null ? null : Named(row);
    }

    public static Task<DateTime> ComputedAt(TestApp app, Guid tenant) =>
        app.Database.Scalar<DateTime>(
            $"SELECT computed_at FROM mentoring.tenant_figures WHERE tenant_id = '{tenant}' AND school_year = 2025"
        );

    private static Dictionary<string, int> Named(int[] values) =>
        Columns.Zip(values).ToDictionary(p => p.First, p => p.Second);
}
