using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Mentees;

/// <param name="SchoolClass">Of a schoolchild.</param>
/// <param name="Position">Of somebody who works.</param>
/// <param name="Requests">In the order of importance.</param>
/// <param name="OpenPairs">Pairs that the mentee is in now.</param>
/// <param name="LegalRepresentatives">Of a mentee under age.</param>
public sealed record MenteeCard(
    Guid Id,
    long Version,
    PersonCard Person,
    string CategoryCode,
    string? SchoolClass,
    string? Position,
    IReadOnlyList<RequestText> Requests,
    int OpenPairs,
    MenteeState State,
    DateOnly? AdmittedOn,
    ConsentStanding Consent,
    IReadOnlyList<RepresentativeCard> LegalRepresentatives,
    IReadOnlyList<string> Allowed
) : IVersioned;

/// <summary>What commands on a mentee answer.</summary>
public sealed record MenteeChanged(Guid Id, Guid PersonId, long Version, MenteeState State) : IVersioned
{
    internal static MenteeChanged Of(MenteeProfile mentee) =>
        new(mentee.Id, mentee.PersonId, mentee.Version, mentee.State);
}

/// <summary>Mentees as they are read: profile, person, requests, consents and representatives by one query.</summary>
internal sealed class MenteeReading(
    MentoringDbContext db,
    SettingsInForce settings,
    ConsentStandings standings,
    RequestScope scope,
    SchoolCalendar calendar
)
{
    public IQueryable<MenteeRow> Rows =>
        from mentee in db.Set<MenteeProfile>().AsNoTracking().IgnoreAutoIncludes()
        join person in db.Set<Person>() on mentee.PersonId equals person.Id
        select new MenteeRow
        {
            Id = mentee.Id,
            Profile = mentee,
            Person = person,
            State = mentee.State,
            CategoryCode = mentee.CategoryCode,
            SearchText = person.SearchText,
            Name = person.FamilyName + " " + person.GivenName + " " + (person.Patronymic ?? ""),
            Requests = db.Set<MenteeRequest>()
                .Where(r => r.MenteeId == mentee.Id)
                .OrderBy(r => r.Position)
                .Select(r => new RequestText(r.TopicCode, r.Text))
                .ToList(),
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
            Representatives = db.Set<LegalRepresentation>()
                .Where(r => r.MinorId == person.Id)
                .Join(
                    db.Set<Person>(),
                    r => r.RepresentativeId,
                    p => p.Id,
                    (r, p) =>
                        new RepresentativeCard(
                            r.Id,
                            p.Id,
                            PersonName.Full(p.FamilyName, p.GivenName, p.Patronymic),
                            r.Relation,
                            r.AuthorityDocument
                        )
                )
                .ToList(),
        };

    public async Task<IReadOnlyList<MenteeCard>> Answer(IReadOnlyList<MenteeRow> rows, CancellationToken ct)
    {
        var values = await settings.Read(ct);
        var today = calendar.Today(scope.Tenant);
        return [.. rows.Select(row => Answer(row, values, today))];
    }

    private MenteeCard Answer(MenteeRow row, SettingValues values, DateOnly today)
    {
        var (mentee, person) = (row.Profile, row.Person);
        var consent = standings.Of(row.Consents, person.BirthDate, values);
        return new MenteeCard(
            mentee.Id,
            mentee.Version,
            PersonCard.Of(person, today),
            mentee.CategoryCode,
            mentee.SchoolClass,
            mentee.Position,
            row.Requests,
            mentee.OpenPairs,
            mentee.State,
            mentee.AdmittedOn,
            consent,
            row.Representatives,
            [
                .. MenteeAccess.Allowed(scope.Actor, mentee.State, consent),
                .. PersonAccess.Allowed(scope.Actor, person.IsMinorOn(today)),
            ]
        );
    }
}

internal sealed class MenteeRow
{
    public required Guid Id { get; init; }
    public required MenteeProfile Profile { get; init; }
    public required Person Person { get; init; }
    public required MenteeState State { get; init; }
    public required string CategoryCode { get; init; }
    public required string SearchText { get; init; }
    public required string Name { get; init; }
    public required List<RequestText> Requests { get; init; }
    public required List<ConsentFacts> Consents { get; init; }
    public required List<RepresentativeCard> Representatives { get; init; }
}
