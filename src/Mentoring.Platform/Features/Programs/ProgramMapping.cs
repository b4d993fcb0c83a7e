using System.Text.Json;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Programs;

internal static class ProgramMapping
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<MentoringProgram>(e =>
        {
            e.HasKey(p => new { p.TenantId, p.Id });
            e.RefersTo<MentoringProgram, MentoringTeam>(p => new { p.TenantId, p.PairId });
            e.Property(p => p.State).HasConversion<EnumText<ProgramState>>();
            e.Property(p => p.Basis).HasConversion<EnumText<ProgramBasis>>();
            e.Property(p => p.DeliveryMode).HasConversion<EnumText<DeliveryMode>>();
            e.Property(p => p.Approver).HasConversion<EnumText<ProgramApprover>>();
            e.Property(p => p.EndCause).HasConversion<EnumText<ClosingCause>>();
            e.Property(p => p.Rationale)
                .HasColumnType("jsonb")
                .HasConversion(
                    value => JsonSerializer.Serialize(value, ProgramEdition.Json),
                    text => JsonSerializer.Deserialize<ProgramRationale>(text, ProgramEdition.Json)!
                );
            e.Ignore(p => p.Term);
            e.HasMany(p => p.Activities).WithOne().HasForeignKey(a => new { a.TenantId, a.ProgramId });
            e.HasMany(p => p.Agreements).WithOne().HasForeignKey(a => new { a.TenantId, a.ProgramId });
            e.HasMany(p => p.Changes).WithOne().HasForeignKey(c => new { c.TenantId, c.ProgramId });
        });
        model.Entity<PlanActivity>(e =>
        {
            e.HasKey(a => new { a.TenantId, a.Id });
            e.Property(a => a.Mode).HasConversion<EnumText<DeliveryMode>>();
            e.Property(a => a.Responsible).HasConversion<EnumText<ActivityResponsible>>();
            e.Property(a => a.Status).HasConversion<EnumText<ActivityStatus>>();
            e.Property(a => a.CompletedAs).HasConversion<EnumText<ProgramParty>>();
        });
        model.Entity<ProgramAgreement>(e =>
        {
            e.HasKey(a => new { a.TenantId, a.Id });
            e.RefersTo<ProgramAgreement, Person>(a => new { a.TenantId, a.PersonId });
            e.Property(a => a.Party).HasConversion<EnumText<ProgramParty>>();
        });
        model.Entity<ProgramChange>(e =>
        {
            e.HasKey(c => new { c.TenantId, c.Id });
            e.Property(c => c.Kind).HasConversion<EnumText<ProgramChangeKind>>();
            e.Property(c => c.ProposedBy).HasConversion<EnumText<ProgramParty>>();
            e.Property(c => c.State).HasConversion<EnumText<ProgramChangeState>>();
            e.Property(c => c.Amendment).HasColumnType("jsonb");
        });
        model.Entity<ProgramEdition>(e =>
        {
            e.HasKey(s => new
            {
                s.TenantId,
                s.ProgramId,
                s.Edition,
            });
            e.RefersTo<ProgramEdition, MentoringProgram>(s => new { s.TenantId, s.ProgramId });
        });
    }
}
