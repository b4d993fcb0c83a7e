using System.Threading.RateLimiting;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Platform.Platform.Http;

/// <summary>
/// Counts a session's requests once it is known to be one. A cookie that opens nothing counts as no cookie: on the
/// address, however many are invented. Keys have been counted already.
/// </summary>
public sealed class CallerLimitMiddleware(RequestDelegate next, CallerLimits limits) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(
        http => RateLimitPartition.GetTokenBucketLimiter(Caller(http), _ => Bucket(limits.PerMinute))
    );

    public async Task InvokeAsync(HttpContext http, RequestScope scope)
    {
        if (scope.Principal is KeyPrincipal || http.GetEndpoint()?.Metadata.GetMetadata<OperationMetadata>() is null)
        {
            await next(http);
            return;
        }
        using var lease = limiter.AttemptAcquire(http);
        if (lease.IsAcquired)
            await next(http);
        else
            await Problems.Write(http, CommonErrors.TooManyRequests.With("retryAfter", 1));
    }

    public void Dispose() => limiter.Dispose();

    /// <summary>A bucket of this many requests, refilled evenly over a minute.</summary>
    public static TokenBucketRateLimiterOptions Bucket(int perMinute) =>
        new()
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(1, perMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        };

    private static string Caller(HttpContext http) =>
        http.RequestServices.GetService(typeof(RequestScope)) is RequestScope { Principal: AccountPrincipal account }
            ? account.SessionId.ToString()
            : http.Connection.RemoteIpAddress?.ToString() ?? "";
}
