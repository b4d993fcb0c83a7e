using FluentValidation;
using MediatR;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Lists;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Programs;

/// <summary>Programs that the actor may see.</summary>
/// <param name="PairId">Those of one pair.</param>
[RequirePermission(ProgramPermissions.View)]
public sealed record ListPrograms(
    int? Limit,
    string? Cursor,
    string? Sort,
    string? Q,
    ProgramState? State,
    Guid? PairId
) : IQuery<Page<ProgramItem>>, IPageRequest;

public sealed record ProgramItem
{
    public required Guid Id { get; init; }
    public required Guid PairId { get; init; }
    public required ProgramState State { get; init; }
    public required string MentorName { get; init; }
    public required string MenteeName { get; init; }
    public required IReadOnlyList<string> FormCodes { get; init; }
    public required IReadOnlyList<string> KindCodes { get; init; }
    public required DateOnly StartsOn { get; init; }
    public required DateOnly EndsOn { get; init; }

    /// <summary>Activities that are done.</summary>
    public required int Done { get; init; }

    /// <summary>All activities of the plan.</summary>
    public required int Planned { get; init; }

    /// <summary>Activities that should have been done by now.</summary>
    public required int Overdue { get; init; }
}

internal sealed class ListProgramsValidator : AbstractValidator<ListPrograms>
{
    public ListProgramsValidator() => this.AddPageRules(ListProgramsHandler.Orders.Names);
}

internal static class ListProgramsEndpoint
{
    public static void MapListPrograms(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("", ([AsParameters] ListPrograms query, Dispatcher send) => send.Ok(query))
            .Describes<ListPrograms, Page<ProgramItem>>("Lists programs of pairs");
}

internal sealed class ListProgramsHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    PairActors actors
) : IRequestHandler<ListPrograms, Result<Page<ProgramItem>>>
{
    public static readonly Sorting<ProgramItem> Orders = new Sorting<ProgramItem>(p => p.Id)
        .By("endsOn", p => p.EndsOn)
        .By("startsOn", p => p.StartsOn)
        .By("mentorName", p => p.MentorName)
        .By("menteeName", p => p.MenteeName);

    public async Task<Result<Page<ProgramItem>>> Handle(ListPrograms request, CancellationToken cancellationToken)
    {
        var today = calendar.Today(scope.Tenant);
        var seesAll = scope.Actor.Can(ProgramPermissions.ViewAll);
        var voices = seesAll ? [] : (await actors.Current(cancellationToken)).Voices;
        var rows =
            from program in db.Set<MentoringProgram>()
            join team in db.Set<MentoringTeam>() on program.PairId equals team.Id
            join mentor in db.Set<Person>() on team.MentorPersonId equals mentor.Id
            join mentee in db.Set<Person>() on team.MenteePersonId equals mentee.Id
            where
                (request.State == null || program.State == request.State)
                && (request.PairId == null || program.PairId == request.PairId)
                && (seesAll || team.Members.Any(m => voices.Contains(m.PersonId)))
            select new
            {
                Item = new ProgramItem
                {
                    Id = program.Id,
                    PairId = program.PairId,
                    State = program.State,
                    MentorName =
                        mentor.FamilyName
                        + " "
                        + mentor.GivenName
                        + (mentor.Patronymic == null ? "" : " " + mentor.Patronymic),
                    MenteeName =
                        mentee.FamilyName
                        + " "
                        + mentee.GivenName
                        + (mentee.Patronymic == null ? "" : " " + mentee.Patronymic),
                    FormCodes = program.FormCodes,
                    KindCodes = program.KindCodes,
                    StartsOn = program.StartsOn,
                    EndsOn = program.EndsOn,
                    Done = program.Activities.Count(a => a.Status == ActivityStatus.Done),
                    Planned = program.Activities.Count,
                    Overdue = program.Activities.Count(a => a.Status == ActivityStatus.Planned && a.PlannedOn < today),
                },
                Text = mentor.SearchText + mentee.SearchText,
            };
        return await Orders.Page(rows.Matching(request.Q, r => r.Text).Select(r => r.Item), request, cancellationToken);
    }
}
