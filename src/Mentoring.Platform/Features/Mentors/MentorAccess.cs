using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Platform.Access;

namespace Mentoring.Platform.Features.Mentors;

/// <summary>What may be done with a mentor by whom.</summary>
public static class MentorAccess
{
    public static IReadOnlyList<string> Allowed(Actor actor, MentorState state, ConsentStanding consent)
    {
        var allowed = new List<string>();
        if (actor.Can(MentorPermissions.Edit) && CanBeEdited(state))
            allowed.Add("editMentor");
        if (actor.Can(MentorPermissions.Admit) && MayBeAdmitted(state) && consent.IsValid)
            allowed.Add("admitMentor");
        if (actor.Can(ConsentPermissions.Record))
            allowed.Add("recordConsent");
        return allowed;
    }

    /// <summary>A valid consent suffices now: a candidate becomes a consented one by it.</summary>
    public static bool MayBeAdmitted(MentorState state) =>
        state is MentorState.Candidate || MentorProfile.AwaitsAdmission(state);

    private static bool CanBeEdited(MentorState state) =>
        state is not (MentorState.Blocked or MentorState.Released or MentorState.Excluded);
}
