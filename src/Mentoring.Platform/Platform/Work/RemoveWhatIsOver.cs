using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Platform.Work;

/// <summary>With each day of a tenant goes what has been kept for long enough.</summary>
internal sealed class RemoveWhatIsOver(MentoringDbContext db) : IWorkHandler
{
    /// <summary>Longer than any client goes on repeating a request, and than an operator looks back.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public string Kind => PeriodKind.NewDay.Kind;

    public async Task Handle(string key, string payload, CancellationToken cancellationToken)
    {
        var (tenant, before) = (db.TenantId, db.Now - Kept);
        await db
            .IdempotencyRecords.Where(r => r.TenantId == tenant && r.CreatedAt < before)
            .ExecuteDeleteAsync(cancellationToken);
        await db.Set<WorkRun>()
            .Where(r => r.TenantId == tenant && r.StartedAt < before)
            .ExecuteDeleteAsync(cancellationToken);
        await db.Set<WorkTally>()
            .Where(t => t.TenantId == tenant && t.Hour < before)
            .ExecuteDeleteAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"DELETE FROM mentoring.work_period WHERE tenant_id = {tenant} AND inserted_at < {before}",
            cancellationToken
        );
    }
}
