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

/// <summary>Opens a session; the cookie is set, and its token is in no body.</summary>
[AnonymousRequest("Whoever signs in is not signed in yet.")]
public sealed record SignIn(string Login, [property: JsonConverter(typeof(TextAsTyped))] string Password)
    : ICommand<Session>;

internal sealed class SignInValidator : AbstractValidator<SignIn>
{
    public SignInValidator()
    {
        RuleFor(r => r.Login).NotEmpty().MaximumLength(Logins.Longest);
        RuleFor(r => r.Password).NotEmpty().MaximumLength(Passwords.Longest);
    }
}

internal static class SignInEndpoint
{
    public static void MapSignIn(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/sign-in", (SignIn body, Dispatcher send) => send.Ok(body))
            .Describes<SignIn, Session>(
                "Signs in with login and password",
                AccountErrors.WrongCredentials,
                AccountErrors.Wait
            )
            .WithExample(new { login = "s3.curator", password = "a long password" });
}

internal sealed class SignInHandler(
    AccountsDbContext db,
    Passwords passwords,
    SignInDelay delay,
    Sessions sessions,
    SessionAnswer answer,
    IHttpContextAccessor accessor
) : IRequestHandler<SignIn, Result<Session>>
{
    public async Task<Result<Session>> Handle(SignIn request, CancellationToken cancellationToken)
    {
        if (await delay.Refusal(request.Login, cancellationToken) is { } wait)
            return wait;
        var name = Logins.Normalize(request.Login);
        var account = await db.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == name, cancellationToken);
        var matches = await passwords.Matches(account, request.Password);
        if (matches.Error is { } crowded)
            return crowded;
        if (!matches.Value)
        {
            await delay.Failed(request.Login, cancellationToken);
            return AccountErrors.WrongCredentials;
        }
        await delay.Succeeded(request.Login, cancellationToken);
        return await OpenSession.For(account!, db, sessions, answer, accessor.HttpContext!, cancellationToken);
    }
}

internal static class OpenSession
{
    /// <summary>A new session with a new token, whatever cookie came along: a planted one is worth nothing.</summary>
    public static async Task<Session> For(
        Account account,
        AccountsDbContext db,
        Sessions sessions,
        SessionAnswer answer,
        HttpContext http,
        CancellationToken ct
    )
    {
        var (row, token) = sessions.New(account.Id);
        db.Add(row);
        await db.SaveChangesAsync(ct);
        Sessions.SetCookie(http, token);
        return answer.For((await sessions.Find(token, ct))!);
    }
}
