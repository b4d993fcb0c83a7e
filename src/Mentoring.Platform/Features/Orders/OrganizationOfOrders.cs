using Mentoring.Platform.Features.Organizations;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Orders;

/// <summary>Reads the requisites of the organization of the request.</summary>
public sealed class OrganizationOfOrders(MentoringDbContext db, RequestScope scope)
{
    public async Task<OrderingOrganization> Read(CancellationToken ct)
    {
        // Rows of other tenants are behind the wall; the filter says which one is meant.
        var card = await db.Set<OrganizationProfile>().AsNoTracking().SingleAsync(p => p.TenantId == db.TenantId, ct);
        return new OrderingOrganization(
            card.FullName,
            scope.Tenant.ShortName,
            card.Locality,
            card.HeadTitle,
            card.HeadName
        );
    }
}
