namespace Mentoring.Platform.Features.Mentees;

public static class MenteePermissions
{
    public const string View = "mentees.view";
    public const string Add = "mentees.add";
    public const string Edit = "mentees.edit";

    /// <summary>To take a mentee into the base: the head's alone.</summary>
    public const string Admit = "mentees.admit";
}
