namespace Mentoring.Platform.Features.Reference;

public static class ReferencePermissions
{
    /// <summary>To see the lists that one chooses from, and the settings.</summary>
    public const string View = "reference.view";

    /// <summary>To change settings of everyday work.</summary>
    public const string ChangeSetting = "reference.changeSetting";

    /// <summary>To change settings that decide on law or orders.</summary>
    public const string ChangeHeadSetting = "reference.changeHeadSetting";
}
