using System.Text.Json.Serialization;
using FluentValidation;
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

/// <summary>Sets the first password, or a new one for a forgotten one, by the one-time code of a printed sheet.</summary>
[AnonymousRequest("The code is what shows who asks.")]
public sealed record AcceptInvitation(
    string Login,
    string Code,
    [property: JsonConverter(typeof(TextAsTyped))] string NewPassword
) : ICommand<Session>;

internal sealed class AcceptInvitationValidator : AbstractValidator<AcceptInvitation>
{
    public AcceptInvitationValidator()
    {
        RuleFor(r => r.Login).NotEmpty().MaximumLength(Logins.Longest);
        RuleFor(r => r.Code).NotEmpty().MaximumLength(32);
        RuleFor(r => r.NewPassword).NotEmpty().MinimumLength(Passwords.Shortest).MaximumLength(Passwords.Longest);
    }
}

internal static class AcceptInvitationEndpoint
{
    public static void MapAcceptInvitation(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/invitations/accept", (AcceptInvitation body, Dispatcher send) => send.Ok(body))
            .Describes<AcceptInvitation, Session>(
                "Sets a password by a one-time code and signs in",
                AccountErrors.WrongCode,
                AccountErrors.Wait,
                AccountErrors.PasswordTooWeak
            )
            .WithExample(
                new
                {
                    login = "zvonareva.tk",
                    code = "4KX7-Q2MD-9TRB",
                    newPassword = "a long password",
                }
            );
}

internal sealed class AcceptInvitationHandler(
    AccountsDbContext db,
    Passwords passwords,
    InvitationTries tries,
    SignInDelay delay,
    Sessions sessions,
    RecentSessions recent,
    SessionAnswer answer,
    TimeProvider clock,
    IHttpContextAccessor accessor
) : IRequestHandler<AcceptInvitation, Result<Session>>
{
    public async Task<Result<Session>> Handle(AcceptInvitation request, CancellationToken cancellationToken)
    {
        if (await delay.Refusal(request.Login, cancellationToken) is { } wait)
            return wait;
        var name = Logins.Normalize(request.Login);
        var account = await db.Users.SingleOrDefaultAsync(
            a => a.NormalizedUserName == name && a.DisabledAt == null,
            cancellationToken
        );
        var now = clock.GetUtcNow();
        if (
            account is null
            || await tries.Begin(account.Id, request.Code, now, cancellationToken) is not { } invitation
        )
        {
            await delay.Failed(request.Login, cancellationToken);
            return AccountErrors.WrongCode;
        }
        if (await passwords.Set(account, request.NewPassword) is { Error: { } refused })
        {
            await tries.TakeBack(invitation, cancellationToken);
            return refused == AccountErrors.PasswordTooWeak ? refused.At("/newPassword") : refused;
        }
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            if (!await tries.Use(invitation, now, cancellationToken))
                return AccountErrors.WrongCode;
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        await Sessions.EndAll(db, account.Id, now, cancellationToken);
        recent.Forget();
        await delay.Succeeded(request.Login, cancellationToken);
        return await OpenSession.For(account, db, sessions, answer, accessor.HttpContext!, cancellationToken);
    }
}
