using System.Globalization;
using Mentoring.Platform.Features.Figures;
using Mentoring.Platform.Features.Organizations;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Time;

namespace Mentoring.Benchmarks;

/// <summary>
/// SQL that fills a region: in each organization 60 pairs of 30 mentors and 60 mentees, 25 programs with 12
/// activities and 10 meetings each. Some papers are missing, as in life; of students and of educators early in their
/// career there are few in each, of parents none.
/// </summary>
internal static class RegionSql
{
    /// <summary>From none to six: counts that above the organization are shown to nobody, and those next to them.
    /// They are of age, so that their papers are those of everybody.</summary>
    private const string IsStudent = "n > 60 - o % 7";

    public static IEnumerable<(string Title, string Sql)> Statements(int organizations)
    {
        var each = string.Create(CultureInfo.InvariantCulture, $"generate_series(1, {organizations}) AS o");
        var org = Generated.Sql(3, "o", "0");
        var municipality = Generated.Sql(2, "0", $"(o % {Generated.Municipalities})");
        var region = $"'{Generated.Region}'::uuid";
        var groups = string.Join(
            ", ",
            Enum.GetValues<TargetGroup>().Select(g => $"'{EnumText<TargetGroup>.Write(g)}'")
        );
        var mentor = Generated.Sql(4, "o", "(n - 1) / 2");
        var mentee = Generated.Sql(5, "o", "n");
        var pair = Generated.Sql(6, "o", "n");
        var program = Generated.Sql(7, "o", "n");

        // Generated rows keep every rule by construction; checking each reference would take most of the time.
        yield return ("", "SET session_replication_role = replica");
        yield return (
            "tenants",
            $"""
            INSERT INTO mentoring.tenant (id, kind, parent_id, lineage, name, short_name, time_zone)
            SELECT {region}, 'region', NULL, ARRAY[{region}], 'Область', 'Область', 'Europe/Moscow'
            UNION ALL
            SELECT m, 'municipality', {region}, ARRAY[m, {region}], 'Район ' || n, 'Район ' || n, 'Europe/Moscow'
            FROM (SELECT {Generated.Sql(2, "0", "n")} AS m, n FROM generate_series(0, {Generated.Municipalities - 1}) n)
            UNION ALL
            SELECT {org}, 'organization', {municipality}, ARRAY[{org}, {municipality}, {region}],
              'Школа № ' || o, 'Школа № ' || o, 'Europe/Moscow'
            FROM {each}
            """
        );
        yield return ("cards of organizations", Profiles(each, org, municipality, region));
        yield return (
            "sizes of target groups",
            $"""
            INSERT INTO mentoring.headcount (tenant_id, lineage, school_year, target_group, total, counted_on)
            SELECT {org}, ARRAY[{org}, {municipality}, {region}], {SchoolYear.Of(RawToday.Value).StartYear}, g,
              20 + o % 50, current_date
            FROM {each}, unnest(ARRAY[{groups}]) g
            """
        );
        yield return (
            "mentors",
            People(each, org, Generated.Sql(4, "o", "n"), 0, 29, "Наставник", isMentor: true, "false")
        );
        yield return (
            "mentees",
            People(each, org, Generated.Sql(5, "o", "n"), 1, Generated.Pairs, "Подопечный", isMentor: false, IsStudent)
        );
        yield return ("consents", Consents(each, org, Generated.Sql(4, "o", "n"), 0, 29, 10));
        yield return ("consents", Consents(each, org, Generated.Sql(5, "o", "n"), 1, Generated.Pairs, 11));
        yield return (
            "profiles of mentors",
            $"""
            INSERT INTO mentoring.mentor_profile (tenant_id, id, version, person_id, state, position, subject_codes,
              competence_codes, capacity, is_employee, places_taken)
            SELECT {org}, {Generated.Sql(12, "o", "n")}, 1, {Generated.Sql(
                4,
                "o",
                "n"
            )}, 'assigned', 'учитель математики',
              ARRAY['math']::text[], ARRAY['methods']::text[], 3, true, 2
            FROM {each}, generate_series(0, 29) n
            """
        );
        yield return (
            "profiles of mentees",
            $"""
            INSERT INTO mentoring.mentee_profile (tenant_id, id, version, person_id, state, category_code, position, open_pairs)
            SELECT {org}, {Generated.Sql(13, "o", "n")}, 1, {Generated.Sql(
                5,
                "o",
                "n"
            )}, 'inProgram',
              CASE WHEN n <= o % 9 THEN '{OrganizationCount.EarlyCareerCategory}' ELSE 'newEducator' END, 'учитель физики', 1
            FROM {each}, generate_series(1, {Generated.Pairs}) n
            """
        );
        yield return (
            "pairs",
            $"""
            INSERT INTO mentoring.mentoring_team (tenant_id, id, version, state, form_code, kind_codes, proposed_on,
              mentor_person_id, mentee_person_id, order_id, order_number, ordered_on, active_since)
            SELECT {org}, {pair}, 7, 'active', CASE WHEN {IsStudent} THEN 'studentStudent' ELSE 'teacherTeacher' END, ARRAY['traditional']::text[], current_date - 200,
              {mentor}, {mentee}, {Generated.Sql(15, "o", "0")}, '14-о', current_date - 190, current_date - 190
            FROM {each}, generate_series(1, {Generated.Pairs}) n
            """
        );
        foreach (
            var (side, person, profile, kind) in new[]
            {
                ("mentor", mentor, Generated.Sql(12, "o", "(n - 1) / 2"), 16),
                ("mentee", mentee, Generated.Sql(13, "o", "n"), 17),
            }
        )
        {
            yield return (
                "members",
                $"""
                INSERT INTO mentoring.team_member (tenant_id, team_id, person_id, profile_id, side)
                SELECT {org}, {pair}, {person}, {profile}, '{side}' FROM {each}, generate_series(1, {Generated.Pairs}) n
                """
            );
            yield return (
                "consents to duties",
                $"""
                INSERT INTO mentoring.duty_consent (tenant_id, team_id, id, person_id, given_on, way, text_version)
                SELECT {org}, {pair}, {Generated.Sql(
                    kind,
                    "o",
                    "n"
                )}, {person}, current_date - 195, 'inPerson', '2022-1'
                FROM {each}, generate_series(1, {Generated.Pairs}) n
                """
            );
        }
        // Every twelfth pair waits for the addendum to the contract.
        yield return (
            "addenda",
            $"""
            INSERT INTO mentoring.contract_addendum (tenant_id, team_id, id, person_id, number, signed_on)
            SELECT {org}, {pair}, {Generated.Sql(18, "o", "n")}, {mentor}, n::text, current_date - 192
            FROM {each}, generate_series(1, {Generated.Pairs}) n WHERE n % 12 <> 0
            """
        );
        foreach (var statement in ProgramSql.Statements(each, org, pair, program))
            yield return statement;
        yield return ("", "RESET session_replication_role");
    }

