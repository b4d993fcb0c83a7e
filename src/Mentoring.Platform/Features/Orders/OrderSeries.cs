using System.Globalization;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Texts;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Orders;

/// <summary>How far a calendar year's numbers have come.</summary>
public sealed class OrderSeries : ITenantOwned
{
    public Guid TenantId { get; internal set; }
    public required int Year { get; init; }
    public int LastNumber { get; private set; }
}

/// <summary>
/// Gives numbers, one signature after another: the year's row stays locked until the order is committed, so that no
/// number is given twice and none is lost by a refusal.
/// </summary>
public sealed class OrderNumbers(MentoringDbContext db)
{
    /// <summary>How many orders of other kinds may lie between two of these.</summary>
    private const int FurthestStep = 1000;

    /// <summary>The next plain number that nobody has taken by hand.</summary>
    public async Task<string> Next(int year, CancellationToken ct)
    {
        while (true)
        {
            var rows = await db
                .Database.SqlQuery<int>(
                    $"""
                    INSERT INTO mentoring.order_series AS s (tenant_id, year, last_number)
                    VALUES ({db.TenantId}, {year}, 1)
                    ON CONFLICT (tenant_id, year) DO UPDATE SET last_number = s.last_number + 1
                    RETURNING last_number AS "Value"
                    """
                )
                .ToListAsync(ct);
            var number = rows[0].ToString(CultureInfo.InvariantCulture);
            if (!await db.Set<Order>().AnyAsync(o => o.NumberYear == year && o.Number == number, ct))
                return number;
        }
    }

    /// <summary>
    /// A number set by hand. A plain one moves the series on, so that the next one is greater; one too far off to be
    /// the series' own (a slip of the pen) does not.
    /// </summary>
    public async Task<Result> Set(int year, string number, CancellationToken ct)
    {
        var plain = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
        if (plain > await Last(year, ct) + FurthestStep)
            plain = 0;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO mentoring.order_series AS s (tenant_id, year, last_number)
            VALUES ({db.TenantId}, {year}, {plain})
            ON CONFLICT (tenant_id, year) DO UPDATE SET last_number = greatest(s.last_number, {plain})
            """,
            ct
        );
        var taken = await db.Set<Order>().Where(o => o.NumberYear == year).Select(o => o.Number!).ToListAsync(ct);
        return taken.Any(other => PaperNumber.Key(other) == PaperNumber.Key(number))
            ? OrderErrors.NumberTaken
            : Result.Ok;
    }

    private Task<int> Last(int year, CancellationToken ct) =>
        db.Set<OrderSeries>().Where(s => s.Year == year).Select(s => s.LastNumber).SingleOrDefaultAsync(ct);

    /// <summary>The date of the year's latest order.</summary>
    public Task<DateOnly?> LastSignedOn(int year, CancellationToken ct) =>
        db.Set<Order>().Where(o => o.NumberYear == year).MaxAsync(o => o.SignedOn, ct);
}
