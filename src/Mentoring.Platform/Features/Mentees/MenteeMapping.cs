using Mentoring.Platform.Features.People;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Mentees;

internal static class MenteeMapping
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<MenteeProfile>(e =>
        {
            e.HasKey(m => new { m.TenantId, m.Id });
            e.RefersTo<MenteeProfile, Person>(m => new { m.TenantId, m.PersonId });
            e.Property(m => m.State).HasConversion<EnumText<MenteeState>>();
            e.Property(m => m.BlockedIn).HasConversion<EnumText<MenteeState>>();
            e.HasMany(m => m.Requests)
                .WithOne()
                .HasForeignKey(r => new { r.TenantId, r.MenteeId })
                .OnDelete(DeleteBehavior.Cascade);
            e.Navigation(m => m.Requests).AutoInclude();
        });
        model.Entity<MenteeRequest>(e =>
            e.HasKey(r => new
            {
                r.TenantId,
                r.MenteeId,
                r.Position,
            })
        );
    }
}
