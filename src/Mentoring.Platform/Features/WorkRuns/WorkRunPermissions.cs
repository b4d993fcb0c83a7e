namespace Mentoring.Platform.Features.WorkRuns;

public static class WorkRunPermissions
{
    /// <summary>To see what is done in the background of one's region, and what fails.</summary>
    public const string View = "workRuns.view";

    /// <summary>To try again what has failed, and to pause kinds of work in one's region.</summary>
    public const string Manage = "workRuns.manage";
}
