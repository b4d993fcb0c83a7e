using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Tenancy;

namespace Mentoring.Platform.Platform.Work;

/// <summary>
/// Nothing of an organization has changed but the date, and with it what has run out, begun or fallen due: whoever
/// follows its changes looks again.
/// </summary>
internal sealed class LookAgainOnNewDay(MentoringDbContext db, RequestScope scope) : IWorkHandler
{
    public string Kind => PeriodKind.NewDay.Kind;

    public Task Handle(string key, string payload, CancellationToken cancellationToken)
    {
        if (scope.Tenant.Kind == TenantKind.Organization)
            db.Enqueue(WorkItem.OrganizationChanged, "");
        return Task.CompletedTask;
    }
}
