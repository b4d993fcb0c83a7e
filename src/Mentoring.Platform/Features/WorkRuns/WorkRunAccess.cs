using Mentoring.Platform.Platform.Access;

namespace Mentoring.Platform.Features.WorkRuns;

/// <summary>What an operator may do to a kind of work as it is now.</summary>
internal static class WorkRunAccess
{
    /// <returns>operationIds.</returns>
    public static IReadOnlyList<string> Allowed(Actor actor, bool isPaused, int parked)
    {
        if (!actor.Can(WorkRunPermissions.Manage))
            return [];
        var pause = isPaused ? "resumeWorkKind" : "pauseWorkKind";
        return parked > 0 ? [pause, "retryWorkKind", "retryWork"] : [pause];
    }
}
