using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Programs;

public enum ActivityStatus
{
    Planned,
    Done,
}

/// <summary>One activity of a program's plan.</summary>
public sealed class PlanActivity : ITenantOwned
{
    private PlanActivity() { }

    public Guid TenantId { get; private set; }
    public Guid Id { get; private init; }
    public Guid ProgramId { get; private init; }

    /// <summary>Its place in the plan.</summary>
    public int Position { get; internal set; }

    /// <summary>Code of the direction of mentoring.</summary>
    public string Direction { get; private set; } = "";
    public string Title { get; private set; } = "";
    public DateOnly PlannedOn { get; private set; }
    public DeliveryMode Mode { get; private set; }
    public string ExpectedResult { get; private set; } = "";
    public ActivityResponsible Responsible { get; private set; }
    public ActivityStatus Status { get; private set; }
    public DateOnly? CompletedOn { get; private set; }
    public string? Result { get; private set; }
    public string? Comment { get; private set; }

    /// <summary>As whom the one acted who said so.</summary>
    public ProgramParty? CompletedAs { get; private set; }

    internal static PlanActivity Of(Guid programId, ActivityPlan plan, int position)
    {
        var activity = new PlanActivity
        {
            Id = Guid.CreateVersion7(),
            ProgramId = programId,
            Position = position,
        };
        activity.Write(plan);
        return activity;
    }

    internal void Write(ActivityPlan plan)
    {
        Direction = plan.Direction;
        Title = plan.Title;
        PlannedOn = plan.PlannedOn;
        Mode = plan.Mode;
        ExpectedResult = plan.ExpectedResult;
        Responsible = plan.Responsible;
    }

    internal ActivityPlan ToPlan() => new(Direction, Title, PlannedOn, Mode, ExpectedResult, Responsible, Id);

    /// <returns>Whether anything is new: the same facts said twice are said once.</returns>
    internal Result<bool> Complete(ActivityFacts facts, ProgramParty party)
    {
        if (Status == ActivityStatus.Done)
            return facts == new ActivityFacts(CompletedOn!.Value, Result, Comment)
                ? false
                : ProgramErrors.ActivityAlreadyDone;
        Status = ActivityStatus.Done;
        CompletedOn = facts.CompletedOn;
        Result = facts.Result;
        Comment = facts.Comment;
        CompletedAs = party;
        return true;
    }
}

/// <summary>How an activity ended.</summary>
public sealed record ActivityFacts(DateOnly CompletedOn, string? Result, string? Comment);
