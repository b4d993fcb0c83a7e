using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Mentees;

/// <summary>A sufficient consent brings a mentee on, a withdrawn one blocks him.</summary>
internal sealed class MenteeFollowsConsent(MentoringDbContext db) : IFollowsConsent
{
    public async Task Follow(Guid personId, ConsentStanding standing, CancellationToken ct)
    {
        var mentee = await db.Set<MenteeProfile>().SingleOrDefaultAsync(m => m.PersonId == personId, ct);
        if (standing.IsValid)
            mentee?.ConsentGiven();
        else if (standing.State == ConsentValidity.Withdrawn)
            mentee?.ConsentWithdrawn();
    }
}
