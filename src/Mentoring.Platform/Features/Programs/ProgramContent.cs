namespace Mentoring.Platform.Features.Programs;

public enum ProgramBasis
{
    Individual,
    Group,
}

public enum DeliveryMode
{
    Online,
    InPerson,
    Blended,
}

public enum ActivityResponsible
{
    Mentor,
    Mentee,
    Both,
}

/// <summary>The explanatory note of a program, field by field.</summary>
/// <param name="Problem">What the mentee has difficulties with.</param>
/// <param name="MeetingSchedule">When and how often mentor and mentee meet.</param>
/// <param name="Conditions">What the work needs: rooms, devices, time.</param>
public sealed record ProgramRationale(
    string Problem = "",
    string Goals = "",
    string MentorContent = "",
    string MenteeContent = "",
    string InterimResults = "",
    string PlannedResults = "",
    string MeetingSchedule = "",
    string Conditions = ""
)
{
    /// <summary>Fields without which nobody can agree to a program, as long as they are empty.</summary>
    public IReadOnlyList<string> FindMissing() =>
        [
            .. new[]
            {
                ("problem", Problem),
                ("goals", Goals),
                ("mentorContent", MentorContent),
                ("menteeContent", MenteeContent),
                ("plannedResults", PlannedResults),
                ("meetingSchedule", MeetingSchedule),
            }
                .Where(f => string.IsNullOrWhiteSpace(f.Item2))
                .Select(f => f.Item1),
        ];
}

/// <summary>One line of the plan, as it is written down.</summary>
/// <param name="Direction">Code of the direction of mentoring.</param>
/// <param name="ExpectedResult">What will show that it is done: a result or a document.</param>
/// <param name="Id">The activity of the plan before, where this line replaces one.</param>
public sealed record ActivityPlan(
    string Direction,
    string Title,
    DateOnly PlannedOn,
    DeliveryMode Mode,
    string ExpectedResult,
    ActivityResponsible Responsible,
    Guid? Id = null
);

/// <summary>What a program says: all that its parties agree on.</summary>
public sealed record ProgramContent(
    ProgramBasis Basis,
    IReadOnlyList<string> FormCodes,
    IReadOnlyList<string> KindCodes,
    DeliveryMode DeliveryMode,
    ProgramTerm Term,
    ProgramRationale Rationale,
    IReadOnlyList<ActivityPlan> Activities
);

/// <summary>What a correction replaces: forms, kinds, mode, and the part of the plan that is not done yet.</summary>
public sealed record ProgramAmendment(
    IReadOnlyList<string> FormCodes,
    IReadOnlyList<string> KindCodes,
    DeliveryMode DeliveryMode,
    IReadOnlyList<ActivityPlan> Activities
);
