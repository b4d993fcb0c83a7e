namespace Mentoring.Platform.Features.ApiKeys;

public static class ApiKeyPermissions
{
    public const string View = "apiKeys.view";
    public const string Create = "apiKeys.create";
    public const string Revoke = "apiKeys.revoke";

    /// <summary>Of those who answer for a tenant's keys.</summary>
    public static readonly string[] OfKeeper = [View, Create, Revoke];
}
