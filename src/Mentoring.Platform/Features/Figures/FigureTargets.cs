using Mentoring.Platform.Features.Organizations;

namespace Mentoring.Platform.Features.Figures;

/// <summary>What is to be reached, in percent; compared exactly and rounded for the eye only.</summary>
public static class FigureTargets
{
    /// <summary>All participants have a consent.</summary>
    public const int Consents = 100;

    /// <summary>Of the activities due so far.</summary>
    public const int Activities = 90;

    /// <summary>Students and early-career educators by the yearly indicators of the federal model, the others by KPI-1.</summary>
    public static int Coverage(TargetGroup group) =>
        group switch
        {
            TargetGroup.StudentsFrom10To19 or TargetGroup.EarlyCareerEducators => 70,
            TargetGroup.StudentsFrom15To19 => 10,
            _ => 55,
        };

    /// <returns>Null where there is nobody to compare with.</returns>
    public static bool? IsReached(int count, int total, int target) =>
        total == 0 ? null : (long)count * 100 >= (long)target * total;

    /// <returns>One digit after the point; null where there is nobody to compare with.</returns>
    public static decimal? Percent(int count, int total) =>
        total == 0 ? null : Math.Round(100m * count / total, 1, MidpointRounding.AwayFromZero);
}
