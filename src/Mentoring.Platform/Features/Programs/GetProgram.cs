using MediatR;
using Mentoring.Platform.Features.Pairs;
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

/// <summary>A program with all that belongs to it.</summary>
[RequirePermission(ProgramPermissions.View)]
public sealed record GetProgram(Guid ProgramId) : IQuery<ProgramCard>, IReadsAtOnce;

/// <param name="Edition">The edition of the text as it stands; agreements name it.</param>
/// <param name="Approver">Who approves programs here; after the approval, who did.</param>
/// <param name="NextMeeting">What the chain of meetings asks for.</param>
public sealed record ProgramCard(
    Guid Id,
    long Version,
    ProgramState State,
    int Edition,
    Guid PairId,
    PairState PairState,
    IReadOnlyList<ProgramMember> Members,
    ProgramBasis Basis,
    IReadOnlyList<string> FormCodes,
    IReadOnlyList<string> KindCodes,
    DeliveryMode DeliveryMode,
    DateOnly StartsOn,
    DateOnly EndsOn,
    ProgramRationale Rationale,
    IReadOnlyList<ProgramActivity> Activities,
    ProgramProgress Progress,
    IReadOnlyList<ProgramAgreementItem> Agreements,
    ProgramApprover Approver,
    DateOnly? ApprovedOn,
    ApprovalDocument? ApprovalDocument,
    DateOnly? ActivatedOn,
    ProgramEndingItem? Ending,
    IReadOnlyList<ProgramChangeItem> Changes,
    IReadOnlyList<ProgramMeeting> Meetings,
    NextMeeting NextMeeting,
    IReadOnlyList<string> Allowed
) : IVersioned;

public sealed record ProgramMember(Guid PersonId, TeamSide Side, string Name);

/// <param name="CompletedAs">As whom the one acted who said that it is done.</param>
/// <param name="Allowed">OperationIds that the actor may call on the activity now.</param>
public sealed record ProgramActivity(
    Guid Id,
    string Direction,
    string Title,
    DateOnly PlannedOn,
    DeliveryMode Mode,
    string ExpectedResult,
    ActivityResponsible Responsible,
    ActivityStatus Status,
    bool Overdue,
    DateOnly? CompletedOn,
    string? Result,
    string? Comment,
    ProgramParty? CompletedAs,
    IReadOnlyList<string> Allowed
);

/// <param name="Planned">All activities of the plan.</param>
/// <param name="Overdue">Those not done that should have been by now.</param>
public sealed record ProgramProgress(int Done, int Planned, int Overdue);

/// <summary>One whose agreement the program needs.</summary>
/// <param name="PersonId">Null for the curator who has not agreed yet.</param>
/// <param name="AgreedOn">When he agreed to the edition as it stands; null while he has not.</param>
public sealed record ProgramAgreementItem(
    ProgramParty Party,
    Guid? PersonId,
    string? Name,
    DateOnly? AgreedOn,
    bool OnPaper
);

public sealed record ProgramEndingItem(DateOnly EndedOn, ClosingCause? Cause, string? Explanation);

/// <param name="AcceptedBy">Members who have accepted it.</param>
public sealed record ProgramChangeItem(
    Guid Id,
    ProgramChangeKind Kind,
    ProgramChangeState State,
    int Edition,
    string Reason,
    DateOnly ProposedOn,
    ProgramParty ProposedBy,
    DateOnly EndsOnBefore,
    DateOnly? EndsOnAfter,
    ProgramAmendment? Amendment,
    DateOnly? InForceOn,
    IReadOnlyList<Guid> AcceptedBy
);

/// <summary>A meeting of the pair, as the program's page shows it.</summary>
public sealed record ProgramMeeting(
    Guid Id,
    MeetingType Type,
    DateOnly HeldOn,
    int Minutes,
    string Outcome,
    DateOnly? NextOn
);

internal static class GetProgramEndpoint
{
    public static void MapGetProgram(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/{programId:guid}", (Guid programId, Dispatcher send) => send.Ok(new GetProgram(programId)))
            .Describes<GetProgram, ProgramCard>("Shows a program with its plan, agreements, changes and meetings");
}

internal sealed class GetProgramHandler(TenantReads reads, RequestScope scope, SchoolCalendar calendar)
    : IRequestHandler<GetProgram, Result<ProgramCard>>
{
    public async Task<Result<ProgramCard>> Handle(GetProgram request, CancellationToken cancellationToken)
    {
        var today = calendar.Today(scope.Tenant);
        var rows = await ProgramRows.Read(reads, scope.Tenant, request.ProgramId, today, cancellationToken);
        return rows is null || !ProgramAccess.Sees(scope.Actor, rows.Team)
            ? CommonErrors.NotFound
            : rows.ToCard(scope.Actor, scope.Tenant.Lineage, today);
    }
}
