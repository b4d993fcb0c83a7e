using Mentoring.Platform.Features.People;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Consents;

internal static class ConsentMapping
{
    public static void Configure(ModelBuilder model) =>
        model.Entity<PersonalDataConsent>(e =>
        {
            e.HasKey(c => new { c.TenantId, c.Id });
            e.RefersTo<PersonalDataConsent, Person>(c => new { c.TenantId, c.PersonId });
            e.RefersTo<PersonalDataConsent, Person>(c => new { c.TenantId, c.RepresentativeId });
            e.Property(c => c.Scope).HasConversion<EnumText<ConsentScope>>();
            e.Ignore(c => c.Facts);
        });
}
