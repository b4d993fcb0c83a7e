using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Programs;

/// <summary>
/// The personalized program of one pair or group: drafted, agreed by all its parties on one exact edition, approved,
/// carried out, changed by mutual consent, ended. How it ends and changes is in the other part of the class.
/// </summary>
public sealed partial class MentoringProgram : Aggregate
{
    private readonly List<PlanActivity> activities = [];
    private readonly List<ProgramAgreement> agreements = [];
    private readonly List<ProgramChange> changes = [];

    private MentoringProgram() { }

    public Guid PairId { get; private init; }
    public ProgramState State { get; private set; }

    /// <summary>The edition of the text as it stands; agreements name it.</summary>
    public int Edition { get; private set; }

    /// <summary>The last edition proposed; those between were proposed and never came into force.</summary>
    public int LatestEdition { get; private set; }
    public ProgramBasis Basis { get; private set; }
    public string[] FormCodes { get; private set; } = [];
    public string[] KindCodes { get; private set; } = [];
    public DeliveryMode DeliveryMode { get; private set; }
    public DateOnly StartsOn { get; private set; }
    public DateOnly EndsOn { get; private set; }
    public ProgramRationale Rationale { get; private set; } = new();
    public DateOnly? AgreedOn { get; private set; }
    public ProgramApprover? Approver { get; private set; }
    public DateOnly? ApprovedOn { get; private set; }
    public string? ApprovalNumber { get; private set; }
    public DateOnly? ApprovalDate { get; private set; }
    public DateOnly? ActivatedOn { get; private set; }
    public DateOnly? EndedOn { get; private set; }
    public ClosingCause? EndCause { get; private set; }
    public string? EndExplanation { get; private set; }

    public ProgramTerm Term => new(StartsOn, EndsOn);

    public IReadOnlyList<PlanActivity> Activities => activities;

    public IReadOnlyList<ProgramAgreement> Agreements => agreements;

    public IReadOnlyList<ProgramChange> Changes => changes;

    public static Result<MentoringProgram> Draft(Guid pairId, ProgramContent content, TermLimits limits)
    {
        var program = new MentoringProgram
        {
            PairId = pairId,
            LatestEdition = 1,
            Edition = 1,
        };
        if (Check(content, limits) is { Error: { } refusal })
            return refusal;
        program.Write(content);
        program.Changed();
        return program;
    }

    /// <summary>Writes a new edition; what was agreed to the one before no longer counts.</summary>
    public Result Edit(ProgramContent content, TermLimits limits)
    {
        if (!State.IsEditable())
            return ProgramErrors.NotEditable;
        if (Check(content, limits) is { Error: { } refusal })
            return refusal;
        Write(content);
        Edition = ++LatestEdition;
        State = ProgramState.Draft;
        AgreedOn = null;
        Changed();
        return Result.Ok;
    }

    /// <param name="signers">All whose agreement the program needs.</param>
    public Result Agree(Agreement said, IReadOnlyCollection<ProgramSigner> signers, DateOnly today)
    {
        if (State != ProgramState.Draft)
            return ProgramErrors.NotOpenForAgreement;
        if (said.On > today)
            return ProgramErrors.DateInFuture;
        if (Missing() is { Count: > 0 } missing)
            return ProgramErrors.Incomplete.With("missing", missing);
        if (HasAgreed(said.Signer, Edition))
            return ProgramErrors.AlreadyAgreed;
        agreements.Add(ProgramAgreement.Of(Id, Edition, said));
        if (signers.All(s => HasAgreed(s, Edition)))
        {
            State = ProgramState.Agreed;
            AgreedOn = agreements.Where(a => a.Edition == Edition).Max(a => a.AgreedOn);
        }
        Changed();
        return Result.Ok;
    }

    /// <returns>The sealed text of what was approved.</returns>
    public Result<ProgramEdition> Approve(ProgramApproval approval, DateOnly today)
    {
        if (State != ProgramState.Agreed)
            return ProgramErrors.NotAgreed;
        if (approval.ApprovedOn > today || approval.Document?.Date > today)
            return ProgramErrors.DateInFuture;
        if (approval.ApprovedOn < AgreedOn)
            return ProgramErrors.ApprovedTooEarly.With("agreedOn", AgreedOn);
        if (approval.Document is null && approval.Approver != ProgramApprover.Curator)
            return ProgramErrors.DocumentRequired.At("/document");
        State = ProgramState.Approved;
        Approver = approval.Approver;
        ApprovedOn = approval.ApprovedOn;
        ApprovalNumber = approval.Document?.Number;
        ApprovalDate = approval.Document?.Date;
        Changed();
        return ProgramEdition.Seal(this, today);
    }

    /// <summary>Begins the work, once the pair's legal gate is open and the first day has come.</summary>
    public Result Start(bool gateIsOpen, DateOnly today)
    {
        if (State != ProgramState.Approved)
            return ProgramErrors.NotApproved;
        if (today < StartsOn)
            return ProgramErrors.StartsLater.With("startsOn", StartsOn);
        if (!gateIsOpen)
            return ProgramErrors.GateClosed;
        State = ProgramState.Active;
        ActivatedOn = today;
        Changed();
        return Result.Ok;
    }

    public bool HasAgreed(ProgramSigner signer, int edition) =>
        agreements.Any(a => a.Edition == edition && a.IsOf(signer));

    /// <summary>What the program says as it stands.</summary>
    public ProgramContent ToContent() =>
        new(
            Basis,
            FormCodes,
            KindCodes,
            DeliveryMode,
            Term,
            Rationale,
            [.. activities.OrderBy(a => a.Position).Select(a => a.ToPlan())]
        );

    private IReadOnlyList<string> Missing() =>
        activities.Count == 0 ? [.. Rationale.FindMissing(), "activities"] : Rationale.FindMissing();

    private static Result Check(ProgramContent content, TermLimits limits) =>
        content.Term.Within(limits) is { Error: { } term } ? term : Outside(content.Activities, content.Term);

    /// <summary>Refuses the first activity that is planned outside the term.</summary>
    private static Result Outside(IReadOnlyList<ActivityPlan> plan, ProgramTerm term)
    {
        for (var i = 0; i < plan.Count; i++)
        {
            if (!term.Holds(plan[i].PlannedOn))
                return ProgramErrors
                    .ActivityOutsideTerm.With("startsOn", term.StartsOn)
                    .With("endsOn", term.EndsOn)
                    .At($"/activities/{i}/plannedOn");
        }
        return Result.Ok;
    }

    private void Write(ProgramContent content)
    {
        Basis = content.Basis;
        (StartsOn, EndsOn) = content.Term;
        Rationale = content.Rationale;
        Write(new ProgramAmendment(content.FormCodes, content.KindCodes, content.DeliveryMode, content.Activities));
    }

    private void Write(ProgramAmendment content)
    {
        FormCodes = [.. content.FormCodes];
        KindCodes = [.. content.KindCodes];
        DeliveryMode = content.DeliveryMode;
        var before = activities.ToDictionary(a => a.Id);
        // What is done stays done, whatever the new plan says of it.
        activities.RemoveAll(a => a.Status == ActivityStatus.Planned);
        foreach (var plan in content.Activities)
        {
            if (plan.Id is not { } id || !before.Remove(id, out var activity))
            {
                activities.Add(PlanActivity.Of(Id, plan, 0));
            }
            else if (activity.Status == ActivityStatus.Planned)
            {
                activity.Write(plan);
                activities.Add(activity);
            }
        }
        var position = 0;
        foreach (var activity in activities)
            activity.Position = ++position;
    }
}
