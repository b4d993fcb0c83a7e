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

/// <summary>Records who stands for a minor; those recorded before stay.</summary>
[RequirePermission(PersonPermissions.Edit)]
public sealed record AddLegalRepresentative(
    LegalRepresentativeInput LegalRepresentative,
    IReadOnlyList<string>? Confirmed = null
) : ICommand<RepresentationChanged>, IConfirmable
{
    [JsonIgnore]
    public Guid PersonId { get; init; }
}

/// <summary>What commands on a representation answer.</summary>
/// <param name="PersonId">The legal representative.</param>
public sealed record RepresentationChanged(Guid Id, Guid PersonId, long Version) : IVersioned
{
    internal static RepresentationChanged Of(LegalRepresentation representation) =>
        new(representation.Id, representation.RepresentativeId, representation.Version);
}

internal sealed class AddLegalRepresentativeValidator : AbstractValidator<AddLegalRepresentative>
{
    public AddLegalRepresentativeValidator() =>
        RuleFor(r => r.LegalRepresentative).SetValidator(new LegalRepresentativeValidator());
}

internal static class AddLegalRepresentativeEndpoint
{
    public static void MapAddLegalRepresentative(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{personId:guid}/representations",
                (Guid personId, AddLegalRepresentative body, Dispatcher send) =>
                    send.Created(body with { PersonId = personId })
            )
            .DescribesCreation<AddLegalRepresentative, RepresentationChanged>(
                "Records who stands for a minor",
                PersonErrors.OfRepresenting
            )
            .WithExample(
                new
                {
                    legalRepresentative = new
                    {
                        relation = "guardian",
                        person = new
                        {
                            familyName = "Лужина",
                            givenName = "Вера",
                            patronymic = "Ильинична",
                            birthDate = "1958-06-11",
                        },
                        authorityDocument = "Распоряжение об опеке от 12.05.2025 № 14",
                    },
                }
            );
}

internal sealed class AddLegalRepresentativeHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    PersonEntry people
) : IRequestHandler<AddLegalRepresentative, Result<RepresentationChanged>>
{
    public async Task<Result<RepresentationChanged>> Handle(
        AddLegalRepresentative request,
        CancellationToken cancellationToken
    )
    {
        var minor = await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == request.PersonId, cancellationToken);
        if (minor is null)
            return CommonErrors.NotFound;
        var today = calendar.Today(scope.Tenant);
        var represented = await people.Represent(minor, request.LegalRepresentative, today, cancellationToken);
        return represented.Error is { } refusal ? refusal : RepresentationChanged.Of(represented.Value);
    }
}
