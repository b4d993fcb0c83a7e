using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Http.Features;

namespace Mentoring.Host.Serving;

/// <summary>
/// Refuses a body that says itself too large, but reads it to its end first: whoever is cut off while sending sees a
/// broken connection instead of the reason.
/// </summary>
internal sealed class BodyLimit(RequestDelegate next)
{
    /// <summary>Texts and forms are small; files will have a limit of their own.</summary>
    public const long Largest = 1024 * 1024;

    /// <summary>Nobody sends more than this by mistake.</summary>
    private const long MostRead = 64 * 1024 * 1024;

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.ContentLength is not > Largest)
        {
            await next(http);
            return;
        }
        var limit = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (http.Request.ContentLength <= MostRead && limit is { IsReadOnly: false })
        {
            limit.MaxRequestBodySize = MostRead;
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }
        await Problems.Write(http, CommonErrors.TooLarge);
    }
}
