using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Mentors;

/// <summary>A sufficient consent brings a mentor on, a withdrawn one blocks him.</summary>
internal sealed class MentorFollowsConsent(MentoringDbContext db) : IFollowsConsent
{
    public async Task Follow(Guid personId, ConsentStanding standing, CancellationToken ct)
    {
        var mentor = await db.Set<MentorProfile>().SingleOrDefaultAsync(m => m.PersonId == personId, ct);
        if (standing.IsValid)
            mentor?.ConsentGiven();
        else if (standing.State == ConsentValidity.Withdrawn)
            mentor?.ConsentWithdrawn();
    }
}
