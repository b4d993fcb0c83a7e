using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Organizations;

internal static class OrganizationMapping
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<OrganizationProfile>(e =>
        {
            e.HasKey(p => p.TenantId);
            e.Ignore(p => p.Id);
            e.Property(p => p.Kind).HasConversion<EnumText<OrganizationKind>>();
        });
        model.Entity<Headcount>(e =>
        {
            e.HasKey(h => new
            {
                h.TenantId,
                h.SchoolYear,
                h.TargetGroup,
            });
            e.Property(h => h.TargetGroup).HasConversion<EnumText<TargetGroup>>();
        });
    }
}
