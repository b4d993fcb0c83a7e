using FluentValidation;
using MediatR;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Platform.Features.Programs;

/// <summary>Writes the first edition of a pair's program.</summary>
[RequirePermission(ProgramPermissions.Draft)]
public sealed record DraftProgram(
    Guid PairId,
    IReadOnlyList<string> FormCodes,
    IReadOnlyList<string> KindCodes,
    DeliveryMode DeliveryMode,
    DateOnly StartsOn,
    DateOnly EndsOn,
    ProgramRationale Rationale,
    IReadOnlyList<ActivityPlan> Activities
) : ICommand<WrittenProgram>, IProgramText;

internal sealed class DraftProgramValidator : AbstractValidator<DraftProgram>
{
    public DraftProgramValidator() => this.AddTextRules();
}

internal static class DraftProgramEndpoint
{
    internal static readonly ProgramRationale RationaleExample = new(
        "Не хватает приёмов групповой работы.",
        "Освоить групповую работу на уроке.",
        "Показывает и разбирает уроки.",
        "Ведёт уроки и самоанализ.",
        "Два урока с групповой работой к январю.",
        "Открытый урок.",
        "По вторникам, раз в две недели.",
        "Кабинет 12 после уроков."
    );

    private static readonly object Example = new
    {
        pairId = "0197f000-0009-7000-8000-000000000001",
        formCodes = new[] { "teacherTeacher" },
        kindCodes = new[] { "traditional" },
        deliveryMode = "blended",
        startsOn = "2025-10-01",
        endsOn = "2026-05-31",
        rationale = RationaleExample,
        activities = new[]
        {
            new
            {
                direction = "methodical",
                title = "Открытый урок и самоанализ",
                plannedOn = "2026-02-10",
                mode = "inPerson",
                expectedResult = "Самоанализ урока",
                responsible = "both",
            },
        },
    };

    public static void MapDraftProgram(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("", (DraftProgram body, Dispatcher send) => send.Created(body))
            .DescribesCreation<DraftProgram, WrittenProgram>(
                "Drafts the program of a pair",
                ProgramErrors.PairEnded,
                ProgramErrors.PairHasProgram,
                ProgramErrors.UnknownCode,
                ProgramErrors.DatesReversed,
                ProgramErrors.TermTooShort,
                ProgramErrors.TermTooLong,
                ProgramErrors.ActivityOutsideTerm
            )
            .WithExample(Example);
}

internal sealed class DraftProgramHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    SettingsInForce settings
) : IRequestHandler<DraftProgram, Result<WrittenProgram>>
{
    public async Task<Result<WrittenProgram>> Handle(DraftProgram request, CancellationToken cancellationToken)
    {
        var team = await ProgramTeam.Load(db, request.PairId, calendar.Today(scope.Tenant), cancellationToken);
        if (team is null || !ProgramAccess.Sees(scope.Actor, team))
            return CommonErrors.NotFound;
        if (!ProgramAccess.CanDraft(scope.Actor, team))
            return CommonErrors.Forbidden;
        if (team.IsEnded)
            return ProgramErrors.PairEnded;
        var limits = await request.CheckCodes(db, settings, cancellationToken);
        if (limits.Error is { } unknown)
            return unknown;
        var drafted = MentoringProgram.Draft(team.PairId, request.ToContent(team.Basis), limits.Value);
        if (drafted.Error is { } refusal)
            return refusal;
        db.Add(drafted.Value);
        return WrittenProgram.Of(drafted.Value);
    }
}
