using Mentoring.Platform.Platform.Access;

namespace Mentoring.Platform.Features.Consents;

/// <summary>What may be done with a consent by whom.</summary>
public static class ConsentAccess
{
    public static IReadOnlyList<string> Allowed(Actor actor, ConsentState state) =>
        actor.Can(ConsentPermissions.Withdraw) && state == ConsentState.Given ? ["withdrawConsent"] : [];
}
