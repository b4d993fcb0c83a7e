using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Features.Mentees;
using Mentoring.Platform.Features.Mentors;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>A member as pairs and orders need to know him.</summary>
public sealed record MemberCard(
    Guid PersonId,
    string FamilyName,
    string GivenName,
    string? Patronymic,
    DateOnly BirthDate,
    bool IsEmployee,
    string? MentorPosition,
    string? MenteePosition,
    string? SchoolClass
)
{
    public string FullName => PersonName.Full(FamilyName, GivenName, Patronymic);
}

/// <summary>Collects what the legal gate looks at, for many pairs by the same few queries.</summary>
public sealed class PairFacts(MentoringDbContext db, SettingsInForce settings)
{
    public async Task<FactsOfPairs> Of(IReadOnlyCollection<MentoringTeam> teams, CancellationToken ct)
    {
        var people = teams.SelectMany(t => t.Members).Select(m => m.PersonId).Distinct().ToArray();
        var cards = await Cards(people, ct);
        var papers = await db.Set<PersonalDataConsent>()
            .AsNoTracking()
            .Where(c => c.Scope == ConsentScope.Participation && people.Contains(c.PersonId))
            .ToListAsync(ct);
        return new FactsOfPairs(
            cards.ToDictionary(c => c.PersonId),
            papers.ToLookup(c => c.PersonId, c => c.Facts),
            (await settings.Read(ct)).MinorConsentRule
        );
    }

    public Task<List<MemberCard>> Cards(Guid[] people, CancellationToken ct) =>
        (
            from person in db.Set<Person>()
            join m in db.Set<MentorProfile>() on person.Id equals m.PersonId into mentors
            from mentor in mentors.DefaultIfEmpty()
            join e in db.Set<MenteeProfile>() on person.Id equals e.PersonId into mentees
            from mentee in mentees.DefaultIfEmpty()
            where people.Contains(person.Id)
            select new MemberCard(
                person.Id,
                person.FamilyName,
                person.GivenName,
                person.Patronymic,
                person.BirthDate,
                mentor != null && mentor.IsEmployee,
                mentor == null ? null : mentor.Position,
                mentee == null ? null : mentee.Position,
                mentee == null ? null : mentee.SchoolClass
            )
        ).ToListAsync(ct);
}

/// <summary>The facts of some pairs, read together.</summary>
public sealed class FactsOfPairs(
    IReadOnlyDictionary<Guid, MemberCard> cards,
    ILookup<Guid, ConsentFacts> papers,
    MinorConsentRule rule
)
{
    public MemberCard Card(Guid personId) => cards[personId];

    /// <summary>Labour Code 351.8: the addendum is for mentors who are employees of the organization.</summary>
    public bool AddendumDue(TeamMember member) => member.Side == TeamSide.Mentor && cards[member.PersonId].IsEmployee;

    public Gate GateOf(MentoringTeam team, DateOnly today) => LegalGate.Evaluate(Of(team), today);

    public GateFacts Of(MentoringTeam team) =>
        new(
            [.. team.Members.OrderBy(m => m.Side).Select(m => OfMember(team, m))],
            team.OrderedOn is { } signedOn ? new OrderFact(signedOn, team.OrderRevokedOn) : null,
            rule
        );

    private MemberFacts OfMember(MentoringTeam team, TeamMember member) =>
        new(
            member.PersonId,
            cards[member.PersonId].BirthDate,
            [.. papers[member.PersonId]],
            [
                .. team
                    .DutyConsents.Where(c => c.PersonId == member.PersonId)
                    .Select(c => new DutyConsentFact(c.GivenOn, c.WithdrawnOn)),
            ],
            AddendumDue(member),
            [
                .. team
                    .Addenda.Where(a => a.PersonId == member.PersonId)
                    .Select(a => new AddendumFact(a.SignedOn, a.ValidUntil)),
            ]
        );
}
