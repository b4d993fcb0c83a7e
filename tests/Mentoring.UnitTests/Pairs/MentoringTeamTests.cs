using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Platform.Results;
using static Mentoring.UnitTests.Pairs.SamplePairs;

namespace Mentoring.UnitTests.Pairs;

public sealed class MentoringTeamTests
{
    private static readonly DateOnly Later = Day.AddDays(10);

    private static readonly Dictionary<string, Func<MentoringTeam, Result>> Transitions = new()
    {
        ["agree"] = t => t.Agree(Mentee, ConsentWay.OnPaper, null, Later, "2026-1", Later),
        ["decline"] = t => t.Decline(Mentor, "Много работы", Later),
        ["withdraw"] = t => t.WithdrawDutyConsent(Mentee, Later, "Передумал", Later),
        ["approve"] = t => t.ApproveByOrder(Order, "12", Later),
        ["revokeOrder"] = t => t.OrderRevoked(Order, Later),
        ["activate"] = t => t.Activate(Open, Later),
        ["addendum"] = t => t.RecordAddendum(Mentor, "4", Later, null, Later),
        ["close"] = t => t.Close(ClosingGround.Mutual, null, "Переезд", Later, Later),
    };

    /// <summary>The state that each allowed transition leads to; what is not here is refused by the state.</summary>
    private static readonly Dictionary<(PairState, string), PairState> Allowed = new()
    {
        [(PairState.Proposed, "agree")] = PairState.Proposed,
        [(PairState.Proposed, "decline")] = PairState.Declined,
        [(PairState.Proposed, "addendum")] = PairState.Proposed,
        [(PairState.ConsentsCollected, "decline")] = PairState.Declined,
        [(PairState.ConsentsCollected, "withdraw")] = PairState.Proposed,
        [(PairState.ConsentsCollected, "approve")] = PairState.ApprovedByOrder,
        [(PairState.ConsentsCollected, "addendum")] = PairState.ConsentsCollected,
        [(PairState.ApprovedByOrder, "withdraw")] = PairState.ApprovedByOrder,
        [(PairState.ApprovedByOrder, "revokeOrder")] = PairState.ApprovedByOrder,
        [(PairState.ApprovedByOrder, "activate")] = PairState.Active,
        [(PairState.ApprovedByOrder, "addendum")] = PairState.ApprovedByOrder,
        [(PairState.ApprovedByOrder, "close")] = PairState.Closed,
        [(PairState.Active, "withdraw")] = PairState.Active,
        [(PairState.Active, "revokeOrder")] = PairState.Active,
        [(PairState.Active, "addendum")] = PairState.Active,
        [(PairState.Active, "close")] = PairState.Closed,
    };

    /// <summary>Refused for another reason than the state: the fact is there, or is not there, already.</summary>
    private static readonly Dictionary<(PairState, string), string> OtherRefusals = new()
    {
        [(PairState.Proposed, "withdraw")] = "pair.not_agreed",
        [(PairState.ConsentsCollected, "agree")] = "pair.already_agreed",
        [(PairState.ApprovedByOrder, "agree")] = "pair.already_agreed",
        [(PairState.Active, "agree")] = "pair.already_agreed",
    };

    public static TheoryData<PairState, string> Cells()
    {
        var cells = new TheoryData<PairState, string>();
        foreach (var state in Enum.GetValues<PairState>())
        foreach (var transition in Transitions.Keys)
            cells.Add(state, transition);
        return cells;
    }

    [Theory, MemberData(nameof(Cells)), Trait("covers", "S0-68")]
    public void Each_state_allows_its_transitions_and_refuses_the_others(PairState state, string transition)
    {
        var team = In(state);
        var before = team.Version;
        team.Saved();

        var result = Transitions[transition](team);

        if (Allowed.TryGetValue((state, transition), out var next))
        {
            result.Error.ShouldBeNull();
            team.State.ShouldBe(next);
            team.Version.ShouldBe(before + 1);
        }
        else
        {
            result.Error.ShouldNotBeNull();
            result.Error.Code.ShouldBe(OtherRefusals.GetValueOrDefault((state, transition), "pair.wrong_state"));
            team.State.ShouldBe(state);
            team.Version.ShouldBe(before);
        }
    }

