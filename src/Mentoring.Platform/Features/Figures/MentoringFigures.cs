using Mentoring.Platform.Features.Organizations;

namespace Mentoring.Platform.Features.Figures;

/// <summary>The figures of an organization, a municipality or a region in a school year.</summary>
/// <param name="Mentors">Persons who were the mentor of a working pair at any moment of the year.</param>
/// <param name="ActivePairs">Pairs at work, their legal gate open.</param>
/// <param name="WaitingPairs">Pairs that lack something still, or again.</param>
public sealed record MentoringFigures(
    int Organizations,
    int OrganizationsWithParticipants,
    int Participants,
    int Mentors,
    int Mentees,
    int ActivePairs,
    int WaitingPairs,
    ConsentFigures Consents,
    ActivityFigures Activities,
    IReadOnlyList<CoverageFigures> Coverage
)
{
    /// <param name="hidden">Groups whose count is not shown.</param>
    internal static MentoringFigures Of(FigureCounts counts, IReadOnlySet<TargetGroup> hidden) =>
        new(
            counts.Organizations,
            counts.OrganizationsWithParticipants,
            counts.Participants,
            counts.Mentors,
            counts.Mentees,
            counts.ActivePairs,
            counts.WaitingPairs,
            ConsentFigures.From(counts),
            ActivityFigures.Of(counts),
            [.. CoverageGroup.All.Select(g => CoverageFigures.Of(g, counts, hidden.Contains(g.Group)))]
        );
}

/// <summary>Participants whose consent to the processing of personal data suffices.</summary>
/// <param name="Of">All participants.</param>
/// <param name="Percent">Rounded for the eye; null where there is nobody.</param>
/// <param name="IsReached">Compared exactly; null where there is nobody.</param>
public sealed record ConsentFigures(int N, int Of, decimal? Percent, int TargetPercent, bool? IsReached)
{
    internal static ConsentFigures From(FigureCounts c) =>
        new(
            c.ConsentsValid,
            c.Participants,
            FigureTargets.Percent(c.ConsentsValid, c.Participants),
            FigureTargets.Consents,
            FigureTargets.IsReached(c.ConsentsValid, c.Participants, FigureTargets.Consents)
        );
}

/// <summary>Activities of approved programs in the school year.</summary>
/// <param name="DueDone">Done of those that were due by now.</param>
/// <param name="Percent">Done of those due, rounded for the eye; null where nothing was due.</param>
/// <param name="IsReached">Of those due; null where nothing was.</param>
public sealed record ActivityFigures(
    int Done,
    int Planned,
    int DueDone,
    int Due,
    decimal? Percent,
    int TargetPercent,
    bool? IsReached
)
{
    internal static ActivityFigures Of(FigureCounts c) =>
        new(
            c.ActivitiesDone,
            c.ActivitiesPlanned,
            c.ActivitiesDueDone,
            c.ActivitiesDue,
            FigureTargets.Percent(c.ActivitiesDueDone, c.ActivitiesDue),
            FigureTargets.Activities,
            FigureTargets.IsReached(c.ActivitiesDueDone, c.ActivitiesDue, FigureTargets.Activities)
        );
}

/// <summary>How much of a target group takes part.</summary>
/// <param name="Participants">Null where it is hidden.</param>
/// <param name="Total">Size of the group; 0 where nobody has said it, null where it is hidden with the count.</param>
/// <param name="Hidden">The count is small or could be, or a small one would follow from it.</param>
/// <param name="Percent">Rounded for the eye; null where it is hidden or the group's size is not known.</param>
public sealed record CoverageFigures(
    TargetGroup TargetGroup,
    int? Participants,
    int? Total,
    bool Hidden,
    decimal? Percent,
    int TargetPercent,
    bool? IsReached
)
{
    internal static CoverageFigures Of(CoverageGroup group, FigureCounts counts, bool hidden)
    {
        var (count, total) = (group.Count(counts), group.Total(counts));
        var target = FigureTargets.Coverage(group.Group);
        return hidden
            ? new(group.Group, null, null, true, null, target, null)
            : new(
                group.Group,
                count,
                total,
                false,
                FigureTargets.Percent(count, total),
                target,
                FigureTargets.IsReached(count, total, target)
            );
    }
}

/// <summary>A target group's two columns of the roll-up, and how many a row's totals leave room for.</summary>
internal sealed record CoverageGroup(
    TargetGroup Group,
    Func<FigureCounts, int> Count,
    Func<FigureCounts, int> Total,
    Func<FigureCounts, int> AtMost
)
{
    public static readonly IReadOnlyList<CoverageGroup> All =
    [
        new(TargetGroup.StudentsFrom10To19, c => c.StudentMentees, c => c.StudentMenteesOf, c => c.Mentees),
        new(TargetGroup.StudentsFrom15To19, c => c.StudentMentors, c => c.StudentMentorsOf, c => c.Mentors),
        new(TargetGroup.Educators, c => c.Educators, c => c.EducatorsOf, InPairs),
        new(TargetGroup.EarlyCareerEducators, c => c.EarlyCareerMentees, c => c.EarlyCareerMenteesOf, Beginners),
        new(TargetGroup.Parents, c => c.Parents, c => c.ParentsOf, InPairs),
    ];

    /// <summary>Beginners are educators: where «no educators» is shown, there are none.</summary>
    private static int Beginners(FigureCounts counts) =>
        counts.Educators == 0 && InPairs(counts) >= CoverageCounts.Least ? 0 : counts.Mentees;

    private static int InPairs(FigureCounts counts) => Math.Min(counts.Mentors + counts.Mentees, counts.Participants);
}
