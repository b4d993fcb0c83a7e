using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Tenancy;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>Says who is signed in, where he is a member and what he may do there.</summary>
[OwnAccount("Everybody may know who he is himself.")]
public sealed record GetSession : IQuery<Session>;

/// <param name="AntiforgeryToken">To be sent back as <c>X-Antiforgery</c> with every write.</param>
/// <param name="Demo">The calendar is shifted and logins are public: a demonstration.</param>
public sealed record Session(
    Guid AccountId,
    string DisplayName,
    string AntiforgeryToken,
    bool Demo,
    IReadOnlyList<SessionMembership> Memberships
);

/// <param name="Today">The date of the domain in this tenant's zone; clients never ask their own clock.</param>
/// <param name="PersonId">The account as a person of the tenant, if it is one.</param>
public sealed record SessionMembership(
    Guid TenantId,
    TenantKind TenantKind,
    string TenantName,
    string TenantShortName,
    DateOnly Today,
    string TimeZone,
    Guid? PersonId,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Permissions
);

internal static class GetSessionEndpoint
{
    public static void MapGetSession(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/session", (Dispatcher send) => send.Ok(new GetSession()))
            .Describes<GetSession, Session>("Says who is signed in and what he may do where");
}

internal sealed class GetSessionHandler(RequestScope scope, SessionAnswer answer)
    : IRequestHandler<GetSession, Result<Session>>
{
    public Task<Result<Session>> Handle(GetSession request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<Session>>(answer.For((AccountPrincipal)scope.Principal!));
}

/// <summary>The answer that signing in, accepting an invitation and asking for the session have in common.</summary>
internal sealed class SessionAnswer(SchoolCalendar calendar, IAntiforgery antiforgery, IHttpContextAccessor accessor)
{
    public Session For(AccountPrincipal principal)
    {
        var http = accessor.HttpContext!;
        http.User = SessionMiddleware.User(principal.SessionId);
        return new Session(
            principal.AccountId,
            principal.DisplayName,
            antiforgery.GetAndStoreTokens(http).RequestToken!,
            calendar.Shift != TimeSpan.Zero,
            [.. principal.Memberships.Select(Answer)]
        );
    }

    private SessionMembership Answer(Membership m) =>
        new(
            m.Tenant.Id,
            m.Tenant.Kind,
            m.Tenant.Name,
            m.Tenant.ShortName,
            calendar.Today(m.Tenant),
            m.Tenant.TimeZone,
            m.PersonId,
            m.Roles,
            [.. m.Permissions.Order(StringComparer.Ordinal)]
        );
}
