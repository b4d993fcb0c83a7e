using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Features.Meetings;
using Mentoring.Platform.Features.Mentees;
using Mentoring.Platform.Features.Mentors;
using Mentoring.Platform.Features.Orders;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Programs;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Board;

/// <summary>
/// Reads what a board is made of, each kind of thing by one query, and only what the actor has something to do with.
/// The rules about it are those of the features that own them.
/// </summary>
public sealed class BoardReading(MentoringDbContext db)
{
    /// <summary>So many people of an order are named.</summary>
    private const int NamedPeople = 4;

    public async Task<BoardFacts> Read(BoardDay day, CancellationToken ct)
    {
        var teams = await Teams(day, ct);
        var asksForAll = AsksForProfiles(day.Actor);
        var people = await People(asksForAll ? null : teams, ct);
        return new BoardFacts(
            asksForAll ? people : [],
            await Orders(day.Actor, ct),
            await Pairs(teams, people, day, ct)
        );
    }

    private static bool AsksForProfiles(Actor actor) =>
        PeopleLines.AsksForConsents(actor)
        || actor.Can(MentorPermissions.Admit)
        || actor.Can(MenteePermissions.Admit)
        || actor.Can(PairPermissions.Propose);

    private async Task<List<TeamRow>> Teams(BoardDay day, CancellationToken ct)
    {
        var asksForAll = PairLines.AsksForAll(day.Actor);
        if (!day.Can(PairPermissions.View) || (!asksForAll && day.Voice.Voices.Length == 0))
            return [];
        return await db.Set<MentoringTeam>()
            .AsNoTracking()
            .Where(PairAccess.VisibleTo(day.Voice, mineOnly: !asksForAll))
            .Where(t => t.State != PairState.Closed && t.State != PairState.Declined)
            .Select(t => new TeamRow
            {
                Team = t,
                IsInOrder = db.Set<OrderedPair>().Any(p => p.IsLive && p.PairId == t.Id),
                IsSingleMeeting = db.Set<MentoringKind>().Any(k => k.SingleMeeting && t.KindCodes.Contains(k.Code)),
            })
            .ToListAsync(ct);
    }

    /// <param name="teams">Only their members; everybody with a profile when null.</param>
    private async Task<List<BoardPerson>> People(List<TeamRow>? teams, CancellationToken ct)
    {
        if (teams is { Count: 0 })
            return [];
        var members = teams?.SelectMany(t => t.Team.Members).Select(m => m.PersonId).Distinct().ToArray();
        var persons = db.Set<Person>().AsQueryable();
        if (members is not null)
            persons = persons.Where(p => members.Contains(p.Id));
        return await (
            from person in persons
            join m in db.Set<MentorProfile>() on person.Id equals m.PersonId into mentors
            from mentor in mentors.DefaultIfEmpty()
            join e in db.Set<MenteeProfile>() on person.Id equals e.PersonId into mentees
            from mentee in mentees.DefaultIfEmpty()
            where mentor != null || mentee != null
            select new BoardPerson
            {
                Card = new MemberCard(
                    person.Id,
                    person.FamilyName,
                    person.GivenName,
                    person.Patronymic,
                    person.BirthDate,
                    mentor != null && mentor.IsEmployee,
                    mentor == null ? null : mentor.Position,
                    mentee == null ? null : mentee.Position,
                    mentee == null ? null : mentee.SchoolClass
                ),
                MentorId = mentor == null ? null : mentor.Id,
                MentorState = mentor == null ? null : mentor.State,
                MenteeId = mentee == null ? null : mentee.Id,
                MenteeState = mentee == null ? null : mentee.State,
                MenteeSince = mentee == null ? null : mentee.AdmittedOn,
                Consents = db.Set<PersonalDataConsent>()
                    .Where(c => c.PersonId == person.Id && c.Scope == ConsentScope.Participation)
                    .Select(c => new ConsentFacts(
                        c.GivenOn,
                        c.ValidUntil,
                        c.SubjectSigned,
                        c.RepresentativeId != null,
                        c.WithdrawnOn
                    ))
                    .ToList(),
            }
        )
            .AsNoTracking()
            .ToListAsync(ct);
    }

