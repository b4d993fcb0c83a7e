using System.Globalization;
using System.Threading.RateLimiting;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Host.Serving;

/// <summary>How many requests one session, or one address without a session, may make.</summary>
public static class RequestLimits
{
    public static void AddRequestLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var perMinute = configuration.GetValue("RequestLimits:PerMinute", 1200);
        services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                RateLimitPartition.GetTokenBucketLimiter(
                    Caller(http),
                    _ => new TokenBucketRateLimiterOptions
                    {
                        TokenLimit = perMinute,
                        TokensPerPeriod = Math.Max(1, perMinute / 60),
                        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                        QueueLimit = 0,
                    }
                )
            );
            options.OnRejected = async (context, _) =>
                await Problems.Write(context.HttpContext, CommonErrors.TooManyRequests.With("retryAfter", 1));
        });
    }

    /// <summary>The cookie is not checked yet, but two people behind one address have two of them.</summary>
    private static string Caller(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        var session = http.Request.Cookies["mentoring_session"];
        return session is null
            ? address
            : address + string.GetHashCode(session, StringComparison.Ordinal).ToString(CultureInfo.InvariantCulture);
    }
}
