using System.Text.Json.Serialization;
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

/// <summary>Proposes other forms or another plan for what is not done yet; in force once all members accept it.</summary>
[RequirePermission(ProgramPermissions.ChangeTerm)]
[RequireIfMatch]
public sealed record AmendProgram(
    IReadOnlyList<string> FormCodes,
    IReadOnlyList<string> KindCodes,
    DeliveryMode DeliveryMode,
    IReadOnlyList<ActivityPlan> Activities,
    string Reason
) : ICommand<ProposedProgramChange>, IProgramPlan
{
    [JsonIgnore]
    public Guid ProgramId { get; init; }
}

internal sealed class AmendProgramValidator : AbstractValidator<AmendProgram>
{
    public AmendProgramValidator()
    {
        this.AddPlanRules();
        RuleFor(r => r.Reason).NotEmpty().MaximumLength(4000);
    }
}

internal static class AmendProgramEndpoint
{
    private static readonly string[] Forms = ["teacherTeacher"];
    private static readonly string[] Kinds = ["virtual"];

    public static void MapAmendProgram(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{programId:guid}/amendments",
                (Guid programId, AmendProgram body, Dispatcher send) =>
                    send.Created(body with { ProgramId = programId })
            )
            .DescribesCreation<AmendProgram, ProposedProgramChange>(
                "Proposes to amend the forms or the plan of a program",
                ProgramErrors.NotActive,
                ProgramErrors.UnknownCode,
                ProgramErrors.ActivityOutsideTerm
            )
            .WithExample(
                new
                {
                    formCodes = Forms,
                    kindCodes = Kinds,
                    deliveryMode = "online",
                    activities = new[]
                    {
                        new
                        {
                            direction = "methodical",
                            title = "Цифровой урок на платформе",
                            plannedOn = "2026-03-12",
                            mode = "online",
                            expectedResult = "Запись урока",
                            responsible = "mentee",
                        },
                    },
                    reason = "Наставляемый переведён в другой корпус.",
                }
            );
}

internal sealed class AmendProgramHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    SettingsInForce settings
) : IRequestHandler<AmendProgram, Result<ProposedProgramChange>>
{
    public async Task<Result<ProposedProgramChange>> Handle(AmendProgram request, CancellationToken cancellationToken)
    {
        var today = calendar.Today(scope.Tenant);
        var loaded = await LoadedProgram.Load(db, request.ProgramId, today, cancellationToken);
        if (loaded.Error is { } absent)
            return absent;
        var (program, team) = loaded.Value;
        if (ProgramAccess.ProposesAs(scope.Actor, team) is not { } by)
            return CommonErrors.Forbidden;
        if (scope.CheckVersion(program.Version) is { Error: { } stale })
            return stale;
        if (await request.CheckCodes(db, settings, cancellationToken) is { Error: { } unknown })
            return unknown;
        var change = program.ProposeAmendment(
            new ProgramAmendment(
                [.. request.FormCodes.Distinct(StringComparer.Ordinal)],
                [.. request.KindCodes.Distinct(StringComparer.Ordinal)],
                request.DeliveryMode,
                request.Activities
            ),
            new Proposal(by, today, request.Reason),
            team.Signers
        );
        if (change.Error is { } refusal)
            return refusal;
        return ProposedProgramChange.Of(program, change.Value);
    }
}
