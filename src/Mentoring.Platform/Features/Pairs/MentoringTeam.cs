using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>What a curator proposes: who with whom, and how.</summary>
/// <param name="PreviousPairId">The closed pair that this one takes over from.</param>
public sealed record PairProposal(
    PairEnd Mentor,
    PairEnd Mentee,
    string FormCode,
    string? RoleModelCode,
    IReadOnlyList<string> KindCodes,
    string? Topic,
    Guid? PreviousPairId = null
);

/// <summary>A person and the profile by which he takes part.</summary>
public sealed record PairEnd(Guid PersonId, Guid ProfileId);

/// <summary>
/// People who work together under one form of mentoring: for now one mentor and one mentee. Members have sides, so that
/// groups and several mentors are a matter of more members.
/// </summary>
public sealed partial class MentoringTeam : Aggregate
{
    private readonly List<TeamMember> members = [];
    private readonly List<DutyConsent> dutyConsents = [];
    private readonly List<ContractAddendum> addenda = [];

    private MentoringTeam() { }

    public PairState State { get; private set; }
    public string FormCode { get; private set; } = "";
    public string? RoleModelCode { get; private set; }
    public string[] KindCodes { get; private set; } = [];
    public string? Topic { get; private set; }
    public DateOnly ProposedOn { get; private set; }
    public Guid? PreviousPairId { get; private set; }

    /// <summary>Both ends of a pair, so that the database can see a second open pair of the same two.</summary>
    public Guid MentorPersonId { get; private set; }
    public Guid MenteePersonId { get; private set; }

    public Guid? OrderId { get; private set; }
    public string? OrderNumber { get; private set; }
    public DateOnly? OrderedOn { get; private set; }
    public DateOnly? OrderRevokedOn { get; private set; }
    public DateOnly? ActiveSince { get; private set; }

    public ClosingGround? ClosingGround { get; private set; }
    public ClosingCause? ClosingCause { get; private set; }
    public string? ClosingExplanation { get; private set; }
    public DateOnly? ClosedOn { get; private set; }

    public IReadOnlyList<TeamMember> Members => members;
    public IReadOnlyList<DutyConsent> DutyConsents => dutyConsents;
    public IReadOnlyList<ContractAddendum> Addenda => addenda;

    public TeamMember Mentor => members.First(m => m.Side == TeamSide.Mentor);
    public TeamMember Mentee => members.First(m => m.Side == TeamSide.Mentee);

    /// <summary>Takes up its mentor's place.</summary>
    public bool IsOpen => State is not (PairState.Closed or PairState.Declined);

    /// <summary>An order may name it: all consent, and no order in force does so already.</summary>
    public bool AwaitsOrder =>
        (
            State == PairState.ConsentsCollected
            || (State is PairState.ApprovedByOrder or PairState.Active && OrderRevokedOn is not null)
        ) && members.TrueForAll(m => HasConsented(m.PersonId));

    public TeamMember? MemberOf(Guid personId) => members.Find(m => m.PersonId == personId);

    /// <summary>The consent in force, or else the last one that was withdrawn.</summary>
    public DutyConsent? DutyConsentOf(Guid personId) =>
        dutyConsents
            .Where(c => c.PersonId == personId)
            .OrderBy(c => c.WithdrawnOn is null)
            .ThenBy(c => c.WithdrawnOn)
            .LastOrDefault();

    public bool HasConsented(Guid personId) => DutyConsentOf(personId) is { WithdrawnOn: null };

    public ContractAddendum? LastAddendumOf(Guid personId) =>
        addenda.Where(a => a.PersonId == personId).MaxBy(a => (a.SignedOn, a.Id));

    public static Result<MentoringTeam> Propose(PairProposal proposal, DateOnly today)
    {
        if (proposal.Mentor.PersonId == proposal.Mentee.PersonId)
            return PairErrors.SamePerson;
        var team = new MentoringTeam
        {
            FormCode = proposal.FormCode,
            RoleModelCode = proposal.RoleModelCode,
            KindCodes = [.. proposal.KindCodes.Distinct(StringComparer.Ordinal)],
            Topic = proposal.Topic,
            PreviousPairId = proposal.PreviousPairId,
            ProposedOn = today,
            MentorPersonId = proposal.Mentor.PersonId,
            MenteePersonId = proposal.Mentee.PersonId,
        };
        team.members.Add(Member(proposal.Mentor, TeamSide.Mentor));
        team.members.Add(Member(proposal.Mentee, TeamSide.Mentee));
        team.Changed();
        return team;
    }

    private static TeamMember Member(PairEnd end, TeamSide side) =>
        new()
        {
            PersonId = end.PersonId,
            ProfileId = end.ProfileId,
            Side = side,
        };
}
