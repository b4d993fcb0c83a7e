namespace Mentoring.Platform.Features.People;

public static class PersonPermissions
{
    /// <summary>To see everybody who takes part in one's own organization.</summary>
    public const string View = "people.view";

    /// <summary>To put right what is written down about somebody, and who stands for a minor.</summary>
    public const string Edit = "people.edit";
}