    private static string Profiles(string each, string org, string municipality, string region) =>
        $"""
            INSERT INTO mentoring.organization_profile
              (tenant_id, lineage, version, kind, full_name, locality, head_title, head_name, is_small_scale)
            SELECT {org}, ARRAY[{org}, {municipality}, {region}], 1, 'school', 'Школа № ' || o, 'город', 'Директор',
              'Директор ' || o, false
            FROM {each}
            """;

    private static string People(
        string each,
        string org,
        string id,
        int from,
        int to,
        string word,
        bool isMentor,
        string isStudent
    ) =>
        $"""
            INSERT INTO mentoring.person (tenant_id, id, version, family_name, given_name, patronymic, birth_date,
              is_mentor, is_mentee, is_representative, search_text)
            SELECT {org}, {id}, 1, '{word} ' || (n * 37 % 101), 'Имя ' || n, 'Отчество', CASE WHEN {isStudent} THEN DATE '{SchoolYear.Of(
                RawToday.Value
            ).StartYear - 18}-08-01' ELSE DATE '1985-01-01' + n END,
              {isMentor}, {!isMentor}, false, ' {word.ToLowerInvariant()} ' || (n * 37 % 101) || ' имя ' || n
            FROM {each}, generate_series({from}, {to}) n
            """;

    /// <summary>Every fifteenth person has given none.</summary>
    private static string Consents(string each, string org, string person, int from, int to, int kind) =>
        $"""
            INSERT INTO mentoring.personal_data_consent (tenant_id, id, version, person_id, scope, text_version, given_on,
              valid_until, subject_signed)
            SELECT {org}, {Generated.Sql(kind, "o", "n")}, 1, {person}, 'participation', '2025-1', current_date - 210,
              current_date + 400, true
            FROM {each}, generate_series({from}, {to}) n WHERE n % 15 <> 1
            """;
}
