using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Programs;

/// <summary>A program that is being carried out: its facts, its changes, its end.</summary>
public sealed partial class MentoringProgram
{
    public Result CompleteActivity(Guid activityId, ActivityFacts facts, ProgramParty party, DateOnly today)
    {
        if (activities.FirstOrDefault(a => a.Id == activityId) is not { } activity)
            return CommonErrors.NotFound;
        if (State != ProgramState.Active)
            return ProgramErrors.NotActive;
        if (facts.CompletedOn > today || facts.CompletedOn < StartsOn)
            return ProgramErrors
                .CompletedOutsideTerm.With("startsOn", StartsOn)
                .With("today", today)
                .At("/completedOn");
        var completed = activity.Complete(facts, party);
        if (completed.Error is { } refusal)
            return refusal;
        if (completed.Value)
            Changed();
        return Result.Ok;
    }

    /// <summary>Proposes another last day: an extension or a shortening.</summary>
    public Result<ProgramChange> ProposeTerm(DateOnly endsOn, Proposal said, IReadOnlyCollection<ProgramSigner> members)
    {
        if (State != ProgramState.Active)
            return ProgramErrors.NotActive;
        if (endsOn == EndsOn)
            return ProgramErrors.TermUnchanged.At("/endsOn");
        if (endsOn < said.On)
            return ProgramErrors.EndInPast.At("/endsOn");
        if (PlannedAfter(endsOn) is > 0 and var count)
            return ProgramErrors.ActivitiesAfterEnd.With("count", count);
        return Propose(ProgramChange.OfTerm(this, LatestEdition + 1, endsOn, said), said, members);
    }

    /// <summary>Proposes other forms or another plan for what is not done yet.</summary>
    public Result<ProgramChange> ProposeAmendment(
        ProgramAmendment amendment,
        Proposal said,
        IReadOnlyCollection<ProgramSigner> members
    )
    {
        if (State != ProgramState.Active)
            return ProgramErrors.NotActive;
        if (Outside(amendment.Activities, Term) is { Error: { } refusal })
            return refusal;
        return Propose(ProgramChange.OfContent(this, LatestEdition + 1, amendment, said), said, members);
    }

    /// <summary>A member agrees to a proposal; the last one brings it into force.</summary>
    /// <returns>The sealed text of the new edition, once it is in force.</returns>
    public Result<ProgramEdition?> AcceptChange(
        Guid changeId,
        Agreement said,
        IReadOnlyCollection<ProgramSigner> members,
        DateOnly today
    )
    {
        if (changes.FirstOrDefault(c => c.Id == changeId) is not { } change)
            return CommonErrors.NotFound;
        if (State != ProgramState.Active)
            return ProgramErrors.NotActive;
        if (change.State != ProgramChangeState.Proposed)
            return ProgramErrors.ChangeNotOpen;
        if (said.On > today)
            return ProgramErrors.DateInFuture;
        if (HasAgreed(said.Signer, change.Edition))
            return ProgramErrors.AlreadyAgreed;
        agreements.Add(ProgramAgreement.Of(Id, change.Edition, said));
        Changed();
        return BringIntoForce(change, today, members);
    }

    /// <summary>All is done; or the curator says why it ends with what is left.</summary>
    public Result Complete(bool byCurator, string? reason, DateOnly today)
    {
        if (State != ProgramState.Active)
            return ProgramErrors.NotActive;
        var left = activities.Count(a => a.Status == ActivityStatus.Planned);
        if (left > 0 && (!byCurator || string.IsNullOrWhiteSpace(reason)))
            return ProgramErrors.ActivitiesLeft.With("count", left);
        return End(new ProgramEnding(ProgramState.Completed, today, null, reason));
    }

    /// <summary>The pair's work has ended, so its program does.</summary>
    public Result End(ProgramEnding ending)
    {
        if (!State.IsLive())
            return ProgramErrors.Ended;
        // Nothing is completed that was not begun: the pair ended its work without this program.
        var unbegun = ending.State == ProgramState.Completed && State != ProgramState.Active;
        State = unbegun ? ProgramState.EndedByMutualDecision : ending.State;
        EndedOn = ending.EndedOn;
        EndCause = ending.Cause;
        EndExplanation = ending.Explanation;
        Changed();
        return Result.Ok;
    }

    private Result<ProgramChange> Propose(
        ProgramChange change,
        Proposal said,
        IReadOnlyCollection<ProgramSigner> members
    )
    {
        foreach (var open in changes.Where(c => c.State == ProgramChangeState.Proposed))
            open.State = ProgramChangeState.Superseded;
        changes.Add(change);
        LatestEdition = change.Edition;
        // Who proposes something agrees to it.
        if (members.Contains(said.By))
            agreements.Add(ProgramAgreement.Of(Id, change.Edition, new Agreement(said.By, said.On)));
        Changed();
        return change;
    }

    private Result<ProgramEdition?> BringIntoForce(
        ProgramChange change,
        DateOnly today,
        IReadOnlyCollection<ProgramSigner> members
    )
    {
        if (!members.All(m => HasAgreed(m, change.Edition)))
            return (ProgramEdition?)null;
        if (change.EndsOnAfter is { } endsOn)
            EndsOn = endsOn;
        else
            Write(change.ReadAmendment());
        change.State = ProgramChangeState.InForce;
        change.InForceOn = today;
        Edition = change.Edition;
        return ProgramEdition.Seal(this, today);
    }

    private int PlannedAfter(DateOnly endsOn) =>
        activities.Count(a => a.Status == ActivityStatus.Planned && a.PlannedOn > endsOn);
}
