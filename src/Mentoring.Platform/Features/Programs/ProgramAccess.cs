using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Access;

namespace Mentoring.Platform.Features.Programs;

/// <summary>Where a program stands, as far as it decides who may do what.</summary>
/// <param name="Agreed">Who has agreed to the edition as it stands.</param>
/// <param name="Accepted">Who has agreed to the open proposal; null where there is none.</param>
public sealed record ProgramStanding(
    ProgramState State,
    ProgramApprover Approver,
    IReadOnlyCollection<ProgramSigner> Agreed,
    IReadOnlyCollection<ProgramSigner>? Accepted,
    int PlannedLeft
);

/// <summary>Who may see and do what with a program.</summary>
public static class ProgramAccess
{
    public static bool Sees(Actor actor, ProgramTeam team) =>
        actor.Can(ProgramPermissions.View)
        && (
            actor.Can(ProgramPermissions.ViewAll) || team.MembershipsOf(actor).Any() || team.RepresentedBy(actor).Any()
        );

    public static bool CanDraft(Actor actor, ProgramTeam team) =>
        actor.Can(ProgramPermissions.Draft) && (IsMentor(actor, team) || Curates(actor));

    public static bool CanEdit(Actor actor, ProgramTeam team) =>
        actor.Can(ProgramPermissions.Edit) && (team.MembershipsOf(actor).Any() || Curates(actor));

    /// <summary>For whom he may agree to the program: for himself first, then for a minor, then as the curator.</summary>
    public static IReadOnlyList<ProgramSigner> SpeaksFor(Actor actor, ProgramTeam team) =>
        !actor.Can(ProgramPermissions.Agree)
            ? []
            :
            [
                .. team.MembershipsOf(actor),
                .. team.RepresentedBy(actor),
                .. Curates(actor) ? [ProgramSigner.Curator] : Array.Empty<ProgramSigner>(),
            ];

    /// <summary>To put down what a member has signed by hand.</summary>
    public static bool CanRecordPaper(Actor actor) => actor.Can(ProgramPermissions.Agree) && Curates(actor);

    public static bool CanApprove(Actor actor, ProgramApprover approver) =>
        actor.Can(ProgramPermissions.Approve)
        && (approver == ProgramApprover.HeadOrder ? actor.Can(ProgramPermissions.ApproveByOrder) : Curates(actor));

    /// <summary>As whom he may say that an activity is done; null where he may not.</summary>
    public static ProgramParty? CompletesAs(Actor actor, ProgramTeam team, ActivityResponsible responsible) =>
        !actor.Can(ProgramPermissions.CompleteActivity) ? null
        : IsMentor(actor, team) ? ProgramParty.Mentor
        : IsMentee(actor, team) && responsible != ActivityResponsible.Mentor ? ProgramParty.Mentee
        : Curates(actor) ? ProgramParty.Curator
        : null;

    /// <summary>As whom he may propose a change; null where he may not.</summary>
    public static ProgramSigner? ProposesAs(Actor actor, ProgramTeam team) =>
        !actor.Can(ProgramPermissions.ChangeTerm)
            ? null
            : team.MembershipsOf(actor).FirstOrDefault(s => s.Party == ProgramParty.Mentor)
                ?? (Curates(actor) ? ProgramSigner.Curator : null);

    public static bool CanComplete(Actor actor, ProgramTeam team) =>
        actor.Can(ProgramPermissions.Complete) && (Curates(actor) || IsMentor(actor, team));

    public static bool Curates(Actor actor) => actor.Can(ProgramPermissions.Curate);

    /// <summary>OperationIds that the actor may call on the program now.</summary>
    public static IReadOnlyList<string> Allowed(Actor actor, ProgramTeam team, ProgramStanding now)
    {
        var isActive = now.State == ProgramState.Active;
        var speaksFor = SpeaksFor(actor, team);
        (string Operation, bool Allowed)[] all =
        [
            ("editProgram", now.State.IsEditable() && CanEdit(actor, team)),
            (
                "agreeToProgram",
                now.State == ProgramState.Draft
                    && (
                        speaksFor.Any(s => !now.Agreed.Contains(s))
                        || (CanRecordPaper(actor) && team.Signers.Any(s => !now.Agreed.Contains(s)))
                    )
            ),
            ("approveProgram", now.State == ProgramState.Agreed && CanApprove(actor, now.Approver)),
            ("changeProgramTerm", isActive && ProposesAs(actor, team) is not null),
            ("amendProgram", isActive && ProposesAs(actor, team) is not null),
            (
                "acceptProgramChange",
                isActive
                    && now.Accepted is { } accepted
                    && team.Signers.Where(s => CanRecordPaper(actor) || speaksFor.Contains(s))
                        .Any(s => !accepted.Contains(s))
            ),
            ("completeProgram", isActive && CanComplete(actor, team) && (Curates(actor) || now.PlannedLeft == 0)),
        ];
        return [.. all.Where(o => o.Allowed).Select(o => o.Operation)];
    }

    private static bool IsMentor(Actor actor, ProgramTeam team) =>
        team.MembershipsOf(actor).Any(s => s.Party == ProgramParty.Mentor);

    private static bool IsMentee(Actor actor, ProgramTeam team) =>
        team.MembershipsOf(actor).Any(s => s.Party == ProgramParty.Mentee);
}
