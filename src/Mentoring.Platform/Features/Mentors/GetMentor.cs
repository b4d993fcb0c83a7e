using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Mentors;

/// <summary>A mentor with consents, places and legal representatives.</summary>
[RequirePermission(MentorPermissions.View)]
[AuditedRead(nameof(MentorProfile))]
public sealed record GetMentor(Guid MentorId) : IQuery<MentorCard>, IReadsSubject
{
    Guid IReadsSubject.SubjectId => MentorId;
}

internal static class GetMentorEndpoint
{
    public static void MapGetMentor(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/{mentorId:guid}", (Guid mentorId, Dispatcher send) => send.Ok(new GetMentor(mentorId)))
            .Describes<GetMentor, MentorCard>("Shows a mentor");
}

internal sealed class GetMentorHandler(MentorReading reading) : IRequestHandler<GetMentor, Result<MentorCard>>
{
    public async Task<Result<MentorCard>> Handle(GetMentor request, CancellationToken cancellationToken)
    {
        var row = await reading.Rows.SingleOrDefaultAsync(r => r.Id == request.MentorId, cancellationToken);
        return row is null ? CommonErrors.NotFound : (await reading.Answer([row], cancellationToken))[0];
    }
}
