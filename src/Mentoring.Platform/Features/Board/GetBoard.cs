using MediatR;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Platform.Features.Board;

/// <summary>What the actor should look at now. His permissions decide what he is asked for, never more than he may see.</summary>
[RequirePermission(BoardPermissions.View)]
public sealed record GetBoard : IQuery<OrganizationBoard>;

internal static class GetBoardEndpoint
{
    public static void MapGetBoard(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("", (Dispatcher send) => send.Ok(new GetBoard()))
            .Describes<GetBoard, OrganizationBoard>("Shows what needs one's attention now");
}

internal sealed class GetBoardHandler(
    RequestScope scope,
    SchoolCalendar calendar,
    PairActors actors,
    SettingsInForce settings,
    BoardReading reading
) : IRequestHandler<GetBoard, Result<OrganizationBoard>>
{
    public async Task<Result<OrganizationBoard>> Handle(GetBoard request, CancellationToken cancellationToken)
    {
        var day = new BoardDay(
            await actors.Current(cancellationToken),
            calendar.Today(scope.Tenant),
            await settings.Read(cancellationToken)
        );
        var facts = await reading.Read(day, cancellationToken);
        return OrganizationBoard.Of(
            day.Today,
            [
                .. facts.People.SelectMany(person => PeopleLines.Of(person, day)),
                .. facts.Orders.SelectMany(order => OrderLines.Of(order, day)),
                .. facts.Pairs.SelectMany(pair =>
                    PairLines.Of(pair, day).Concat(ProgramLines.Of(pair, day)).Concat(MeetingLines.Of(pair, day))
                ),
            ]
        );
    }
}
