using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>
/// Something of the organization has changed, perhaps the consent that an approved pair waits for. Asks the gate anew;
/// a pair that is active already is left alone, so doing it twice changes nothing.
/// </summary>
internal sealed class ActivateWaitingPairs(MentoringDbContext db, PairActivation activation) : IWorkHandler
{
    public string Kind => WorkItem.OrganizationChanged;

    public async Task Handle(string key, string payload, CancellationToken cancellationToken)
    {
        var waiting = await db.Set<MentoringTeam>()
            .Where(t => t.State == PairState.ApprovedByOrder)
            .ToListAsync(cancellationToken);
        if (waiting.Count == 0)
            return;
        await activation.ActivateOpen(waiting, cancellationToken);
        // Figures may have been computed before this in the same round.
        if (waiting.Exists(t => t.State == PairState.Active))
            db.Enqueue(WorkItem.OrganizationChanged, "");
    }
}
