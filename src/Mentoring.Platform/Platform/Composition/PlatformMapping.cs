using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Documents;
using Mentoring.Platform.Platform.Tenancy;
using Mentoring.Platform.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Mentoring.Platform.Platform.Composition;

/// <summary>The EF configuration of the platform's own tables; here, because only here all of its folders are known.</summary>
internal static class PlatformMapping
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<TenantRow>(e =>
        {
            e.ToTable("tenant");
            e.HasKey(t => t.Id);
            e.Property(t => t.Kind).HasConversion<EnumText<TenantKind>>();
            e.Property(t => t.SearchText).ValueGeneratedOnAddOrUpdate();
        });
        model.Entity<AuditEntry>(e =>
        {
            e.ToTable("audit_entry");
            e.HasKey(a => new { a.TenantId, a.Id });
        });
        model.Entity<IdempotencyRecord>(e =>
        {
            e.ToTable("idempotency_record");
            e.HasKey(r => new
            {
                r.TenantId,
                r.AccountId,
                r.Operation,
                r.Key,
            });
            e.Property(r => r.Response).HasColumnType("jsonb");
        });
        model.Entity<SealedDocument>(e =>
        {
            e.ToTable("document");
            e.HasKey(d => new { d.TenantId, d.Id });
            e.Property(d => d.Id).ValueGeneratedNever();
        });
        model.Entity<WorkItem>(e =>
        {
            e.HasKey(w => w.Id);
            e.Property(w => w.Id).ValueGeneratedNever();
            e.Property(w => w.Payload).HasColumnType("jsonb");
            // The column's default is the tenant of the transaction; writers have no right to name it.
            e.Property(w => w.TenantId).Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
            e.Property(w => w.Attempts).Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
            e.Property(w => w.LastError).Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
            e.Property(w => w.ParkedAt).Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        });
        model.Entity<WorkRun>(e =>
        {
            e.HasKey(r => new { r.TenantId, r.Id });
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.Outcome).HasConversion<EnumText<WorkOutcome>>();
        });
        model.Entity<WorkTally>(e =>
            e.HasKey(t => new
            {
                t.TenantId,
                t.Kind,
                t.Hour,
            })
        );
    }
}
