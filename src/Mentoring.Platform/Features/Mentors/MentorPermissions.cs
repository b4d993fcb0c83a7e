namespace Mentoring.Platform.Features.Mentors;

public static class MentorPermissions
{
    public const string View = "mentors.view";
    public const string Add = "mentors.add";
    public const string Edit = "mentors.edit";

    /// <summary>To take a mentor into the bank: the head's alone.</summary>
    public const string Admit = "mentors.admit";
}
