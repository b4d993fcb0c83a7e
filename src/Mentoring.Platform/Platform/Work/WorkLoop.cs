using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Mentoring.Platform.Platform.Work;

/// <summary>Looks for due work items and does them, one group of the same kind, tenant and key after another.</summary>
public sealed class WorkLoop(IServiceScopeFactory scopes, WorkQueue queue, ILogger<WorkLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await DoNext(stoppingToken))
                    continue;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Most likely the database is away; what is due stays due.
                log.LogWarning("The work loop pauses: {Kind}", e.GetBaseException().GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(2), stoppingToken);
            }
            await Task.Delay(Pause, stoppingToken);
        }
    }

    /// <summary>Does one due group. False when nothing is due.</summary>
    public async Task<bool> DoNext(CancellationToken ct)
    {
        await using var claim = await queue.Claim(ct);
        if (claim is null)
            return false;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<RequestScope>().EnterAsJob(claim.Tenant);
            var db = scope.ServiceProvider.GetRequiredService<MentoringDbContext>();
            await claim.Join(db, ct);
            foreach (var handler in scope.ServiceProvider.GetServices<IWorkHandler>().Where(h => h.Kind == claim.Kind))
                await handler.Handle(claim.Key, claim.Payload, ct);
            await db.SaveJob(claim.Kind, ct);
            await claim.Finish(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogError("Work {Kind} failed: {Failure} {Stack}", claim.Kind, e.GetType().Name, e.StackTrace);
            await claim.Fail($"{e.GetType().Name}", ct);
        }
        return true;
    }
}
