using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.People;

/// <summary>
/// Records that somebody no longer stands for a minor, or never did: the account sees the child's pairs no more. Papers
/// that were signed stay as they are.
/// </summary>
[RequirePermission(PersonPermissions.Edit)]
public sealed record EndRepresentation(string Reason) : ICommand<RepresentationChanged>
{
    [JsonIgnore]
    public Guid PersonId { get; init; }

    [JsonIgnore]
    public Guid RepresentationId { get; init; }
}

internal sealed class EndRepresentationValidator : AbstractValidator<EndRepresentation>
{
    public EndRepresentationValidator() => RuleFor(r => r.Reason).NotEmpty().MaximumLength(500);
}

internal static class EndRepresentationEndpoint
{
    public static void MapEndRepresentation(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{personId:guid}/representations/{representationId:guid}/end",
                (Guid personId, Guid representationId, EndRepresentation body, Dispatcher send) =>
                    send.Ok(body with { PersonId = personId, RepresentationId = representationId })
            )
            .Describes<EndRepresentation, RepresentationChanged>("Records that somebody no longer stands for a minor")
            .WithExample(new { reason = "Опека снята, распоряжение от 14.01.2026 № 3" });
}

internal sealed class EndRepresentationHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    PersonEntry people
) : IRequestHandler<EndRepresentation, Result<RepresentationChanged>>
{
    public async Task<Result<RepresentationChanged>> Handle(
        EndRepresentation request,
        CancellationToken cancellationToken
    )
    {
        var representation = await db.Set<LegalRepresentation>()
            .SingleOrDefaultAsync(
                r => r.Id == request.RepresentationId && r.MinorId == request.PersonId,
                cancellationToken
            );
        if (representation is null)
            return CommonErrors.NotFound;
        representation.End(request.Reason, calendar.Today(scope.Tenant));
        var representative = await db.Set<Person>()
            .SingleAsync(p => p.Id == representation.RepresentativeId, cancellationToken);
        var hasOthers = await db.Set<LegalRepresentation>()
            .AnyAsync(r => r.RepresentativeId == representative.Id && r.Id != representation.Id, cancellationToken);
        if (!hasOthers)
        {
            representative.CeaseRepresenting();
            people.NoteParticipation(representative);
        }
        return RepresentationChanged.Of(representation);
    }
}
