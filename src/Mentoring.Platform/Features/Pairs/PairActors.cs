using Mentoring.Platform.Features.People;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>Finds out for whom the actor of the request speaks, and which pair he means.</summary>
public sealed class PairActors(MentoringDbContext db, RequestScope scope, SchoolCalendar calendar)
{
    private PairActor? known;

    /// <summary>Once a request.</summary>
    public async Task<PairActor> Current(CancellationToken ct)
    {
        if (known is not null)
            return known;
        if (scope.Actor.PersonId is not { } self)
            return known = new PairActor(scope.Actor, new HashSet<Guid>());
        var children = await db.Set<LegalRepresentation>()
            .Where(r => r.RepresentativeId == self)
            .Join(db.Set<Person>(), r => r.MinorId, p => p.Id, (r, p) => new { p.Id, p.BirthDate })
            .ToListAsync(ct);
        var today = calendar.Today(scope.Tenant);
        return known = new PairActor(
            scope.Actor,
            children.Where(c => Age.IsMinor(c.BirthDate, today)).Select(c => c.Id).ToHashSet()
        );
    }

    /// <summary>The pair, tracked, if the actor may see it.</summary>
    public async Task<Result<MentoringTeam>> Find(Guid pairId, CancellationToken ct)
    {
        var actor = await Current(ct);
        var team = await db.Set<MentoringTeam>()
            .Where(PairAccess.VisibleTo(actor))
            .SingleOrDefaultAsync(t => t.Id == pairId, ct);
        return team is null ? CommonErrors.NotFound : team;
    }
}
