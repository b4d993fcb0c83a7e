using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Consents;

internal static class ConsentMapping
{
    public static void Configure(ModelBuilder model) =>
        model.Entity<PersonalDataConsent>(e =>
        {
            e.HasKey(c => new { c.TenantId, c.Id });
            e.Property(c => c.Scope).HasConversion<EnumText<ConsentScope>>();
            e.Ignore(c => c.Facts);
        });
}
