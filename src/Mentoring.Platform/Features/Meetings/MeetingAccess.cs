using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.Programs;
using Mentoring.Platform.Platform.Access;

namespace Mentoring.Platform.Features.Meetings;

/// <summary>Who may see and log the meetings of a pair.</summary>
public static class MeetingAccess
{
    /// <summary>As whom he may log a meeting of the pair; null where the pair is none of his.</summary>
    public static ProgramParty? LogsAs(Actor actor, MentoringTeam team) =>
        LogsAs(actor, actor.PersonId is { } self ? team.MemberOf(self)?.Side : null);

    /// <param name="side">The actor's own side in the pair; null where he is no member of it.</param>
    public static ProgramParty? LogsAs(Actor actor, TeamSide? side) =>
        !actor.Can(MeetingPermissions.Log) ? null
        : side is { } own
            ? own == TeamSide.Mentor ? ProgramParty.Mentor
                : ProgramParty.Mentee
        : actor.Can(MeetingPermissions.ViewAll) ? ProgramParty.Curator
        : null;

    /// <summary>Only the author corrects an entry, while it is fresh.</summary>
    public static bool CanCorrect(Actor actor, Guid authorAccountId) =>
        actor.Can(MeetingPermissions.Log) && actor.AccountId == authorAccountId;

    /// <summary>The author takes back his own entry, the curator any that is wrong.</summary>
    public static bool CanStrikeOut(Actor actor, Guid authorAccountId) =>
        CanCorrect(actor, authorAccountId)
        || (actor.Can(MeetingPermissions.Log) && actor.Can(MeetingPermissions.ViewAll));
}
