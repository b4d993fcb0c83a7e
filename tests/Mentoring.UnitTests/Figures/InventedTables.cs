using FsCheck;
using FsCheck.Fluent;
using Mentoring.Platform.Features.Figures;

namespace Mentoring.UnitTests.Figures;

/// <summary>Invented organizations, municipalities and regions.</summary>
internal static partial class Tables
{
    private static Gen<int> Small => Gen.Frequency((4, Gen.Constant(0)), (4, Gen.Choose(1, 4)), (3, Gen.Choose(5, 40)));

    /// <summary>Of a table in which next to nothing is small, so that much could be shown.</summary>
    private static Gen<int> Large => Gen.Frequency((8, Gen.Choose(5, 90)), (1, Gen.Constant(0)), (1, Gen.Choose(1, 4)));

    private static Gen<int> Rarely => Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(1, 6)));

    /// <summary>A school as it may be; with some of them a student is a mentee in one pair and a mentor in another.</summary>
    private static Gen<FigureCounts> School(Gen<int> size) =>
        from studentMentees in size
        from studentMentors in size
        from beginners in size
        from otherMentees in size
        from educatorMentors in size
        from parents in size
        from others in Rarely
        from twice in Rarely
        select Counted(
            studentMentees,
            studentMentors,
            beginners,
            otherMentees,
            educatorMentors,
            parents,
            others,
            Math.Min(twice, Math.Min(studentMentees, studentMentors))
        );

    /// <summary>No students, and more often than not nobody but educators.</summary>
    private static Gen<FigureCounts> Kindergarten =>
        from beginners in Small
        from educatorMentors in Small
        from parents in Rarely
        from others in Rarely
        select Counted(0, 0, beginners, 0, educatorMentors, parents, others, 0);

    private static Gen<FigureCounts> Organization =>
        from counts in Gen.Frequency(
            (4, School(Small)),
            (3, School(Large)),
            (2, Kindergarten),
            (1, Gen.Fresh(() => new FigureCounts()))
        )
        from uncovered in Uncovered.ArrayOf(Groups.Length)
        select Sized(counts, uncovered);

    /// <summary>How many of a group do not take part; none where everybody does, null where nobody has said its size.</summary>
    private static Gen<int?> Uncovered =>
        Gen.Frequency<int?>(
            (3, Gen.Constant<int?>(0)),
            (2, Gen.Choose(1, 4).Select(n => (int?)n)),
            (3, Gen.Choose(5, 200).Select(n => (int?)n)),
            (1, Gen.Constant<int?>(null))
        );

    private static FigureCounts Sized(FigureCounts counts, int?[] uncovered)
    {
        int Of(int count, int place) => uncovered[place] is { } others ? count + others : 0;
        counts.StudentMenteesOf = Of(counts.StudentMentees, 0);
        counts.StudentMentorsOf = Of(counts.StudentMentors, 1);
        counts.EducatorsOf = Of(counts.Educators, 2);
        counts.EarlyCareerMenteesOf = Of(counts.EarlyCareerMentees, 3);
        counts.ParentsOf = Of(counts.Parents, 4);
        return counts;
    }

    /// <summary>Municipalities with their organizations; those of one organization are not rare.</summary>
    public static Gen<FigureCounts[][]> Region =>
        from count in Gen.Frequency((4, Gen.Choose(1, 3)), (1, Gen.Choose(4, 6)))
        from municipalities in Municipality.ArrayOf(count)
        select municipalities;

    private static Gen<FigureCounts[]> Municipality =>
        from count in Gen.Frequency((2, Gen.Constant(1)), (4, Gen.Choose(0, 4)), (1, Gen.Choose(5, 8)))
        from organizations in Organization.ArrayOf(count)
        select organizations;

    private static FigureCounts Counted(
        int studentMentees,
        int studentMentors,
        int beginners,
        int otherMentees,
        int educatorMentors,
        int parents,
        int others,
        int twice
    ) =>
        new()
        {
            StudentMentees = studentMentees,
            StudentMentors = studentMentors,
            Educators = beginners + otherMentees + educatorMentors,
            EarlyCareerMentees = beginners,
            Parents = parents,
            Mentees = studentMentees + beginners + otherMentees,
            Mentors = studentMentors + educatorMentors + parents + others,
            Participants =
                studentMentees + studentMentors + beginners + otherMentees + educatorMentors + parents + others - twice,
        };
}
