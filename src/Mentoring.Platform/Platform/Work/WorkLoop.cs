using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Mentoring.Platform.Platform.Work;

/// <summary>
/// Looks for due work items and does them, one group of the same kind, tenant and key after another, in as many turns
/// at a time as <see cref="WorkOptions"/> say. Told to stop, it takes nothing more and finishes what it has begun.
/// </summary>
public sealed class WorkLoop(
    IServiceScopeFactory scopes,
    WorkQueue queue,
    PeriodKinds periods,
    WorkTallies tallies,
    WorkOptions options,
    WorkPulse pulse,
    TimeProvider clock,
    DataSources sources,
    ILogger<WorkLoop> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan TallyEvery = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var late = new CancellationTokenSource();
        await using var stopping = stoppingToken.Register(() => late.CancelAfter(options.Grace));
        var turns = Enumerable.Range(0, options.Concurrency).Select(n => Turn(n, late.Token, stoppingToken));
        await Task.WhenAll([.. turns, WriteTallies(stoppingToken)]);
        await tallies.Flush(late.Token);
    }

    /// <summary>Does one due group. False when nothing is due.</summary>
    public async Task<bool> DoNext(CancellationToken ct)
    {
        await using var claim = await queue.Claim(ct);
        if (claim is null)
            return false;
        var work = claim.Work;
        using var measured = new MeasuredWork(work.Kind, work.Tenant.Id);
        var started = clock.GetTimestamp();
        var failed = false;
        try
        {
            var period = periods.Find(work.Kind);
            var isNew = period is null || await claim.BeginPeriod(ct);
            if (isNew)
                await Do(claim, ct);
            await claim.Finish(isNew && period is { IsOfRegions: true }, clock.GetElapsedTime(started), ct);
            measured.Done();
        }
        // No room to write is no fault of the item: it is tried when there is some, and costs it no attempt.
        catch (Exception e) when (!ct.IsCancellationRequested && !StorageTrouble.IsFull(e))
        {
            failed = true;
            var reason = WorkFailure.Describe(e);
            if (LostConnections.IsMeantBy(e))
                sources.Renew();
            log.LogError("Work {Kind} failed: {Failure} {Stack}", work.Kind, reason, e.StackTrace);
            await claim.Fail(reason, clock.GetElapsedTime(started), ct);
        }
        tallies.Note(work.Tenant, work.Kind, clock.GetElapsedTime(started), failed);
        return true;
    }

    private async Task Turn(int turn, CancellationToken late, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            pulse.Beat(turn);
            try
            {
                if (await DoNext(late))
                    continue;
                await Task.Delay(Pause, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // Out of patience, it has broken off a statement, and the process may still answer requests.
                if (late.IsCancellationRequested)
                    sources.Renew();
                break;
            }
            catch (Exception e)
            {
                await Rest(e, stopping);
            }
        }
        pulse.End(turn);
    }

    private async Task WriteTallies(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(TallyEvery, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await tallies.Flush(CancellationToken.None);
            }
            catch (Exception e)
            {
                await Rest(e, stopping);
            }
        }
    }

    /// <summary>Most likely the database is away; what is due stays due.</summary>
    private Task Rest(Exception e, CancellationToken stopping)
    {
        if (LostConnections.IsMeantBy(e))
            sources.Renew();
        log.LogWarning("The work loop pauses: {Kind}", e.GetBaseException().GetType().Name);
        return Pausing(TimeSpan.FromSeconds(2), stopping);
    }

    private static async Task Pausing(TimeSpan time, CancellationToken stopping) =>
        await Task.Delay(time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task Do(WorkClaim claim, CancellationToken ct)
    {
        var work = claim.Work;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestScope>().EnterAsJob(work.Tenant);
        var db = scope.ServiceProvider.GetRequiredService<MentoringDbContext>();
        await claim.Join(db, ct);
        foreach (var handler in scope.ServiceProvider.GetServices<IWorkHandler>().Where(h => h.Kind == work.Kind))
            await handler.Handle(work.Key, work.Payload, ct);
        await db.SaveJob(work.Kind, ct);
    }
}
