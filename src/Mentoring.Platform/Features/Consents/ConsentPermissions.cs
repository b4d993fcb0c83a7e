namespace Mentoring.Platform.Features.Consents;

public static class ConsentPermissions
{
    public const string View = "consents.view";
    public const string Record = "consents.record";
    public const string Withdraw = "consents.withdraw";
}
