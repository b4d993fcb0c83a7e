using Mentoring.Platform.Features.Organizations;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Time;
using Npgsql;

namespace Mentoring.Platform.Features.Figures;

/// <summary>A tenant with its roll-up, as dashboards need it; without one everything is nothing yet.</summary>
/// <param name="OrganizationKind">Null above organizations, and while an organization has no card.</param>
/// <param name="ComputedAt">Null while nothing was counted.</param>
/// <param name="Hidden">Which counts by group are not shown; all, until the region has decided.</param>
internal sealed record DashboardRow(
    Guid Id,
    string Name,
    string ShortName,
    OrganizationKind? OrganizationKind,
    DateTimeOffset? ComputedAt,
    FigureCounts Counts,
    IReadOnlySet<TargetGroup> Hidden
)
{
    /// <summary>
    /// Figures and cards are looked up tenant by tenant, which the limit makes sure of: in a plain join the planner would
    /// rather read those of the whole country than a few hundred by their keys.
    /// </summary>
    private const string Tenants = """
        SELECT t.id, t.name, t.short_name, o.kind, f.computed_at, h.groups,
          f.organizations, f.organizations_with_participants, f.participants, f.mentors, f.mentees, f.active_pairs,
          f.waiting_pairs, f.consents_valid, f.activities_planned, f.activities_done, f.activities_due,
          f.activities_due_done, f.student_mentees, f.student_mentees_of, f.student_mentors, f.student_mentors_of,
          f.educators, f.educators_of, f.early_career_mentees, f.early_career_mentees_of, f.parents, f.parents_of
        FROM mentoring.tenant t
        LEFT JOIN LATERAL (
          SELECT * FROM mentoring.tenant_figures x WHERE x.tenant_id = t.id AND x.school_year = $2 LIMIT 1) f ON true
        LEFT JOIN LATERAL (
          SELECT x.kind FROM mentoring.organization_profile x WHERE x.tenant_id = t.id LIMIT 1) o ON true
        LEFT JOIN LATERAL (
          SELECT x.groups FROM mentoring.hidden_coverage x
          WHERE x.tenant_id = t.lineage[cardinality(t.lineage)] AND x.school_year = $2 AND x.of_tenant_id = t.id LIMIT 1) h
          ON true
        """;

    private const string ItselfSql = $"{Tenants} WHERE t.id = $1";

    /// <summary>Those that take part, in the order in which people read names.</summary>
    private const string BelowSql = $"""
        {Tenants} WHERE t.parent_id = $1 AND t.closed_on IS NULL ORDER BY t.short_name COLLATE "ru-x-icu", t.id
        """;

    public DashboardTenant Tenant => new(Id, Name, ShortName);

    public MentoringFigures Figures => MentoringFigures.Of(Counts, Hidden);

    public static Statement Itself(Guid tenant, SchoolYear year) => new(ItselfSql, tenant, year.StartYear);

    public static Statement ItselfBelow(Guid tenant, Guid parent, SchoolYear year) =>
        new($"{ItselfSql} AND t.parent_id = $3 AND t.closed_on IS NULL", tenant, year.StartYear, parent);

    public static Statement Below(Guid tenant, SchoolYear year) => new(BelowSql, tenant, year.StartYear);

    public static DashboardRow Read(NpgsqlDataReader row)
    {
        var counts = row.IsDBNull(4) ? new FigureCounts() : CountsOf(row);
        return new DashboardRow(
            row.GetGuid(0),
            row.GetString(1),
            row.GetString(2),
            row.WordOrNull<OrganizationKind>(3),
            row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4),
            counts,
            row.IsDBNull(5) ? HiddenCounts.Everything : HiddenIn(counts, row.Texts(5))
        );
    }

    /// <summary>The decision may be a second older than the counts: what is small by now is hidden all the same.</summary>
    private static HashSet<TargetGroup> HiddenIn(FigureCounts counts, string[] decided) =>
        [.. HiddenCounts.AlwaysIn(counts), .. decided.Select(g => Enum.Parse<TargetGroup>(g, ignoreCase: true))];

    private static FigureCounts CountsOf(NpgsqlDataReader row) =>
        new()
        {
            Organizations = row.GetInt32(6),
            OrganizationsWithParticipants = row.GetInt32(7),
            Participants = row.GetInt32(8),
            Mentors = row.GetInt32(9),
            Mentees = row.GetInt32(10),
            ActivePairs = row.GetInt32(11),
            WaitingPairs = row.GetInt32(12),
            ConsentsValid = row.GetInt32(13),
            ActivitiesPlanned = row.GetInt32(14),
            ActivitiesDone = row.GetInt32(15),
            ActivitiesDue = row.GetInt32(16),
            ActivitiesDueDone = row.GetInt32(17),
            StudentMentees = row.GetInt32(18),
            StudentMenteesOf = row.GetInt32(19),
            StudentMentors = row.GetInt32(20),
            StudentMentorsOf = row.GetInt32(21),
            Educators = row.GetInt32(22),
            EducatorsOf = row.GetInt32(23),
            EarlyCareerMentees = row.GetInt32(24),
            EarlyCareerMenteesOf = row.GetInt32(25),
            Parents = row.GetInt32(26),
            ParentsOf = row.GetInt32(27),
        };
}
