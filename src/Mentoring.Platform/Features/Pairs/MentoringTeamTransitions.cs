using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>The transitions of a team.</summary>
public sealed partial class MentoringTeam
{
    /// <summary>
    /// A member consents in writing to the duties. Asked first of everybody; later again of one who took it back.
    /// </summary>
    public Result Agree(
        Guid personId,
        ConsentWay way,
        Guid? givenBy,
        DateOnly givenOn,
        string textVersion,
        DateOnly today
    )
    {
        if (!IsOpen)
            return WrongState();
        if (MemberOf(personId) is not { } member)
            return PairErrors.NotAMember;
        if (HasConsented(personId))
            return PairErrors.AlreadyAgreed;
        var last = DutyConsentOf(personId)?.WithdrawnOn;
        if (givenOn > today || givenOn < ProposedOn || givenOn < last)
            return PairErrors.DateOutOfOrder;
        dutyConsents.Add(
            new DutyConsent
            {
                PersonId = member.PersonId,
                GivenOn = givenOn,
                Way = way,
                GivenByPersonId = givenBy,
                TextVersion = textVersion,
            }
        );
        if (State == PairState.Proposed && members.TrueForAll(m => HasConsented(m.PersonId)))
            State = PairState.ConsentsCollected;
        Changed();
        return Result.Ok;
    }

    /// <summary>A member says no; possible until the order.</summary>
    public Result Decline(Guid personId, string reason, DateOnly today)
    {
        if (State is not (PairState.Proposed or PairState.ConsentsCollected))
            return WrongState();
        if (MemberOf(personId) is not { } member)
            return PairErrors.NotAMember;
        member.DeclinedOn = today;
        member.DeclineReason = reason;
        State = PairState.Declined;
        Changed();
        return Result.Ok;
    }

    /// <summary>
    /// A member takes his written consent back. Before the order the pair waits for it anew; after the order the legal
    /// gate is closed until he gives another one or the pair is closed.
    /// </summary>
    public Result WithdrawDutyConsent(Guid personId, DateOnly withdrawnOn, string? reason, DateOnly today)
    {
        if (!IsOpen)
            return WrongState();
        if (MemberOf(personId) is null)
            return PairErrors.NotAMember;
        if (DutyConsentOf(personId) is not { WithdrawnOn: null } consent)
            return PairErrors.NotAgreed;
        if (withdrawnOn > today || withdrawnOn < consent.GivenOn)
            return PairErrors.DateOutOfOrder;
        consent.WithdrawnOn = withdrawnOn;
        consent.WithdrawalReason = reason;
        if (State == PairState.ConsentsCollected)
            State = PairState.Proposed;
        Changed();
        return Result.Ok;
    }

    /// <summary>The head's order names the pair. An active pair whose order was revoked stays active by a new one.</summary>
    public Result ApproveByOrder(Guid orderId, string number, DateOnly signedOn)
    {
        if (!AwaitsOrder)
            return WrongState();
        if (members.Exists(m => DutyConsentOf(m.PersonId)!.GivenOn > signedOn))
            return PairErrors.OrderBeforeConsents;
        OrderId = orderId;
        OrderNumber = number;
        OrderedOn = signedOn;
        OrderRevokedOn = null;
        if (State == PairState.ConsentsCollected)
            State = PairState.ApprovedByOrder;
        Changed();
        return Result.Ok;
    }

    /// <summary>The order is revoked: the gate is closed until another order names the pair.</summary>
    public Result OrderRevoked(Guid orderId, DateOnly revokedOn)
    {
        if (State is not (PairState.ApprovedByOrder or PairState.Active) || OrderId != orderId)
            return WrongState();
        OrderRevokedOn = revokedOn;
        Changed();
        return Result.Ok;
    }

    /// <summary>The pair begins to work: the order names it and the law's gate is open.</summary>
    public Result Activate(Gate gate, DateOnly today)
    {
        if (State != PairState.ApprovedByOrder)
            return WrongState();
        if (!gate.IsOpen)
            return PairErrors.GateClosed;
        State = PairState.Active;
        ActiveSince = today;
        Changed();
        return Result.Ok;
    }

    /// <summary>The addendum to an employee's contract is recorded by number and date.</summary>
    public Result RecordAddendum(Guid personId, string number, DateOnly signedOn, DateOnly? validUntil, DateOnly today)
    {
        if (!IsOpen)
            return WrongState();
        if (MemberOf(personId) is not { } member)
            return PairErrors.NotAMember;
        if (member.Side != TeamSide.Mentor)
            return PairErrors.AddendumNotDue;
        if (signedOn > today || validUntil < signedOn)
            return PairErrors.DateOutOfOrder;
        if (addenda.Exists(a => a.PersonId == personId && a.Number == number && a.SignedOn == signedOn))
            return PairErrors.AddendumRecorded;
        addenda.Add(
            new ContractAddendum
            {
                PersonId = personId,
                Number = number,
                SignedOn = signedOn,
                ValidUntil = validUntil,
            }
        );
        Changed();
        return Result.Ok;
    }

    /// <summary>The pair ends; before an order it is declined instead.</summary>
    public Result Close(
        ClosingGround ground,
        ClosingCause? cause,
        string? explanation,
        DateOnly closedOn,
        DateOnly today
    )
    {
        if (State is not (PairState.ApprovedByOrder or PairState.Active))
            return WrongState();
        if (ground == Pairs.ClosingGround.Completed && State != PairState.Active)
            return PairErrors.NothingToComplete;
        if (ground == Pairs.ClosingGround.ByCurator != cause.HasValue)
            return PairErrors.CauseIsTheCurators;
        if (ground != Pairs.ClosingGround.Completed && string.IsNullOrWhiteSpace(explanation))
            return PairErrors.ExplanationRequired;
        if (closedOn > today || closedOn < OrderedOn)
            return PairErrors.DateOutOfOrder;
        ClosingGround = ground;
        ClosingCause = cause;
        ClosingExplanation = explanation;
        ClosedOn = closedOn;
        State = PairState.Closed;
        Changed();
        return Result.Ok;
    }

    private Error WrongState() => PairErrors.WrongState.With("state", Platform.Data.EnumText<PairState>.Write(State));
}
