using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Features.Mentees;
using Mentoring.Platform.Features.Mentors;
using Mentoring.Platform.Features.Orders;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.Programs;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Documents;

namespace Mentoring.Platform.Features.Board;

/// <summary>Who looks at the board, on which day, by which settings.</summary>
public sealed record BoardDay(PairActor Voice, DateOnly Today, SettingValues Settings)
{
    public Actor Actor => Voice.Actor;

    public bool Can(string permission) => Voice.Can(permission);
}

/// <summary>All that a board is made of, as far as the actor is asked about it.</summary>
/// <param name="People">Those of bank and base, where the actor has to do with them as such.</param>
public sealed record BoardFacts(
    IReadOnlyList<BoardPerson> People,
    IReadOnlyList<BoardOrder> Orders,
    IReadOnlyList<BoardPair> Pairs
);

/// <summary>Somebody of the bank or the base.</summary>
public sealed record BoardPerson
{
    public required MemberCard Card { get; init; }
    public Guid? MentorId { get; init; }
    public MentorState? MentorState { get; init; }
    public Guid? MenteeId { get; init; }
    public MenteeState? MenteeState { get; init; }
    public DateOnly? MenteeSince { get; init; }
    public required IReadOnlyList<ConsentFacts> Consents { get; init; }
}

/// <summary>An order that waits for somebody.</summary>
/// <param name="People">Who is named in it: «Фамилия И.О.», the first ones.</param>
public sealed record BoardOrder
{
    public required Guid Id { get; init; }
    public required OrderState State { get; init; }
    public required string Heading { get; init; }
    public string? Number { get; init; }
    public required DateOnly DraftedOn { get; init; }
    public DateOnly? SignedOn { get; init; }
    public required IReadOnlyList<string> People { get; init; }
    public required int PeopleCount { get; init; }
    public required int AcknowledgedCount { get; init; }
}

/// <summary>An open pair with its programs, the last one first, and its meetings.</summary>
/// <param name="IsInOrder">A draft or an order in force names it.</param>
/// <param name="IsSingleMeeting">Its kind of mentoring is one meeting, without a program.</param>
/// <param name="Held">Of each type the last one.</param>
public sealed record BoardPair(
    MentoringTeam Team,
    bool IsInOrder,
    bool IsSingleMeeting,
    FactsOfPairs Known,
    IReadOnlyList<BoardProgram> Programs,
    IReadOnlyList<HeldMeeting> Held
)
{
    public BoardProgram? Live => Programs.FirstOrDefault(p => p.State.IsLive());

    public BoardTarget Target => new(BoardTargetKind.Pair, Team.Id);

    /// <summary>«Фамилия И.О. – Фамилия И.О.»: the mentor, then the mentee.</summary>
    public string Title => $"{NameOf(Team.MentorPersonId)} – {NameOf(Team.MenteePersonId)}";

    public string NameOf(Guid personId)
    {
        var card = Known.Card(personId);
        return PersonInitials.AfterSurname(card.FamilyName, card.GivenName, card.Patronymic);
    }

    /// <summary>The pair as rules about programs look at it; of representatives only the actor matters to them here.</summary>
    public ProgramTeam ForPrograms(PairActor voice) =>
        new(
            Team.Id,
            Team.State,
            Team.ActiveSince,
            Team.KindCodes,
            [
                .. Team
                    .Members.OrderByDescending(m => m.Side)
                    .Select(m => new TeamPerson(
                        m.PersonId,
                        m.Side,
                        voice.Actor.PersonId is { } self && voice.Represents.Contains(m.PersonId) ? [self] : []
                    )),
            ]
        );
}

/// <summary>A program of an open pair.</summary>
public sealed record BoardProgram
{
    public required Guid Id { get; init; }
    public required Guid PairId { get; init; }
    public required ProgramState State { get; init; }
    public required int Edition { get; init; }
    public required DateOnly EndsOn { get; init; }
    public DateOnly? AgreedOn { get; init; }
    public DateOnly? ApprovedOn { get; init; }
    public DateOnly? EndedOn { get; init; }

    /// <summary>Of a draft only: elsewhere it is complete.</summary>
    public ProgramRationale? Rationale { get; init; }
    public required int Activities { get; init; }
    public required int Done { get; init; }

    /// <summary>What is not done and should be by now or soon, of an active program.</summary>
    public required IReadOnlyList<BoardActivity> Due { get; init; }

    /// <summary>To the edition as it stands while it is being agreed on, and to later ones.</summary>
    public required IReadOnlyList<BoardAgreement> Agreements { get; init; }
    public BoardChange? OpenChange { get; init; }

    public int Left => Activities - Done;

    public BoardTarget Target => new(BoardTargetKind.Program, Id);

    public IReadOnlyList<ProgramSigner> AgreedTo(int edition) =>
        [.. Agreements.Where(a => a.Edition == edition).Select(a => a.Signer)];

    public ProgramStanding Standing(ProgramApprover approver) =>
        new(State, approver, AgreedTo(Edition), OpenChange is { } change ? AgreedTo(change.Edition) : null, Left);
}

public sealed record BoardActivity(Guid Id, string Title, DateOnly PlannedOn, ActivityResponsible Responsible);

public sealed record BoardAgreement(int Edition, ProgramParty Party, Guid? PersonId)
{
    public ProgramSigner Signer =>
        Party == ProgramParty.Curator ? ProgramSigner.Curator : new ProgramSigner(Party, PersonId);
}

public sealed record BoardChange(int Edition, ProgramChangeKind Kind, DateOnly ProposedOn);
