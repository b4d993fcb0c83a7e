using System.Text.Json.Serialization;
using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Pipeline;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.ApiKeys;

/// <summary>Ends a key for good: its next request is refused, on every server. Of a revoked key it changes nothing.</summary>
[RequirePermission(ApiKeyPermissions.Revoke)]
public sealed record RevokeApiKey : ICommand<ApiKeyRevoked>
{
    [JsonIgnore]
    public Guid KeyId { get; init; }
}

public sealed record ApiKeyRevoked(Guid Id, ApiKeyState State, DateTimeOffset RevokedAt);

internal static class RevokeApiKeyEndpoint
{
    public static RouteHandlerBuilder MapRevokeApiKey(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{keyId:guid}/revocation",
                (Guid keyId, Dispatcher send) => send.Ok(new RevokeApiKey { KeyId = keyId })
            )
            .Describes<RevokeApiKey, ApiKeyRevoked>("Ends a key at once, on every server");
}

internal sealed class RevokeApiKeyHandler(
    MentoringDbContext db,
    ApiKeysDbContext keys,
    RequestScope scope,
    TimeProvider clock
) : IRequestHandler<RevokeApiKey, Result<ApiKeyRevoked>>
{
    public async Task<Result<ApiKeyRevoked>> Handle(RevokeApiKey request, CancellationToken cancellationToken)
    {
        var key = await keys.KeysOf(scope.Tenant.Id)
            .SingleOrDefaultAsync(k => k.Id == request.KeyId, cancellationToken);
        if (key is null)
            return CommonErrors.NotFound;
        var now = clock.GetUtcNow();
        key.Revoke(scope.Actor.AccountId, now);
        // Committed first, and safe to repeat: should the audit row fail after it, the request comes again.
        await keys.SaveChangesAsync(cancellationToken);
        db.Add(Auditing.Row(db, "revokeApiKey", now, nameof(ApiKey), key.Id, version: null, fields: ["RevokedAt"]));
        return new ApiKeyRevoked(key.Id, key.State(now), key.RevokedAt!.Value);
    }
}
