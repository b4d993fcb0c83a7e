using FluentValidation;
using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Lists;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Organizations;

/// <summary>The organizations of a municipality with their official contacts.</summary>
[RequirePermission(OrganizationPermissions.List)]
public sealed record ListOrganizations(int? Limit, string? Cursor, string? Sort, string? Q)
    : IQuery<Page<OrganizationItem>>,
        IPageRequest;

/// <remarks>An item of a list is made by its properties: SQL can sort by those, not by a constructor's parameters.</remarks>
public sealed record OrganizationItem
{
    public required Guid Id { get; init; }
    public required string ShortName { get; init; }
    public required string FullName { get; init; }
    public required OrganizationKind Kind { get; init; }
    public required bool IsSmallScale { get; init; }
    public required string Locality { get; init; }
    public required string HeadTitle { get; init; }
    public required string HeadName { get; init; }
}

internal sealed class ListOrganizationsValidator : AbstractValidator<ListOrganizations>
{
    public ListOrganizationsValidator() => this.AddPageRules(ListOrganizationsHandler.Orders.Names);
}

internal static class ListOrganizationsEndpoint
{
    public static void MapListOrganizations(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("", ([AsParameters] ListOrganizations query, Dispatcher send) => send.Ok(query))
            .Describes<ListOrganizations, Page<OrganizationItem>>("Lists the municipality's organizations");
}

internal sealed class ListOrganizationsHandler(MentoringDbContext db)
    : IRequestHandler<ListOrganizations, Result<Page<OrganizationItem>>>
{
    public static readonly Sorting<OrganizationItem> Orders = new Sorting<OrganizationItem>(o => o.Id)
        .By("shortName", o => o.ShortName)
        .By("locality", o => o.Locality);

    public async Task<Result<Page<OrganizationItem>>> Handle(
        ListOrganizations request,
        CancellationToken cancellationToken
    )
    {
        var municipality = db.TenantId;
        var rows =
            from tenant in db.Tenants
            join profile in db.Set<OrganizationProfile>() on tenant.Id equals profile.TenantId
            where tenant.ParentId == municipality && tenant.ClosedOn == null
            select new
            {
                Item = new OrganizationItem
                {
                    Id = tenant.Id,
                    ShortName = tenant.ShortName,
                    FullName = profile.FullName,
                    Kind = profile.Kind,
                    IsSmallScale = profile.IsSmallScale,
                    Locality = profile.Locality,
                    HeadTitle = profile.HeadTitle,
                    HeadName = profile.HeadName,
                },
                Text = tenant.SearchText,
            };
        return await Orders.Page(rows.Matching(request.Q, r => r.Text).Select(r => r.Item), request, cancellationToken);
    }
}
