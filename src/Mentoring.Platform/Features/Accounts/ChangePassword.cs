using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>Changes one's own password; every other session of the account ends.</summary>
[OwnAccount("A password belongs to its owner.")]
public sealed record ChangePassword(
    [property: JsonConverter(typeof(TextAsTyped))] string CurrentPassword,
    [property: JsonConverter(typeof(TextAsTyped))] string NewPassword
) : ICommand<Done>;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator()
    {
        RuleFor(r => r.CurrentPassword).NotEmpty().MaximumLength(Passwords.Longest);
        RuleFor(r => r.NewPassword).NotEmpty().MinimumLength(Passwords.Shortest).MaximumLength(Passwords.Longest);
    }
}

internal static class ChangePasswordEndpoint
{
    public static void MapChangePassword(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/password", (ChangePassword body, Dispatcher send) => send.Ok(body))
            .Describes<ChangePassword, Done>(
                "Changes one's own password",
                AccountErrors.WrongPassword,
                AccountErrors.PasswordTooWeak
            )
            .WithExample(new { currentPassword = "a long password", newPassword = "a longer password" });
}

internal sealed class ChangePasswordHandler(
    AccountsDbContext db,
    Passwords passwords,
    RequestScope scope,
    RecentSessions recent,
    TimeProvider clock
) : IRequestHandler<ChangePassword, Result<Done>>
{
    public async Task<Result<Done>> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        var me = (AccountPrincipal)scope.Principal!;
        var account = await db.Users.SingleAsync(a => a.Id == me.AccountId, cancellationToken);
        var matches = await passwords.Matches(account, request.CurrentPassword);
        if (matches.Error is { } crowded)
            return crowded;
        if (!matches.Value)
            return AccountErrors.WrongPassword.At("/currentPassword");
        if (await passwords.Set(account, request.NewPassword) is { Error: { } refused })
            return refused == AccountErrors.PasswordTooWeak ? refused.At("/newPassword") : refused;
        await db.SaveChangesAsync(cancellationToken);
        await db
            .Sessions.Where(s => s.AccountId == account.Id && s.Id != me.SessionId && s.EndedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, clock.GetUtcNow()), cancellationToken);
        recent.Forget();
        return Done.Instance;
    }
}
