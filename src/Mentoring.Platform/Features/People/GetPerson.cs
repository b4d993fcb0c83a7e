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

/// <summary>What is known of a person, whatever part he takes.</summary>
[RequirePermission(PersonPermissions.View)]
[AuditedRead(nameof(Person))]
public sealed record GetPerson(Guid PersonId) : IQuery<PersonCard>, IReadsSubject
{
    Guid IReadsSubject.SubjectId => PersonId;
}

internal static class GetPersonEndpoint
{
    public static void MapGetPerson(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/{personId:guid}", (Guid personId, Dispatcher send) => send.Ok(new GetPerson(personId)))
            .Describes<GetPerson, PersonCard>("Shows what is known of a person");
}

internal sealed class GetPersonHandler(MentoringDbContext db, RequestScope scope, SchoolCalendar calendar)
    : IRequestHandler<GetPerson, Result<PersonCard>>
{
    public async Task<Result<PersonCard>> Handle(GetPerson request, CancellationToken cancellationToken)
    {
        var person = await db.Set<Person>()
            .AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == request.PersonId, cancellationToken);
        return person is null ? CommonErrors.NotFound : PersonCard.Of(person, calendar.Today(scope.Tenant));
    }
}
