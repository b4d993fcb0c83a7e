using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;
using Quartz.Extensibility;

namespace Mentoring.Platform.Platform.Work;

/// <summary>
/// Quartz, clustered, on the work login's pool: one trigger for each kind of period. A firing only asks what is due,
/// so one that comes twice, late or not at all costs nothing; what must not happen twice is seen to by the database.
/// </summary>
internal static class Clock
{
    /// <summary>The scheduler's name: one cluster for all working processes of a database.</summary>
    public const string Name = "mentoring";

    public static void AddClock(this IServiceCollection services)
    {
        var kinds = services.Select(s => s.ServiceKey is null ? s.ImplementationInstance : null).OfType<PeriodKind>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(o => o.InstanceName = Name);
            quartz.UseInstanceIdGenerator<NodeName>();
            quartz.UseDefaultThreadPool(1);
            quartz.UsePersistentStore(Store);
            foreach (var kind in kinds.ToList())
                quartz.ScheduleJob<InsertDuePeriods>(trigger => EveryMinute(trigger, kind));
        });
        services.AddHostedService<RunClock>();
    }

    private static void Store(IPersistentStoreBuilder store)
    {
        store.UsePostgres(source =>
            source.DataSourceFactory = sp => sp.GetRequiredService<DataSources>().For(DatabaseLogin.Work)
        );
        store.ConfigureStore(o => o.TablePrefix = "quartz.qrtz_");
        store.UseClustering(o =>
        {
            o.CheckinInterval = TimeSpan.FromSeconds(2);
            o.CheckinMisfireThreshold = TimeSpan.FromSeconds(5);
        });
    }

    /// <summary>Instants only: in which zone a day begins is the tenant's matter, not the trigger's.</summary>
    private static void EveryMinute(ITriggerConfigurator<InsertDuePeriods> trigger, PeriodKind kind) =>
        trigger
            .WithIdentity(kind.Kind)
            .WithSimpleSchedule(schedule =>
                schedule
                    .WithInterval(TimeSpan.FromMinutes(1))
                    .RepeatForever()
                    .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount)
            );
}

/// <summary>
/// Starts the clock beside the application, which need not wait for it, and goes on trying where the database is away;
/// <see cref="WorkHealth"/> sees when that lasts.
/// </summary>
internal sealed class RunClock(
    IServiceProvider services,
    IHostApplicationLifetime lifetime,
    DataSources sources,
    WorkNode node,
    ILogger<RunClock> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var begins = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStarted, stoppingToken);
        await Until(Timeout.InfiniteTimeSpan, begins.Token);
        IScheduler? scheduler = null;
        while (scheduler is null && !stoppingToken.IsCancellationRequested)
            scheduler = await Start(stoppingToken);
        await Until(Timeout.InfiniteTimeSpan, stoppingToken);
        if (scheduler is not null)
        {
            await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
            await Leave();
        }
    }

    /// <summary>Quartz leaves its row behind, and the others would take this process for dead.</summary>
    private async Task Leave()
    {
        await using var command = sources
            .For(DatabaseLogin.Work)
            .CreateCommand("DELETE FROM quartz.qrtz_scheduler_state WHERE sched_name = $1 AND instance_name = $2");
        command.Parameters.Add(new NpgsqlParameter { Value = Clock.Name });
        command.Parameters.Add(new NpgsqlParameter { Value = node.Name });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private async Task<IScheduler?> Start(CancellationToken stopping)
    {
        try
        {
            var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(stopping);
            await scheduler.Start(stopping);
            return scheduler;
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            log.LogWarning("The clock does not start: {Kind}", e.GetBaseException().GetType().Name);
            await Until(TimeSpan.FromSeconds(5), stopping);
            return null;
        }
    }

    private static async Task Until(TimeSpan longest, CancellationToken ended) =>
        await Task.Delay(longest, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}

/// <summary>A process has one name, in the cluster as elsewhere.</summary>
internal sealed class NodeName(WorkNode node) : IInstanceIdGenerator
{
    public ValueTask<string> GenerateInstanceId(CancellationToken cancellationToken = default) => new(node.Name);
}

/// <summary>A firing of the clock; the job's name is the kind of period. No rule of the domain is here.</summary>
[DisallowConcurrentExecution]
internal sealed class InsertDuePeriods(DuePeriods periods, PeriodKinds kinds) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // Null where a newer process has stored a kind that this one does not know.
        if (kinds.Find(context.JobDetail.Key.Name) is { } kind)
            await periods.Insert(kind, cancellationToken);
    }
}
