using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Organizations;

/// <summary>The card of one's own organization.</summary>
[RequirePermission(OrganizationPermissions.View)]
public sealed record GetOrganization : IQuery<OrganizationCard>;

/// <param name="HeadTitle">How the head is called here: «директор», «заведующий».</param>
/// <param name="Headcounts">Sizes of the target groups in the current school year.</param>
public sealed record OrganizationCard(
    Guid Id,
    string ShortName,
    string FullName,
    OrganizationKind Kind,
    string Locality,
    string HeadTitle,
    string HeadName,
    bool IsSmallScale,
    string TimeZone,
    IReadOnlyList<OrganizationHeadcount> Headcounts
);

public sealed record OrganizationHeadcount(TargetGroup TargetGroup, int Total, DateOnly CountedOn);

internal static class GetOrganizationEndpoint
{
    public static void MapGetOrganization(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("", (Dispatcher send) => send.Ok(new GetOrganization()))
            .Describes<GetOrganization, OrganizationCard>("Shows the organization's card");
}

internal sealed class GetOrganizationHandler(MentoringDbContext db, RequestScope scope, SchoolCalendar calendar)
    : IRequestHandler<GetOrganization, Result<OrganizationCard>>
{
    public async Task<Result<OrganizationCard>> Handle(GetOrganization request, CancellationToken cancellationToken)
    {
        var tenant = scope.Tenant;
        var year = SchoolYear.Of(calendar.Today(tenant)).StartYear;
        var profile = await db.Set<OrganizationProfile>()
            .AsNoTracking()
            .SingleOrDefaultAsync(p => p.TenantId == tenant.Id, cancellationToken);
        if (profile is null)
            return CommonErrors.NotFound;
        var headcounts = await db.Set<Headcount>()
            .Where(h => h.TenantId == tenant.Id && h.SchoolYear == year)
            .OrderBy(h => h.TargetGroup)
            .Select(h => new OrganizationHeadcount(h.TargetGroup, h.Total, h.CountedOn))
            .ToListAsync(cancellationToken);
        return new OrganizationCard(
            tenant.Id,
            tenant.ShortName,
            profile.FullName,
            profile.Kind,
            profile.Locality,
            profile.HeadTitle,
            profile.HeadName,
            profile.IsSmallScale,
            tenant.TimeZone,
            headcounts
        );
    }
}
