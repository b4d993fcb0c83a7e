using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Tenancy;
using Mentoring.Platform.Platform.Time;
using Mentoring.Platform.Platform.Work;
using Npgsql;

namespace Mentoring.Host.Demo.Region;

/// <summary>
/// Two school years of the demo region, made through the product's own use cases by its own accounts, on a calendar
/// that is moved from day to day (<see cref="DemoTimeline"/>). What happens in which organization is in
/// <see cref="DemoPlan"/>, and how, in <see cref="DemoBank"/>, <see cref="DemoPairs"/> and <see cref="DemoPrograms"/>.
/// The row of the calendar's shift is written last: as long as it is missing the region is not complete.
/// </summary>
internal sealed class DemoHistory(IServiceProvider services, string owner, Action<string> say)
{
    private readonly SchoolCalendar calendar = services.GetRequiredService<SchoolCalendar>();

    /// <summary>Plays the history on a region that has just been planted.</summary>
    /// <param name="plans">What happens where; <see cref="DemoPlan.All"/> in the demonstration.</param>
    public async Task Play(IReadOnlyList<DemoPlan> plans, CancellationToken ct)
    {
        await PlantReference(ct);
        var actors = new DemoActors(services, ct);
        var names = new DemoNames();
        var schools = plans.Select(plan => new DemoSchool(plan, names, actors)).ToList();
        var played = 0;
        foreach (var scene in DemoTimeline.Scenes)
        {
            TurnTo(scene.Day);
            actors.Forget();
            // Organizations know nothing of each other, so they act side by side; the calendar is one for all.
            await Parallel.ForEachAsync(
                schools,
                new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = ct },
                async (school, _) => await school.Play(scene)
            );
            // After these deeds roles, programs of closed pairs and figures must be up to date for what follows.
            if (scene.Deed is DemoDeed.FillBank or DemoDeed.GoOn)
                await DoWork(ct);
            say($"the demo region lives through {scene.Day:d MMMM yyyy}, {++played} of {DemoTimeline.Scenes.Count}");
        }
        await Finish(ct);
    }

    private async Task Finish(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(ct);
        await using var finish = new NpgsqlCommand(
            "INSERT INTO mentoring.calendar_shift (shift) VALUES ($1)",
            connection
        );
        finish.Parameters.Add(new NpgsqlParameter { Value = calendar.Shift });
        await finish.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Whole days, so that the hour stays the real one.</summary>
    private void TurnTo(DateOnly day)
    {
        calendar.Shift = TimeSpan.Zero;
        calendar.Shift = TimeSpan.FromDays(day.DayNumber - calendar.Today(DemoTree.Zone).DayNumber);
    }

    /// <summary>Does what is due, as a worker would: programs start and end, figures are counted.</summary>
    private async Task DoWork(CancellationToken ct)
    {
        var loop = ActivatorUtilities.CreateInstance<WorkLoop>(services);
        while (await loop.DoNext(ct)) { }
    }

    /// <summary>The lists that a region begins with.</summary>
    private async Task PlantReference(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var region = DemoRegion.Region;
        scope
            .ServiceProvider.GetRequiredService<RequestScope>()
            .EnterAsJob(
                new TenantInfo(region.Id, region.Kind, region.Name, region.ShortName, region.Lineage, DemoTree.Zone)
            );
        var db = scope.ServiceProvider.GetRequiredService<MentoringDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var row in ReferenceSeed.All())
            db.Add(row).Property(nameof(ITenantOwned.TenantId)).CurrentValue = region.Id;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
