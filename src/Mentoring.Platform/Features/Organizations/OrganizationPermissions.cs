namespace Mentoring.Platform.Features.Organizations;

public static class OrganizationPermissions
{
    /// <summary>To see one's own organization's card.</summary>
    public const string View = "organizations.view";

    /// <summary>To see the organizations below.</summary>
    public const string List = "organizations.list";
}