    [Fact, Trait("covers", "S0-68")]
    public void A_proposal_has_one_member_on_each_side_and_asks_both()
    {
        var team = In(PairState.Proposed);

        team.Mentor.PersonId.ShouldBe(Mentor);
        team.Mentee.PersonId.ShouldBe(Mentee);
        team.KindCodes.ShouldBe(["oneToOne", "virtual"]);
        team.ProposedOn.ShouldBe(Day);
        team.Version.ShouldBe(1);
        team.DutyConsents.ShouldBeEmpty();
        team.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void Nobody_mentors_himself() =>
        MentoringTeam.Propose(Proposal with { Mentee = Proposal.Mentor }, Day).Error.ShouldBe(PairErrors.SamePerson);

    [Fact, Trait("covers", "S0-30")]
    public void The_consent_of_all_makes_the_pair_ready_for_an_order()
    {
        var team = In(PairState.Proposed);

        Agree(team, Mentee).ShouldBeNull();
        team.State.ShouldBe(PairState.Proposed);
        team.AwaitsOrder.ShouldBeFalse();
        Agree(team, Mentee).ShouldBe("pair.already_agreed");

        Agree(team, Mentor).ShouldBeNull();
        team.State.ShouldBe(PairState.ConsentsCollected);
        team.AwaitsOrder.ShouldBeTrue();
        team.DutyConsentOf(Mentor)!.TextVersion.ShouldBe("2026-1");
    }

    [Fact]
    public void A_stranger_neither_agrees_nor_declines_nor_withdraws()
    {
        var team = In(PairState.Proposed);
        var stranger = Guid.CreateVersion7();

        Agree(team, stranger).ShouldBe("pair.not_a_member");
        team.Decline(stranger, "?", Day).Error.ShouldBe(PairErrors.NotAMember);
        team.WithdrawDutyConsent(stranger, Day, null, Day).Error.ShouldBe(PairErrors.NotAMember);
        team.RecordAddendum(stranger, "1", Day, null, Day).Error.ShouldBe(PairErrors.NotAMember);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_consent_is_given_neither_tomorrow_nor_before_the_proposal(int days) =>
        Agree(In(PairState.Proposed), Mentor, Day.AddDays(days)).ShouldBe("pair.date_out_of_order");

    [Fact, Trait("covers", "S0-30")]
    public void A_consent_taken_back_stays_on_record_and_may_be_given_again()
    {
        var team = In(PairState.Active);

        team.WithdrawDutyConsent(Mentor, Later, "Болезнь", Later).Error.ShouldBeNull();
        team.HasConsented(Mentor).ShouldBeFalse();
        team.WithdrawDutyConsent(Mentor, Later, null, Later).Error.ShouldBe(PairErrors.NotAgreed);
        team.Agree(Mentor, ConsentWay.OnPaper, null, Day, "2026-1", Later).Error.ShouldBe(PairErrors.DateOutOfOrder);
        team.Agree(Mentor, ConsentWay.OnPaper, null, Later, "2026-1", Later).Error.ShouldBeNull();

        team.State.ShouldBe(PairState.Active);
        team.HasConsented(Mentor).ShouldBeTrue();
        team.DutyConsents.Count(c => c.PersonId == Mentor).ShouldBe(2);
    }

    [Fact]
    public void A_withdrawal_is_dated_between_the_consent_and_today()
    {
        var team = In(PairState.Active);

        team.WithdrawDutyConsent(Mentor, Day.AddDays(-1), null, Later).Error.ShouldBe(PairErrors.DateOutOfOrder);
        team.WithdrawDutyConsent(Mentor, Later.AddDays(1), null, Later).Error.ShouldBe(PairErrors.DateOutOfOrder);
    }

    [Fact]
    public void Who_declines_says_why()
    {
        var team = In(PairState.ConsentsCollected);

        team.Decline(Mentee, "Другой предмет", Later).Error.ShouldBeNull();

        team.Mentee.DeclinedOn.ShouldBe(Later);
        team.Mentee.DeclineReason.ShouldBe("Другой предмет");
        team.Mentor.DeclinedOn.ShouldBeNull();
        team.IsOpen.ShouldBeFalse();
    }

    [Fact, Trait("covers", "S0-31")]
    public void An_order_is_not_older_than_the_consents_it_rests_on()
    {
        var team = In(PairState.Proposed);
        Agree(team, Mentor);
        team.Agree(Mentee, ConsentWay.OnPaper, null, Later, "2026-1", Later);

        team.ApproveByOrder(Order, "12", Later.AddDays(-1)).Error.ShouldBe(PairErrors.OrderBeforeConsents);
        team.ApproveByOrder(Order, "12", Later).Error.ShouldBeNull();
        (team.OrderId, team.OrderNumber, team.OrderedOn).ShouldBe((Order, "12", Later));
    }

    [Theory]
    [InlineData(PairState.ApprovedByOrder)]
    [InlineData(PairState.Active)]
    public void After_a_revoked_order_another_one_may_name_the_pair(PairState state)
    {
        var team = In(state);
        var another = Guid.CreateVersion7();

        team.ApproveByOrder(another, "13", Later).Error!.Code.ShouldBe("pair.wrong_state");
        team.OrderRevoked(another, Later).Error!.Code.ShouldBe("pair.wrong_state");
        team.OrderRevoked(Order, Later).Error.ShouldBeNull();
        team.AwaitsOrder.ShouldBeTrue();
        team.ApproveByOrder(another, "13", Later).Error.ShouldBeNull();

        team.State.ShouldBe(state);
        (team.OrderId, team.OrderRevokedOn).ShouldBe((another, null));
    }

    [Fact]
    public void A_pair_whose_member_took_his_consent_back_awaits_no_order()
    {
        var team = In(PairState.Active);
        team.OrderRevoked(Order, Later);
        team.WithdrawDutyConsent(Mentee, Later, null, Later);

        team.AwaitsOrder.ShouldBeFalse();
        team.ApproveByOrder(Guid.CreateVersion7(), "13", Later).Error!.Code.ShouldBe("pair.wrong_state");
    }

    [Fact]
    public void A_closed_gate_lets_no_pair_begin()
    {
        var team = In(PairState.ApprovedByOrder);

        team.Activate(Shut, Later).Error.ShouldBe(PairErrors.GateClosed);
        team.State.ShouldBe(PairState.ApprovedByOrder);
        team.Activate(Open, Later).Error.ShouldBeNull();
        team.ActiveSince.ShouldBe(Later);
    }

    [Fact, Trait("covers", "C-26")]
    public void An_addendum_is_the_mentors_dated_sanely_and_recorded_once()
    {
        var team = In(PairState.ApprovedByOrder);

        team.RecordAddendum(Mentee, "4", Day, null, Later).Error.ShouldBe(PairErrors.AddendumNotDue);
        team.RecordAddendum(Mentor, "4", Later.AddDays(1), null, Later).Error.ShouldBe(PairErrors.DateOutOfOrder);
        team.RecordAddendum(Mentor, "4", Later, Day, Later).Error.ShouldBe(PairErrors.DateOutOfOrder);
        team.RecordAddendum(Mentor, "4", Day, Later, Later).Error.ShouldBeNull();
        team.RecordAddendum(Mentor, "4", Day, null, Later).Error.ShouldBe(PairErrors.AddendumRecorded);
        team.RecordAddendum(Mentor, "5", Later, null, Later).Error.ShouldBeNull();
        team.LastAddendumOf(Mentor)!.Number.ShouldBe("5");
        team.LastAddendumOf(Mentee).ShouldBeNull();
    }
}
