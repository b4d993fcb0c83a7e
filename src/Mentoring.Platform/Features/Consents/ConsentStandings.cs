using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Consents;

/// <summary>How people of the current tenant stand today with their consents to take part.</summary>
public sealed class ConsentStandings(
    MentoringDbContext db,
    SettingsInForce settings,
    RequestScope scope,
    SchoolCalendar calendar
)
{
    /// <summary>Of each of these people, by one query; unknown ids are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, ConsentStanding>> Of(
        IReadOnlyCollection<Guid> personIds,
        CancellationToken ct
    )
    {
        var people = await db.Set<Person>()
            .Where(p => personIds.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                p.BirthDate,
                Consents = db.Set<PersonalDataConsent>()
                    .Where(c => c.PersonId == p.Id && c.Scope == ConsentScope.Participation)
                    .Select(c => new ConsentFacts(
                        c.GivenOn,
                        c.ValidUntil,
                        c.SubjectSigned,
                        c.RepresentativeId != null,
                        c.WithdrawnOn
                    ))
                    .ToList(),
            })
            .AsNoTracking()
            .ToListAsync(ct);
        var values = await settings.Read(ct);
        return people.ToDictionary(p => p.Id, p => Of(p.Consents, p.BirthDate, values));
    }

    /// <summary>From facts that are read already.</summary>
    public ConsentStanding Of(IReadOnlyCollection<ConsentFacts> consents, DateOnly birthDate, SettingValues values) =>
        ConsentRules.ValidOn(
            consents,
            birthDate,
            calendar.Today(scope.Tenant),
            values.MinorConsentRule,
            values.ConsentExpiresSoonDays
        );
}
