using FluentValidation;
using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Lists;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.ApiKeys;

/// <summary>The tenant's keys, also those that have ended; the newest first.</summary>
[RequirePermission(ApiKeyPermissions.View)]
public sealed record ListApiKeys(int? Limit, string? Cursor, string? Sort, string? Q)
    : IQuery<ApiKeyPage>,
        IPageRequest;

/// <param name="Offer">What a new key may be.</param>
public sealed record ApiKeyPage(IReadOnlyList<ApiKeyItem> Items, string? NextCursor, int Total, ApiKeyOffer Offer)
    : IPage
{
    IPage IPage.GoingOnAt(string cursor) => this with { NextCursor = cursor };
}

/// <param name="Scopes">Those that mean something here and that the caller may give; empty where he may make no key.</param>
/// <param name="RequestsPerMinute">How many requests one key may make.</param>
public sealed record ApiKeyOffer(IReadOnlyList<ApiKeyScope> Scopes, int LongestDays, int RequestsPerMinute);

public sealed record ApiKeyItem
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }

    /// <summary>The beginning of the key; the rest is known only to whoever made it.</summary>
    public required string Prefix { get; init; }
    public required IReadOnlyList<ApiKeyScope> Scopes { get; init; }
    public required ApiKeyState State { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>To the minute; null while the key was never used.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }
    public string? RevokedBy { get; init; }

    /// <summary>What the caller may do to the key now.</summary>
    public required IReadOnlyList<string> Allowed { get; init; }
}

internal sealed class ListApiKeysValidator : AbstractValidator<ListApiKeys>
{
    public ListApiKeysValidator() => this.AddPageRules(ListApiKeysHandler.Orders.Names);
}

internal static class ListApiKeysEndpoint
{
    public static RouteHandlerBuilder MapListApiKeys(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("", ([AsParameters] ListApiKeys query, Dispatcher send) => send.Ok(query))
            .Describes<ListApiKeys, ApiKeyPage>("Lists the keys of other systems");
}

internal sealed class ListApiKeysHandler(
    ApiKeysDbContext keys,
    RequestScope scope,
    CallerLimits limits,
    TimeProvider clock
) : IRequestHandler<ListApiKeys, Result<ApiKeyPage>>
{
    public static readonly Sorting<KeyRow> Orders = new Sorting<KeyRow>(k => k.Id)
        .By("createdAt", k => k.CreatedAt)
        .By("name", k => k.Name)
        .By("expiresAt", k => k.ExpiresAt);

    public async Task<Result<ApiKeyPage>> Handle(ListApiKeys request, CancellationToken cancellationToken)
    {
        var rows =
            from key in keys.KeysOf(scope.Tenant.Id)
            join maker in keys.Keepers on key.CreatedBy equals maker.Id
            join keeper in keys.Keepers on key.RevokedBy equals (Guid?)keeper.Id into found
            from revoker in found.DefaultIfEmpty()
            select new
            {
                Row = new KeyRow
                {
                    Id = key.Id,
                    Name = key.Name,
                    Prefix = key.Prefix,
                    Scopes = key.Scopes,
                    CreatedAt = key.CreatedAt,
                    CreatedBy = maker.DisplayName,
                    ExpiresAt = key.ExpiresAt,
                    LastUsedAt = key.LastUsedAt,
                    RevokedAt = key.RevokedAt,
                    RevokedBy = revoker.DisplayName,
                },
                Text = key.SearchText,
            };
        var page = await Orders.Page(
            rows.Matching(request.Q, r => r.Text).Select(r => r.Row),
            request with
            {
                Sort = request.Sort ?? "-createdAt",
            },
            cancellationToken
        );
        return new ApiKeyPage([.. page.Items.Select(Item)], page.NextCursor, page.Total, Offer());
    }

    private ApiKeyOffer Offer() =>
        new(
            scope.Actor.Can(ApiKeyPermissions.Create) ? ApiKeyScopes.OfferedTo(scope.Actor, scope.Tenant.Kind) : [],
            ApiKey.LongestDays,
            limits.PerMinuteOfKey
        );

    private ApiKeyItem Item(KeyRow row)
    {
        var state = ApiKey.StateOf(row.RevokedAt, row.ExpiresAt, clock.GetUtcNow());
        return new ApiKeyItem
        {
            Id = row.Id,
            Name = row.Name,
            Prefix = row.Prefix,
            Scopes = [.. row.Scopes.Select(ApiKeyScopes.Read)],
            State = state,
            CreatedAt = row.CreatedAt,
            CreatedBy = row.CreatedBy,
            ExpiresAt = row.ExpiresAt,
            LastUsedAt = row.LastUsedAt,
            RevokedAt = row.RevokedAt,
            RevokedBy = row.RevokedBy,
            Allowed = ApiKeyAccess.Allowed(scope.Actor, state),
        };
    }
}

/// <summary>A key as SQL gives it; whether it is still valid depends on the clock.</summary>
internal sealed record KeyRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Prefix { get; init; }
    public required string[] Scopes { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }
    public string? RevokedBy { get; init; }
}
