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

namespace Mentoring.Platform.Features.Organizations;

/// <summary>The municipalities of a region.</summary>
[RequirePermission(OrganizationPermissions.List)]
public sealed record ListMunicipalities(int? Limit, string? Cursor, string? Sort, string? Q)
    : IQuery<Page<MunicipalityItem>>,
        IPageRequest;

/// <remarks>Made by its properties: SQL can sort by those, not by a constructor's parameters.</remarks>
public sealed record MunicipalityItem
{
    public required Guid Id { get; init; }
    public required string ShortName { get; init; }
    public required string Name { get; init; }

    /// <summary>How many organizations take part there.</summary>
    public required int Organizations { get; init; }
}

internal sealed class ListMunicipalitiesValidator : AbstractValidator<ListMunicipalities>
{
    public ListMunicipalitiesValidator() => this.AddPageRules(ListMunicipalitiesHandler.Orders.Names);
}

internal static class ListMunicipalitiesEndpoint
{
    public static void MapListMunicipalities(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("", ([AsParameters] ListMunicipalities query, Dispatcher send) => send.Ok(query))
            .Describes<ListMunicipalities, Page<MunicipalityItem>>("Lists the region's municipalities");
}

internal sealed class ListMunicipalitiesHandler(MentoringDbContext db)
    : IRequestHandler<ListMunicipalities, Result<Page<MunicipalityItem>>>
{
    public static readonly Sorting<MunicipalityItem> Orders = new Sorting<MunicipalityItem>(m => m.Id).By(
        "shortName",
        m => m.ShortName
    );

    public async Task<Result<Page<MunicipalityItem>>> Handle(
        ListMunicipalities request,
        CancellationToken cancellationToken
    )
    {
        var region = db.TenantId;
        var rows = db
            .Tenants.Where(t => t.ParentId == region && t.ClosedOn == null)
            .Matching(request.Q, t => t.SearchText)
            .Select(t => new MunicipalityItem
            {
                Id = t.Id,
                ShortName = t.ShortName,
                Name = t.Name,
                Organizations = db.Tenants.Count(o => o.ParentId == t.Id && o.ClosedOn == null),
            });
        return await Orders.Page(rows, request, cancellationToken);
    }
}
