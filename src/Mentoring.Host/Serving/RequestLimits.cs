using System.Threading.RateLimiting;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Host.Serving;

/// <summary>
/// How many requests anybody may make. The address is counted first, whatever cookie or key comes from it: generously,
/// since a whole town's schools may stand behind one. Who asks is counted once it is known.
/// </summary>
public static class RequestLimits
{
    private const int CallersOfAddress = 10;

    public static void AddRequestLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("RequestLimits");
        var perMinute = section.GetValue("PerMinute", 1200);
        var ofAddress = section.GetValue("PerMinuteOfAddress", perMinute * CallersOfAddress);
        services.AddSingleton(new CallerLimits(perMinute, section.GetValue("PerMinuteOfKey", 120)));
        services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                RateLimitPartition.GetTokenBucketLimiter(
                    http.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => CallerLimitMiddleware.Bucket(ofAddress)
                )
            );
            options.OnRejected = async (context, _) =>
                await Problems.Write(context.HttpContext, CommonErrors.TooManyRequests.With("retryAfter", 1));
        });
    }
}
