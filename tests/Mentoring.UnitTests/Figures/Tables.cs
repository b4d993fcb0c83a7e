using Mentoring.Platform.Features.Figures;
using Mentoring.Platform.Features.Organizations;

namespace Mentoring.UnitTests.Figures;

/// <summary>Rows by target group.</summary>
internal static partial class Tables
{
    public static readonly TargetGroup[] Groups =
    [
        TargetGroup.StudentsFrom10To19,
        TargetGroup.StudentsFrom15To19,
        TargetGroup.Educators,
        TargetGroup.EarlyCareerEducators,
        TargetGroup.Parents,
    ];

    public static int Count(FigureCounts counts, TargetGroup group) =>
        group switch
        {
            TargetGroup.StudentsFrom10To19 => counts.StudentMentees,
            TargetGroup.StudentsFrom15To19 => counts.StudentMentors,
            TargetGroup.Educators => counts.Educators,
            TargetGroup.EarlyCareerEducators => counts.EarlyCareerMentees,
            _ => counts.Parents,
        };

    public static int Size(FigureCounts counts, TargetGroup group) =>
        group switch
        {
            TargetGroup.StudentsFrom10To19 => counts.StudentMenteesOf,
            TargetGroup.StudentsFrom15To19 => counts.StudentMentorsOf,
            TargetGroup.Educators => counts.EducatorsOf,
            TargetGroup.EarlyCareerEducators => counts.EarlyCareerMenteesOf,
            _ => counts.ParentsOf,
        };

    public static Guid Id(int municipality, int organization) => new(municipality, (short)organization, 0, new byte[8]);
}
