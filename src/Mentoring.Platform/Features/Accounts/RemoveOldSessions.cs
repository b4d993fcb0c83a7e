using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Tenancy;
using Mentoring.Platform.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>
/// Sessions and codes that serve nobody any more go, a while after they have ended. Accounts belong to no tenant, so
/// any region's day will do.
/// </summary>
internal sealed class RemoveOldSessions(AccountsDbContext accounts, RequestScope scope, TimeProvider clock)
    : IWorkHandler
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public string Kind => PeriodKind.NewDay.Kind;

    public async Task Handle(string key, string payload, CancellationToken cancellationToken)
    {
        if (scope.Tenant.Kind != TenantKind.Region)
            return;
        var before = clock.GetUtcNow() - Kept;
        await accounts
            .Sessions.Where(s => s.EndedAt < before || s.LastSeenAt < before || s.CreatedAt < before)
            .ExecuteDeleteAsync(cancellationToken);
        await accounts
            .Invitations.Where(i => i.UsedAt < before || i.ExpiresAt < before)
            .ExecuteDeleteAsync(cancellationToken);
        await accounts.SignInFailures.Where(f => f.LastAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
