using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>Ends the session: here at once, on every other server within a second.</summary>
[OwnAccount("Everybody may leave.")]
public sealed record SignOut : ICommand<Done>;

internal static class SignOutEndpoint
{
    public static void MapSignOut(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/sign-out", (Dispatcher send) => send.Ok(new SignOut()))
            .Describes<SignOut, Done>("Ends the session");
}

internal sealed class SignOutHandler(
    AccountsDbContext db,
    RequestScope scope,
    RecentSessions recent,
    TimeProvider clock,
    IHttpContextAccessor accessor
) : IRequestHandler<SignOut, Result<Done>>
{
    public async Task<Result<Done>> Handle(SignOut request, CancellationToken cancellationToken)
    {
        var id = ((AccountPrincipal)scope.Principal!).SessionId;
        await db
            .Sessions.Where(s => s.Id == id)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, clock.GetUtcNow()), cancellationToken);
        recent.Forget();
        accessor.HttpContext!.Response.Cookies.Delete(Sessions.Cookie);
        return Done.Instance;
    }
}
