namespace Mentoring.Benchmarks;

/// <summary>SQL of programs with their plans, agreements and meetings.</summary>
internal static class ProgramSql
{
    public static IEnumerable<(string Title, string Sql)> Statements(
        string each,
        string org,
        string pair,
        string program
    )
    {
        const string Text = "Разобрать вместе уроки, подготовить открытое занятие и описать полученный опыт";
        yield return (
            "programs",
            $$"""
            INSERT INTO mentoring.mentoring_program (tenant_id, id, version, pair_id, state, edition, latest_edition, basis,
              form_codes, kind_codes, delivery_mode, starts_on, ends_on, rationale, agreed_on, approver, approved_on,
              activated_on)
            SELECT {{org}}, {{program}}, 6, {{pair}}, 'active', 1, 1, 'individual', ARRAY['teacherTeacher'],
              ARRAY['traditional'], 'blended', current_date - 180, current_date + 90,
              '{"problem":"{{Text}}","goals":"{{Text}}","mentorContent":"{{Text}}","menteeContent":"{{Text}}",
                "interimResults":"{{Text}}","plannedResults":"{{Text}}","meetingSchedule":"{{Text}}","conditions":"{{Text}}"}',
              current_date - 182, 'curator', current_date - 181, current_date - 180
            FROM {{each}}, generate_series(1, {{Generated.Programs}}) n
            """
        );
        yield return (
            "activities",
            $"""
            INSERT INTO mentoring.plan_activity (tenant_id, id, program_id, position, direction, title, planned_on, mode,
              expected_result, responsible, status, completed_on, result, completed_as)
            SELECT {org}, {Generated.Sql(20, "o", "n * 20 + a")}, {program}, a, 'methodical', '{Text}',
              current_date - 180 + a * 20, 'inPerson', 'Конспект занятия', 'both',
              CASE WHEN a < 8 THEN 'done' ELSE 'planned' END, CASE WHEN a < 8 THEN current_date - 175 + a * 20 END,
              CASE WHEN a < 8 THEN 'Проведено' END, CASE WHEN a < 8 THEN 'mentor' END
            FROM {each}, generate_series(1, {Generated.Programs}) n, generate_series(0, 11) a
            """
        );
        foreach (
            var (party, person, kind) in new[]
            {
                ("mentor", Generated.Sql(4, "o", "(n - 1) / 2"), 21),
                ("mentee", Generated.Sql(5, "o", "n"), 22),
            }
        )
            yield return (
                "agreements",
                $"""
                INSERT INTO mentoring.program_agreement
                  (tenant_id, id, program_id, edition, party, person_id, agreed_on, on_paper)
                SELECT {org}, {Generated.Sql(
                    kind,
                    "o",
                    "n"
                )}, {program}, 1, '{party}', {person}, current_date - 182, false
                FROM {each}, generate_series(1, {Generated.Programs}) n
                """
            );
        yield return (
            "meetings",
            $"""
            INSERT INTO mentoring.meeting (tenant_id, id, version, pair_id, type, held_on, minutes, mode, outcome, next_on,
              logged_on, logged_by_account_id, logged_as)
            SELECT {org}, {Generated.Sql(23, "o", "n * 20 + m")}, 1, {pair},
              CASE m WHEN 0 THEN 'introductory' WHEN 1 THEN 'trial' WHEN 2 THEN 'planning' ELSE 'regular' END,
              current_date - 188 + m * 15, 45, 'inPerson', '{Text}', current_date - 173 + m * 15,
              current_date - 188 + m * 15, {Generated.Sql(9, "o", "0")}, 'curator'
            FROM {each}, generate_series(1, {Generated.Programs}) n, generate_series(0, 9) m
            """
        );
    }
}
