using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Time;
using Mentoring.Platform.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mentoring.Host.Demo;

/// <summary>
/// The school year 2025/2026 of the demo region up to the middle of April, made through the product's own use cases on
/// a calendar that is moved day by day. The row of the calendar's shift is written last and says that the history is
/// complete: one that broke off is told again from the beginning at the next start, and what happened already is
/// answered by its idempotency key.
/// </summary>
internal sealed class DemoHistory(IServiceProvider services, DatabaseSetup setup, Action<string> say)
{
    private readonly SchoolCalendar calendar = services.GetRequiredService<SchoolCalendar>();
    private readonly DemoActors actors = new(
        services.GetRequiredService<DataSources>(),
        services.GetRequiredService<RoleCatalog>()
    );

    /// <returns>False when it is complete already.</returns>
    public async Task<bool> Play(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(setup.Owner);
        await connection.OpenAsync(ct);
        if (await IsComplete(connection, ct))
            return false;
        await Tell(ct);
        var shift = ShiftOfDays(DemoDays.Today);
        calendar.Shift = shift;
        await DoWork(ct);
        await using var finish = new NpgsqlCommand("INSERT INTO mentoring.calendar_shift (shift) VALUES ($1)", connection);
        finish.Parameters.Add(new NpgsqlParameter { Value = shift });
        await finish.ExecuteNonQueryAsync(ct);
        return true;
    }

    /// <summary>Tells the whole year; twice changes nothing.</summary>
    internal async Task Tell(CancellationToken ct)
    {
        await PlantReference(ct);
        var stage = new DemoStage(services, ct);
        var script = new DemoScript(stage, actors, services);
        say($"the school year is told in {script.Agenda.Count} scenes");
        await script.Agenda.Play(
            day => calendar.Shift = ShiftTo(day, new TimeOnly(9, 0)),
            async () =>
            {
                await DoWork(ct);
                actors.Forget();
            },
            ct
        );
    }

    /// <summary>Does what is due, as a worker would.</summary>
    private async Task DoWork(CancellationToken ct)
    {
        var loop = ActivatorUtilities.CreateInstance<WorkLoop>(services);
        while (await loop.DoNext(ct)) { }
    }

    /// <summary>The lists that the region begins with.</summary>
    private async Task PlantReference(CancellationToken ct)
    {
        var region = await actors.Find("region.op", DemoRegion.Region.Id, ct);
        await using var scope = services.CreateAsyncScope();
        var requestScope = scope.ServiceProvider.GetRequiredService<RequestScope>();
        requestScope.Principal = region.Principal;
        requestScope.Enter(region.Membership);
        var db = scope.ServiceProvider.GetRequiredService<MentoringDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<MentoringForm>().AnyAsync(ct))
            return;
        foreach (var row in ReferenceSeed.All())
            db.Add(row).Property(nameof(ITenantOwned.TenantId)).CurrentValue = region.Membership.Tenant.Id;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task<bool> IsComplete(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT FROM mentoring.calendar_shift)", connection);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Whole days, so that the hour stays the real one.</summary>
    private TimeSpan ShiftOfDays(DateOnly day)
    {
        calendar.Shift = TimeSpan.Zero;
        return TimeSpan.FromDays(day.DayNumber - calendar.Today(DemoTree.Zone).DayNumber);
    }

    private static TimeSpan ShiftTo(DateOnly day, TimeOnly time) =>
        day.ToDateTime(time, DateTimeKind.Utc) - DateTime.UtcNow;
}
