using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>Accounts, under a login of their own; knows no table of a tenant but the tree.</summary>
public sealed class AccountsDbContext(DbContextOptions<AccountsDbContext> options)
    : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<MembershipRow> Memberships => Set<MembershipRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<SignInFailure> SignInFailures => Set<SignInFailure>();

    public DbSet<TenantRow> Tenants => Set<TenantRow>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.HasDefaultSchema("accounts");
        builder.Ignore<IdentityUserClaim<Guid>>();
        builder.Ignore<IdentityUserLogin<Guid>>();
        builder.Ignore<IdentityUserToken<Guid>>();
        builder.Ignore<IdentityUserPasskey<Guid>>();
        builder.Entity<Account>(e =>
        {
            e.ToTable("account");
            e.HasKey(a => a.Id);
            e.Property(a => a.UserName).IsRequired();
            e.Property(a => a.NormalizedUserName).IsRequired();
            e.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
            // What Identity knows and this product does not use.
            e.Ignore(a => a.Email);
            e.Ignore(a => a.NormalizedEmail);
            e.Ignore(a => a.EmailConfirmed);
            e.Ignore(a => a.PhoneNumber);
            e.Ignore(a => a.PhoneNumberConfirmed);
            e.Ignore(a => a.TwoFactorEnabled);
            e.Ignore(a => a.LockoutEnabled);
            e.Ignore(a => a.LockoutEnd);
            e.Ignore(a => a.AccessFailedCount);
        });
        builder.Entity<MembershipRow>(e =>
        {
            e.ToTable("membership");
            e.HasKey(m => new { m.AccountId, m.TenantId });
        });
        builder.Entity<SessionRow>(e =>
        {
            e.ToTable("session");
            e.HasKey(s => s.Id);
        });
        builder.Entity<Invitation>(e =>
        {
            e.ToTable("invitation");
            e.HasKey(i => i.Id);
            e.Property(i => i.Failures).IsConcurrencyToken();
            e.Property(i => i.UsedAt).IsConcurrencyToken();
        });
        builder.Entity<SignInFailure>(e =>
        {
            e.ToTable("sign_in_failure");
            e.HasKey(f => f.Subject);
        });
        builder.Entity<TenantRow>(e =>
        {
            e.ToTable("tenant", MentoringDbContext.Schema);
            e.Property(t => t.Kind).HasConversion<EnumText<TenantKind>>();
            e.Ignore(t => t.SearchText);
        });
        SnakeCase.Apply(builder);
    }
}