    private async Task<IReadOnlyList<BoardOrder>> Orders(Actor actor, CancellationToken ct)
    {
        var states = new List<OrderState>();
        if (actor.Can(OrderPermissions.Sign))
            states.Add(OrderState.Draft);
        if (actor.Can(OrderPermissions.Acknowledge))
            states.Add(OrderState.InForce);
        if (states.Count == 0 || !actor.Can(OrderPermissions.View))
            return [];
        return await db.Set<Order>()
            .Where(o => states.Contains(o.State))
            .Select(o => new BoardOrder
            {
                Id = o.Id,
                State = o.State,
                Heading = o.Heading,
                Number = o.Number,
                DraftedOn = o.DraftedOn,
                SignedOn = o.SignedOn,
                People = o.Acknowledgments.OrderBy(a => a.Ordinal).Take(NamedPeople).Select(a => a.Name).ToList(),
                PeopleCount = o.Acknowledgments.Count,
                AcknowledgedCount = o.Acknowledgments.Count(a => a.AcknowledgedOn != null),
            })
            .ToListAsync(ct);
    }

    private async Task<IReadOnlyList<BoardPair>> Pairs(
        List<TeamRow> teams,
        List<BoardPerson> people,
        BoardDay day,
        CancellationToken ct
    )
    {
        if (teams.Count == 0)
            return [];
        var ids = teams.Select(t => t.Team.Id).ToArray();
        var programs = (day.Can(ProgramPermissions.View) ? await Programs(ids, day, ct) : []).ToLookup(p => p.PairId);
        var meetings = (day.Can(MeetingPermissions.View) ? await Meetings(ids, ct) : []).ToLookup(m => m.PairId);
        var known = new FactsOfPairs(
            people.ToDictionary(p => p.Card.PersonId, p => p.Card),
            people
                .SelectMany(p => p.Consents.Select(c => (p.Card.PersonId, Consent: c)))
                .ToLookup(c => c.PersonId, c => c.Consent),
            day.Settings.MinorConsentRule
        );
        return
        [
            .. teams.Select(t => new BoardPair(
                t.Team,
                t.IsInOrder,
                t.IsSingleMeeting,
                known,
                [.. programs[t.Team.Id]],
                [.. meetings[t.Team.Id].Select(m => new HeldMeeting(m.Type, m.HeldOn, m.NextOn))]
            )),
        ];
    }

    private Task<List<BoardProgram>> Programs(Guid[] pairs, BoardDay day, CancellationToken ct)
    {
        var soon = day.Today.AddDays(day.Settings.ActivityDueSoonDays);
        return db.Set<MentoringProgram>()
            .AsNoTracking()
            .Where(p => pairs.Contains(p.PairId))
            .Select(p => new BoardProgram
            {
                Id = p.Id,
                PairId = p.PairId,
                State = p.State,
                Edition = p.Edition,
                EndsOn = p.EndsOn,
                AgreedOn = p.AgreedOn,
                ApprovedOn = p.ApprovedOn,
                EndedOn = p.EndedOn,
                Rationale = p.State == ProgramState.Draft ? p.Rationale : null,
                Activities = p.Activities.Count,
                Done = p.Activities.Count(a => a.Status == ActivityStatus.Done),
                Due = p
                    .Activities.Where(a =>
                        p.State == ProgramState.Active && a.Status == ActivityStatus.Planned && a.PlannedOn <= soon
                    )
                    .Select(a => new BoardActivity(a.Id, a.Title, a.PlannedOn, a.Responsible))
                    .ToList(),
                Agreements = p
                    .Agreements.Where(a =>
                        a.Edition > p.Edition || (a.Edition == p.Edition && p.State == ProgramState.Draft)
                    )
                    .Select(a => new BoardAgreement(a.Edition, a.Party, a.PersonId))
                    .ToList(),
                OpenChange = p
                    .Changes.Where(c => c.State == ProgramChangeState.Proposed)
                    .Select(c => new BoardChange(c.Edition, c.Kind, c.ProposedOn))
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
    }

    /// <summary>Of each type the last one: the chain of meetings asks for no more.</summary>
    private Task<List<MeetingRow>> Meetings(Guid[] pairs, CancellationToken ct) =>
        db.Set<Meeting>()
            .Where(m => pairs.Contains(m.PairId))
            .GroupBy(m => new { m.PairId, m.Type })
            .Select(g =>
                g.OrderByDescending(m => m.HeldOn)
                    .ThenByDescending(m => m.Id)
                    .Select(m => new MeetingRow(m.PairId, m.Type, m.HeldOn, m.NextOn))
                    .First()
            )
            .ToListAsync(ct);

    private sealed class TeamRow
    {
        public required MentoringTeam Team { get; init; }
        public required bool IsInOrder { get; init; }
        public required bool IsSingleMeeting { get; init; }
    }

    private sealed record MeetingRow(Guid PairId, MeetingType Type, DateOnly HeldOn, DateOnly? NextOn);
}
