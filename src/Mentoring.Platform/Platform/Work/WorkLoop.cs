using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
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
    WorkOptions options,
    ILogger<WorkLoop> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var late = new CancellationTokenSource();
        await using var stopping = stoppingToken.Register(() => late.CancelAfter(options.Grace));
        await Task.WhenAll(Enumerable.Range(0, options.Concurrency).Select(_ => Turn(late.Token, stoppingToken)));
    }

    /// <summary>Does one due group. False when nothing is due.</summary>
    public async Task<bool> DoNext(CancellationToken ct)
    {
        await using var claim = await queue.Claim(ct);
        if (claim is null)
            return false;
        try
        {
            if (periods.Find(claim.Kind) is null || await claim.BeginPeriod(ct))
                await Do(claim, ct);
            await claim.Finish(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            var reason = WorkFailure.Describe(e);
            log.LogError("Work {Kind} failed: {Failure} {Stack}", claim.Kind, reason, e.StackTrace);
            await claim.Fail(reason, ct);
        }
        return true;
    }

    private async Task Turn(CancellationToken late, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await DoNext(late))
                    continue;
                await Task.Delay(Pause, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Most likely the database is away; what is due stays due.
                log.LogWarning("The work loop pauses: {Kind}", e.GetBaseException().GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(2), stopping)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Do(WorkClaim claim, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestScope>().EnterAsJob(claim.Tenant);
        var db = scope.ServiceProvider.GetRequiredService<MentoringDbContext>();
        await claim.Join(db, ct);
        foreach (var handler in scope.ServiceProvider.GetServices<IWorkHandler>().Where(h => h.Kind == claim.Kind))
            await handler.Handle(claim.Key, claim.Payload, ct);
        await db.SaveJob(claim.Kind, ct);
    }
}
