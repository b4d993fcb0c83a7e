using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.ApiKeys;

/// <summary>Keys, under the login of accounts; no row level security there, so the tenant is named here.</summary>
public sealed class ApiKeysDbContext(DbContextOptions<ApiKeysDbContext> options) : DbContext(options)
{
    public DbSet<KeyKeeper> Keepers => Set<KeyKeeper>();

    /// <summary>The keys of one tenant: there is no other way to them.</summary>
    public IQueryable<ApiKey> KeysOf(Guid tenantId) => Set<ApiKey>().Where(k => k.TenantId == tenantId);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("accounts");
        modelBuilder.Entity<ApiKey>(e =>
        {
            e.ToTable("api_key");
            e.HasKey(k => k.Id);
            e.Property(k => k.Id).ValueGeneratedNever();
            e.Property(k => k.SearchText).ValueGeneratedOnAddOrUpdate();
        });
        modelBuilder.Entity<KeyKeeper>(e =>
        {
            e.ToTable("account");
            e.HasKey(k => k.Id);
        });
        SnakeCase.Apply(modelBuilder);
    }
}
