namespace Mentoring.Platform.Features.Accounts;

public static class AccountPermissions
{
    public const string Invite = "accounts.invite";
}
