using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Mentees;

/// <summary>A mentee with consents, requests and legal representatives.</summary>
[RequirePermission(MenteePermissions.View)]
[AuditedRead(nameof(MenteeProfile))]
public sealed record GetMentee(Guid MenteeId) : IQuery<MenteeCard>, IReadsSubject
{
    Guid IReadsSubject.SubjectId => MenteeId;
}

internal static class GetMenteeEndpoint
{
    public static void MapGetMentee(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/{menteeId:guid}", (Guid menteeId, Dispatcher send) => send.Ok(new GetMentee(menteeId)))
            .Describes<GetMentee, MenteeCard>("Shows a mentee");
}

internal sealed class GetMenteeHandler(MenteeReading reading) : IRequestHandler<GetMentee, Result<MenteeCard>>
{
    public async Task<Result<MenteeCard>> Handle(GetMentee request, CancellationToken cancellationToken)
    {
        var row = await reading.Rows.SingleOrDefaultAsync(r => r.Id == request.MenteeId, cancellationToken);
        return row is null ? CommonErrors.NotFound : (await reading.Answer([row], cancellationToken))[0];
    }
}
