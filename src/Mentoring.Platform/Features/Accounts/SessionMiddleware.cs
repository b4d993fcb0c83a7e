using System.Security.Claims;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>Finds out who asks, once a request, and refuses writes that another site may have caused.</summary>
internal sealed class SessionMiddleware(RequestDelegate next, Sessions sessions, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext http, RequestScope scope)
    {
        // Whoever has come in by a key brings no cookie.
        if (scope.Principal is KeyPrincipal)
        {
            await next(http);
            return;
        }
        var operation = http.GetEndpoint()?.Metadata.GetMetadata<OperationMetadata>();
        if (operation is not null && http.Request.Cookies[Sessions.Cookie] is { Length: > 0 and < 200 } token)
        {
            var account = await sessions.Find(token, http.RequestAborted);
            scope.Principal = account;
            if (account is not null)
                http.User = User(account.SessionId);
        }
        if (operation is not null && IsUnsafe(http.Request.Method) && !await IsOurs(http, scope, operation))
            await Problems.Write(http, CommonErrors.Antiforgery);
        else
            await next(http);
    }

    /// <summary>The session's id is what antiforgery tokens are bound to.</summary>
    public static ClaimsPrincipal User(Guid sessionId) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, sessionId.ToString())], "session"));

    private static bool IsUnsafe(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method);

    private async Task<bool> IsOurs(HttpContext http, RequestScope scope, OperationMetadata operation)
    {
        // Whoever signs in has no token yet; browsers say themselves whether another site asks.
        if (
            scope.Principal is null
            || operation.Request == typeof(SignIn)
            || operation.Request == typeof(AcceptInvitation)
        )
            return http.Request.Headers["Sec-Fetch-Site"].ToString() is not ("cross-site" or "same-site");
        return await antiforgery.IsRequestValidAsync(http);
    }
}
