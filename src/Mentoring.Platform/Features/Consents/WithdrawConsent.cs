using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Consents;

/// <summary>
/// Records that a consent has been withdrawn. What is withdrawn is the processing, not a sheet: every other paper of
/// the person for the same purpose that was in force that day ends with it. The profiles are blocked at once.
/// </summary>
[RequirePermission(ConsentPermissions.Withdraw)]
public sealed record WithdrawConsent(DateOnly WithdrawnOn, string Reason) : ICommand<ConsentChanged>
{
    [JsonIgnore]
    public Guid ConsentId { get; init; }
}

internal sealed class WithdrawConsentValidator : AbstractValidator<WithdrawConsent>
{
    public WithdrawConsentValidator() => RuleFor(r => r.Reason).NotEmpty().MaximumLength(500);
}

internal static class WithdrawConsentEndpoint
{
    public static void MapWithdrawConsent(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{consentId:guid}/withdrawal",
                (Guid consentId, WithdrawConsent body, Dispatcher send) => send.Ok(body with { ConsentId = consentId })
            )
            .Describes<WithdrawConsent, ConsentChanged>(
                "Records that a consent has been withdrawn",
                ConsentErrors.AlreadyWithdrawn,
                ConsentErrors.AlreadyExpired,
                ConsentErrors.WithdrawnInFuture,
                ConsentErrors.WithdrawnBeforeGiven
            )
            .WithExample(new { withdrawnOn = "2026-03-02", reason = "По заявлению" });
}

internal sealed class WithdrawConsentHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    SettingsInForce settings,
    ConsentStandings standings,
    IEnumerable<IFollowsConsent> followers
) : IRequestHandler<WithdrawConsent, Result<ConsentChanged>>
{
    public async Task<Result<ConsentChanged>> Handle(WithdrawConsent request, CancellationToken cancellationToken)
    {
        var consent = await db.Set<PersonalDataConsent>()
            .SingleOrDefaultAsync(c => c.Id == request.ConsentId, cancellationToken);
        if (consent is null)
            return CommonErrors.NotFound;
        var today = calendar.Today(scope.Tenant);
        var withdrawn = consent.Withdraw(request.WithdrawnOn, request.Reason, today);
        if (withdrawn.Error is { } error)
            return error.Kind == ErrorKind.Invalid ? error.At("/withdrawnOn") : error;

        var others = await db.Set<PersonalDataConsent>()
            .Where(c => c.PersonId == consent.PersonId && c.Scope == consent.Scope && c.Id != consent.Id)
            .ToListAsync(cancellationToken);
        // Ended at once with it; one that refuses was not in force that day.
        foreach (var other in others)
            other.Withdraw(request.WithdrawnOn, request.Reason, today);

        var person = await db.Set<Person>().SingleAsync(p => p.Id == consent.PersonId, cancellationToken);
        var standing = standings.Of(
            [consent.Facts, .. others.Select(c => c.Facts)],
            person.BirthDate,
            await settings.Read(cancellationToken)
        );
        foreach (var follower in followers)
            await follower.Follow(person.Id, standing, cancellationToken);
        return new ConsentChanged(consent.Id, person.Id, consent.Version, consent.StateOn(today), standing);
    }
}
