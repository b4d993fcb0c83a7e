using System.Globalization;
using Mentoring.Platform.Platform.Lists;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Platform.Platform.Http;

/// <summary>
/// The resolution strategy of tenants: a value of the route, allowed by a membership. Runs before the body is read,
/// so that a stranger learns nothing from how his body is refused.
/// </summary>
public sealed class EntranceMiddleware(RequestDelegate next, CursorSeal seal)
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
                ReadMediaType(http.Request)
                ?? ReadQuery(http.Request)
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

    /// <summary>JSON is UTF-8; the framework knows that name without quotes only, and stumbles over others.</summary>
    private static Error? ReadMediaType(HttpRequest request)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.Charset.HasValue
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        )
            return null;
        if (!HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return CommonErrors.MediaType;
        request.ContentType = "application/json";
        return null;
    }

    /// <summary>Words in the address pass the same gate as words in a body; a cursor is opened.</summary>
    private Error? ReadQuery(HttpRequest request)
    {
        if (request.Query.Count == 0)
            return null;
        var clean = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Query)
        {
            if (values.Any(text => text is not null && !CleanText.IsWhole(text)))
                return CommonErrors.Malformed;
            clean[name] = values.Select(text => text is null ? null : CleanText.Of(text)).ToArray();
        }
        if (clean.TryGetValue("cursor", out var sealedCursor))
        {
            if (
                sealedCursor.ToString() is not { Length: > 0 and <= PageRules.LongestCursor } text
                || seal.Open(text, request.Path, clean.GetValueOrDefault("sort")) is not { } cursor
            )
                return CommonErrors.Malformed.At("/cursor");
            clean["cursor"] = cursor;
        }
        request.Query = new QueryCollection(clean);
        return null;
    }

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
