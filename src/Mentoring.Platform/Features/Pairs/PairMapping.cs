using Mentoring.Platform.Features.People;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Pairs;

internal static class PairMapping
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<MentoringTeam>(e =>
        {
            e.HasKey(t => new { t.TenantId, t.Id });
            e.Property(t => t.State).HasConversion<EnumText<PairState>>();
            e.Property(t => t.ClosingGround).HasConversion<EnumText<ClosingGround>>();
            e.Property(t => t.ClosingCause).HasConversion<EnumText<ClosingCause>>();
            e.Ignore(t => t.Mentor);
            e.Ignore(t => t.Mentee);
            e.RefersTo<MentoringTeam, Person>(t => new { t.TenantId, t.MentorPersonId });
            e.RefersTo<MentoringTeam, Person>(t => new { t.TenantId, t.MenteePersonId });
            e.HasMany(t => t.Members).WithOne().HasForeignKey(m => new { m.TenantId, m.TeamId });
            e.HasMany(t => t.DutyConsents).WithOne().HasForeignKey(c => new { c.TenantId, c.TeamId });
            e.HasMany(t => t.Addenda).WithOne().HasForeignKey(a => new { a.TenantId, a.TeamId });
            e.Navigation(t => t.Members).AutoInclude();
            e.Navigation(t => t.DutyConsents).AutoInclude();
            e.Navigation(t => t.Addenda).AutoInclude();
        });
        model.Entity<TeamMember>(e =>
        {
            e.HasKey(m => new
            {
                m.TenantId,
                m.TeamId,
                m.PersonId,
            });
            e.Property(m => m.Side).HasConversion<EnumText<TeamSide>>();
        });
        model.Entity<DutyConsent>(e =>
        {
            e.HasKey(c => new { c.TenantId, c.Id });
            e.Property(c => c.Way).HasConversion<EnumText<ConsentWay>>();
            e.RefersTo<DutyConsent, TeamMember>(c => new
            {
                c.TenantId,
                c.TeamId,
                c.PersonId,
            });
        });
        model.Entity<ContractAddendum>(e =>
        {
            e.HasKey(a => new { a.TenantId, a.Id });
            e.RefersTo<ContractAddendum, TeamMember>(a => new
            {
                a.TenantId,
                a.TeamId,
                a.PersonId,
            });
        });
    }
}
