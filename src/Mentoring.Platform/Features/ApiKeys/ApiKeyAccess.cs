using Mentoring.Platform.Platform.Access;

namespace Mentoring.Platform.Features.ApiKeys;

/// <summary>Who may do what to a key of the tenant.</summary>
public static class ApiKeyAccess
{
    public static IReadOnlyList<string> Allowed(Actor actor, ApiKeyState state) =>
        state is ApiKeyState.Active or ApiKeyState.Expiring && actor.Can(ApiKeyPermissions.Revoke)
            ? ["revokeApiKey"]
            : [];
}
