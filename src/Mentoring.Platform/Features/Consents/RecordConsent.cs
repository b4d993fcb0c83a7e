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

/// <summary>Records a signed consent to the processing of personal data.</summary>
/// <param name="TextVersion">Which text was signed.</param>
/// <param name="ValidUntil">Last day on which it holds.</param>
/// <param name="RepresentativePersonId">The legal representative who signed.</param>
/// <param name="PaperReference">Where the paper is kept.</param>
[RequirePermission(ConsentPermissions.Record)]
public sealed record RecordConsent(
    Guid PersonId,
    string TextVersion,
    ConsentScope Scope,
    DateOnly GivenOn,
    DateOnly ValidUntil,
    bool SubjectSigned,
    Guid? RepresentativePersonId = null,
    string? PaperReference = null
) : ICommand<ConsentChanged>;

/// <param name="Standing">How the person stands with all consents now.</param>
public sealed record ConsentChanged(Guid Id, Guid PersonId, long Version, ConsentState State, ConsentStanding Standing)
    : IVersioned;

internal sealed class RecordConsentValidator : AbstractValidator<RecordConsent>
{
    public RecordConsentValidator()
    {
        RuleFor(r => r.TextVersion).NotEmpty().MaximumLength(100).OneLine();
        RuleFor(r => r.PaperReference).MaximumLength(500).OneLine();
        RuleFor(r => r.ValidUntil).LessThan(new DateOnly(2200, 1, 1));
        RuleFor(r => r.Scope).IsInEnum();
    }
}

internal static class RecordConsentEndpoint
{
    public static void MapRecordConsent(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("", (RecordConsent body, Dispatcher send) => send.Created(body))
            .DescribesCreation<RecordConsent, ConsentChanged>(
                "Records a signed consent to the processing of personal data",
                PersonErrors.Unknown,
                ConsentErrors.GivenInFuture,
                ConsentErrors.GivenBeforeBirth,
                ConsentErrors.EndsBeforeItBegins,
                ConsentErrors.NobodySigned,
                ConsentErrors.NotTheRepresentative
            )
            .WithExample(
                new
                {
                    personId = "0197f1c2-7a00-7000-8000-000000000001",
                    textVersion = "2025-09",
                    scope = "participation",
                    givenOn = "2025-09-15",
                    validUntil = "2026-08-31",
                    subjectSigned = true,
                    paperReference = "Дело 04-12, лист 7",
                }
            );
}

internal sealed class RecordConsentHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    SettingsInForce settings,
    ConsentStandings standings,
    IEnumerable<IFollowsConsent> followers
) : IRequestHandler<RecordConsent, Result<ConsentChanged>>
{
    public async Task<Result<ConsentChanged>> Handle(RecordConsent request, CancellationToken cancellationToken)
    {
        var person = await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == request.PersonId, cancellationToken);
        if (person is null)
            return PersonErrors.Unknown.At("/personId");
        if (!await Represents(request, cancellationToken))
            return ConsentErrors.NotTheRepresentative.At("/representativePersonId");

        var today = calendar.Today(scope.Tenant);
        var recorded = PersonalDataConsent.Record(
            person.Id,
            person.BirthDate,
            new ConsentPaper(
                request.Scope,
                request.TextVersion,
                request.GivenOn,
                request.ValidUntil,
                request.SubjectSigned,
                request.RepresentativePersonId,
                request.PaperReference
            ),
            today
        );
        if (recorded.Error is { } error)
            return error;
        var consent = recorded.Value;
        var earlier = await db.Set<PersonalDataConsent>()
            .Where(c => c.PersonId == person.Id && c.Scope == consent.Scope)
            .ToListAsync(cancellationToken);
        db.Add(consent);

        var standing = standings.Of(
            [consent.Facts, .. earlier.Select(c => c.Facts)],
            person.BirthDate,
            await settings.Read(cancellationToken)
        );
        foreach (var follower in followers)
            await follower.Follow(person.Id, standing, cancellationToken);
        return new ConsentChanged(consent.Id, person.Id, consent.Version, consent.StateOn(today), standing);
    }

    private async Task<bool> Represents(RecordConsent request, CancellationToken ct) =>
        request.RepresentativePersonId is not { } representative
        || await db.Set<LegalRepresentation>()
            .AnyAsync(r => r.MinorId == request.PersonId && r.RepresentativeId == representative, ct);
}
