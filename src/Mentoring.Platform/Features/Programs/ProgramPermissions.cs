namespace Mentoring.Platform.Features.Programs;

public static class ProgramPermissions
{
    /// <summary>To see the programs in which one takes part.</summary>
    public const string View = "programs.view";

    /// <summary>To see all programs of the organization.</summary>
    public const string ViewAll = "programs.viewAll";

    /// <summary>To act as the curator in every program: agree as such, write, record what is signed on paper.</summary>
    public const string Curate = "programs.curate";
    public const string Draft = "programs.draft";
    public const string Edit = "programs.edit";

    /// <summary>To agree to a program or to a change of it.</summary>
    public const string Agree = "programs.agree";

    /// <summary>To approve where the setting says curator or mentors' council.</summary>
    public const string Approve = "programs.approve";

    /// <summary>To approve where the setting says the head's order.</summary>
    public const string ApproveByOrder = "programs.approveByOrder";
    public const string CompleteActivity = "programs.completeActivity";

    /// <summary>To propose another term or another plan.</summary>
    public const string ChangeTerm = "programs.changeTerm";
    public const string Complete = "programs.complete";

    public static readonly string[] OfMentor = [View, Draft, Edit, Agree, CompleteActivity, ChangeTerm, Complete];
    public static readonly string[] OfMentee = [View, Edit, Agree, CompleteActivity];
    public static readonly string[] OfRepresentative = [View, Agree];
    public static readonly string[] OfCurator = [.. OfMentor, ViewAll, Curate, Approve];
    public static readonly string[] OfHead = [View, ViewAll, Approve, ApproveByOrder];
}
