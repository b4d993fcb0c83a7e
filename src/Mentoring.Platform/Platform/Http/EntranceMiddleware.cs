using System.Globalization;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Platform.Platform.Http;

/// <summary>
/// The resolution strategy of tenants: a value of the route, allowed by a membership. Runs before the body is read,
/// so that a stranger learns nothing from how his body is refused.
/// </summary>
public sealed class EntranceMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, RequestScope scope)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<OperationMetadata>() is not { } operation)
        {
            await next(http);
            return;
        }
        http.Response.Headers.CacheControl = "no-store";
        if (
            (
                ReadQuery(http.Request.Query)
                ?? ReadHeaders(http.Request.Headers, scope)
                ?? Enter(http, scope)
                ?? QueryWords.Read(http, operation.Request)
            ) is
            { } refusal
        )
            await Problems.Write(http, refusal);
        else
            await next(http);
    }

    private static Error? Enter(HttpContext http, RequestScope scope)
    {
        if (http.GetEndpoint()!.Metadata.GetMetadata<TenantLevel>() is not { } level)
            return null;
        if (scope.Principal is null)
            return CommonErrors.Unauthenticated;
        var id = Guid.Parse((string)http.GetRouteValue(level.RouteValue)!);
        var membership = scope.Principal.In(id);
        if (membership is null || membership.Tenant.Kind != level.Kind)
            return CommonErrors.NotFound;
        scope.Enter(membership);
        return HttpMethods.IsPost(http.Request.Method) && scope.IdempotencyKey is null
            ? CommonErrors.IdempotencyKeyRequired
            : null;
    }

    /// <summary>What no text column can hold is nowhere looked for either.</summary>
    private static Error? ReadQuery(IQueryCollection query) =>
        query.Any(parameter => parameter.Value.Any(text => text is not null && !WireJson.IsStorable(text)))
            ? CommonErrors.Malformed
            : null;

    private static Error? ReadHeaders(IHeaderDictionary headers, RequestScope scope)
    {
        if (headers.TryGetValue("Idempotency-Key", out var key))
        {
            // A UUID, written in any of its ways, is one key.
            if (!Guid.TryParse(key.ToString().Trim('"'), out var id))
                return CommonErrors.IdempotencyKeyRequired;
            scope.IdempotencyKey = id.ToString();
        }
        if (headers.TryGetValue("If-Match", out var match))
        {
            if (!long.TryParse(match.ToString().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var v))
                return CommonErrors.IfMatchRequired;
            scope.ExpectedVersion = v;
        }
        return null;
    }
}
