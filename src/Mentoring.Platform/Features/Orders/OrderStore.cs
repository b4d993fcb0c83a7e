using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Orders;

internal static class OrderStore
{
    /// <summary>The order with its pairs and its acknowledgment sheet, tracked. The two lists are read apart: joined they would multiply.</summary>
    public static Task<Order?> FindOrder(this MentoringDbContext db, Guid id, CancellationToken ct) =>
        db.Set<Order>()
            .Include(o => o.Pairs.OrderBy(p => p.Ordinal))
            .Include(o => o.Acknowledgments.OrderBy(a => a.Ordinal))
            .AsSplitQuery()
            .SingleOrDefaultAsync(o => o.Id == id, ct);
}
