using System.Linq.Expressions;
using System.Text.Json;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Platform.Data;

/// <summary>
/// The unit of work of one request or job, in one tenant, under one restricted login. Row level security is the
/// wall; the named query filters here only give the planner the tenant on every table.
/// </summary>
public sealed class MentoringDbContext(
    DbContextOptions<MentoringDbContext> options,
    RequestScope scope,
    TimeProvider clock,
    ModelParts parts
) : DbContext(options)
{
    public const string Schema = "mentoring";

    /// <summary>Key of the query filter that names the tenant.</summary>
    public const string TenantFilter = "tenant";

    public DbSet<TenantRow> Tenants => Set<TenantRow>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    internal DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    internal RequestScope Scope => scope;

    internal DateTimeOffset Now => clock.GetUtcNow();

    internal TenantSettingState TenantSet { get; } = new();

    public Guid TenantId => scope.Tenant.Id;

    /// <summary>This tenant and its ancestors, for downward tables.</summary>
    public Guid[] Lineage => [.. scope.Tenant.Lineage];

    /// <summary>Asks for something to be done after the commit; see <see cref="WorkItem"/>.</summary>
    public void Enqueue(string kind, string key, object? payload = null, DateTimeOffset? due = null) =>
        Add(
            new WorkItem
            {
                Kind = kind,
                Key = key,
                Payload = payload is null ? "{}" : JsonSerializer.Serialize(payload, JsonSerializerOptions.Web),
                DueAt = due ?? clock.GetUtcNow(),
            }
        );

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        parts.Apply(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => !e.IsOwned()))
        {
            if (entity.ClrType.IsAssignableTo(typeof(IDownward)))
                modelBuilder.Entity(entity.ClrType).HasQueryFilter(TenantFilter, LineageFilter(entity.ClrType));
            else if (
                entity.ClrType.IsAssignableTo(typeof(ITenantOwned)) && !entity.ClrType.IsAssignableTo(typeof(IUpward))
            )
                modelBuilder.Entity(entity.ClrType).HasQueryFilter(TenantFilter, OwnFilter(entity.ClrType));
            if (entity.ClrType.IsAssignableTo(typeof(Aggregate)))
                modelBuilder.Entity(entity.ClrType).Property(nameof(Aggregate.Version)).IsConcurrencyToken();
        }
        SnakeCase.Apply(modelBuilder);
    }

    private LambdaExpression OwnFilter(Type type)
    {
        var row = Expression.Parameter(type, "row");
        var current = Expression.Property(Expression.Constant(this), nameof(TenantId));
        return Expression.Lambda(
            Expression.Equal(Expression.Property(row, nameof(ITenantOwned.TenantId)), current),
            row
        );
    }

    private LambdaExpression LineageFilter(Type type)
    {
        var row = Expression.Parameter(type, "row");
        var lineage = Expression.Property(Expression.Constant(this), nameof(Lineage));
        var contains = Expression.Call(
            typeof(Enumerable),
            nameof(Enumerable.Contains),
            [typeof(Guid)],
            lineage,
            Expression.Property(row, nameof(ITenantOwned.TenantId))
        );
        return Expression.Lambda(contains, row);
    }
}

/// <summary>A row that its tenant writes and the tenant's descendants read.</summary>
public interface IDownward : ITenantOwned;

/// <summary>A row that its tenant (or a job) writes and the tenant's ancestors read.</summary>
public interface IUpward : ITenantOwned;

/// <summary>The EF configuration that the platform and the features bring.</summary>
public sealed class ModelParts(IReadOnlyList<Action<ModelBuilder>> parts)
{
    public ModelParts And(Action<ModelBuilder> part) => new([.. parts, part]);

    public void Apply(ModelBuilder modelBuilder)
    {
        foreach (var part in parts)
            part(modelBuilder);
    }
}
