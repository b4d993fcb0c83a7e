using FluentValidation;
using MediatR;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>
/// Makes out a sheet with a login and a one-time code: the first password of a participant, or a new one for a
/// forgotten one. A sheet made out before is void.
/// </summary>
[RequirePermission(AccountPermissions.Invite)]
public sealed record InviteToAccount(Guid PersonId) : ICommand<InvitationSheet>;

/// <param name="Code">Shown once; null where the same request is answered again.</param>
public sealed record InvitationSheet(
    Guid InvitationId,
    Guid PersonId,
    string Login,
    string? Code,
    DateTimeOffset ExpiresAt,
    InvitationPurpose Purpose
) : IHasSecret<InvitationSheet>
{
    public InvitationSheet WithoutSecret() => this with { Code = null };
}

/// <summary>What a sheet is for.</summary>
public enum InvitationPurpose
{
    /// <summary>The first password.</summary>
    Activation,

    /// <summary>A new password for a forgotten one.</summary>
    Reset,
}

internal sealed class InviteToAccountValidator : AbstractValidator<InviteToAccount>
{
    public InviteToAccountValidator() => RuleFor(r => r.PersonId).NotEmpty();
}

internal static class InviteToAccountEndpoint
{
    public static void MapInviteToAccount(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/invitations", (InviteToAccount body, Dispatcher send) => send.Created(body))
            .DescribesCreation<InviteToAccount, InvitationSheet>(
                "Makes out a sheet with a login and a one-time code",
                PersonErrors.Unknown,
                AccountErrors.NotAParticipant,
                AccountErrors.BelongsElsewhere
            )
            .WithExample(new { personId = "0197f1c2-7a00-7000-8000-000000000001" });
}

internal sealed class InviteToAccountHandler(MentoringDbContext db, ParticipantAccounts accounts, TimeProvider clock)
    : IRequestHandler<InviteToAccount, Result<InvitationSheet>>
{
    public async Task<Result<InvitationSheet>> Handle(InviteToAccount request, CancellationToken cancellationToken)
    {
        var person = await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == request.PersonId, cancellationToken);
        if (person is null)
            return PersonErrors.Unknown.At("/personId");
        if (ParticipantRoles.Of(person).Count == 0)
            return AccountErrors.NotAParticipant;
        // Accounts have a login and a transaction of their own, committed first: should this one fail after it, the
        // repeated request finds the account and makes out another sheet.
        var sheet = await accounts.Invite(person, cancellationToken);
        if (sheet.Error is null)
            person.Invited(sheet.Value.Login, clock.GetUtcNow());
        return sheet;
    }
}
