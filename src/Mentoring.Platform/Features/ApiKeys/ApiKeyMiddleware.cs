using System.Globalization;
using Mentoring.Platform.Features.Accounts;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Platform.Features.ApiKeys;

/// <summary>
/// Lets another system in by <c>Authorization: Bearer mp_…</c>. No cookie goes with a key, so nothing that another site
/// may have caused: writes need no antiforgery token.
/// </summary>
internal sealed class ApiKeyMiddleware(
    RequestDelegate next,
    PresentedKeys keys,
    CallerLimits limits,
    TimeProvider clock
)
{
    private const string Scheme = "Bearer ";

    public async Task InvokeAsync(HttpContext http, RequestScope scope)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (
            header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && http.GetEndpoint()?.Metadata.GetMetadata<OperationMetadata>() is not null
            && await Refusal(http, scope, header[Scheme.Length..].Trim()) is { } refusal
        )
        {
            if (refusal.Kind == ErrorKind.Unauthenticated)
                http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            await Problems.Write(http, refusal);
        }
        else
        {
            await next(http);
        }
    }

    private async Task<Error?> Refusal(HttpContext http, RequestScope scope, string text)
    {
        // Two answers to the question who asks: one of them is not meant.
        if (http.Request.Cookies.ContainsKey(Sessions.Cookie))
            return CommonErrors.KeyWithSession;
        if (!KeyText.IsWellFormed(text))
            return CommonErrors.KeyMalformed;
        if (await keys.Find(text, http.RequestAborted) is not { } key)
            return CommonErrors.KeyNotValid;
        scope.Principal = key.Principal;
        var reset = (int)Math.Ceiling((key.Minute.AddMinutes(1) - clock.GetUtcNow()).TotalSeconds);
        Say(http, key.Requests, Math.Max(1, reset));
        return key.Requests > limits.PerMinuteOfKey
            ? CommonErrors.TooManyRequests.With("retryAfter", Math.Max(1, reset))
            : null;
    }

    /// <summary>Said late: an answer that is begun anew, such as a failure's, loses its headers.</summary>
    private void Say(HttpContext http, int requests, int reset) =>
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers["RateLimit-Policy"] = Number(limits.PerMinuteOfKey) + ";w=60";
            headers["RateLimit-Limit"] = Number(limits.PerMinuteOfKey);
            headers["RateLimit-Remaining"] = Number(Math.Max(0, limits.PerMinuteOfKey - requests));
            headers["RateLimit-Reset"] = Number(reset);
            return Task.CompletedTask;
        });

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
