using Mentoring.Platform.Platform.Access;

namespace Mentoring.Platform.Features.Reference;

/// <summary>Who may change which setting.</summary>
public static class SettingAccess
{
    public static bool CanChange(Actor actor, SettingDefinition setting) =>
        actor.Can(setting.OfHead ? ReferencePermissions.ChangeHeadSetting : ReferencePermissions.ChangeSetting);

    public static IReadOnlyList<string> Allowed(Actor actor, SettingDefinition setting) =>
        CanChange(actor, setting) ? ["changeSetting"] : [];
}
