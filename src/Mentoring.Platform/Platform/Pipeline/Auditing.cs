using System.Diagnostics;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Platform.Pipeline;

internal static class Auditing
{
    /// <summary>Adds one audit row for each aggregate that the unit of work changes.</summary>
    public static void Record(MentoringDbContext db, string operation, DateTimeOffset now)
    {
        db.ChangeTracker.DetectChanges();
        var rows = db
            .ChangeTracker.Entries<Aggregate>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => Row(db, operation, now, e.Metadata.ClrType.Name, e.Entity.Id, e.Entity.Version, Names(e)))
            .ToList();
        foreach (var row in rows)
            db.Add(row);
        foreach (var owned in db.ChangeTracker.Entries<ITenantOwned>().Where(e => e.State == EntityState.Added))
            owned.Property(nameof(ITenantOwned.TenantId)).CurrentValue = db.TenantId;
    }

    public static AuditEntry Row(
        MentoringDbContext db,
        string operation,
        DateTimeOffset now,
        string subjectKind,
        Guid subjectId,
        long? version,
        string[] fields
    ) =>
        new()
        {
            At = now,
            AccountId = (db.Scope.Principal as AccountPrincipal)?.AccountId,
            ApiKeyId = (db.Scope.Principal as KeyPrincipal)?.KeyId,
            Operation = operation,
            SubjectKind = subjectKind,
            SubjectId = subjectId,
            SubjectVersion = version,
            Fields = fields,
            Passed = [.. db.Scope.Passed],
            TraceId = Activity.Current?.TraceId.ToString(),
        };

    private static string[] Names(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry entry) =>
        entry.State == EntityState.Added
            ? []
            : [.. entry.Properties.Where(p => p.IsModified).Select(p => p.Metadata.Name).Where(n => n != "Version")];
}
