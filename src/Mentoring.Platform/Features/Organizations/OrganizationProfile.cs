using Mentoring.Platform.Platform.Data;

namespace Mentoring.Platform.Features.Organizations;

/// <summary>Kinds of organizations, as the documents call them.</summary>
public enum OrganizationKind
{
    School,
    BasicSchool,
    EducationCenter,
    Kindergarten,
}

/// <summary>What papers and offices need to know of an organization; official, so its ancestors see it.</summary>
public sealed class OrganizationProfile : Aggregate, IUpward
{
    public required Guid[] Lineage { get; init; }
    public required OrganizationKind Kind { get; set; }

    /// <summary>Full official name, as in the head of an order.</summary>
    public required string FullName { get; set; }

    /// <summary>Place of issue of its orders.</summary>
    public required string Locality { get; set; }

    /// <summary>«директор» or «заведующий»: depends on the kind, but is theirs to say.</summary>
    public required string HeadTitle { get; set; }

    /// <summary>Official contact; shown above.</summary>
    public required string HeadName { get; set; }
    public bool IsSmallScale { get; set; }
}

/// <summary>Groups of people whose coverage is counted.</summary>
public enum TargetGroup
{
    Students,
    StudentsFrom10To19,
    StudentsFrom15To19,
    Educators,
    EarlyCareerEducators,
    Parents,
}

/// <summary>How many people a target group has: the denominator of its coverage.</summary>
public sealed class Headcount : IUpward
{
    public Guid TenantId { get; internal set; }
    public required Guid[] Lineage { get; init; }

    /// <summary>The year in which the school year starts.</summary>
    public required int SchoolYear { get; init; }
    public required TargetGroup TargetGroup { get; init; }
    public required int Total { get; set; }

    /// <summary>The day for which it was counted.</summary>
    public required DateOnly CountedOn { get; set; }
}
