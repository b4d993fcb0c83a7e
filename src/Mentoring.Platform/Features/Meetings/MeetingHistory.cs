using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Meetings;

/// <summary>A pair that met was a pair that day.</summary>
internal sealed class MeetingHistory(MentoringDbContext db) : IPairHistory
{
    public async Task<IReadOnlyList<DateOnly>> DaysAfter(Guid pairId, DateOnly day, CancellationToken ct) =>
        await db.Set<Meeting>().Where(m => m.PairId == pairId && m.HeldOn > day).Select(m => m.HeldOn).ToListAsync(ct);
}
