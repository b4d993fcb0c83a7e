using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.People;

internal static class PersonMapping
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Person>(e => e.HasKey(p => new { p.TenantId, p.Id }));
        model.Entity<LegalRepresentation>(e =>
        {
            e.HasKey(r => new { r.TenantId, r.Id });
            e.RefersTo<LegalRepresentation, Person>(r => new { r.TenantId, r.MinorId });
            e.RefersTo<LegalRepresentation, Person>(r => new { r.TenantId, r.RepresentativeId });
            // Nobody acts by a representation that has ended, so no query finds it.
            e.HasQueryFilter("inForce", r => r.EndedOn == null);
            e.Property(r => r.Relation).HasConversion<EnumText<LegalRelation>>();
        });
    }
}
