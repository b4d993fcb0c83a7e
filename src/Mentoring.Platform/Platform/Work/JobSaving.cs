using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Platform.Work;

internal static class JobSaving
{
    /// <summary>Saves what a job changed, with audit rows that name its kind instead of an operation.</summary>
    public static async Task SaveJob(this MentoringDbContext db, string kind, CancellationToken ct)
    {
        Auditing.Record(db, kind, db.Now);
        await db.SaveChangesAsync(ct);
    }
}
