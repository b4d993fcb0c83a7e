using Mentoring.Platform.Platform.Data;

namespace Mentoring.Platform.Features.Reference;

/// <summary>Which kind of people stand on a side of a form.</summary>
public enum ParticipantGroup
{
    Educator,
    HeadOfOrganization,
    PreschoolTeacher,
    Specialist,
    Student,
    CollegeStudent,
    CollegeEducator,
    Employer,
}

/// <summary>A form of mentoring: who with whom.</summary>
public sealed class MentoringForm : IDownward
{
    public Guid TenantId { get; internal set; }
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required ParticipantGroup MentorGroup { get; set; }
    public required ParticipantGroup MenteeGroup { get; set; }
    public required int Sort { get; set; }
    public bool IsActive { get; set; } = true;
}

/// <summary>A role model inside a form, for example «лидер – пассивный».</summary>
public sealed class RoleModel : IDownward
{
    public Guid TenantId { get; internal set; }
    public required string FormCode { get; init; }
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required int Sort { get; set; }
    public bool IsActive { get; set; } = true;
}
