using FsCheck;
using FsCheck.Fluent;
using Mentoring.Platform.Features.Figures;
using Mentoring.Platform.Features.Organizations;

namespace Mentoring.UnitTests.Figures;

/// <summary>Dashboards of invented regions and municipalities.</summary>
internal static class Tables
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

    private static Gen<int> Small => Gen.Frequency((4, Gen.Constant(0)), (4, Gen.Choose(1, 4)), (3, Gen.Choose(5, 40)));

    /// <summary>A school as it may be: small numbers often, none at all often.</summary>
    public static Gen<FigureCounts> School =>
        from studentMentees in Small
        from studentMentors in Small
        from beginners in Small
        from otherMentees in Small
        from educatorMentors in Small
        from parents in Small
        from others in Gen.Frequency((3, Gen.Constant(0)), (1, Small))
        select new FigureCounts
        {
            StudentMentees = studentMentees,
            StudentMentors = studentMentors,
            Educators = beginners + otherMentees + educatorMentors,
            EarlyCareerMentees = beginners,
            Parents = parents,
            Mentees = studentMentees + beginners + otherMentees,
            Mentors = studentMentors + educatorMentors + parents + others,
            Participants =
                studentMentees + studentMentors + beginners + otherMentees + educatorMentors + parents + others,
        };

    public static Gen<IReadOnlyList<CoverageRow>> Municipality =>
        from count in Gen.Choose(0, 6)
        from schools in School.ArrayOf(count)
        select Of([schools], withRegion: false);

    public static Gen<IReadOnlyList<CoverageRow>> Region =>
        from count in Gen.Choose(1, 3)
        from size in Gen.Choose(1, 4)
        from municipalities in School.ArrayOf(size).ArrayOf(count)
        select Of(municipalities, withRegion: true);

    public static IReadOnlyList<CoverageRow> Of(FigureCounts[][] municipalities, bool withRegion)
    {
        var rows = new List<CoverageRow>();
        Guid? region = withRegion ? Id(9, 0) : null;
        for (var m = 0; m < municipalities.Length; m++)
        {
            for (var s = 0; s < municipalities[m].Length; s++)
                rows.Add(new CoverageRow(Id(m, s + 1), Id(m, 0), municipalities[m][s]));
            rows.Add(new CoverageRow(Id(m, 0), region, FigureCounts.Sum(municipalities[m])));
        }
        if (region is { } top)
            rows.Add(new CoverageRow(top, null, FigureCounts.Sum(municipalities.SelectMany(m => m))));
        return rows;
    }

    public static Guid Id(int municipality, int school) => new(municipality, (short)school, 0, new byte[8]);
}
