using System.Security.Cryptography;

namespace Mentoring.Host.Serving;

/// <summary>What every answer says to the browser: nothing from elsewhere, nothing inline but what carries the nonce.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string NonceItem = "csp-nonce";

    public Task InvokeAsync(HttpContext http)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Items[NonceItem] = nonce;
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'self'; "
            + $"script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; "
            + "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(http);
    }

    public static string Nonce(HttpContext http) => (string)http.Items[NonceItem]!;
}
