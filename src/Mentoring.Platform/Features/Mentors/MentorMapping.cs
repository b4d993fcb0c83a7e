using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Mentors;

internal static class MentorMapping
{
    public static void Configure(ModelBuilder model) =>
        model.Entity<MentorProfile>(e =>
        {
            e.HasKey(m => new { m.TenantId, m.Id });
            e.Property(m => m.State).HasConversion<EnumText<MentorState>>();
            e.Property(m => m.BlockedIn).HasConversion<EnumText<MentorState>>();
        });
}
