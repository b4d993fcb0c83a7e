using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Platform.Access;

namespace Mentoring.Platform.Features.Mentees;

/// <summary>What may be done with a mentee by whom.</summary>
public static class MenteeAccess
{
    public static IReadOnlyList<string> Allowed(Actor actor, MenteeState state, ConsentStanding consent)
    {
        var allowed = new List<string>();
        if (actor.Can(MenteePermissions.Edit) && state is not (MenteeState.Blocked or MenteeState.Finished))
            allowed.Add("editMentee");
        if (actor.Can(MenteePermissions.Admit) && MayBeAdmitted(state) && consent.IsValid)
            allowed.Add("admitMentee");
        if (actor.Can(ConsentPermissions.Record))
            allowed.Add("recordConsent");
        return allowed;
    }

    /// <summary>A valid consent suffices now: a surveyed mentee becomes a consented one by it.</summary>
    public static bool MayBeAdmitted(MenteeState state) =>
        state is MenteeState.Surveyed || MenteeProfile.AwaitsAdmission(state);
}
