using FluentValidation;
using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Pipeline;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.ApiKeys;

/// <summary>Makes a key of the tenant that the address names, and shows it this once.</summary>
/// <param name="Name">What the key is for, in the words of whoever makes it.</param>
/// <param name="ValidForDays">At most a year: a forgotten key ends by itself.</param>
[RequirePermission(ApiKeyPermissions.Create)]
public sealed record CreateApiKey(string Name, IReadOnlyList<ApiKeyScope> Scopes, int ValidForDays)
    : ICommand<ApiKeyCreated>;

/// <param name="Secret">The key itself; null where the same request is answered again.</param>
/// <param name="ExampleAddress">An address that the key opens.</param>
public sealed record ApiKeyCreated(
    Guid Id,
    string Name,
    string Prefix,
    IReadOnlyList<ApiKeyScope> Scopes,
    DateTimeOffset ExpiresAt,
    string? Secret,
    string ExampleAddress
) : IHasSecret<ApiKeyCreated>
{
    public ApiKeyCreated WithoutSecret() => this with { Secret = null };
}

internal sealed class CreateApiKeyValidator : AbstractValidator<CreateApiKey>
{
    public CreateApiKeyValidator()
    {
        RuleFor(r => r.Name).NotEmpty().MaximumLength(100);
        RuleFor(r => r.Scopes)
            .NotEmpty()
            .Must(s => s.Count <= 10 && s.Distinct().Count() == s.Count)
            .WithMessage("Name each scope once.");
        RuleFor(r => r.ValidForDays).InclusiveBetween(1, ApiKey.LongestDays);
    }
}

internal static class CreateApiKeyEndpoint
{
    public static RouteHandlerBuilder MapCreateApiKey(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("", (CreateApiKey body, Dispatcher send) => send.Created(body))
            .DescribesCreation<CreateApiKey, ApiKeyCreated>(
                "Makes a key for another system, and shows it this once",
                ApiKeyErrors.ScopeNotOffered,
                ApiKeyErrors.TooMany
            )
            .WithExample(
                new
                {
                    name = "Сайт управления образования",
                    scopes = new[] { ApiKeyScope.FiguresRead },
                    validForDays = 90,
                }
            );
}

internal sealed class CreateApiKeyHandler(
    MentoringDbContext db,
    ApiKeysDbContext keys,
    RequestScope scope,
    TimeProvider clock
) : IRequestHandler<CreateApiKey, Result<ApiKeyCreated>>
{
    public async Task<Result<ApiKeyCreated>> Handle(CreateApiKey request, CancellationToken cancellationToken)
    {
        var (tenant, actor, now) = (scope.Tenant, scope.Actor, clock.GetUtcNow());
        if (request.Scopes.Except(ApiKeyScopes.OfferedTo(actor, tenant.Kind)).Any())
            return ApiKeyErrors.ScopeNotOffered.At("/scopes");
        var valid = keys.KeysOf(tenant.Id).Where(k => k.RevokedAt == null && k.ExpiresAt > now);
        if (await valid.CountAsync(cancellationToken) >= ApiKey.MostValid)
            return ApiKeyErrors.TooMany;

        var secret = KeyText.New();
        var key = new ApiKey
        {
            TenantId = tenant.Id,
            Name = request.Name,
            Prefix = KeyText.PrefixOf(secret),
            SecretHash = KeyText.Hash(secret),
            Scopes = [.. request.Scopes.Select(ApiKeyScopes.Code)],
            CreatedBy = actor.AccountId,
            CreatedAt = now,
            RequestKey = scope.IdempotencyKey!,
            ExpiresAt = now.AddDays(request.ValidForDays),
        };
        // Keys have a login and a transaction of their own, committed first (decision 4).
        var id = await Keep(key, cancellationToken);
        db.Add(Auditing.Row(db, "createApiKey", now, nameof(ApiKey), id, version: null, fields: []));
        var example = ApiKeyScopes.Catalog.Of(key.Scopes, tenant.Kind).First().Example;
        return new ApiKeyCreated(
            id,
            key.Name,
            key.Prefix,
            request.Scopes,
            key.ExpiresAt,
            secret,
            AddressOf(tenant) + example
        );
    }

    /// <summary>
    /// A request that is repeated because nobody knows how it ended finds its row: the secret that nobody has seen gives
    /// way to a new one.
    /// </summary>
    private async Task<Guid> Keep(ApiKey key, CancellationToken ct)
    {
        var ids = await keys
            .Database.SqlQuery<Guid>(
                $"""
                INSERT INTO accounts.api_key
                  (id, tenant_id, name, prefix, secret_hash, scopes, created_by, created_at, request_key, expires_at)
                VALUES ({key.Id}, {key.TenantId}, {key.Name}, {key.Prefix}, {key.SecretHash}, {key.Scopes},
                  {key.CreatedBy}, {key.CreatedAt}, {key.RequestKey}, {key.ExpiresAt})
                ON CONFLICT ON CONSTRAINT api_key_request_key DO UPDATE SET
                  name = excluded.name, prefix = excluded.prefix, secret_hash = excluded.secret_hash,
                  scopes = excluded.scopes, created_at = excluded.created_at, expires_at = excluded.expires_at,
                  revoked_at = NULL, revoked_by = NULL
                RETURNING id AS "Value"
                """
            )
            .ToListAsync(ct);
        return ids.Single();
    }

    private static string AddressOf(TenantInfo tenant) =>
        tenant.Kind switch
        {
            TenantKind.Region => $"/api/v1/regions/{tenant.Id}",
            TenantKind.Municipality => $"/api/v1/municipalities/{tenant.Id}",
            _ => $"/api/v1/organizations/{tenant.Id}",
        };
}
