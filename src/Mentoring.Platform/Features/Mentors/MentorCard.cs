using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Mentors;

/// <param name="PositionCode">The position's entry in the reference list, where it has one.</param>
/// <param name="Employer">Of a mentor from outside.</param>
/// <param name="LegalRepresentatives">Of a mentor under age.</param>
public sealed record MentorCard(
    Guid Id,
    long Version,
    PersonCard Person,
    string Position,
    string? PositionCode,
    IReadOnlyList<string> SubjectCodes,
    IReadOnlyList<string> CompetenceCodes,
    int Capacity,
    MentorPlaces Places,
    bool IsEmployee,
    string? Employer,
    MentorState State,
    DateOnly? AdmittedOn,
    ConsentStanding Consent,
    IReadOnlyList<RepresentativeCard> LegalRepresentatives,
    IReadOnlyList<string> Allowed
) : IVersioned;

/// <param name="Free">None when full, also when the capacity has been lowered below what is taken.</param>
public sealed record MentorPlaces(int Taken, int Free);

/// <summary>What commands on a mentor answer.</summary>
public sealed record MentorChanged(Guid Id, Guid PersonId, long Version, MentorState State) : IVersioned
{
    internal static MentorChanged Of(MentorProfile mentor) =>
        new(mentor.Id, mentor.PersonId, mentor.Version, mentor.State);
}

/// <summary>Mentors as they are read: profile, person, consents and representatives by one query.</summary>
internal sealed class MentorReading(
    MentoringDbContext db,
    SettingsInForce settings,
    ConsentStandings standings,
    RequestScope scope,
    SchoolCalendar calendar
)
{
    public IQueryable<MentorRow> Rows =>
        from mentor in db.Set<MentorProfile>().AsNoTracking()
        join person in db.Set<Person>() on mentor.PersonId equals person.Id
        select new MentorRow
        {
            Id = mentor.Id,
            Profile = mentor,
            Person = person,
            State = mentor.State,
            CompetenceCodes = mentor.CompetenceCodes,
            SearchText = person.SearchText,
            Name = person.FamilyName + " " + person.GivenName + " " + (person.Patronymic ?? ""),
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

    public async Task<IReadOnlyList<MentorCard>> Answer(IReadOnlyList<MentorRow> rows, CancellationToken ct)
    {
        var values = await settings.Read(ct);
        var today = calendar.Today(scope.Tenant);
        return [.. rows.Select(row => Answer(row, values, today))];
    }

    private MentorCard Answer(MentorRow row, SettingValues values, DateOnly today)
    {
        var (mentor, person) = (row.Profile, row.Person);
        var consent = standings.Of(row.Consents, person.BirthDate, values);
        return new MentorCard(
            mentor.Id,
            mentor.Version,
            PersonCard.Of(person, today),
            mentor.Position,
            mentor.PositionCode,
            mentor.SubjectCodes,
            mentor.CompetenceCodes,
            mentor.Capacity,
            new MentorPlaces(mentor.PlacesTaken, mentor.PlacesFree),
            mentor.IsEmployee,
            mentor.Employer,
            mentor.State,
            mentor.AdmittedOn,
            consent,
            row.Representatives,
            [
                .. MentorAccess.Allowed(scope.Actor, mentor.State, consent),
                .. PersonAccess.Allowed(scope.Actor, person.IsMinorOn(today)),
            ]
        );
    }
}

internal sealed class MentorRow
{
    public required Guid Id { get; init; }
    public required MentorProfile Profile { get; init; }
    public required Person Person { get; init; }
    public required MentorState State { get; init; }
    public required string[] CompetenceCodes { get; init; }
    public required string SearchText { get; init; }
    public required string Name { get; init; }
    public required List<ConsentFacts> Consents { get; init; }
    public required List<RepresentativeCard> Representatives { get; init; }
}
