using Mentoring.Platform.Features.Pairs;

namespace Mentoring.UnitTests.Pairs;

/// <summary>Teams brought to each state by their own transitions.</summary>
internal static class SamplePairs
{
    public static readonly DateOnly Day = new(2026, 4, 20);
    public static readonly Guid Mentor = Guid.CreateVersion7();
    public static readonly Guid Mentee = Guid.CreateVersion7();
    public static readonly Guid Order = Guid.CreateVersion7();
    public static readonly Gate Open = new([]);
    public static readonly Gate Shut = new([new MissingFact(GateCode.AddendumMissing, Mentor)]);

    public static readonly PairProposal Proposal = new(
        new PairEnd(Mentor, Guid.CreateVersion7()),
        new PairEnd(Mentee, Guid.CreateVersion7()),
        "teacherTeacher",
        null,
        ["oneToOne", "oneToOne", "virtual"],
        "Методика обучения"
    );

    public static MentoringTeam In(PairState state)
    {
        var team = MentoringTeam.Propose(Proposal, Day).Value;
        switch (state)
        {
            case PairState.Proposed:
                break;
            case PairState.Declined:
                team.Decline(Mentee, "Другой предмет", Day).IsOk.ShouldBeTrue();
                break;
            case PairState.ConsentsCollected:
                Agree(team, Mentor).ShouldBeNull();
                Agree(team, Mentee).ShouldBeNull();
                break;
            case PairState.ApprovedByOrder:
                team = In(PairState.ConsentsCollected);
                team.ApproveByOrder(Order, "12", Day).IsOk.ShouldBeTrue();
                break;
            case PairState.Active:
                team = In(PairState.ApprovedByOrder);
                team.Activate(Open, Day).IsOk.ShouldBeTrue();
                break;
            case PairState.Closed:
                team = In(PairState.Active);
                team.Close(ClosingGround.Completed, null, null, Day, Day).IsOk.ShouldBeTrue();
                break;
        }
        team.State.ShouldBe(state);
        return team;
    }

    public static string? Agree(MentoringTeam team, Guid person, DateOnly? on = null) =>
        team.Agree(person, ConsentWay.InPerson, person, on ?? Day, "2026-1", Day).Error?.Code;
}
