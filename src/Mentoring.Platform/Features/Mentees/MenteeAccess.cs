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
        if (
            actor.Can(MenteePermissions.Admit)
            && state is MenteeState.Surveyed or MenteeState.Consented
            && consent.IsValid
        )
            allowed.Add("admitMentee");
        if (actor.Can(ConsentPermissions.Record))
            allowed.Add("recordConsent");
        return allowed;
    }
}
