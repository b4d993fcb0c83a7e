using Mentoring.Platform.Features.People;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Mentors;

internal static class MentorMapping
{
    public static void Configure(ModelBuilder model) =>
        model.Entity<MentorProfile>(e =>
        {
            e.HasKey(m => new { m.TenantId, m.Id });
            e.RefersTo<MentorProfile, Person>(m => new { m.TenantId, m.PersonId });
            e.Property(m => m.State).HasConversion<EnumText<MentorState>>();
            e.Property(m => m.BlockedIn).HasConversion<EnumText<MentorState>>();
        });
}
