using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Programs;

/// <summary>A pair that completed an activity was a pair that day.</summary>
internal sealed class ProgramHistory(MentoringDbContext db) : IPairHistory
{
    public async Task<IReadOnlyList<DateOnly>> DaysAfter(Guid pairId, DateOnly day, CancellationToken ct) =>
        await db.Set<MentoringProgram>()
            .Where(p => p.PairId == pairId)
            .SelectMany(p => p.Activities)
            .Where(a => a.CompletedOn > day)
            .Select(a => a.CompletedOn!.Value)
            .ToListAsync(ct);
}
